/** Months stacked by product, with the line of a year before; of unit values, which do not add up, a line for each product. */

import { monthsShown, productsShown } from '../figures.js';
import { addMonths, localized } from '../format.js';
import { addsUp } from '../measures.js';
import { amountsOf, byMonth, productColour, subject } from './common.js';

/** The months in which the reports look for the events' traces, as places in `months`. */
function windowsOf({ report }) {
  const windows = (report?.traces ?? []).flatMap(({ study }) => [study.anticipation, study.after]).filter((window) => window?.from);
  return (months) =>
    windows
      .map(({ from, to }) => [months.findIndex((month) => month >= from), months.findLastIndex((month) => month <= to)])
      .filter(([from, to]) => from >= 0 && to >= from);
}

export function seriesView(context) {
  const { words, format, choice, feed } = context;
  const months = monthsShown(context, true);
  const known = months.filter((month) => month <= feed.newest);
  const stacks = addsUp(choice.measure);
  const products = productsShown(context).map((product) => ({
    name: localized(product.name, choice.lang),
    kind: stacks ? 'column' : 'line',
    amounts: amountsOf(context, months, product.id),
    colour: productColour(context, product.id),
  }));
  const total = { name: words.total, kind: 'line', amounts: amountsOf(context, months), colour: ({ line }) => line, width: 3 };
  const lastYear = {
    name: words.lastYear,
    kind: 'line',
    amounts: amountsOf(
      context,
      months.map((month) => addMonths(month, -12)),
    ),
    colour: ({ line }) => line,
    dash: [6, 4],
  };
  const isAll = choice.product === 'all';
  const first = format.month(known[0]);
  const last = format.month(known[known.length - 1]);
  const view = byMonth(context, months, {
    id: 'series',
    heading: words.series,
    summary: stacks
      ? words.seriesSummary(subject(context), format.unit(choice.measure), first, last)
      : words.linesSummary(subject(context), format.unit(choice.measure), first, last),
    series: [...products, ...(isAll && !stacks ? [total] : []), lastYear],
    windows: windowsOf(context),
    source: () => ({
      product: choice.product,
      months: [
        [words.shownMonths, known],
        [words.yearBefore, known.map((month) => addMonths(month, -12))],
      ],
    }),
  });
  if (!isAll || !stacks) {
    return view;
  }
  // The total is what the columns show together: it has no line, but a place in the table and in what is said.
  const withTotal = byMonth(context, months, { series: [...products, total, lastYear] });
  return { ...view, columns: withTotal.columns, says: withTotal.says };
}
