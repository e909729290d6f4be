/** The tables of the month: by product, by partner; and of one destination by month. */

import { addressOf, remember } from './address.js';
import { el } from './elements.js';
import { amountOf, courseOf, figureOf, idOf, monthsShown, partnersOf, pathOf, placeIn, placeInValues, rowsIn, valueOf } from './figures.js';
import { localized } from './format.js';
import { fieldOf, scaleOf } from './measures.js';
import { monthsBehind, sourceButton } from './sources.js';
import { column, table } from './tables.js';
import { splitOf } from './views/dimensions.js';
import { amountColumn, measureName, monthColumn, newestFirst } from './views/common.js';

/** A column of the amounts of a measure. `of` gives the figures of a row. */
function amounts({ words, format }, id, name, measure, of, field = fieldOf(measure)) {
  return column(
    `${name}${words.comma}${{ weight: words.tonnes, value: format.currency, unit: words.perTonne(format.currency) }[measure]}`,
    (row) => of(row)?.[field] ?? null,
    (value) => format.plain(measure, value),
    { id, scale: scaleOf(measure) },
  );
}

function percents({ format }, id, name, of, changes = true) {
  return column(name, of, (value) => (changes ? format.change(value) : format.percent(value)), { id });
}

/** The columns of a table of net weights. `of` gives a row's month. */
function weightColumns(context, of) {
  const { words } = context;
  return [
    amounts(context, 'weight', words.weight, 'weight', of),
    percents(context, 'share', words.share, (row) => row.sharePct ?? row.valueSharePct ?? null, false),
    percents(context, 'mom', words.momShort, (row) => of(row).momPct ?? of(row).valueMomPct ?? null),
    percents(context, 'yoy', words.yoyShort, (row) => of(row).yoyPct ?? of(row).valueYoyPct ?? null),
    amounts(context, 'value', words.value, 'value', of),
    amounts(context, 'ytd', words.ytdShort, 'weight', (row) => row.ytd),
    percents(context, 'ytdYoy', words.ytdYoyShort, (row) => row.ytd.yoyPct),
  ];
}

/** The columns of a table of products by value or unit value: the amounts are the report's, the changes those of the courses. */
function courseColumns(context, courses) {
  const { words, choice } = context;
  const { measure } = choice;
  const of = (name) => (row) =>
    courseOf({ ...context, choice: { ...choice, product: row.id }, course: courses[row.id] }, name, choice.month);
  const other = measure === 'value' ? 'unit' : 'value';
  return [
    amounts(context, measure, measureName(words, measure), measure, (row) => row.month),
    percents(context, 'mom', words.momShort, of('momPct')),
    percents(context, 'yoy', words.yoyShort, of('yoyPct')),
    amounts(context, 'ytd', words.ytdShort, measure, (row) => ({ ytd: of('ytd')(row) }), 'ytd'),
    percents(context, 'ytdYoy', words.ytdYoyShort, of('ytdYoyPct')),
    amounts(context, other, measureName(words, other), other, (row) => row.month),
    amounts(context, 'weight', words.weight, 'weight', (row) => row.month),
  ];
}

/**
 * The columns of a table of partners, or of what one of them took of each product, by the measure. `of` gives a row's product and partner, by
 * their ids.
 */
function partnerColumns(context, of) {
  const { words, format, choice } = context;
  const columns = weightColumns(context, (row) => row);
  const [weight, , , , value] = columns;
  const more = (field) => (row) => valueOf(context, ...of(row), field);
  const unit = column(
    `${words.unitValue}${words.comma}${words.perTonne(format.currency)}`,
    more('unitValuePerTonne'),
    (amount) => format.number(amount),
    { id: 'unit' },
  );
  return {
    weight: columns,
    value: [
      value,
      percents(context, 'share', words.share, more('valueSharePct'), false),
      percents(context, 'mom', words.momShort, more('valueMomPct')),
      percents(context, 'yoy', words.yoyShort, more('valueYoyPct')),
      amounts(context, 'ytd', words.ytdShort, 'value', (row) => row.ytd),
      percents(context, 'ytdYoy', words.ytdYoyShort, more('ytdValueYoyPct')),
      weight,
    ],
    unit: [
      unit,
      percents(context, 'mom', words.momShort, more('unitValueMomPct')),
      percents(context, 'yoy', words.yoyShort, more('unitValueYoyPct')),
      value,
      weight,
    ],
  }[choice.measure];
}

