/** The page of a feed: puts together what is shown, and again whenever the address says something else. */

import { addressOf, goTo, readAddress } from './address.js';
import { drawRanked, drawSeries, drawShares, eventsShown, monthsShown, seriesFigures, shareFigures } from './charts.js';
import { Feed, GoneError } from './data.js';
import { articleOf, el, figure } from './elements.js';
import { addMonths, Format, localized } from './format.js';
import { monthsBehind, sourceButton } from './sources.js';
import { column, table } from './tables.js';
import { LANGUAGES, words as wordsOf } from './words.js';

const RANKED = 12;

const page = document.getElementById('page');
let feed = null;
let charts = [];
let shownTimes = 0;

/** All that the parts of the page need to know of what is shown. */
function contextOf(choice) {
  const words = wordsOf(choice.lang);
  const format = new Format(choice.lang, words.currency(feed.overview.currency, feed.overview.currencyName ?? {}), words);
  const product = choice.product === 'all' ? words.allProducts : localized(feed.of(choice.product).name, choice.lang);
  return { feed, choice, words, format, product };
}

/** What the figures of the month are limited to; nothing where they are of everything. */
function coverageOf({ feed, choice }) {
  const number = feed.coverage(feed.of(choice.product), choice.month);
  return number === null ? null : feed.overview.coverages[number];
}

/** That the figures of the month are not of everything; nothing where they are. */
function limits(context) {
  const { choice, words } = context;
  const coverage = coverageOf(context);
  if (coverage === null) {
    return [];
  }
  const without = coverage.without ? words.without(localized(coverage.without, choice.lang)) : '';
  return [el('p', { class: 'limited' }, words.limited(localized(coverage, choice.lang), without))];
}

function sourceLine(context) {
  const { feed, choice, words } = context;
  const name = localized(feed.overview.source.name, choice.lang);
  const coverage = coverageOf(context);
  const said = [
    `${words.source}${words.colon}${name}`,
    ...(feed.overview.valuation ? [localized(feed.overview.valuation, choice.lang)] : []),
    ...(coverage ? [localized(coverage, choice.lang)] : []),
  ].join(' · ');
  return feed.overview.sample ? [`${said} · `, el('strong', { class: 'sample' }, words.sample)] : [said];
}

function header(context) {
  const { feed, choice, words } = context;
  const names = new Intl.DisplayNames([context.format.locale], { type: 'region' });
  const reporter = feed.overview.reporterName ? localized(feed.overview.reporterName, choice.lang) : names.of(feed.overview.reporter);
  const flow = words[`${feed.overview.flow}s`](reporter);
  return el(
    'header',
    {},
    el(
      'div',
      { class: 'title' },
      el('h1', {}, localized(feed.overview.title, choice.lang)),
      el(
        'nav',
        { 'aria-label': words.language },
        LANGUAGES.map(({ id, tag, name }) =>
          el(
            'a',
            {
              href: addressOf({ ...choice, lang: id }),
              lang: tag,
              hreflang: tag,
              'aria-current': choice.lang === id ? 'true' : false,
            },
            name,
          ),
        ),
      ),
    ),
    el('p', { class: 'about' }, `${flow} · `, sourceLine(context)),
    feed.overview.sample ? el('p', { class: 'sample banner' }, words.sampleLong) : null,
  );
}

function chooser(context, name, label, options) {
  const { choice } = context;
  const select = el(
    'select',
    { id: `choose-${name}`, onchange: (event) => goTo({ ...choice, [name]: event.target.value }) },
    options.map(([value, text]) => el('option', { value, selected: choice[name] === value }, text)),
  );
  return el('div', { class: 'choice' }, el('label', { for: `choose-${name}` }, label), select);
}

function step(context, label, sign, period) {
  const { feed, choice } = context;
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

function choices(context) {
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
    chooser(context, 'product', words.product, [
      ['all', words.allProducts],
      ...feed.overview.products.map((product) => [product.id, localized(product.name, choice.lang)]),
    ]),
    chooser(context, 'measure', words.measure, [
      ['weight', words.weight],
      ['value', words.value],
    ]),
    chooser(context, 'range', words.range, [
      ['24', words.months24],
      ['60', words.months60],
      ['all', words.monthsAll],
    ]),
  );
}

