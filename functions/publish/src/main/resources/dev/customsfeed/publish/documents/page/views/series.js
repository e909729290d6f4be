/** Months stacked by product, with the line of a year before; of unit values, which do not add up, a line for each product. */

import { monthsShown, productsDrawn, productsShown } from '../figures.js';
import { addMonths, localized } from '../format.js';
import { addsUp } from '../measures.js';
import { amountsOf, byMonth, drawnAlone, productColour, subject } from './common.js';

/** The months in which the reports look for the events' traces, as places in `months`. */
function windowsOf({ report }) {
  const windows = (report?.traces ?? []).flatMap(({ study }) => [study.anticipation, study.after]).filter((window) => window?.from);
  return (months) =>
    windows
      .map(({ from, to }) => [months.findIndex((month) => month >= from), months.findLastIndex((month) => month <= to)])
      .filter(([from, to]) => from >= 0 && to >= from);
}

/** What is known of a month of several products together; null where nothing of them is. */
function together(products, i) {
  const known = products.map(({ amounts }) => amounts[i]).filter((amount) => amount !== null);
  return known.length === 0 ? null : known.reduce((sum, amount) => sum + amount, 0);
}

export function seriesView(context) {
  const { words, format, choice, feed } = context;
  const months = monthsShown(context, true);
  const known = months.filter((month) => month <= feed.newest);
  const stacks = addsUp(choice.measure);
  const all = productsShown(context).map((product) => ({
    id: product.id,
    name: localized(product.name, choice.lang),
    kind: stacks ? 'column' : 'line',
    amounts: amountsOf(context, months, product.id),
    colour: productColour(context, product.id),
  }));
  const apart = new Set(productsDrawn(context).map(({ id }) => id));
  const [products, rest] = [all.filter(({ id }) => apart.has(id)), all.filter(({ id }) => !apart.has(id))];
  const others =
    stacks && rest.length > 0
      ? [{ name: words.others, kind: 'column', amounts: months.map((_, i) => together(rest, i)), colour: (colours) => colours.others }]
      : [];
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
    drawn: drawnAlone(context),
    series: [...products, ...others, ...(isAll && !stacks ? [total] : []), lastYear],
    windows: windowsOf(context),
    source: () => ({
      product: choice.product,
      months: [
        [words.shownMonths, known],
        [words.yearBefore, known.map((month) => addMonths(month, -12))],
      ],
    }),
  });
  if (!isAll) {
    return view;
  }
  // The total is what the columns show together: it has no line, but a place in the table and in what is said.
  // Columns show what is known; a sum that lacks one of its parts is none to be said.
  const said = others.map((one) => ({
    ...one,
    amounts: one.amounts.map((sum, i) => (rest.some(({ amounts }) => amounts[i] === null) ? null : sum)),
  }));
  const { says } = byMonth(context, months, { series: [...products, ...said, total, lastYear] });
  const { columns } = byMonth(context, months, { series: [...all, total, lastYear] });
  return { ...view, columns, says };
}