function rowSource(context, name, row, path, of, prefix, product, { more = [], ...behind } = {}) {
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
    ...behind,
    exact: [...exact, ...more],
    months: monthsBehind(words, choice.month, ['month', 'mom', 'yoy', 'ytd', 'ytdYoy']),
  }));
}

/** What the panel of a partner says of its values besides. */
function exactValues(context, id) {
  const { words, format, choice, values } = context;
  const says = (name, field, show) => {
    const exact = valueOf(context, choice.product, id, field);
    return [name, show(exact), exact, placeInValues(context, choice.product, id, field)];
  };
  const ofValue = (name) => `${words.value}${words.colon}${name}`;
  const ofUnitValue = (name) => `${words.unitValue}${words.colon}${name}`;
  return values === null
    ? []
    : [
        says(words.unitValue, 'unitValuePerTonne', (exact) => format.unitValue(exact)),
        says(ofValue(words.momShort), 'valueMomPct', (exact) => format.change(exact)),
        says(ofValue(words.yoyShort), 'valueYoyPct', (exact) => format.change(exact)),
        says(ofUnitValue(words.momShort), 'unitValueMomPct', (exact) => format.change(exact)),
        says(ofUnitValue(words.yoyShort), 'unitValueYoyPct', (exact) => format.change(exact)),
      ];
}

function sourceColumn({ words }, element) {
  return column(words.source, null, null, { element });
}

/** How the address says that the table of `name` is sorted. */
function sorting({ choice, format, words }, name) {
  const [of, id, way] = choice.sort.split('.');
  return {
    sorts: true,
    locale: format.locale,
    words,
    sorted: of === name ? { id, down: way === 'down' } : undefined,
    onSort: ({ id: by, down }) => remember(choice, { sort: `${name}.${by}.${down ? 'down' : 'up'}` }),
  };
}

/** By product. */
export function productTable(context, courses) {
  const { words, format, choice, report, place } = context;
  if (place) {
    return placeProducts(context);
  }
  const of = (row) => row.month;
  const columns = [
    column(words.product, (row) => localized(row.name, choice.lang), null, { id: 'product', text: true, head: true }),
    ...(choice.measure === 'weight' || report.total.month.netWeightKg === null
      ? [...weightColumns(context, of), amounts(context, 'unit', words.unitValue, 'unit', of)]
      : courseColumns(context, courses)),
    sourceColumn(context, (row) => rowSource(context, localized(row.name, choice.lang), row, pathOf(report, row.id), of, 'month.', row.id)),
  ];
  const total = {
    id: 'all',
    name: { [choice.lang]: words.total },
    ...report.total,
    sharePct: (report.total.month.netWeightKg ?? report.total.month.value) > 0 ? 100 : null,
  };
  return table(`${words.byProduct}${words.comma}${format.month(choice.month)}`, columns, report.products, {
    foot: total,
    ...sorting(context, 'products'),
  }).element;
}

/** What the chosen place had of each product. */
function placeProducts(context) {
  const { words, format, choice, report, place } = context;
  const rows = report.products.flatMap((product) => {
    const found = placeIn(report, product.id, place.id);
    return found ? [{ ...found.row, id: product.id, name: product.name, path: found.path }] : [];
  });
  const of = (row) => row;
  return table(
    `${words.byProduct}${words.colon}${place.name}${words.comma}${format.month(choice.month)}`,
    [
      column(words.product, (row) => localized(row.name, choice.lang), null, { id: 'product', text: true, head: true }),
      ...partnerColumns(context, (row) => [row.id, place.id]),
      sourceColumn(context, (row) =>
        rowSource(context, localized(row.name, choice.lang), row, row.path, of, '', row.id, rowsIn(context, place.id)),
      ),
    ],
    rows,
    sorting(context, 'products'),
  ).element;
}

