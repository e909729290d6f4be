/** What the views of charts share. A view says what a chart shows, in figures and in words; the card around it draws it. */

import { amountOf, eventsShown, monthsShown, productsApart, productsDrawn, productsShown, valueOf, whyMissing } from '../figures.js';
import { localized } from '../format.js';
import { scaleOf } from '../measures.js';
import { columns } from '../plots.js';
import { column } from '../tables.js';

/** `Net weight, tonnes`. */
export function unitOf({ words, format, choice }, measure = choice.measure) {
  return `${words[MEASURE_WORDS[measure]]}${words.comma}${format.unit(measure)}`;
}

const MEASURE_WORDS = { weight: 'weight', value: 'value', unit: 'unitValue' };

/** What a measure is called. */
export function measureName(words, measure) {
  return words[MEASURE_WORDS[measure]];
}

/** What is shown, in a few words: the product, and the destination if one is chosen. */
export function subject({ product, place, words }) {
  return place ? `${product}${words.comma}${place.name}` : product;
}

/** What the share of a place is called: in a product, or in all together. */
export function shareName({ choice, words, product }) {
  return choice.product === 'all' ? words.shareInTotal : words.shareIn(product);
}

/** The share of a partner or a part of a dimension as its tip says it: in the value where values are shown; nothing where it is not known. */
export function shareSaid(context, id, row) {
  const { choice, words, format } = context;
  const share = choice.measure === 'value' ? valueOf(context, choice.product, id, 'valueSharePct') : (row.sharePct ?? null);
  return share === null ? [] : [`${words.share}${words.colon}${format.percent(share)}`];
}

/** The same number in the unit that is shown. */
export function inUnit(measure, amount) {
  return amount === null ? null : amount / scaleOf(measure);
}

/** What is said of samples in each picture; nothing where they are none. */
export function sampleOf({ feed, words }) {
  return feed.overview.sample ? words.sample : '';
}

/** Months that cannot be shown, as `[index, why]`: those up to the newest in which none of `lists` has anything. */
export function gapsOf(context, months, lists, word = (month) => whyMissing(context, month)) {
  return months.flatMap((month, i) => (month <= context.feed.newest && lists.every((list) => list[i] === null) ? [[i, word(month)]] : []));
}

/** A column of months. */
export function monthColumn({ words, format }, months) {
  return column(words.month, (i) => format.month(months[i]), null, { text: true, head: true, id: 'month' });
}

/** A column with the amounts of a measure, by row number. */
export function amountColumn({ format, choice }, name, list, measure = choice.measure) {
  return column(
    name,
    (i) => list[i],
    (value) => format.plain(measure, value),
    { scale: scaleOf(measure), unit: { weight: 'kg', value: format.code, unit: `${format.code}/t` }[measure] },
  );
}

/** Row numbers of a table, newest first. */
export function newestFirst(count) {
  return Array.from({ length: count }, (_, i) => count - 1 - i);
}

/**
 * A view of months: columns or lines by month.
 *
 * @param more `id`, `heading`, `summary`; `series` as `{name, kind, amounts, colour(theme), dash, width}`; `measure`; `windows`, which
 *     gives those to shade; `gapWord`, what is said of a month without figures; and what else a view has
 */
export function byMonth(context, months, { series, measure = context.choice.measure, windows = () => [], gapWord, ...more }) {
  const { words, format, choice, feed } = context;
  const gaps = gapsOf(
    context,
    months,
    (series.some(({ kind }) => kind === 'column') ? series.filter(({ kind }) => kind === 'column') : series).map(({ amounts }) => amounts),
    gapWord,
  );
  const events = eventsShown(context, months);
  const nothing = series.every(({ amounts }) => amounts.every((amount) => amount === null));
  return {
    unit: unitOf(context, measure),
    empty: nothing ? words.nothingToDraw : null,
    events,
    draw: (size, colours) =>
      columns(
        {
          labels: months.map((month) => format.shortMonth(month)),
          series: series.map((one) => ({
            ...one,
            values: one.amounts.map((amount) => inUnit(measure, amount)),
            colour: one.colour(colours),
          })),
          unit: format.unit(measure),
          tick: (number) => format.compact(number),
          gaps,
          events,
          windows: windows(months),
          chosen: months.indexOf(choice.month),
          sample: sampleOf(context),
          free: measure === 'unit',
        },
        size,
        colours,
      ),
    count: months.length,
    says: (i) => [
      format.month(months[i]),
      ...series.map(({ name, amounts }) => `${name}${words.colon}${format.amount(measure, amounts[i])}`),
      ...events.filter(({ index }) => index === i).map((event) => `${event.number} ${localized(event.name, choice.lang)}`),
    ],
    choose: (i) => (feed.position.has(months[i]) ? { ...choice, month: months[i] } : null),
    columns: [monthColumn(context, months), ...series.map(({ name, amounts }) => amountColumn(context, name, amounts, measure))],
    rows: newestFirst(months.filter((month) => month <= feed.newest).length),
    source: () => ({ product: choice.product, months: [[words.shownMonths, months.filter((month) => month <= feed.newest)]] }),
    ...more,
  };
}

