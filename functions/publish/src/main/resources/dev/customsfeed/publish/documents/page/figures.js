/** Figures looked up: of a product or all together, of everybody or of one destination, in a month. Nothing is computed here. */

import { addMonths, localized } from './format.js';
import { fieldOf } from './measures.js';

const EVENT_MONTHS_AHEAD = 2;
/** As many as there are colours. */
const APART_AT_MOST = 9;

/** What tells trade apart beside partners, as reports call it. */
export const DIMENSIONS = ['regimes', 'provinces', 'states'];

/**
 * The months that are drawn: those of the range up to the newest, or up to the chosen one if that is older. With `ahead` also the months
 * of policy events that are near.
 */
export function monthsShown({ feed, choice }, ahead = false) {
  const count = choice.range === 'all' ? Infinity : Number(choice.range);
  const all = feed.overview.months.map((month) => month.period);
  const reached = all.indexOf(choice.month) >= all.length - count;
  const end = reached ? all.length : all.indexOf(choice.month) + 1;
  const months = all.slice(Math.max(0, end - count), end);
  if (ahead && end === all.length) {
    const limit = addMonths(feed.newest, EVENT_MONTHS_AHEAD);
    const last = feed.overview.events
      .map((event) => event.date.slice(0, 7))
      .filter((month) => month > feed.newest && month <= limit)
      .sort()
      .pop();
    for (let month = addMonths(feed.newest, 1); last && month <= last; month = addMonths(month, 1)) {
      months.push(month);
    }
  }
  return months;
}

/** The events that lie in the months shown, with the numbers that mark them. */
export function eventsShown({ feed }, months) {
  return feed.overview.events
    .map((event, i) => ({ ...event, number: i + 1, index: months.indexOf(event.date.slice(0, 7)) }))
    .filter((event) => event.index >= 0);
}

/** The products that are shown: all, or the chosen one. */
export function productsShown({ feed, choice }) {
  return choice.product === 'all' ? feed.overview.products : [feed.of(choice.product)];
}

/** Those of a feed that charts tell apart: all, or, of more than there are colours, the eight of the highest value in all months. */
export function productsApart({ overview: { products } }) {
  if (products.length <= APART_AT_MOST) {
    return products;
  }
  const worth = new Map(products.map((product) => [product.id, product.value.reduce((sum, value) => sum + (value ?? 0), 0)]));
  const first = new Set(
    [...worth]
      .sort(([, one], [, other]) => other - one)
      .slice(0, APART_AT_MOST - 1)
      .map(([id]) => id),
  );
  return products.filter(({ id }) => first.has(id));
}

/** Those of the products shown that a chart draws by themselves. */
export function productsDrawn(context) {
  return context.choice.product === 'all' ? productsApart(context.feed) : productsShown(context);
}

/** What there was of a product in a month, with everybody or with the chosen destination: null where it is not known or not comparable. */
export function amountOf({ feed, choice, place }, product, month, measure = choice.measure) {
  const whole = feed.of(product);
  if (!place) {
    return feed.comparable(whole, whole, measure, month, choice.month);
  }
  if (place.figures[product]) {
    return feed.comparable(place.figures[product], whole, measure, month, choice.month);
  }
  // Who never had trade in a product had none in the months that are known.
  const known = feed.comparable(whole, whole, 'value', month, choice.month) !== null;
  return known && measure !== 'unit' ? 0 : null;
}

/** A figure of the course of the chosen product, e.g. `ytd` or `momPct`; null where it is not known. */
export function courseOf({ feed, choice, course }, name, month, measure = choice.measure) {
  const whole = feed.of(choice.product);
  return feed.coverage(whole, month) === feed.coverage(whole, choice.month) ? feed.at(course[fieldOf(measure)][name], month) : null;
}

/** A sum, `ytd` or `twelveMonths`, of what is chosen: of the chosen place or of everybody; null where it is not known. */
export function sumOf(context, name, month) {
  return context.place ? placeSum(context, month, (sums) => sums[name][fieldOf(context.choice.measure)]) : courseOf(context, name, month);
}

/** The calendar years of the feed whose sums of a place are shown: those of the months that are drawn, the chosen one and the one before it. */
export function yearsOfSums(context) {
  const year = Number(context.choice.month.slice(0, 4));
  const shown = new Set([...yearsOf(monthsShown(context)), String(year - 1), String(year)]);
  return yearsOf(context.feed.overview.months.map(({ period }) => period)).filter((one) => shown.has(one));
}

