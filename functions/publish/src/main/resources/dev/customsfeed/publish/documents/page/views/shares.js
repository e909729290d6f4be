/** The shares of the largest destinations, month by month. */

import { monthsShown } from '../figures.js';
import { localized } from '../format.js';
import { shareOf } from '../measures.js';
import { columns } from '../plots.js';
import { column } from '../tables.js';
import { byMonth, gapsOf, monthColumn, sampleOf } from './common.js';

export function sharesView(context) {
  const { feed, choice, words, format, product, place, course } = context;
  if (place) {
    return null;
  }
  const months = monthsShown(context);
  const whole = feed.of(choice.product);
  const alike = (month) => feed.coverage(whole, month) === feed.coverage(whole, choice.month);
  const field = shareOf(choice.measure);
  const series = [...course.partners, { ...course.others, others: true }].map((partner, at) => ({
    name: partner.others ? words.others : localized(partner.name, choice.lang),
    kind: 'column',
    amounts: months.map((month) => (alike(month) ? feed.at(partner[field], month) : null)),
    colour: (colours) => (partner.others ? colours.others : colours.series[at % colours.series.length]),
  }));
  const percent = (value) => format.percent(value);
  const view = byMonth(context, months, {
    id: 'shares',
    heading: words.shares,
    summary: words.sharesSummary(product, format.month(months[0]), format.month(months[months.length - 1])),
    unit: choice.measure === 'value' ? words.percentOfValue : words.percentOfNetWeight,
    series,
  });
  return {
    ...view,
    draw: (size, colours) =>
      columns(
        {
          labels: months.map((month) => format.shortMonth(month)),
          series: series.map((one) => ({ ...one, values: one.amounts, colour: one.colour(colours) })),
          unit: words.percent,
          tick: (number) => `${number}%`,
          max: 100,
          gaps: gapsOf(
            context,
            months,
            series.map(({ amounts }) => amounts),
          ),
          chosen: months.indexOf(choice.month),
          sample: sampleOf(context),
        },
        size,
        colours,
      ),
    says: (i) => [format.month(months[i]), ...series.map(({ name, amounts }) => `${name}${words.colon}${percent(amounts[i])}`)],
    columns: [monthColumn(context, months), ...series.map(({ name, amounts }) => column(name, (i) => amounts[i], percent, { unit: '%' }))],
  };
}
