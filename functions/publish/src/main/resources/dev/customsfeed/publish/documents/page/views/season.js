/** The season: a line for each year, January to December. */

import { amountOf, monthsShown, yearsOf } from '../figures.js';
import { byYear, subject } from './common.js';

export function seasonView(context) {
  const { words, format, choice } = context;
  const years = yearsOf(monthsShown(context));
  return byYear(context, {
    id: 'season',
    heading: words.season,
    summary: words.seasonSummary(subject(context), format.unit(choice.measure), years[0], years[years.length - 1]),
    years,
    of: (month) => amountOf(context, choice.product, month),
  });
}