/** Why months of products are missing: those of `period`, or of any month. Nothing where the feed does not say. */
function reasons({ feed, choice, words }, period = null) {
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

/** A part of the page with its heading; what it holds comes later where it must be loaded first. */
function section(id, heading, ...children) {
  return el('section', { id, 'aria-labelledby': `${id}-heading` }, el('h2', { id: `${id}-heading` }, heading), children);
}

function figureOf(report, product) {
  return product === 'all' ? report.total : report.products.find((one) => one.id === product);
}

function pathOf(report, product) {
  return product === 'all' ? 'total' : `products[${report.products.findIndex((one) => one.id === product)}]`;
}

/** What notes say of figures that are known. */
const TELLS_OF_KNOWN = new Set(['revised', 'withdrawn', 'suspected-part', 'figures-lost']);

/** The note that says why a figure is not known, if one does. */
function why(report, product, field) {
  const notes = (product === 'all' ? report.notes : figureOf(report, product).notes).filter((note) => !TELLS_OF_KNOWN.has(note.code));
  const subject = product === 'all' ? `total.${field}` : field;
  return notes.find((note) => note.subject === subject) ?? notes.find((note) => subject.startsWith(`${note.subject}.`));
}

/** The changes below a figure; a reason for which several are not known is given once. */
function changesOf(context, report, changes) {
  const { words, format, choice } = context;
  const reasons = new Set();
  return changes.map(({ label, percent, field }) => {
    if (percent === null) {
      const note = why(report, choice.product, field);
      const reason = note ? localized(note.text, choice.lang) : words.unknown(label);
      const said = reasons.has(reason);
      reasons.add(reason);
      return said ? null : el('p', { class: 'change missing' }, reason);
    }
    const tone = percent > 0 ? 'up' : percent < 0 ? 'down' : 'same';
    return el('p', { class: `change ${tone}` }, figure(format.change(percent), percent), ` ${label}`);
  });
}

/** Changes that the report has. */
function reported(context, report, changes) {
  const start = pathOf(report, context.choice.product);
  return changes.map(([label, percent, field]) => ({ label, percent, field, where: `${start}.${field}` }));
}

/** In percent of `base`, rounded half away from zero to two decimals as the report rounds; null where one is not known or it is zero. */
function changePercent(now, base) {
  if (now === null || base === null || base === 0) {
    return null;
  }
  const percent = (100 * (now - base)) / base;
  return (Math.sign(percent) * Math.round(Math.abs(percent) * 100)) / 100;
}

/** Changes of the value, or of the value of a tonne, that the page computes: the report has those of the net weight. */
function computed({ feed, choice, words }, perTonne) {
  const figures = feed.of(choice.product);
  const start = choice.product === 'all' ? 'total' : `products[${feed.overview.products.indexOf(figures)}]`;
  const amount = (period) => {
    const value = feed.comparable(figures, figures, 'value', period, choice.month);
    const weight = feed.comparable(figures, figures, 'weight', period, choice.month);
    return !perTonne ? value : value === null || weight === null || weight === 0 ? null : value / weight;
  };
  const where = (period) => {
    const at = feed.position.get(period);
    return perTonne ? `${start}.value[${at}] / ${start}.netWeightKg[${at}]` : `${start}.value[${at}]`;
  };
  return [
    [words.mom, -1, 'month.momPct'],
    [words.yoy, -12, 'month.yoyPct'],
  ].map(([label, months, field]) => {
    const base = addMonths(choice.month, months);
    return {
      label,
      field,
      percent: changePercent(amount(choice.month), amount(base)),
      where: feed.position.has(base) ? words.computed(where(choice.month), where(base)) : '',
    };
  });
}

function card(context, report, { name, shown, exact, path, kinds, changes }) {
  const { choice, words, product } = context;
  const start = pathOf(report, choice.product);
  const of = () => ({
    product: choice.product,
    exact: [
      [name, shown, exact, `${start}.${path}`],
      ...changes.map(({ label, percent, where }) => [label, context.format.change(percent), percent, where]),
    ],
    months: monthsBehind(words, choice.month, kinds),
  });
  return el(
    'div',
    { class: 'card' },
    el('h3', {}, name),
    el('p', { class: 'big', 'data-figure': path }, figure(shown, exact)),
    changesOf(context, report, changes),
    sourceButton(context, `${name}${words.comma}${product}`, of),
  );
}

function keyFigures(context, report) {
  const { words, format, choice } = context;
  if (report === null) {
    return [el('p', { class: 'missing' }, words.missingMonth), ...reasons(context, choice.month)];
  }
  const { month, ytd } = figureOf(report, choice.product);
  const ytdByValue = ytd.netWeightKg === null && ytd.value !== null;
  return [
    ...limits(context),
    el(
      'div',
      { class: 'cards' },
      card(context, report, {
        name: words.weight,
        shown: format.weight(month.netWeightKg),
        exact: month.netWeightKg,
        path: 'month.netWeightKg',
        kinds: ['month', 'mom', 'yoy'],
        changes: reported(context, report, [
          [words.mom, month.momPct, 'month.momPct'],
          [words.yoy, month.yoyPct, 'month.yoyPct'],
        ]),
      }),
      card(
        context,
        report,
        ytdByValue
          ? {
              name: `${words.ytd}${words.colon}${words.value}`,
              shown: format.value(ytd.value),
              exact: ytd.value,
              path: 'ytd.value',
              kinds: ['ytd', 'ytdYoy'],
              changes: reported(context, report, [[words.yoy, ytd.valueYoyPct, 'ytd.valueYoyPct']]),
            }
          : {
              name: `${words.ytd}${words.colon}${words.weight}`,
              shown: format.weight(ytd.netWeightKg),
              exact: ytd.netWeightKg,
              path: 'ytd.netWeightKg',
              kinds: ['ytd', 'ytdYoy'],
              changes: reported(context, report, [[words.yoy, ytd.yoyPct, 'ytd.yoyPct']]),
            },
      ),
      card(context, report, {
        name: words.value,
        shown: format.value(month.value),
        exact: month.value,
        path: 'month.value',
        kinds: ['month', 'mom', 'yoy'],
        changes:
          month.valueMomPct === undefined
            ? computed(context, false)
            : reported(context, report, [
                [words.mom, month.valueMomPct, 'month.valueMomPct'],
                [words.yoy, month.valueYoyPct, 'month.valueYoyPct'],
              ]),
      }),
      card(context, report, {
        name: words.unitValue,
        shown: format.unitValue(month.unitValuePerTonne),
        exact: month.unitValuePerTonne,
        path: 'month.unitValuePerTonne',
        kinds: ['month', 'mom', 'yoy'],
        changes: computed(context, true),
      }),
    ),
  ];
}

/** A chart with what must be said of it: unit, source, a table with the same figures, and where these come from. */
function chart(context, id, heading, { draw, summary, unit, rows, source }) {
  const { words } = context;
  const canvas = el('canvas', { id: `${id}-chart`, role: 'img', 'aria-label': summary });
  const details = el('details', {}, el('summary', {}, words.asTable));
  // A table of ten years is made for those who ask for it.
  details.addEventListener('toggle', () => {
    if (details.open && details.children.length === 1) {
      details.append(rows());
    }
  });
  const element = el(
    'figure',
    { id, class: 'chart' },
    el('h3', {}, heading),
    el('div', { class: 'canvas' }, canvas),
    el('figcaption', {}, `${unit} · `, sourceLine(context), ' ', sourceButton(context, heading, source)),
    details,
  );
  return { element, draw: () => charts.push(draw(canvas)) };
}

function seriesChart(context) {
  const { feed, choice, words, format, product } = context;
  const months = monthsShown(feed, choice);
  const known = months.filter((month) => month <= feed.newest);
  const unit = `${choice.measure === 'weight' ? words.weight : words.value}${words.comma}${format.unit(choice.measure)}`;
  const rows = () => {
    const figures = seriesFigures(context);
    const amount = (list) => (row) => list[row];
    const show = (value) => format.plain(choice.measure, value);
    return table(
      `${product}${words.colon}${unit}`,
      [
        column(words.month, (row) => format.month(figures.months[row]), null, { text: true, head: true }),
        ...figures.parts.map((part) => column(part.name, amount(part.amounts), show)),
        ...(choice.product === 'all' ? [column(words.total, amount(figures.total), show)] : []),
        column(words.lastYear, amount(figures.lastYear), show),
      ],
      known.map((_, i) => known.length - 1 - i),
    ).element;
  };
  return chart(context, 'series', words.series, {
    draw: (canvas) => drawSeries(canvas, context, (month) => goTo({ ...choice, month })),
    summary: words.seriesSummary(product, format.unit(choice.measure), format.month(known[0]), format.month(known[known.length - 1])),
    unit,
    rows,
    source: () => ({
      product: choice.product,
      months: [
        [words.shownMonths, known],
        [words.yearBefore, known.map((month) => addMonths(month, -12))],
      ],
    }),
  });
}

/** The partners of a report: of a product as the report has them, of all products together as it has them there. */
function partnersOf(report, product) {
  return figureOf(report, product).partners ?? [];
}

function partnersPath(report, product, partner) {
  return `${pathOf(report, product)}.partners[${partnersOf(report, product).indexOf(partner)}]`;
}

function idOf(partner) {
  return partner.iso2 ?? partner.code;
}

function rankedChart(context, report) {
  const { feed, choice, words, format, product } = context;
  const field = choice.measure === 'weight' ? 'netWeightKg' : 'value';
  const partners = partnersOf(report, choice.product)
    .filter((partner) => partner[field] !== null && partner[field] > 0)
    .sort((one, other) => other[field] - one[field])
    .slice(0, RANKED);
  const unit = `${choice.measure === 'weight' ? words.weight : words.value}${words.comma}${format.unit(choice.measure)}`;
  return chart(
    context,
    'ranked',
    feed.overview.flow === 'import'
      ? words.rankedOrigins(format.month(choice.month))
      : words.rankedDestinations(format.month(choice.month)),
    {
      draw: (canvas) => drawRanked(canvas, context, partners),
      summary: words.rankedSummary(product, format.unit(choice.measure), partners.length),
      unit,
      rows: () =>
        table(
          `${product}${words.colon}${unit}`,
          [
            column(words.partner, (partner) => localized(partner.name, choice.lang), null, { text: true, head: true }),
            column(
              unit,
              (partner) => partner[field],
              (value) => format.plain(choice.measure, value),
            ),
          ],
          partners,
        ).element,
      source: () => ({
        product: choice.product,
        exact: partners.map((partner) => [
          localized(partner.name, choice.lang),
          format.amount(choice.measure, partner[field]),
          partner[field],
          `${partnersPath(report, choice.product, partner)}.${field}`,
        ]),
        months: monthsBehind(words, choice.month, ['month']),
      }),
    },
  );
}

function sharesChart(context) {
  const { feed, choice, words, format, product } = context;
  const months = monthsShown(feed, choice).filter((month) => month <= feed.newest);
  const unit = choice.measure === 'weight' ? words.percentOfNetWeight : words.percentOfValue;
  return chart(context, 'shares', words.shares, {
    draw: (canvas) => drawShares(canvas, context),
    summary: words.sharesSummary(product, format.month(months[0]), format.month(months[months.length - 1])),
    unit,
    rows: () => {
      const figures = shareFigures(context);
      return table(
        `${product}${words.colon}${unit}`,
        [
          column(words.month, (row) => format.month(figures.months[row]), null, { text: true, head: true }),
          ...figures.partners.map((partner) =>
            column(
              partner.name,
              (row) => partner.shares[row],
              (value) => format.percent(value),
            ),
          ),
        ],
        figures.months.map((_, i) => figures.months.length - 1 - i),
      ).element;
    },
    source: () => ({ product: choice.product, months: [[words.shownMonths, months]] }),
  });
}

function monthColumns(context, of) {
  const { words, format } = context;
  const percent = (value) => format.percent(value);
  const changed = (value) => format.change(value);
  return [
    column(
      `${words.weight}${words.comma}${words.tonnes}`,
      (row) => of(row).netWeightKg,
      (value) => format.tonnes(value),
    ),
    column(words.share, (row) => row.sharePct ?? row.valueSharePct ?? null, percent),
    column(words.momShort, (row) => of(row).momPct ?? of(row).valueMomPct ?? null, changed),
    column(words.yoyShort, (row) => of(row).yoyPct ?? of(row).valueYoyPct ?? null, changed),
    column(
      `${words.value}${words.comma}${format.currency}`,
      (row) => of(row).value,
      (value) => format.number(value),
    ),
    column(
      `${words.ytdShort}${words.comma}${words.tonnes}`,
      (row) => row.ytd.netWeightKg,
      (value) => format.tonnes(value),
    ),
    column(words.ytdYoyShort, (row) => row.ytd.yoyPct, changed),
  ];
}

function rowSource(context, name, row, path, of, prefix, product) {
  const { words, format, choice } = context;
  const exact = [
    [words.weight, format.weight(of(row).netWeightKg), of(row).netWeightKg, `${path}.${prefix}netWeightKg`],
    [words.value, format.value(of(row).value), of(row).value, `${path}.${prefix}value`],
    [words.momShort, format.change(of(row).momPct ?? null), of(row).momPct ?? null, `${path}.${prefix}momPct`],
    [words.yoyShort, format.change(of(row).yoyPct ?? null), of(row).yoyPct ?? null, `${path}.${prefix}yoyPct`],
    [words.ytd, format.weight(row.ytd.netWeightKg), row.ytd.netWeightKg, `${path}.ytd.netWeightKg`],
    [words.ytdYoy, format.change(row.ytd.yoyPct), row.ytd.yoyPct, `${path}.ytd.yoyPct`],
  ];
  return sourceButton(context, name, () => ({
    product,
    exact,
    months: monthsBehind(words, choice.month, ['month', 'mom', 'yoy', 'ytd', 'ytdYoy']),
  }));
}

function productTable(context, report) {
  const { words, format, choice } = context;
  const of = (row) => row.month;
  const columns = [
    column(words.product, (row) => localized(row.name, choice.lang), null, { text: true, head: true }),
    ...monthColumns(context, of),
    column(
      `${words.unitValue}${words.comma}${words.perTonne(format.currency)}`,
      (row) => row.month.unitValuePerTonne,
      (value) => format.number(value),
    ),
    column(words.source, null, null, {
      element: (row) =>
        rowSource(
          context,
          localized(row.name, choice.lang),
          row,
          row.id === 'all' ? 'total' : `products[${report.products.indexOf(row)}]`,
          of,
          'month.',
          row.id,
        ),
    }),
  ];
  const total = {
    id: 'all',
    name: { en: wordsOf('en').total, zh: wordsOf('zh').total },
    ...report.total,
    sharePct: (report.total.month.netWeightKg ?? report.total.month.value) > 0 ? 100 : null,
  };
  return table(`${words.byProduct}${words.comma}${format.month(choice.month)}`, columns, report.products, {
    foot: total,
    sorts: true,
    locale: format.locale,
  }).element;
}

function partnerTable(context, report) {
  const { words, format, choice, product } = context;
  const partners = partnersOf(report, choice.product);
  const of = (row) => row;
  const made = table(
    `${words.byPartner}${words.colon}${product}${words.comma}${format.month(choice.month)}`,
    [
      column(words.partner, (row) => localized(row.name, choice.lang), null, { text: true, head: true }),
      column(words.code, (row) => idOf(row), null, { text: true }),
      ...monthColumns(context, of),
      column(words.source, null, null, {
        element: (row) =>
          rowSource(context, localized(row.name, choice.lang), row, partnersPath(report, choice.product, row), of, '', choice.product),
      }),
    ],
    partners,
    { sorts: true, locale: format.locale },
  );
  const count = el('p', { class: 'count', role: 'status' }, words.rows(partners.length, partners.length));
  const filter = el('input', {
    type: 'search',
    id: 'filter',
    autocomplete: 'off',
    oninput: () => {
      const typed = filter.value.trim().toLowerCase();
      const shown = made.keep((row) =>
        [idOf(row), ...(row.codes ?? []), ...Object.values(row.name)].some((text) => text.toLowerCase().includes(typed)),
      );
      count.textContent = shown === 0 ? words.noRows : words.rows(shown, partners.length);
    },
  });
  return el('div', {}, el('div', { class: 'filter' }, el('label', { for: 'filter' }, words.filter), filter, count), made.element);
}

function eventList(context) {
  const { feed, choice, words, format } = context;
  const { events } = feed.overview;
  if (events.length === 0) {
    return el('p', {}, words.noEvents);
  }
  const marked = new Set(eventsShown(feed, monthsShown(feed, choice)).map((event) => event.number));
  return el(
    'ol',
    { class: 'events' },
    events.map((event, i) =>
      el(
        'li',
        { class: marked.has(i + 1) ? 'marked' : '' },
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

function noteList(context, report) {
  const { words, choice } = context;
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

function downloads(context) {
  const { feed, choice, words, format } = context;
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

async function showArticle(context, section) {
  const { feed, choice, words } = context;
  const articles = await feed.articles(choice.month);
  const language = articles[choice.lang] ? choice.lang : 'en';
  const article = articles[language];
  section.append(
    article
      ? el('article', { lang: language === 'zh' ? 'zh-CN' : 'en' }, el('h3', {}, article.title), articleOf(article.html))
      : el('p', { class: 'missing' }, words.noArticle),
  );
}

/** What the keyboard was on, so that it is there again when the page was made anew. */
function focused() {
  const { activeElement } = document;
  if (!activeElement || activeElement === document.body) {
    return () => {};
  }
  const links = activeElement.closest('nav') ? [...page.querySelectorAll('nav a')].indexOf(activeElement) : -1;
  const steps = [...page.querySelectorAll('.step')].indexOf(activeElement);
  const { id } = activeElement;
  return () => {
    const again =
      links >= 0
        ? page.querySelectorAll('nav a')[links]
        : steps >= 0
          ? page.querySelectorAll('.step')[steps]
          : id && document.getElementById(id);
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

/** Shows what the address asks for. What was begun for an older address is given up. */
async function show() {
  const times = (shownTimes += 1);
  const choice = readAddress(feed.overview);
  const context = contextOf(choice);
  const { words, format, product } = context;
  const title = localized(feed.overview.title, choice.lang);
  document.documentElement.lang = LANGUAGES.find((language) => language.id === choice.lang).tag;
  document.querySelectorAll('dialog').forEach((dialog) => dialog.close());
  charts.forEach((drawn) => drawn.destroy());
  charts = [];
  if (feed.overview.months.length === 0) {
    document.title = title;
    showNothing(context);
    return;
  }
  document.title = `${title}${words.colon}${format.month(choice.month)}${words.comma}${product}`;

  const refocus = focused();
  const partnersHeading = feed.overview.flow === 'import' ? words.origins : words.destinations;
  const figures = section('figures', `${words.keyFigures}${words.colon}${product}${words.comma}${format.month(choice.month)}`);
  const series = seriesChart(context);
  const shares = sharesChart(context);
  const ranked = el('div', { class: 'waiting' });
  const products = section('products', words.byProduct);
  const partners = section('partners', words.byPartner);
  const article = section('article', words.article);
  const notes = section('notes', words.notes);
  const main = el(
    'main',
    { id: 'main', tabindex: '-1' },
    figures,
    series.element,
    section('destinations', partnersHeading, el('div', { class: 'pair' }, ranked, shares.element)),
    products,
    partners,
    article,
    section('events', words.events, eventList(context)),
    notes,
    section('downloads', words.downloads, downloads(context)),
  );
  const status = el('p', { class: 'unseen', role: 'status' });
  // Not a link: its address would be that of another choice.
  const skip = el('button', { type: 'button', class: 'skip', onclick: () => main.focus() }, words.skip);
  page.replaceChildren(skip, header(context), choices(context), status, main);
  refocus();
  series.draw();
  shares.draw();
  performance.mark('first-chart');
  if (times > 1) {
    status.textContent = words.showing(format.month(choice.month), product);
  }

  const report = await feed.report(choice.month);
  if (times !== shownTimes) {
    return;
  }
  figures.append(...keyFigures(context, report));
  notes.append(...noteList(context, report));
  if (report === null) {
    ranked.replaceWith(el('p', { class: 'missing' }, words.missingMonth));
    products.append(el('p', { class: 'missing' }, words.missingMonth));
    partners.append(el('p', { class: 'missing' }, words.missingMonth));
  } else {
    const bars = rankedChart(context, report);
    ranked.replaceWith(bars.element);
    bars.draw();
    products.append(productTable(context, report));
    partners.append(partnerTable(context, report));
  }
  await showArticle(context, article);
  if (times !== shownTimes) {
    return;
  }
  performance.mark('all-shown');
  page.dataset.shown = addressOf(choice);
}

function fail(error) {
  const language = feed ? readAddress(feed.overview).lang : navigator.language?.startsWith('zh') ? 'zh' : 'en';
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
    // Their colours are painted, not styled.
    matchMedia('(prefers-color-scheme: dark)').addEventListener('change', () => showOrFail().catch(fail));
  } catch (error) {
    fail(error);
  }
}

start();
