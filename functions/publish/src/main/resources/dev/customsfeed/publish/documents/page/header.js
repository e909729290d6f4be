/** The head of the page, and what is chosen in it. */

import { addressOf, goTo, spansOf } from './address.js';
import { el } from './elements.js';
import { DIMENSIONS, placeName } from './figures.js';
import { addMonths, localized } from './format.js';
import { MEASURES } from './measures.js';
import { measureName } from './views/common.js';
import { LANGUAGES } from './words.js';

/** What the figures of the month are limited to; nothing where they are of everything. */
export function coverageOf({ feed, choice }) {
  const number = feed.coverage(feed.of(choice.product), choice.month);
  return number === null ? null : feed.overview.coverages[number];
}

/** Who says so, what values include, whose trade it is. */
export function sourceText(context) {
  const { feed, choice, words } = context;
  const coverage = coverageOf(context);
  return [
    `${words.source}${words.colon}${localized(feed.overview.source.name, choice.lang)}`,
    ...(feed.overview.valuation ? [localized(feed.overview.valuation, choice.lang)] : []),
    ...(coverage ? [localized(coverage, choice.lang)] : []),
  ].join(' · ');
}

/** The same, with the notice on samples. */
export function sourceLine(context) {
  const { feed, words } = context;
  const said = sourceText(context);
  return feed.overview.sample ? [`${said} · `, el('strong', { class: 'sample' }, words.sample)] : [said];
}

function languages({ choice, words }) {
  const links = LANGUAGES.map(({ id, tag, name }) =>
    el('a', { lang: tag, hreflang: tag, 'aria-current': choice.lang === id ? 'true' : false, 'data-language': id }, name),
  );
  const lead = () => links.forEach((link) => link.setAttribute('href', addressOf({ ...choice, lang: link.dataset.language })));
  lead();
  const nav = el('nav', { 'aria-label': words.language }, links);
  addEventListener('remembered', function listen() {
    if (nav.isConnected) {
      lead();
    } else {
      removeEventListener('remembered', listen);
    }
  });
  return nav;
}

/** Title, languages, whose trade it is and who says so. */
export function header(context) {
  const { feed, choice, words, format } = context;
  const names = new Intl.DisplayNames([format.locale], { type: 'region' });
  const reporter = feed.overview.reporterName ? localized(feed.overview.reporterName, choice.lang) : names.of(feed.overview.reporter);
  const flow = words[`${feed.overview.flow}s`](reporter);
  return el(
    'header',
    {},
    el('div', { class: 'title' }, el('h1', {}, localized(feed.overview.title, choice.lang)), languages(context)),
    el('p', { class: 'about' }, `${flow} · `, sourceLine(context)),
    feed.overview.sample ? el('p', { class: 'sample banner' }, words.sampleLong) : null,
  );
}

/** What the address asks for and this feed does not have. */
export function notUnderstood({ words }, asked) {
  if (asked.length === 0) {
    return null;
  }
  return el(
    'p',
    { class: 'banner odd', role: 'status' },
    words.notUnderstood(asked.map(([name, value]) => `${name}=${value}`).join(words.comma)),
  );
}

/**
 * A choice of one of `options`, which are `[value, text]` or `{group, options}`.
 *
 * @param more `chosen`, if not what the address says; `id`, if not the name
 */
export function chooser(context, name, label, options, { chosen = context.choice[name], id = name } = {}) {
  const option = ([value, text]) => el('option', { value, selected: chosen === value }, text);
  const select = el(
    'select',
    { id: `choose-${id}`, onchange: (event) => goTo({ ...context.choice, [name]: event.target.value }) },
    options.map((one) => (one.group ? el('optgroup', { label: one.group }, one.options.map(option)) : option(one))),
  );
  return el('div', { class: `choice choice-${id}` }, el('label', { for: `choose-${id}` }, label), select);
}

function step({ feed, choice }, label, sign, period) {
  return el(
    'button',
    {
      type: 'button',
      class: 'step',
      'aria-label': label,
      disabled: !feed.position.has(period),
      onclick: () => goTo({ ...choice, month: period }),
    },
    sign,
  );
}

function places(context) {
  const { feed, words, format } = context;
  const named = (list) =>
    list.map(({ id }) => [id, placeName(context, id)]).sort(([, one], [, other]) => one.localeCompare(other, format.locale));
  return chooser(
    context,
    'place',
    feed.overview.flow === 'import' ? words.origin : words.destination,
    [
      ['', words.allPlaces],
      { group: words.regionsGroup, options: named(feed.overview.regions) },
      { group: words.countries, options: named(feed.overview.destinations) },
    ].filter((one) => one.group === undefined || one.options.length > 0),
    { chosen: feed.dimension(context.choice.place) ? '' : context.choice.place },
  );
}

/** A choice for each dimension that the feed's files tell. What is chosen in one takes the place of a destination: sums are kept by one of them at a time. */
function dimensions(context) {
  const { feed, choice, words, format } = context;
  return DIMENSIONS.filter((name) => feed.overview.dimensions[name]).map((name) => {
    const named = feed.overview.dimensions[name]
      .map(({ id }) => [id, placeName(context, id)])
      .sort(([, one], [, other]) => one.localeCompare(other, format.locale));
    return chooser(context, 'place', words[name], [['', words.allPlaces], ...named], {
      chosen: feed.dimension(choice.place) === name ? choice.place : '',
      id: name,
    });
  });
}

function print(words) {
  const button = (text, before) =>
    el(
      'button',
      {
        type: 'button',
        class: 'take',
        onclick: () => {
          before();
          globalThis.print();
        },
      },
      text,
    );
  return el(
    'div',
    { class: 'prints', role: 'group', 'aria-label': words.print },
    button(words.printAll, () => document.body.classList.remove('briefing')),
    button(words.printBriefing, () => document.body.classList.add('briefing')),
  );
}

/** All that can be chosen. */
export function choices(context) {
  const { feed, choice, words, format } = context;
  const months = feed.overview.months
    .map(({ period, report }) => [period, report ? format.month(period) : `${format.month(period)}${words.inParentheses(words.missing)}`])
    .reverse();
  return el(
    'section',
    { class: 'choices', 'aria-label': words.choices },
    el(
      'div',
      { class: 'month' },
      step(context, words.earlier, '‹', addMonths(choice.month, -1)),
      chooser(context, 'month', words.month, months),
      step(context, words.later, '›', addMonths(choice.month, 1)),
    ),
    chooser(
      context,
      'measure',
      words.measure,
      MEASURES.map((measure) => [measure, measureName(words, measure)]),
    ),
    chooser(context, 'product', words.product, [
      ['all', words.allProducts],
      ...feed.overview.products.map((product) => [product.id, localized(product.name, choice.lang)]),
    ]),
    places(context),
    dimensions(context),
    chooser(
      context,
      'range',
      words.range,
      spansOf(feed.overview.months.length).map((span) => [
        span,
        span === 'all' ? words.monthsAll : span === '12' ? words.oneYear : words.years(Number(span) / 12),
      ]),
    ),
    print(words),
  );
}
