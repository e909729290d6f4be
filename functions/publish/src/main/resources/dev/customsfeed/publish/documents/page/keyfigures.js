/** The key figures of the month, each with its changes, where it comes from, and a way to cite it. */

import { el, figure } from './elements.js';
import { courseOf, figureOf, pathOf, placeIn, placeInCourse, placeInValues, rowsIn, valueOf } from './figures.js';
import { localized } from './format.js';
import { fieldOf } from './measures.js';
import { monthsBehind, sourceButton } from './sources.js';
import { copyText } from './takeaway.js';
import { reasons } from './texts.js';
import { coverageOf } from './header.js';
import { measureName, shareName } from './views/common.js';

/** What notes say of figures that are known. */
const TELLS_OF_KNOWN = new Set(['revised', 'withdrawn', 'suspected-part', 'figures-lost', 'suspected-mistake']);

/** The note that says why a figure is not known, if one does. */
function why(report, product, field) {
  const notes = (product === 'all' ? report.notes : figureOf(report, product).notes).filter((note) => !TELLS_OF_KNOWN.has(note.code));
  const subject = product === 'all' ? `total.${field}` : field;
  return notes.find((note) => note.subject === subject) ?? notes.find((note) => subject.startsWith(`${note.subject}.`));
}

/** The changes below a figure; a reason for which several are not known is given once. */
function changesOf({ words, format, choice, report, place }, changes) {
  const given = new Set();
  return changes.map(({ label, percent, field }) => {
    if (percent === null) {
      const note = place ? null : why(report, choice.product, field);
      const reason = note ? localized(note.text, choice.lang) : words.unknown(label);
      const said = given.has(reason);
      given.add(reason);
      return said ? null : el('p', { class: 'change missing' }, reason);
    }
    const tone = percent > 0 ? 'up' : percent < 0 ? 'down' : 'same';
    return el('p', { class: `change ${tone}` }, figure(format.change(percent), percent), ` ${label}`);
  });
}

/** The statement of the report's ranking that a figure of net weight belongs to, by its id. */
function statementOf({ report, choice, against }) {
  const start = `${report.feed}/${report.period}/${choice.product}/`;
  return report.telling?.find(({ id }) => id.startsWith(start))?.id ?? `${start}${against}`;
}

/** A figure as one cites it: what it is, of whom, who says so, which statement, and the very version of the report that has it. */
export function citation(context, { name, shown, path, changes }) {
  const { feed, choice, words, format } = context;
  const archive = new URL(feed.month(choice.month).archive, location.href).href;
  const known = changes.filter(({ percent }) => percent !== null).map(({ percent, label }) => `${format.change(percent)} ${label}`);
  return [
    `${name}${words.comma}${context.subject}${words.comma}${format.month(choice.month)}${words.colon}${[shown, ...known].join('; ')}.`,
    `${localized(feed.overview.title, choice.lang)}. ${context.sourceText}.`,
    ...(feed.overview.sample ? [words.sampleLong] : []),
    `${words.statement}${words.colon}${statementOf(context)} (${path})`,
    archive,
  ].join('\n');
}

function card(context, cited) {
  const { words, format, choice, place } = context;
  const { name, shown, exact, path, kinds, changes } = cited;
  const copied = el('span', { role: 'status' });
  return el(
    'div',
    { class: 'card' },
    el('h3', {}, name),
    el('p', { class: 'big', 'data-figure': cited.field ?? path }, figure(shown, exact)),
    changesOf(context, changes),
    sourceButton(context, `${name}${words.comma}${context.subject}`, () => ({
      product: choice.product,
      ...(place ? rowsIn(context, place.id) : {}),
      exact: [[name, shown, exact, path], ...changes.map(({ label, percent, where }) => [label, format.change(percent), percent, where])],
      months: monthsBehind(words, choice.month, kinds),
    })),
    ' ',
    exact === null
      ? null
      : el(
          'button',
          {
            type: 'button',
            class: 'take',
            'aria-label': words.citeOf(name),
            onclick: async () => {
              await copyText(citation(context, cited));
              copied.textContent = words.copied;
            },
          },
          words.cite,
        ),
    ' ',
    copied,
  );
}

