/** The page of a feed: puts together what is shown, and again whenever the address says something else. */

import { addressOf, meaningless, preferredLanguage, readAddress } from './address.js';
import { card } from './card.js';
import { Feed, GoneError } from './data.js';
import { dimensionTable, monthTable, partnerTable, productTable } from './datatables.js';
import { el } from './elements.js';
import { againstOf, DIMENSIONS, placeName, yearsOfSums } from './figures.js';
import { Format, localized } from './format.js';
import { choices, chooser, header, notUnderstood, sourceLine, sourceText } from './header.js';
import { keyFigures } from './keyfigures.js';
import { watchPublication } from './live.js';
import { article, downloads, eventList, noteList, reasons } from './texts.js';
import { partnerBridgeView, productBridgeView, valueBridgeView } from './views/bridge.js';
import { measureName, subject } from './views/common.js';
import { cumulativeView } from './views/cumulative.js';
import { dimensionView, splitOf } from './views/dimensions.js';
import { indexedView } from './views/indexed.js';
import { outlookView } from './views/outlook.js';
import { placeShareView } from './views/place-share.js';
import { rankedView } from './views/ranked.js';
import { regionsView } from './views/regions.js';
import { seasonView } from './views/season.js';
import { seriesView } from './views/series.js';
import { sharesView } from './views/shares.js';
import { twelveView } from './views/twelve.js';
import { unitValuesView } from './views/unit-values.js';
import { LANGUAGES, words as wordsOf } from './words.js';

/** How far below the screen charts are drawn already. */
const AHEAD = '600px';

const page = document.getElementById('page');
let feed = null;
let cards = [];
let shownTimes = 0;

/** What draws charts when they come near the screen, and again when their width changes. */
const nearby = new IntersectionObserver(
  (entries) =>
    entries.filter(({ isIntersecting }) => isIntersecting).forEach(({ target }) => cards.find(({ element }) => element === target)?.draw()),
  { rootMargin: AHEAD },
);
const resized = new ResizeObserver((entries) =>
  entries.forEach(({ target }) => cards.filter(({ element, drawn }) => element === target && drawn).forEach((one) => one.draw())),
);

/** All that the parts of the page need to know of what is shown. */
function contextOf(choice) {
  const words = wordsOf(choice.lang);
  const { currency, currencyName } = feed.overview;
  const format = new Format(words, currencyName?.[choice.lang] ?? currency, currency);
  const product = choice.product === 'all' ? words.allProducts : localized(feed.of(choice.product).name, choice.lang);
  const context = { feed, choice, words, format, product, place: null, report: null, course: null, values: null, against: null };
  context.sourceText = sourceText(context);
  context.sourceLine = () => sourceLine(context);
  context.subject = subject(context);
  return context;
}

/** A part of the page with its heading; what it holds comes later where it must be loaded first. */
function section(id, heading, ...children) {
  return el('section', { id, 'aria-labelledby': `${id}-heading` }, el('h2', { id: `${id}-heading` }, heading), children.flat());
}

/** The cards of those views that there are, each drawn when it comes near. */
function cardsOf(context, views) {
  return views
    .map((view) => view(context))
    .filter((view) => view !== null)
    .map((view) => {
      const made = card(context, view);
      const kept = {
        element: made.element,
        drawn: false,
        draw: () => {
          kept.drawn = true;
          made.draw();
        },
      };
      cards.push(kept);
      nearby.observe(kept.element);
      resized.observe(kept.element);
      return kept;
    });
}

function forget() {
  cards.forEach(({ element }) => {
    nearby.unobserve(element);
    resized.unobserve(element);
  });
  cards = [];
}