/** A sum or share of the chosen place: `list` finds it among those of the chosen product; null where it is not known. */
export function placeSum({ feed, choice, place, course }, month, list) {
  const whole = feed.of(choice.product);
  const unlike = feed.coverage(whole, month) !== feed.coverage(whole, choice.month);
  if (!feed.position.has(month) || !place.figures[choice.product] || unlike) {
    return null;
  }
  const year = place.sums[month.slice(0, 4)];
  if (!year) {
    throw new Error(`the sums of ${month} are not loaded`);
  }
  const sums = year.products[choice.product];
  return sums ? list(sums)[year.months.indexOf(month)] : feed.at(list(course.none), month);
}

/** Where that figure stands, as the panel of sources says it. */
export function placeInCourse({ feed, choice }, name, month, measure = choice.measure) {
  const at = feed.position.get(month);
  return `${feed.of(choice.product).course}: ${fieldOf(measure)}.${name}[${at}]`;
}

/** What the report says of a product or of all together. */
export function figureOf(report, product) {
  return product === 'all' ? report.total : report.products.find((one) => one.id === product);
}

/** Where that stands in the report. */
export function pathOf(report, product) {
  return product === 'all' ? 'total' : `products[${report.products.findIndex((one) => one.id === product)}]`;
}

/** What changes are told against: what the reader chose; else a year before or, where nothing is known of that, the month before. */
export function againstOf({ choice, report }) {
  const figures = figureOf(report, choice.product);
  const known = (against) => figures.month[`${against}Pct`] !== null || figures.analysis?.valueChange?.[against]?.change !== undefined;
  return choice.against || (!known('yoy') && known('mom') ? 'mom' : 'yoy');
}

/** What tells a partner from others. */
export function idOf(partner) {
  return partner.iso2 ?? partner.code;
}

/** The partners of a report: of a product as the report has them, of all products together as it has them there. */
export function partnersOf(report, product) {
  return figureOf(report, product).partners ?? [];
}

/** What the report says of a place in a product or in all together, and where; null where it says nothing. */
export function placeIn(report, product, id) {
  const figures = figureOf(report, product);
  const lists = [
    ['partners', figures.partners, idOf],
    ['regions', figures.regions, (one) => one.id],
    ...DIMENSIONS.map((name) => [`${name}.figures`, figures[name]?.figures, (one) => `${name}.${one.code}`]),
  ];
  for (const [name, list, idIn] of lists) {
    const at = (list ?? []).findIndex((one) => idIn(one) === id);
    if (at >= 0) {
      return { row: list[at], path: `${pathOf(report, product)}.${name}[${at}]` };
    }
  }
  return null;
}

/** Which rows of customs files a place is: those of its `partners`, all of a region, or those of one customs regime, province or state. */
export function rowsIn({ feed }, id) {
  const dimension = feed.dimension(id);
  if (dimension) {
    return { split: { dimension, code: feed.place(id).code } };
  }
  const members = feed.overview.destinations.filter(({ regions }) => regions.includes(id)).map((one) => one.id);
  return { partners: members.length > 0 ? members : [id] };
}

/** What the report leaves out of a place's values: its unit value, share and changes; null where that is not known. */
export function valueOf({ values }, product, id, field) {
  const lists = values?.products[product];
  const at = lists?.ids.indexOf(id) ?? -1;
  return at < 0 ? null : lists[field][at];
}

/** Where that stands. */
export function placeInValues({ feed, choice, values }, product, id, field) {
  const at = values?.products[product]?.ids.indexOf(id) ?? -1;
  return `${feed.month(choice.month).partners}: products.${product}.${field}[${at}]`;
}

/** Why a month is not shown: nobody has it, or it is of another scope than the chosen one. */
export function whyMissing({ feed, choice, words }, month) {
  const whole = feed.of(choice.product);
  return feed.coverage(whole, month) === feed.coverage(whole, choice.month) ? words.missing : words.otherScope;
}

/** What a place is called. */
export function placeName({ feed, choice, words }, id) {
  const known = feed.place(id);
  return known?.name ? localized(known.name, choice.lang) : (words.regions[id] ?? id);
}

/** The calendar years that `months` lie in, oldest first. */
export function yearsOf(months) {
  return [...new Set(months.map((month) => month.slice(0, 4)))];
}
