/** The trade of the month by customs regime, by province or by state, where the report has it. */

import { figureOf, pathOf } from '../figures.js';
import { localized } from '../format.js';
import { addsUp, fieldOf } from '../measures.js';
import { bars, barsHeight } from '../plots.js';
import { monthsBehind } from '../sources.js';
import { column } from '../tables.js';
import { amountColumn, inUnit, sampleOf, shareSaid, unitOf } from './common.js';

const RANKED = 12;

/** What the report says by `dimension`; null where it says nothing of it. */
export function splitOf({ report, choice, place }, dimension) {
  return place || report === null ? null : (figureOf(report, choice.product)[dimension] ?? null);
}

/** The view of the largest of a dimension. */
export function dimensionView(dimension) {
  return (context) => {
    const { words, format, choice, product, report } = context;
    const split = splitOf(context, dimension);
    if (split === null) {
      return null;
    }
    // Unit values do not add up: then they are by net weight.
    const measure = addsUp(choice.measure) ? choice.measure : 'weight';
    const field = fieldOf(measure);
    const start = `${pathOf(report, choice.product)}.${dimension}.figures`;
    const rows = split.figures
      .map((figure, at) => ({ ...figure, path: `${start}[${at}].${field}` }))
      .filter((figure) => figure[field] > 0)
      .sort((one, other) => other[field] - one[field])
      .slice(0, RANKED);
    const name = (row) => localized(row.name, choice.lang);
    const unit = unitOf(context, measure);
    return {
      id: dimension,
      heading: words[`largest${dimension}`](format.month(choice.month)),
      summary: words.dimensionSummary(product, format.unit(measure), rows.length),
      unit,
      empty: rows.length === 0 ? words.untold : null,
      height: barsHeight(rows.length),
      draw: (size, colours) =>
        bars(
          {
            rows: rows.map((row) => ({
              name: name(row),
              value: inUnit(measure, row[field]),
              shown: format.plain(measure, row[field]),
              colour: colours.series[2],
            })),
            unit: format.unit(measure),
            tick: (number) => format.compact(number),
            sample: sampleOf(context),
          },
          size,
          colours,
        ),
      count: rows.length,
      says: (i) => [name(rows[i]), format.amount(measure, rows[i][field]), ...shareSaid(context, `${dimension}.${rows[i].code}`, rows[i])],
      choose: (i) => ({ ...choice, place: `${dimension}.${rows[i].code}`, sort: '', filter: '' }),
      columns: [
        column(words[dimension], (i) => name(rows[i]), null, { text: true, head: true }),
        amountColumn(
          context,
          unit,
          rows.map((row) => row[field]),
          measure,
        ),
      ],
      rows: rows.map((_, i) => i),
      source: () => ({
        product: choice.product,
        exact: rows.map((row) => [name(row), format.amount(measure, row[field]), row[field], row.path]),
        months: monthsBehind(words, choice.month, ['month']),
      }),
    };
  };
}
