/** What is shown, and that in the address: a link to it shows the same to others, and the back button goes back. */

const MEASURES = ['weight', 'value'];
const RANGES = ['24', '60', 'all'];

function preferredLanguage() {
  return navigator.language?.toLowerCase().startsWith('zh') ? 'zh' : 'en';
}

/**
 * What the address asks for. Whatever does not fit the feed becomes the default: the newest month, all products, net weights or, where
 * no month has one, values.
 *
 * @param overview the feed's overview
 */
export function readAddress(overview) {
  const asked = new URLSearchParams(location.hash.slice(1));
  const months = overview.months.map((month) => month.period);
  const newest = months[months.length - 1] ?? '';
  const weighed = overview.total.netWeightKg.some((weight) => weight !== null);
  const pick = (name, allowed, otherwise) => (allowed.includes(asked.get(name)) ? asked.get(name) : otherwise);
  return {
    lang: pick('lang', ['en', 'zh'], preferredLanguage()),
    month: pick('month', months, newest),
    product: pick('product', ['all', ...overview.products.map((product) => product.id)], 'all'),
    measure: pick('measure', MEASURES, weighed || months.length === 0 ? 'weight' : 'value'),
    range: pick('range', RANGES, '24'),
  };
}

/** The address of `choice`. */
export function addressOf(choice) {
  return `#${new URLSearchParams(choice)}`;
}

/** Goes to `choice`, as a step that the back button undoes. */
export function goTo(choice) {
  if (addressOf(choice) !== location.hash) {
    location.hash = addressOf(choice);
  }
}