/** A line a year, January to December. `of` gives the figure of a month; `newest` is drawn strongest. */
export function byYear(context, { of, years, measure = context.choice.measure, ...more }) {
  const { words, format, choice, feed } = context;
  const numbers = Array.from({ length: 12 }, (_, i) => String(i + 1).padStart(2, '0'));
  const series = years.map((year, at) => ({
    name: year,
    kind: 'line',
    amounts: numbers.map((number) => of(`${year}-${number}`)),
    age: years.length - 1 - at,
  }));
  const known = series.filter(({ amounts }) => amounts.some((amount) => amount !== null));
  const newest = series[series.length - 1];
  // Of the newest year, up to its newest month; and what no year has although the feed had begun.
  const [first] = feed.overview.months.map(({ period }) => period);
  const gaps = numbers.flatMap((number, i) => {
    const reached = years.map((year) => `${year}-${number}`).filter((month) => month <= feed.newest);
    const month = reached[reached.length - 1];
    const lacks =
      month && month.startsWith(newest.name)
        ? newest.amounts[i] === null
        : month >= first && known.every(({ amounts }) => amounts[i] === null);
    return lacks ? [[i, whyMissing(context, month)]] : [];
  });
  return {
    unit: unitOf(context, measure),
    empty: known.length === 0 ? words.nothingToDraw : null,
    draw: (size, colours) =>
      columns(
        {
          labels: numbers.map((number) => format.monthName(number)),
          series: known.map((one) => ({
            ...one,
            values: one.amounts.map((amount) => inUnit(measure, amount)),
            colour: one.age === 0 ? colours.line : colours.series[(one.age - 1) % colours.series.length],
            width: one.age === 0 ? 3 : one.age === 1 ? 2.2 : 1.4,
          })),
          unit: format.unit(measure),
          tick: (number) => format.compact(number),
          gaps,
          chosen: Number(choice.month.slice(5)) - 1,
          sample: sampleOf(context),
          free: measure === 'unit',
        },
        size,
        colours,
      ),
    count: numbers.length,
    says: (i) => [
      format.monthName(numbers[i], 'long'),
      ...[...known].reverse().map(({ name, amounts }) => `${name}${words.colon}${format.amount(measure, amounts[i])}`),
    ],
    choose: (i) => {
      const month = `${choice.month.slice(0, 4)}-${numbers[i]}`;
      return feed.position.has(month) ? { ...choice, month } : null;
    },
    columns: [
      column(words.month, (i) => format.monthName(numbers[i], 'long'), null, { text: true, head: true }),
      ...known.map(({ name, amounts }) => amountColumn(context, name, amounts, measure)),
    ],
    rows: numbers.map((_, i) => i),
    source: () => ({ product: choice.product, months: [[words.shownMonths, monthsShown(context)]] }),
    ...more,
  };
}

/** Amounts of the chosen product and destination in `months`. */
export function amountsOf(context, months, product = context.choice.product, measure = context.choice.measure) {
  return months.map((month) => amountOf(context, product, month, measure));
}

/** What is said where a chart draws some of the products alone; nothing where it draws all. */
export function drawnAlone(context) {
  const [drawn, all] = [productsDrawn(context).length, productsShown(context).length];
  return drawn < all ? context.words.drawnAlone(drawn, all) : '';
}

/** The colour of a product, the same in each chart. */
export function productColour({ feed }, id) {
  const place = (products) => products.findIndex((product) => product.id === id);
  // Only those that are drawn are asked for their colour.
  return (colours) => {
    const at = place(productsApart(feed));
    return colours.series[(at < 0 ? place(feed.overview.products) : at) % colours.series.length];
  };
}