/** How many of the rows of a table are left by its filter. */
function counted(words, shown, all) {
  if (shown === 0) {
    return words.noRows;
  }
  if (shown < all) {
    return words.rows(shown, all);
  }
  return all === 1 ? words.oneRow : words.allRows(all);
}

/** By partner, with a filter. */
export function partnerTable(context) {
  const { words, format, choice, product, report } = context;
  const partners = partnersOf(report, choice.product);
  const of = (row) => row;
  const name = (row) => localized(row.name, choice.lang);
  const start = pathOf(report, choice.product);
  const made = table(
    `${words.byPartner}${words.colon}${product}${words.comma}${format.month(choice.month)}`,
    [
      column(words.partner, name, null, {
        id: 'partner',
        text: true,
        head: true,
        link: (row, content) => el('a', { href: addressOf({ ...choice, place: idOf(row), sort: '', filter: '' }) }, content),
      }),
      column(words.code, (row) => idOf(row), null, { id: 'code', text: true }),
      ...(figureOf(report, choice.product).month.netWeightKg === null
        ? weightColumns(context, of)
        : partnerColumns(context, (row) => [choice.product, idOf(row)])),
      sourceColumn(context, (row) =>
        rowSource(context, name(row), row, `${start}.partners[${partners.indexOf(row)}]`, of, '', choice.product, {
          more: exactValues(context, idOf(row)),
          partners: [idOf(row)],
        }),
      ),
    ],
    partners,
    sorting(context, 'partners'),
  );
  const count = el('p', { class: 'count', role: 'status' });
  const filter = el('input', { type: 'search', id: 'filter', autocomplete: 'off', value: choice.filter });
  const keep = () => {
    const typed = filter.value.trim().toLowerCase();
    const shown = made.keep((row) =>
      [idOf(row), ...(row.codes ?? []), ...Object.values(row.name)].some((text) => text.toLowerCase().includes(typed)),
    );
    count.textContent = counted(words, shown, partners.length);
  };
  filter.addEventListener('input', () => {
    keep();
    remember(choice, { filter: filter.value });
  });
  keep();
  return el('div', {}, el('div', { class: 'filter' }, el('label', { for: 'filter' }, words.filter), filter, count), made.element);
}

/** By customs regime, province or state; null where the report has nothing of it. */
export function dimensionTable(context, dimension) {
  const { words, format, choice, product, report } = context;
  const split = splitOf(context, dimension);
  if (split === null || split.figures.length === 0) {
    return null;
  }
  const of = (row) => row;
  const id = (row) => `${dimension}.${row.code}`;
  const start = `${pathOf(report, choice.product)}.${dimension}.figures`;
  return table(
    `${words[`by${dimension}`]}${words.colon}${product}${words.comma}${format.month(choice.month)}`,
    [
      column(words[dimension], (row) => localized(row.name, choice.lang), null, {
        id: 'name',
        text: true,
        head: true,
        link: (row, content) => el('a', { href: addressOf({ ...choice, place: id(row), sort: '', filter: '' }) }, content),
      }),
      column(words.code, (row) => row.code, null, { id: 'code', text: true }),
      ...(figureOf(report, choice.product).month.netWeightKg === null
        ? weightColumns(context, of)
        : partnerColumns(context, (row) => [choice.product, id(row)])),
      sourceColumn(context, (row) =>
        rowSource(context, localized(row.name, choice.lang), row, `${start}[${split.figures.indexOf(row)}]`, of, '', choice.product, {
          more: exactValues(context, id(row)),
          ...rowsIn(context, id(row)),
        }),
      ),
    ],
    split.figures,
    sorting(context, dimension),
  ).element;
}

/** Of one destination, customs regime or province, each month by all measures. */
export function monthTable(context) {
  const { words, choice } = context;
  const months = monthsShown(context);
  const list = (measure) => months.map((month) => amountOf(context, choice.product, month, measure));
  return table(
    `${context.subject}${words.colon}${words.byMonth}`,
    [
      monthColumn(context, months),
      ...['weight', 'value', 'unit'].map((measure) =>
        amountColumn(context, `${measureName(words, measure)}${words.comma}${context.format.unit(measure)}`, list(measure), measure),
      ),
    ],
    newestFirst(months.length),
    { words },
  ).element;
}
