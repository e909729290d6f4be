/** The rows of customs files that a figure adds up from, what they add up to exactly, and what stood there before. */

import { el } from './elements.js';

/** So many rows are shown; all are in the document. */
const MOST_SHOWN = 200;
/** A document of more bytes than this is linked to and not loaded. */
const MOST_BYTES = 20_000_000;

/** The rows of a CSV document, as objects by the names of its columns. */
export function parseCsv(text) {
  const rows = [];
  let row = [];
  let field = '';
  let quoted = false;
  for (let i = 0; i < text.length; i++) {
    const c = text[i];
    if (quoted) {
      if (c !== '"') {
        field += c;
      } else if (text[i + 1] === '"') {
        field += '"';
        i++;
      } else {
        quoted = false;
      }
    } else if (c === '"') {
      quoted = true;
    } else if (c === ',' || c === '\n') {
      row.push(field);
      field = '';
      if (c === '\n') {
        rows.push(row);
        row = [];
      }
    } else {
      field += c;
    }
  }
  const [columns, ...lines] = rows;
  return lines.map((line) => Object.fromEntries(columns.map((name, i) => [name, line[i]])));
}

/** A decimal number of at most three decimals in thousandths: no digit is lost, as would be in a number of the language's own. */
export function thousandths(text) {
  const [, sign, whole, decimals = ''] = /^(-?)(\d+)(?:\.(\d{1,3}))?$/.exec(text);
  const size = BigInt(whole) * 1000n + BigInt(decimals.padEnd(3, '0'));
  return sign ? -size : size;
}

/** The number that thousandths are, in groups of three digits, with as many decimals as it has. */
export function exactly(amount) {
  const size = amount < 0n ? -amount : amount;
  const whole = (size / 1000n).toString().replace(/\B(?=(\d{3})+$)/g, ',');
  const decimals = (size % 1000n).toString().padStart(3, '0').replace(/0+$/, '');
  return `${amount < 0n ? '\u2212' : ''}${whole}${decimals ? `.${decimals}` : ''}`;
}

/** The sum of a column in thousandths; null where a row does not report it. */
export function sumOf(rows, column) {
  return rows.some((row) => row[column] === '') ? null : rows.reduce((sum, row) => sum + thousandths(row[column]), 0n);
}

/** What a row has of a dimension. Of those that have no column of their own, as states, all are in one: `procedure=1;state=MG`. */
const CODES = {
  regimes: (row) => row.customs_regime,
  provinces: (row) => row.province,
  states: (row) => /(?:^|;)state=([^;]*)/.exec(row.other)?.[1],
};

/**
 * The rows that a figure adds up from: of `product` or `all`, of `partners` by their ids where there are some, of one code of a dimension
 * where there is a `split`.
 */
export function rowsOf(rows, { product, partners, split }) {
  return rows.filter(
    (row) =>
      (product === 'all' || row.product === product) &&
      (!partners || partners.includes(row.partner)) &&
      (!split || CODES[split.dimension](row) === split.code),
  );
}

/** Whether all rows of `product` say what they are of the dimension of `split`: otherwise nobody knows what adds up to its figures. */
export function tells(rows, { product, split }) {
  return !split || rowsOf(rows, { product }).every((row) => CODES[split.dimension](row));
}

async function load(path, read) {
  // The names stay while contents change: asked each time whether the copy at hand is still right.
  const response = await fetch(path, { cache: 'no-cache' });
  if (!response.ok) {
    throw new Error(`${path}: ${response.status}`);
  }
  return read(response);
}

function amount(words, sum) {
  return sum === null
    ? el('td', { class: 'number missing' }, words.rowsUnknown)
    : el('td', { class: 'number' }, el('data', { value: exactly(sum).replaceAll(',', '').replace('\u2212', '-') }, exactly(sum)));
}

const named = (code, name) => (name && name !== code ? `${code} ${name}` : code);

/** What a report calls its partners, by their ids. */
function namesIn(report, lang) {
  const partners = (report?.products ?? []).flatMap((product) => product.partners);
  return new Map(partners.map((partner) => [partner.iso2 ?? partner.codes[0], partner.name[lang]]));
}

function table(context, words, caption, rows, exact, names) {
  const partnerName = (row) => names.get(row.partner) ?? row.partner_name;
  const columns = [
    [words.rowsFile, (row) => row.file],
    [words.rowsLine, (row) => row.line],
    [words.rowsCommodity, (row) => row.commodity],
    [words.rowsPartner, (row) => named(row.partner_code, partnerName(row))],
    [words.rowsRegime, (row) => named(row.customs_regime, row.customs_regime_name)],
    [words.rowsProvince, (row) => named(row.province, row.province_name)],
    [words.rowsQuantity, (row) => (row.quantity ? `${exactly(thousandths(row.quantity))} ${row.quantity_unit}` : '')],
  ].filter(([, of]) => rows.some((row) => of(row) !== ''));
  const total = (label, weight, value, kind) =>
    el(
      'tr',
      { class: kind },
      el('th', { scope: 'row', colspan: String(columns.length) }, label),
      amount(words, weight),
      amount(words, value),
    );
  const weights = sumOf(rows, 'net_weight_kg');
  return el(
    'div',
    { class: 'scrolls', role: 'region', 'aria-label': caption, tabindex: '0' },
    el(
      'table',
      { class: 'rows' },
      el('caption', {}, caption),
      el(
        'thead',
        {},
        el(
          'tr',
          {},
          [...columns.map(([name]) => name), words.rowsWeight, words.rowsValue(context.feed.overview.currency)].map((name) =>
            el('th', { scope: 'col' }, name),
          ),
        ),
      ),
      el(
        'tbody',
        {},
        rows.slice(0, MOST_SHOWN).map((row) =>
          el(
            'tr',
            {},
            columns.map(([, of]) => el('td', { class: of === columns[0][1] ? 'code' : null }, of(row))),
            amount(words, row.net_weight_kg === '' ? null : thousandths(row.net_weight_kg)),
            amount(words, thousandths(row.value)),
          ),
        ),
      ),
      el(
        'tfoot',
        {},
        total(rows.length === 1 ? words.rowsSumOfOne : words.rowsSum(rows.length), weights, sumOf(rows, 'value'), 'sum'),
        exact?.roundingKg ? total(words.rowsRounding, thousandths(exact.roundingKg), 0n, 'rounding') : null,
        exact
          ? total(words.rowsExact, exact.netWeightKg === null ? null : thousandths(exact.netWeightKg), thousandths(exact.value), 'exact')
          : null,
      ),
    ),
  );
}