/** A month's figure of a measure, with the changes that the report or the course has. */
function monthCard(context, measure) {
  const { words, format, choice, report } = context;
  const { month } = figureOf(report, choice.product);
  const field = fieldOf(measure);
  const start = pathOf(report, choice.product);
  const inReport = { weight: ['momPct', 'yoyPct'], value: ['valueMomPct', 'valueYoyPct'], unit: [] }[measure];
  const change = (label, name, at) => {
    const own = inReport[at];
    return own && month[own] !== undefined
      ? { label, percent: month[own], field: `month.${name}`, where: `${start}.month.${own}` }
      : {
          label,
          percent: courseOf(context, name, choice.month, measure),
          field: `month.${name}`,
          where: placeInCourse(context, name, choice.month, measure),
        };
  };
  return card(context, {
    name: measureName(words, measure),
    shown: format.amount(measure, month[field]),
    exact: month[field],
    path: `${start}.month.${field}`,
    field: `month.${field}`,
    kinds: ['month', 'mom', 'yoy'],
    changes: [change(words.mom, 'momPct', 0), change(words.yoy, 'yoyPct', 1)],
  });
}

/** The year so far. */
function yearCard(context, measure) {
  const { words, format, choice, report } = context;
  const { ytd } = figureOf(report, choice.product);
  const start = pathOf(report, choice.product);
  const byValue = measure === 'weight' && ytd.netWeightKg === null && ytd.value !== null;
  const shownMeasure = byValue ? 'value' : measure;
  const field = fieldOf(shownMeasure);
  const inReport = { weight: 'yoyPct', value: 'valueYoyPct' }[shownMeasure];
  const exact = shownMeasure === 'unit' ? courseOf(context, 'ytd', choice.month) : ytd[field];
  const reported = ytd[inReport] !== undefined;
  return card(context, {
    name: `${words.ytd}${words.colon}${measureName(words, shownMeasure)}`,
    shown: format.amount(shownMeasure, exact),
    exact,
    path: shownMeasure === 'unit' ? placeInCourse(context, 'ytd', choice.month) : `${start}.ytd.${field}`,
    field: `ytd.${field}`,
    kinds: ['ytd', 'ytdYoy'],
    changes: [
      {
        label: words.yoy,
        field: `ytd.${inReport ?? 'yoyPct'}`,
        percent: reported ? ytd[inReport] : courseOf(context, 'ytdYoyPct', choice.month, shownMeasure),
        where: reported ? `${start}.ytd.${inReport}` : placeInCourse(context, 'ytdYoyPct', choice.month, shownMeasure),
      },
    ],
  });
}

/** Of one destination, customs regime or province: what the report says of it, and its unit value. */
function placeCards(context) {
  const { feed, words, format, choice, report, place } = context;
  const found = placeIn(report, choice.product, place.id);
  if (!found) {
    const dimension = feed.dimension(place.id);
    const untold = dimension && !figureOf(report, choice.product)[dimension]?.figures.length;
    return [el('p', { class: 'missing' }, untold ? words.untold : words.notTraded(place.name, context.product))];
  }
  const { row, path } = found;
  const unitValue = valueOf(context, choice.product, place.id, 'unitValuePerTonne');
  const ofValue = (label, field) => ({
    label,
    percent: valueOf(context, choice.product, place.id, field),
    field: `month.${field}`,
    where: placeInValues(context, choice.product, place.id, field),
  });
  const reported = (label, field) =>
    row[field] === undefined ? [] : [{ label, percent: row[field], field: `month.${field}`, where: `${path}.${field}` }];
  const month = (measure, changes) => ({
    name: measureName(words, measure),
    shown: format.amount(measure, row[fieldOf(measure)]),
    exact: row[fieldOf(measure)],
    path: `${path}.${fieldOf(measure)}`,
    field: `place.${fieldOf(measure)}`,
    kinds: ['month', 'mom', 'yoy'],
    changes,
  });
  const year = choice.measure === 'value' ? 'value' : 'weight';
  const share = choice.measure === 'value' ? valueOf(context, choice.product, place.id, 'valueSharePct') : (row.sharePct ?? null);
  const cards = {
    weight: month('weight', [...reported(words.mom, 'momPct'), ...reported(words.yoy, 'yoyPct')]),
    value: month('value', [ofValue(words.mom, 'valueMomPct'), ofValue(words.yoy, 'valueYoyPct')]),
    unit: {
      name: words.unitValue,
      shown: format.unitValue(unitValue),
      exact: unitValue,
      path: placeInValues(context, choice.product, place.id, 'unitValuePerTonne'),
      field: 'place.unitValuePerTonne',
      kinds: ['month', 'mom', 'yoy'],
      changes: [ofValue(words.mom, 'unitValueMomPct'), ofValue(words.yoy, 'unitValueYoyPct')],
    },
    year: {
      name: `${words.ytd}${words.colon}${measureName(words, year)}`,
      shown: format.amount(year, row.ytd[fieldOf(year)]),
      exact: row.ytd[fieldOf(year)],
      path: `${path}.ytd.${fieldOf(year)}`,
      field: `place.ytd.${fieldOf(year)}`,
      kinds: ['ytd', 'ytdYoy'],
      changes:
        year === 'weight'
          ? [{ label: words.yoy, percent: row.ytd.yoyPct, field: 'ytd.yoyPct', where: `${path}.ytd.yoyPct` }]
          : [ofValue(words.yoy, 'ytdValueYoyPct')],
    },
    share: {
      name: shareName(context),
      shown: format.percent(share),
      exact: share,
      path: choice.measure === 'value' ? placeInValues(context, choice.product, place.id, 'valueSharePct') : `${path}.sharePct`,
      field: 'place.sharePct',
      kinds: ['month'],
      changes: [],
    },
  };
  const order = {
    weight: ['weight', 'year', 'value', 'unit'],
    value: ['value', 'year', 'weight', 'unit'],
    unit: ['unit', 'weight', 'value', 'year'],
  };
  return [
    el(
      'div',
      { class: 'cards' },
      [...order[choice.measure], 'share'].map((name) => card(context, cards[name])),
    ),
  ];
}

