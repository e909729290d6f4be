/** What is said in words: the article, policy events, notes, why figures are missing, and the documents. */

import { articleOf, el } from './elements.js';
import { eventsShown, monthsShown } from './figures.js';
import { localized } from './format.js';
import { LANGUAGES } from './words.js';

/** Why months of products are missing: those of `period`, or of any month. Nothing where the feed does not say. */
export function reasons({ feed, choice, words }, period = null) {
  return feed.missing(choice.product, period).map(({ product, needed, texts }) =>
    el(
      'div',
      { class: 'reasons' },
      el('h3', {}, `${localized(product.name, choice.lang)}${words.colon}${words.whyMissing}`),
      needed ? el('p', {}, localized(needed, choice.lang)) : null,
      el(
        'ul',
        {},
        texts.map(({ text, files }) =>
          el(
            'li',
            {},
            localized(text, choice.lang),
            files.length > 0
              ? el(
                  'ul',
                  { class: 'code' },
                  files.map((file) => el('li', {}, file.key)),
                )
              : null,
          ),
        ),
      ),
    ),
  );
}

/** The feed's policy events; those on the time axis are marked. */
export function eventList(context) {
  const { feed, choice, words, format } = context;
  const { events } = feed.overview;
  if (events.length === 0) {
    return el('p', {}, words.noEvents);
  }
  const marked = new Set(eventsShown(context, monthsShown(context, true)).map((event) => event.number));
  return el(
    'ol',
    { class: 'events' },
    events.map((event, i) =>
      el(
        'li',
        { id: `event-${i + 1}`, class: marked.has(i + 1) ? 'marked' : '' },
        el('time', { datetime: event.date }, format.day(event.date)),
        ' ',
        el('strong', {}, localized(event.name, choice.lang)),
        event.text ? el('p', {}, localized(event.text, choice.lang)) : null,
        event.url && /^https?:/.test(event.url) ? el('a', { href: event.url, rel: 'noopener' }, words.readMore) : null,
      ),
    ),
  );
}

/** Notes in their order; those that say the same of several figures once. */
function list(notes, language) {
  const texts = [...new Set(notes.map((note) => localized(note.text, language)))];
  return el(
    'ul',
    {},
    texts.map((text) => el('li', {}, text)),
  );
}

/** What the report notes of the feed and of the products that are shown. */
export function noteList(context) {
  const { words, choice, report } = context;
  const products =
    report === null
      ? []
      : report.products
          .filter((product) => choice.product === 'all' || product.id === choice.product)
          .filter((product) => product.notes.length > 0);
  const missing = reasons(context, choice.month);
  if (report === null || (report.notes.length === 0 && products.length === 0 && missing.length === 0)) {
    return [el('p', {}, words.noNotes)];
  }
  return [
    list(report.notes, choice.lang),
    ...missing,
    ...products.map((product) =>
      el(
        'details',
        { open: choice.product !== 'all' },
        el('summary', {}, localized(product.name, choice.lang)),
        list(product.notes, choice.lang),
      ),
    ),
  ];
}

/** The feed's documents, and the other feeds. */
export function downloads({ feed, choice, words, format }) {
  const report = feed.month(choice.month)?.report;
  const links = feed.overview.documents.map((path) => [path, words.aboutDownloads[path]]);
  if (report) {
    links.push([report, words.reportOf(format.month(choice.month))]);
  }
  return el(
    'ul',
    { class: 'downloads' },
    links.map(([path, about]) => el('li', {}, el('a', { href: path }, path), about ? ` – ${about}` : '')),
    el('li', {}, el('a', { href: '../index.html' }, words.otherFeeds)),
  );
}

/** The article of the month in the chosen language, in English where there is none. */
export async function article({ feed, choice, words }) {
  const articles = await feed.articles(choice.month);
  const language = articles[choice.lang] ? choice.lang : 'en';
  const found = articles[language];
  return found
    ? el('article', { lang: LANGUAGES.find(({ id }) => id === language).tag }, el('h3', {}, found.title), articleOf(found.html))
    : el('p', { class: 'missing' }, words.noArticle);
}
