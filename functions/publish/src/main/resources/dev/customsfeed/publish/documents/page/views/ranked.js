/** The largest destinations of the month, by the measure; of unit values, those of the largest by net weight. */

import { idOf, partnersOf, pathOf, placeInValues, valueOf } from '../figures.js';
import { localized } from '../format.js';
import { addsUp, fieldOf } from '../measures.js';
import { bars, barsHeight } from '../plots.js';
import { monthsBehind } from '../sources.js';
import { column } from '../tables.js';
import { amountColumn, inUnit, sampleOf, shareSaid, unitOf } from './common.js';

const RANKED = 12;

/** The report's partners with the amounts of the measure. */
function rankedOf(context) {
  const { choice, report } = context;
  const field = fieldOf(choice.measure);
  const start = pathOf(report, choice.product);
  return partnersOf(report, choice.product).map((partner, at) => ({
    ...partner,
    id: idOf(partner),
    amount: choice.measure === 'unit' ? valueOf(context, choice.product, idOf(partner), field) : partner[field],
    path: choice.measure === 'unit' ? placeInValues(context, choice.product, idOf(partner), field) : `${start}.partners[${at}].${field}`,
  }));
}

export function rankedView(context) {
  const { feed, choice, words, format, product, place, report } = context;
  if (place) {
    return null;
  }
  const known = rankedOf(context).filter(({ amount }) => amount !== null && amount > 0);
  // Of unit values those of the largest: the highest are those of a few kilograms.
  const partners = (
    addsUp(choice.measure) ? known.sort((one, other) => other.amount - one.amount).slice(0, RANKED) : known.slice(0, RANKED)
  ).sort((one, other) => other.amount - one.amount);
  const month = format.month(choice.month);
  const name = (partner) => localized(partner.name, choice.lang);
  return {
    id: 'ranked',
    heading: feed.overview.flow === 'import' ? words.rankedOrigins(month) : words.rankedDestinations(month),
    summary: words.rankedSummary(product, format.unit(choice.measure), partners.length),
    unit: unitOf(context),
    empty: partners.length === 0 ? words.partnersUnknown : null,
    height: barsHeight(partners.length),
    draw: (size, colours) =>
      bars(
        {
          rows: partners.map((partner) => ({
            name: name(partner),
            value: inUnit(choice.measure, partner.amount),
            shown: format.plain(choice.measure, partner.amount),
            colour: colours.series[0],
          })),
          unit: format.unit(choice.measure),
          tick: (number) => format.compact(number),
          sample: sampleOf(context),
        },
        size,
        colours,
      ),
    count: partners.length,
    says: (i) => [name(partners[i]), format.amount(choice.measure, partners[i].amount), ...shareSaid(context, partners[i].id, partners[i])],
    choose: (i) => ({ ...choice, place: partners[i].id }),
    columns: [
      column(words.partner, (i) => name(partners[i]), null, { text: true, head: true }),
      amountColumn(
        context,
        unitOf(context),
        partners.map(({ amount }) => amount),
      ),
    ],
    rows: partners.map((_, i) => i),
    source: () => ({
      product: choice.product,
      exact: partners.map((partner) => [name(partner), format.amount(choice.measure, partner.amount), partner.amount, partner.path]),
      months: monthsBehind(words, report.period, ['month']),
    }),
  };
}