/** How the gap is told: as it is of an open price, by its class of another. */
function gapOf({ words, format }, { comparison, gapPct }) {
  if (gapPct !== undefined) {
    return figure(format.change(gapPct), gapPct);
  }
  return words[`price${comparison.direction}`](words.gapClasses[comparison.gapClass]);
}

/** What an open price was, as it is quoted and as it is compared; that it is not published, of another. */
function quotationOf({ words, format }, { license, monthAverage, inFeedCurrency }) {
  if (license !== 'open') {
    return words.priceClosed;
  }
  const { value, currency, unit, taxPct } = monthAverage;
  const quoted = `${format.upToCents(value)} ${currency}/${words.priceUnits[unit]}`;
  const compared = `${format.upToCents(inFeedCurrency)} ${words.perTonne(format.currency)}`;
  return taxPct > 0 ? words.priceTaxed(quoted, format.upToCents(taxPct), compared) : words.priceUntaxed(quoted, compared);
}

function lagOf({ words, format }, { lag }) {
  if (lag.none) {
    return null;
  }
  const found = words.priceCorrelation(format.cents(lag.correlation), lag.pairs);
  return el('p', { class: 'change' }, `${lag.months < 2 ? words[`priceLag${lag.months}`] : words.priceLag(lag.months)}${found}`);
}

/** The unit value of a product beside the price that the feed names for it, as the report has it. */
function priceCard(context, product, at) {
  const { words, choice } = context;
  const { price } = product;
  const path = `products[${at}].price`;
  const name = words.againstPrice(localized(product.name, choice.lang));
  const note = product.notes.find(({ subject }) => subject === 'price');
  const open = price.gapPct !== undefined;
  const why = note ? localized(note.text, choice.lang) : words.noSuchFigure;
  return el(
    'div',
    { class: 'card', id: `price-${product.id}` },
    el('h3', {}, name),
    price.comparison.none
      ? el('p', { class: 'change missing' }, why)
      : el('p', { class: 'big', 'data-figure': open ? 'price.gapPct' : 'price.comparison' }, gapOf(context, price)),
    el('p', { class: 'change' }, localized(price.name, choice.lang)),
    price.comparison.none ? null : el('p', { class: 'change' }, quotationOf(context, price)),
    lagOf(context, price),
    sourceButton(context, name, () => ({
      product: product.id,
      exact: open ? [[name, context.format.change(price.gapPct), price.gapPct, `${path}.gapPct`]] : [],
      months: monthsBehind(words, choice.month, ['month']),
    })),
  );
}

/** Of unit values: what the report holds those of the chosen product, or of all that have a price, against. */
function prices(context) {
  const { choice, report } = context;
  const cards = report.products.flatMap((product, at) =>
    product.price && ['all', product.id].includes(choice.product) ? [priceCard(context, product, at)] : [],
  );
  return choice.measure === 'unit' && cards.length > 0 ? [el('div', { class: 'cards prices' }, cards)] : [];
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

/** The key figures of what is chosen, the measure that is chosen first. */
export function keyFigures(context) {
  const { words, choice, report, place } = context;
  if (report === null) {
    return [el('p', { class: 'missing' }, words.missingMonth), ...reasons(context, choice.month)];
  }
  if (place) {
    return [...limits(context), ...placeCards(context)];
  }
  const others = ['weight', 'value', 'unit'].filter((measure) => measure !== choice.measure);
  return [
    ...limits(context),
    el(
      'div',
      { class: 'cards' },
      monthCard(context, choice.measure),
      yearCard(context, choice.measure),
      others.map((measure) => monthCard(context, measure)),
    ),
    ...prices(context),
  ];
}
