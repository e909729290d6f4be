/** The year so far, month by month, against the year before. */

import { sumOf } from '../figures.js';
import { byYear, subject } from './common.js';

export function cumulativeView(context) {
  const { words, format, choice, place } = context;
  if (place && !place.figures[choice.product]) {
    return null;
  }
  const year = Number(choice.month.slice(0, 4));
  const years = [String(year - 1), String(year)];
  const view = byYear(context, {
    id: 'cumulative',
    heading: words.cumulative,
    summary: words.cumulativeSummary(subject(context), format.unit(choice.measure), ...years),
    years,
    of: (month) => sumOf(context, 'ytd', month),
  });
  return view.empty ? { ...view, empty: words.takesJanuary } : view;
}
