/** Products beside each other, each as an index: 100 is what it was in the chosen month. */

import { monthsShown, productsDrawn, productsShown } from '../figures.js';
import { localized } from '../format.js';
import { columns } from '../plots.js';
import { column } from '../tables.js';
import { amountsOf, byMonth, drawnAlone, gapsOf, monthColumn, productColour, sampleOf, subject } from './common.js';

export function indexedView(context) {
  const { words, format, choice } = context;
  const months = monthsShown(context);
  const at = months.indexOf(choice.month);
  // It is the base that the reader chose that makes it an index, so it is made here.
  const indexOf = (list) =>
    list[at] > 0 ? list.map((amount) => (amount === null ? null : (100 * amount) / list[at])) : list.map(() => null);
  const total =
    choice.product === 'all'
      ? [{ name: words.total, kind: 'line', amounts: indexOf(amountsOf(context, months)), colour: ({ line }) => line, width: 3 }]
      : [];
  const of = (products) => [
    ...products.map((product) => ({
      name: localized(product.name, choice.lang),
      kind: 'line',
      amounts: indexOf(amountsOf(context, months, product.id)),
      colour: productColour(context, product.id),
    })),
    ...total,
  ];
  const series = of(productsDrawn(context));
  const month = format.month(choice.month);
  const heading = words.index(month);
  const shown = (value) => (value === null ? words.missing : format.index(value));
  const view = byMonth(context, months, {
    id: 'indexed',
    heading,
    drawn: drawnAlone(context),
    unit: `${unitless(context)}${words.comma}${heading}`,
    summary: words.indexSummary(subject(context), month, format.month(months[0]), format.month(months[months.length - 1])),
    series,
  });
  return {
    ...view,
    empty: series.every(({ amounts }) => amounts[at] === null) ? words.noBase(month) : null,
    draw: (size, colours) =>
      columns(
        {
          labels: months.map((one) => format.shortMonth(one)),
          series: series.map((one) => ({ ...one, values: one.amounts, colour: one.colour(colours) })),
          unit: heading,
          tick: (number) => format.compact(number),
          gaps: gapsOf(
            context,
            months,
            series.map(({ amounts }) => amounts),
          ),
          chosen: at,
          sample: sampleOf(context),
          free: true,
        },
        size,
        colours,
      ),
    says: (i) => [format.month(months[i]), ...series.map(({ name, amounts }) => `${name}${words.colon}${shown(amounts[i])}`)],
    columns: [
      monthColumn(context, months),
      ...of(productsShown(context)).map(({ name, amounts }) => column(name, (i) => amounts[i], shown)),
    ],
  };
}

function unitless({ words, choice }) {
  return { weight: words.weight, value: words.value, unit: words.unitValue }[choice.measure];
}
