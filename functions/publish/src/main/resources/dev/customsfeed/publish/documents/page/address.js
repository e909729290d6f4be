/** What is shown, and that in the address: a link to it shows the same to others, and the back button goes back. */

import { placesOf } from './data.js';
import { MEASURES } from './measures.js';
import { LANGUAGES } from './words.js';

const SPANS = [12, 36, 60, 120];
const DEFAULT_SPAN = 36;
const AGAINST = ['yoy', 'mom'];
const SORT = /^(products|partners|regimes|provinces|states)\.[a-zA-Z]+\.(up|down)$/;

/** The page's language that the browser's reader prefers, else the first. */
export function preferredLanguage() {
  const preferred = globalThis.navigator?.language?.toLowerCase() ?? '';
  return LANGUAGES.find(({ id }) => preferred === id || preferred.startsWith(`${id}-`))?.id ?? LANGUAGES[0].id;
}

/** The spans of time, in months, that a feed of `count` months has; `all` is all of them. */
export function spansOf(count) {
  return [...SPANS.filter((months) => months <= count).map(String), 'all'];
}

/** What each part of an address may be in this feed, and what it is where nothing is asked for. */
function allowed(overview) {
  const months = overview.months.map((month) => month.period);
  const weighed = overview.total.netWeightKg.some((weight) => weight !== null);
  const spans = spansOf(months.length);
  const one = (list) => (value) => list.includes(value);
  return {
    lang: [one(LANGUAGES.map(({ id }) => id)), preferredLanguage()],
    month: [one(months), months[months.length - 1] ?? ''],
    product: [one(['all', ...overview.products.map((product) => product.id)]), 'all'],
    place: [one(['', ...placesOf(overview).map(({ id }) => id)]), ''],
    measure: [one(MEASURES), weighed || months.length === 0 ? 'weight' : 'value'],
    range: [one(spans), spans.includes(String(DEFAULT_SPAN)) ? String(DEFAULT_SPAN) : 'all'],
    // What is known of the month says which is the usual one.
    against: [one(AGAINST), ''],
    sort: [(value) => value === '' || SORT.test(value), ''],
    filter: [() => true, ''],
  };
}

/**
 * What the address asks for. Whatever means nothing in this feed becomes the default: the newest month, all products and destinations, net
 * weights or, where no month has one, values.
 *
 * @param overview the feed's overview
 * @param hash the address after its page
 */
export function readAddress(overview, hash = globalThis.location.hash) {
  const asked = new URLSearchParams(hash.slice(1));
  return Object.fromEntries(
    Object.entries(allowed(overview)).map(([name, [fits, otherwise]]) => [
      name,
      asked.has(name) && fits(asked.get(name)) ? asked.get(name) : otherwise,
    ]),
  );
}

/** What the address asks for and means nothing, as `[name, value]`. */
export function meaningless(overview, hash = globalThis.location.hash) {
  const known = allowed(overview);
  return [...new URLSearchParams(hash.slice(1))].filter(([name, value]) => !known[name]?.[0](value));
}

/** The address of `choice`; what is empty is left out. */
export function addressOf(choice) {
  return `#${new URLSearchParams(Object.entries(choice).filter(([, value]) => value !== ''))}`;
}

/** Goes to `choice`, as a step that the back button undoes. */
export function goTo(choice) {
  if (addressOf(choice) !== location.hash) {
    location.hash = addressOf(choice);
  }
}

/** Notes `changed` in `choice` and in the address, without showing anything anew: how a table is sorted, what is typed. */
export function remember(choice, changed) {
  Object.assign(choice, changed);
  history.replaceState(null, '', addressOf(choice));
  dispatchEvent(new Event('remembered'));
}