/** What the keyboard was on, so that it is there again when the page was made anew. */
function focused() {
  const { activeElement } = document;
  if (!activeElement || activeElement === document.body) {
    return () => {};
  }
  const links = activeElement.closest('nav') ? [...page.querySelectorAll('nav a')].indexOf(activeElement) : -1;
  const steps = [...page.querySelectorAll('.step')].indexOf(activeElement);
  const chart = activeElement.classList.contains('points') ? activeElement.closest('figure').id : null;
  const { id } = activeElement;
  return () => {
    const again =
      links >= 0
        ? page.querySelectorAll('nav a')[links]
        : steps >= 0
          ? page.querySelectorAll('.step')[steps]
          : chart
            ? document.querySelector(`#${chart} .points`)
            : id
              ? document.getElementById(id)
              : null;
    again?.focus({ preventScroll: true });
  };
}

/** Shows a feed that has no month yet: what it needs, and what there is instead. */
function showNothing(context) {
  const { choice, words } = context;
  const main = el(
    'main',
    { id: 'main', tabindex: '-1' },
    section('figures', words.keyFigures, el('p', { class: 'missing' }, words.noMonth), ...reasons(context)),
    section('downloads', words.downloads, downloads(context)),
  );
  page.replaceChildren(header(context), main);
  page.dataset.shown = addressOf(choice);
}

/** The parts that need the report, in their order. */
function partsOf(context, courses) {
  const { words, choice, place, report } = context;
  const partnersHeading = feed.overview.flow === 'import' ? words.origins : words.destinations;
  const missing = () => el('p', { class: 'missing' }, words.missingMonth);
  const part = (id, heading, views, ...before) => {
    const made = report === null ? [] : cardsOf(context, views);
    if (report !== null && made.length === 0) {
      return null;
    }
    return section(
      id,
      heading,
      ...before,
      report === null
        ? missing()
        : el(
            'div',
            { class: 'pair' },
            made.map(({ element }) => element),
          ),
    );
  };
  return [
    part('destinations', partnersHeading, [rankedView, sharesView, regionsView, unitValuesView]),
    part('years', words.overTheYears, [seasonView, cumulativeView, twelveView, placeShareView, indexedView]),
    part(
      'made',
      words.madeOf,
      [valueBridgeView, productBridgeView, partnerBridgeView, outlookView],
      chooser(
        context,
        'against',
        words.against,
        [
          ['yoy', words.yoy],
          ['mom', words.mom],
        ],
        { chosen: context.against },
      ),
    ),
    section('products', words.byProduct, report === null ? missing() : productTable(context, courses)),
    place
      ? section('months', words.byMonth, monthTable(context))
      : section('partners', words.byPartner, report === null ? missing() : partnerTable(context)),
    ...DIMENSIONS.filter((dimension) => splitOf(context, dimension) !== null).map((dimension) =>
      section(
        `by-${dimension}`,
        words[`by${dimension}`],
        cardsOf(context, [dimensionView(dimension)]).map(({ element }) => element),
        dimensionTable(context, dimension),
      ),
    ),
  ].filter((one) => one !== null && choice);
}

/** The courses of all products, where the tables need them: of the chosen one otherwise. */
async function coursesOf({ choice, place }) {
  const products = choice.measure === 'weight' || place ? [choice.product] : ['all', ...feed.overview.products.map(({ id }) => id)];
  return Object.fromEntries(await Promise.all(products.map(async (product) => [product, await feed.course(product)])));
}

