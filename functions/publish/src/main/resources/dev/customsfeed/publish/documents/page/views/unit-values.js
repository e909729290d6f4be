/** What a tonne cost the largest destinations, month by month. */

import { monthsShown } from '../figures.js';
import { localized } from '../format.js';
import { byMonth } from './common.js';

const SHOWN = 6;

export function unitValuesView(context) {
  const { feed, choice, words, format, product, place, course } = context;
  if (place) {
    return null;
  }
  const months = monthsShown(context);
  const whole = feed.of(choice.product);
  const alike = (month) => feed.coverage(whole, month) === feed.coverage(whole, choice.month);
  return byMonth(context, months, {
    id: 'unit-values',
    heading: feed.overview.flow === 'import' ? words.unitValueByOrigin : words.unitValueByDestination,
    summary: words.unitValuesSummary(product, format.unit('unit'), format.month(months[0]), format.month(months[months.length - 1])),
    measure: 'unit',
    series: course.partners.slice(0, SHOWN).map((partner, at) => ({
      name: localized(partner.name, choice.lang),
      kind: 'line',
      amounts: months.map((month) => (alike(month) ? feed.at(partner.unitValuePerTonne, month) : null)),
      colour: (colours) => colours.series[at],
    })),
  });
}
