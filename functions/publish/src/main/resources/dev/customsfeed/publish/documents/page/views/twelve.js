/** The sum of twelve months, at each month. */

import { monthsShown, sumOf } from '../figures.js';
import { byMonth, subject } from './common.js';

export function twelveView(context) {
  const { words, format, choice, place } = context;
  if (place && !place.figures[choice.product]) {
    return null;
  }
  const months = monthsShown(context);
  const view = byMonth(context, months, {
    id: 'twelve',
    heading: choice.measure === 'unit' ? words.twelveMonthsUnit : words.twelveMonths,
    summary: words.twelveSummary(
      subject(context),
      format.unit(choice.measure),
      format.month(months[0]),
      format.month(months[months.length - 1]),
    ),
    gapWord: () => words.underTwelve,
    series: [
      {
        name: subject(context),
        kind: 'line',
        amounts: months.map((month) => sumOf(context, 'twelveMonths', month)),
        colour: ({ series }) => series[0],
        width: 2.5,
      },
    ],
  });
  return view.empty ? { ...view, empty: words.takesTwelve } : view;
}