/** Shows what the address asks for. What was begun for an older address is given up. */
async function show() {
  const times = (shownTimes += 1);
  const choice = readAddress(feed.overview);
  const context = contextOf(choice);
  const { words, format } = context;
  const title = localized(feed.overview.title, choice.lang);
  document.documentElement.lang = LANGUAGES.find((language) => language.id === choice.lang).tag;
  document.querySelectorAll('dialog').forEach((dialog) => dialog.close());
  if (feed.overview.months.length === 0) {
    document.title = title;
    showNothing(context);
    return;
  }
  const byWeight = choice.measure === 'weight' && choice.place === '';
  const loading = [
    feed.report(choice.month),
    coursesOf(context),
    byWeight ? null : feed.partnerValues(choice.month),
    choice.place === '' ? null : feed.sumsOf(choice.place, yearsOfSums(context)),
  ];
  // Whoever waits for them hears of it below.
  loading.forEach((one) => one?.catch(() => {}));
  if (choice.place !== '') {
    context.place = { id: choice.place, name: placeName(context, choice.place), figures: await feed.partOf(choice.place) };
    context.subject = subject(context);
    if (times !== shownTimes) {
      return;
    }
  }
  document.title = `${title}${words.colon}${format.month(choice.month)}${words.comma}${context.subject}`;
  forget();

  const refocus = focused();
  const figures = section(
    'figures',
    `${words.keyFigures}${words.colon}${context.subject}${words.comma}${format.month(choice.month)}${words.comma}${measureName(words, choice.measure)}`,
  );
  const [series] = cardsOf(context, [seriesView]);
  const articlePart = section('article', words.article);
  const notes = section('notes', words.notes);
  const main = el('main', { id: 'main', tabindex: '-1' }, figures, series.element);
  const status = el('p', { class: 'unseen', role: 'status' });
  // Not a link: its address would be that of another choice.
  const skip = el('button', { type: 'button', class: 'skip', onclick: () => main.focus() }, words.skip);
  page.replaceChildren(
    skip,
    header(context),
    ...[notUnderstood(context, meaningless(feed.overview))].filter(Boolean),
    choices(context),
    status,
    main,
  );
  series.draw();
  refocus();
  performance.mark('first-chart');
  if (times > 1) {
    status.textContent = words.showing(format.month(choice.month), context.subject);
  }

  const [report, courses, values, sums] = await Promise.all(loading);
  if (times !== shownTimes) {
    return;
  }
  const against = report === null ? choice.against || 'yoy' : againstOf({ choice, report });
  Object.assign(context, { report, values, against, course: courses[choice.product] });
  if (context.place) {
    context.place.sums = sums;
  }
  if (report?.traces?.length > 0) {
    const [shaded] = cardsOf(context, [seriesView]);
    series.element.replaceWith(shaded.element);
    shaded.draw();
  }
  figures.append(...keyFigures(context));
  notes.append(...noteList(context));
  const parts = partsOf(context, courses);
  main.append(
    ...parts,
    articlePart,
    section('events', words.events, eventList(context)),
    notes,
    section('downloads', words.downloads, downloads(context)),
  );
  const text = await article(context);
  if (times !== shownTimes) {
    return;
  }
  articlePart.append(text);
  refocus();
  performance.mark('all-shown');
  page.dataset.shown = addressOf(choice);
}

function fail(error) {
  const language = feed ? readAddress(feed.overview).lang : preferredLanguage();
  const words = wordsOf(language);
  page.prepend(
    el(
      'div',
      { class: 'failed', role: 'alert' },
      el('p', {}, `${words.failed}${words.colon}${error.message}`),
      el('button', { type: 'button', onclick: () => location.reload() }, words.tryAgain),
    ),
  );
}

/** Shows; what is gone since the feed was published anew is looked for once more, under its new name. */
async function showOrFail() {
  try {
    await show();
  } catch (error) {
    if (!(error instanceof GoneError)) {
      throw error;
    }
    feed = await Feed.load(true);
    await show();
  }
}

async function start() {
  try {
    feed = await Feed.load();
    await showOrFail();
    addEventListener('hashchange', () => showOrFail().catch(fail));
    // Their colours are drawn, not styled.
    matchMedia('(prefers-color-scheme: dark)').addEventListener('change', () => showOrFail().catch(fail));
    addEventListener('beforeprint', () => cards.forEach((one) => one.draw()));
    addEventListener('afterprint', () => document.body.classList.remove('briefing'));
  } catch (error) {
    fail(error);
  }
}

watchPublication();
start();
