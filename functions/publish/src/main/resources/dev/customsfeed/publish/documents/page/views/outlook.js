/** What the report expects of the next months, with the band in which four of five past ones lay. */

import { amountOf, figureOf, monthsShown, pathOf } from '../figures.js';
import { addMonths } from '../format.js';
import { columns } from '../plots.js';
import { monthsBehind } from '../sources.js';
import { column } from '../tables.js';
import { whyNone } from './bridge.js';
import { inUnit, sampleOf } from './common.js';

const BEFORE = 18;

function monthsFrom({ from, to }) {
  const months = [from];
  while (months[months.length - 1] < to) {
    months.push(addMonths(months[months.length - 1], 1));
  }
  return months;
}

export function outlookView(context) {
  const { words, format, choice, place, report, product } = context;
  const outlook = figureOf(report, choice.product).analysis?.outlook;
  if (place || !outlook) {
    return null;
  }
  const unit = `${words.weight}${words.comma}${format.unit('weight')}`;
  const heading = words.outlook;
  if (outlook.none) {
    return { id: 'outlook', heading, unit, empty: whyNone(context, outlook) };
  }
  const path = `${pathOf(report, choice.product)}.analysis.outlook`;
  const before = monthsShown({ ...context, choice: { ...choice, range: 'all' } })
    .filter((month) => month <= choice.month)
    .slice(-BEFORE);
  const span = ({ from, to }) => (from === to ? format.month(from) : `${format.month(from)} – ${format.month(to)}`);
  const rows = [
    ...before.map((month) => ({
      name: format.month(month),
      known: amountOf(context, choice.product, month, 'weight'),
      low: null,
      high: null,
      expected: null,
    })),
    ...outlook.ranges.map((range) => ({
      name: span(range),
      known: null,
      low: range.lowKg,
      high: range.highKg,
      expected: range.netWeightKg,
    })),
  ];
  // Customs tell of January and February together, and so does the outlook: beside single months each is drawn as its part of them.
  const drawn = [
    ...before.map((month, row) => ({ label: format.shortMonth(month), row, parts: 1 })),
    ...outlook.ranges.flatMap((range, at) => {
      const months = monthsFrom(range);
      return months.map((month) => ({ label: format.shortMonth(month), row: before.length + at, parts: months.length }));
    }),
  ];
  const together = drawn.some(({ parts }) => parts > 1);
  const of = (field) => drawn.map(({ row, parts }) => (rows[row][field] === null ? null : inUnit('weight', rows[row][field]) / parts));
  const show = (value) => format.plain('weight', value);
  const part = (name, field) =>
    column(
      name,
      (i) => rows[i][field],
      (value) => (value === null ? '–' : show(value)),
      { scale: 1000, unit: 'kg' },
    );
  return {
    id: 'outlook',
    heading,
    unit: together ? `${unit}${words.comma}${words.evenly}` : unit,
    summary: words.outlookSummary(product, format.unit('weight'), outlook.ranges.length),
    draw: (size, colours) => {
      const [low, high] = [of('low'), of('high')];
      return columns(
        {
          labels: drawn.map(({ label }) => label),
          series: [
            { name: words.known, kind: 'column', values: of('known'), colour: colours.series[0] },
            {
              name: words.fourOfFive,
              kind: 'band',
              values: low.map((from, i) => (from === null ? null : [from, high[i]])),
              colour: colours.event,
            },
            { name: words.expected, kind: 'mark', values: of('expected'), colour: colours.event },
          ],
          unit: format.unit('weight'),
          tick: (number) => format.compact(number),
          gaps: drawn.flatMap(({ row }, i) => (rows[row].known === null && rows[row].low === null ? [[i, words.missing]] : [])),
          sample: sampleOf(context),
        },
        size,
        colours,
      );
    },
    count: drawn.length,
    says: (i) => {
      const row = rows[drawn[i].row];
      return row.low === null
        ? [row.name, format.weight(row.known)]
        : [
            row.name,
            `${words.expected}${words.colon}${format.weight(row.expected)}`,
            `${words.fourOfFive}${words.colon}${format.weight(row.low)} – ${format.weight(row.high)}`,
          ];
    },
    choose: () => null,
    columns: [
      column(words.month, (i) => rows[i].name, null, { text: true, head: true }),
      part(words.known, 'known'),
      part(words.expected, 'expected'),
      part(words.lowest, 'low'),
      part(words.highest, 'high'),
    ],
    rows: rows.map((_, i) => i),
    source: () => ({
      product: choice.product,
      exact: outlook.ranges.flatMap((range, at) =>
        ['netWeightKg', 'lowKg', 'highKg'].map((field) => [
          span(range),
          format.weight(range[field]),
          range[field],
          `${path}.ranges[${at}].${field}`,
        ]),
      ),
      months: monthsBehind(words, choice.month, ['month', 'mom']),
    }),
  };
}