/** The revisions of a month that a figure had, those of its product alone. */
async function replacedIn(context, words, source, period) {
  const report = await context.feed.report(period);
  const revisions = (report?.revisions ?? []).filter((one) => source.product === 'all' || one.product === source.product);
  if (revisions.length === 0) {
    return el('p', { class: 'replaced' }, words.rowsNothingReplaced);
  }
  const said = (figures) =>
    figures === null ? words.rowsNothing : `${context.format.weight(figures.netWeightKg)}, ${context.format.value(figures.value)}`;
  return el(
    'details',
    { class: 'replaced' },
    el('summary', {}, words.rowsReplaced(revisions.length)),
    el(
      'ul',
      {},
      revisions.map((one) =>
        el(
          'li',
          {},
          `${one.commodity}: ${words.rowsChange(said(one.from), said(one.to))}, ${words.rowsBy(one.by.key, one.at.replace('T', ' ').replace('Z', ' UTC'))}`,
        ),
      ),
    ),
    el('p', {}, el('a', { href: 'revisions.json' }, 'revisions.json')),
  );
}

/** What is shown of a month: an exact figure with its rows, or why there are none. */
async function monthOf(context, words, source, period) {
  const index = await load('rows/index.json', (response) => response.json());
  const month = index.months.find((one) => one.month === period);
  if (!month) {
    return [el('p', { class: 'missing' }, words.rowsNone)];
  }
  if (month.report !== context.feed.month(period)?.archive) {
    return [el('p', { class: 'missing' }, words.rowsAnew)];
  }
  const whole = source.product === 'all' ? month.total : month.products.find((one) => one.id === source.product);
  if (!whole) {
    return [el('p', { class: 'missing' }, words.rowsNone)];
  }
  const caption = words.rowsOf(context.format.month(period));
  const exact = source.partners || source.split ? null : whole;
  const shown = [];
  if (month.document === null) {
    shown.push(el('p', { class: 'missing' }, words.rowsWithheld[month.withheld]));
    if (exact) {
      shown.push(
        el(
          'p',
          {},
          `${words.rowsExact}: ${exact.netWeightKg === null ? words.rowsUnknown : exactly(thousandths(exact.netWeightKg))} kg, ` +
            `${exactly(thousandths(exact.value))} ${index.currency}`,
        ),
      );
    }
  } else if (month.bytes > MOST_BYTES) {
    shown.push(el('p', {}, words.rowsTooLarge));
  } else {
    const all = parseCsv(await load(month.document, (response) => response.text()));
    if (tells(all, source)) {
      const rows = rowsOf(all, source);
      const names = namesIn(await context.feed.report(period), context.choice.lang);
      shown.push(table(context, words, caption, rows, exact, names));
      if (rows.length > MOST_SHOWN) {
        shown.push(el('p', {}, words.rowsShown(MOST_SHOWN, rows.length)));
      }
    } else {
      shown.push(el('p', { class: 'missing' }, words.untold));
    }
  }
  shown.push(
    el(
      'p',
      {},
      month.document === null ? null : [words.rowsDocuments, el('a', { href: month.document }, month.document), ' \u00b7 '],
      el('a', { href: 'rows/index.json' }, words.rowsEvery),
    ),
    await replacedIn(context, words, source, period),
  );
  return shown;
}

/**
 * The rows behind a figure, month by month; those of a month are loaded when it is opened.
 *
 * @param context what is shown now
 * @param source `product`, or `all`; `partners` by their ids, or the `split`, where the figure is of some; `months` as `[name, months]`
 */
export function rowsBehind(context, source) {
  const { words } = context;
  const opened = source.period ?? context.choice.month;
  const months = [...new Set(source.months.flatMap(([, some]) => some))]
    .filter((month) => context.feed.month(month)?.report)
    .sort()
    .reverse();
  // Months that were asked for; what failed is asked for again when it is opened again.
  const asked = new Set();
  return el(
    'section',
    { class: 'rows-behind' },
    el('h3', {}, words.rowsTitle),
    months.map((month) => {
      const shown = el('div', { 'aria-live': 'polite' });
      const ask = async () => {
        if (asked.has(month)) {
          return;
        }
        asked.add(month);
        shown.replaceChildren(el('p', {}, words.rowsLoading));
        try {
          shown.replaceChildren(...(await monthOf(context, words, source, month)));
        } catch {
          asked.delete(month);
          shown.replaceChildren(el('p', { class: 'missing', role: 'alert' }, words.rowsFailed));
        }
      };
      const details = el(
        'details',
        {
          'data-month': month,
          open: month === opened,
          ontoggle: () => {
            if (details.open) {
              ask();
            }
          },
        },
        el('summary', {}, words.rowsOf(context.format.month(month))),
        shown,
      );
      return details;
    }),
  );
}
