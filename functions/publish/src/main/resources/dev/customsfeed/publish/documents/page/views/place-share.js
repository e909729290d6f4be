/** The share of the chosen destination, region, customs regime or province, month by month. */

import { monthsShown, placeSum } from '../figures.js';
import { shareOf } from '../measures.js';
import { columns } from '../plots.js';
import { column } from '../tables.js';
import { byMonth, gapsOf, monthColumn, sampleOf, shareName } from './common.js';

export function placeShareView(context) {
  const { choice, words, format, product, place } = context;
  if (!place?.figures[choice.product]) {
    return null;
  }
  const months = monthsShown(context);
  const shares = months.map((month) => placeSum(context, month, (sums) => sums[shareOf(choice.measure)]));
  const percent = (value) => format.percent(value);
  const view = byMonth(context, months, {
    id: 'place-share',
    heading: shareName(context),
    summary: words.placeShareSummary(place.name, product, format.month(months[0]), format.month(months[months.length - 1])),
    unit: choice.measure === 'value' ? words.percentOfValue : words.percentOfNetWeight,
    series: [{ name: place.name, kind: 'line', amounts: shares, colour: ({ series }) => series[0], width: 2.5 }],
  });
  return {
    ...view,
    draw: (size, colours) =>
      columns(
        {
          labels: months.map((month) => format.shortMonth(month)),
          series: [{ name: place.name, kind: 'line', values: shares, colour: colours.series[0], width: 2.5 }],
          unit: words.percent,
          tick: (number) => `${number}%`,
          gaps: gapsOf(context, months, [shares]),
          events: view.events,
          chosen: months.indexOf(choice.month),
          sample: sampleOf(context),
        },
        size,
        colours,
      ),
    says: (i) => [format.month(months[i]), `${place.name}${words.colon}${percent(shares[i])}`],
    columns: [monthColumn(context, months), column(place.name, (i) => shares[i], percent, { unit: '%' })],
  };
}
