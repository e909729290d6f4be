/** The rows of customs files that a figure adds up from, what they add up to exactly, and what stood there before. */

import { el } from './elements.js';

/** So many rows are shown; all are in the document. */
const MOST_SHOWN = 200;
/** A document of more bytes than this is linked to and not loaded. */
const MOST_BYTES = 20_000_000;

const WORDS = {
  en: {
    title: 'Rows of the customs files',
    of: (month) => `Rows of ${month}`,
    loading: 'Loading ...',
    failed: 'The rows could not be loaded.',
    anew: 'The feed has been published anew: load the page again to see the rows behind the figures.',
    none: 'No figures of this month are known.',
    withheld: {
      terms: "The source's terms do not allow its rows to be passed on: figures alone are published.",
      definition: 'The rows of this feed are not published.',
      'too-many-rows': 'The rows of this month are not published: those of newer months are as many as are kept.',
      'rows-missing': 'The rows of this month are not published: they are not those that the figures were computed from.',
    },
    tooLarge: 'So many rows are not shown here: open the document.',
    file: 'File',
    line: 'Line',
    partner: 'Partner',
    regime: 'Customs regime',
    province: 'Province',
    commodity: 'Commodity',
    quantity: 'Quantity',
    weight: 'Net weight, kg',
    value: (currency) => `Value, ${currency}`,
    sum: (rows) => `Sum of ${rows} ${rows === '1' ? 'row' : 'rows'}`,
    exact: 'Exact figure',
    rounding: 'of which rounding of single rows, kg',
    unknown: 'not reported',
    shown: (shown, all) => `The first ${shown} of ${all} rows; the document has all.`,
    documents: 'All rows of the month: ',
    every: 'all months',
    replaced: (count) => `What was replaced (${count})`,
    nothingReplaced: 'Nothing was replaced.',
    nothing: 'nothing',
    change: (from, to) => `from ${from} to ${to}`,
    by: (key, at) => `by ${key}, ${at}`,
  },
  zh: {
    title: '海关文件中的行',
    of: (month) => `${month}的行`,
    loading: '加载中……',
    failed: '无法加载这些行。',
    anew: '数据已重新发布：请重新加载页面以查看数字背后的行。',
    none: '该月没有已知数字。',
    withheld: {
      terms: '数据来源的条款不允许转发其行：仅发布数字。',
      definition: '本数据不发布行。',
      'too-many-rows': '该月的行未发布：较新月份的行已达保留上限。',
      'rows-missing': '该月的行未发布：它们不是计算这些数字所用的行。',
    },
    tooLarge: '行数过多，此处不显示：请打开文件。',
    file: '文件',
    line: '行号',
    partner: '贸易伙伴',
    regime: '贸易方式',
    province: '注册地',
    commodity: '商品编码',
    quantity: '数量',
    weight: '净重（千克）',
    value: (currency) => `价值（${currency}）`,
    sum: (rows) => `${rows}行合计`,
    exact: '精确数字',
    rounding: '其中单行四舍五入（千克）',
    unknown: '未报告',
    shown: (shown, all) => `显示${all}行中的前${shown}行；文件中有全部行。`,
    documents: '该月全部行：',
    every: '所有月份',
    replaced: (count) => `被替换的内容（${count}）`,
    nothingReplaced: '没有内容被替换。',
    nothing: '无',
    change: (from, to) => `由${from}变为${to}`,
    by: (key, at) => `依据${key}，${at}`,
  },
};

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

/** The rows that a figure adds up from: of `product` or `all`, and of `partners` by their ids where there are some. */
export function rowsOf(rows, { product, partners }) {
  return rows.filter((row) => (product === 'all' || row.product === product) && (!partners || partners.includes(row.partner)));
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
    ? el('td', { class: 'number missing' }, words.unknown)
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
    [words.file, (row) => row.file],
    [words.line, (row) => row.line],
    [words.commodity, (row) => row.commodity],
    [words.partner, (row) => named(row.partner_code, partnerName(row))],
    [words.regime, (row) => named(row.customs_regime, row.customs_regime_name)],
    [words.province, (row) => named(row.province, row.province_name)],
    [words.quantity, (row) => (row.quantity ? `${exactly(thousandths(row.quantity))} ${row.quantity_unit}` : '')],
  ].filter(([, of]) => rows.some((row) => of(row) !== ''));
  const total = (label, weight, value, kind) =>
    el('tr', { class: kind }, el('th', { scope: 'row', colspan: String(columns.length) }, label), amount(words, weight), amount(words, value));
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
          [...columns.map(([name]) => name), words.weight, words.value(context.feed.overview.currency)].map((name) => el('th', { scope: 'col' }, name)),
        ),
      ),
      el(
        'tbody',
        {},
        rows
          .slice(0, MOST_SHOWN)
          .map((row) =>
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
        total(words.sum(String(rows.length)), weights, sumOf(rows, 'value'), 'sum'),
        exact?.roundingKg ? total(words.rounding, thousandths(exact.roundingKg), 0n, 'rounding') : null,
        exact ? total(words.exact, exact.netWeightKg === null ? null : thousandths(exact.netWeightKg), thousandths(exact.value), 'exact') : null,
      ),
    ),
  );
}

/** The revisions of a month that a figure had, those of its product alone. */
async function replacedIn(context, words, source, period) {
  const report = await context.feed.report(period);
  const revisions = (report?.revisions ?? []).filter((one) => source.product === 'all' || one.product === source.product);
  if (revisions.length === 0) {
    return el('p', { class: 'replaced' }, words.nothingReplaced);
  }
  const said = (figures) => (figures === null ? words.nothing : `${context.format.weight(figures.netWeightKg)}, ${context.format.value(figures.value)}`);
  return el(
    'details',
    { class: 'replaced' },
    el('summary', {}, words.replaced(revisions.length)),
    el(
      'ul',
      {},
      revisions.map((one) =>
        el('li', {}, `${one.commodity}: ${words.change(said(one.from), said(one.to))}, ${words.by(one.by.key, one.at.replace('T', ' ').replace('Z', ' UTC'))}`),
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
    return [el('p', { class: 'missing' }, words.none)];
  }
  if (month.report !== context.feed.month(period)?.archive) {
    return [el('p', { class: 'missing' }, words.anew)];
  }
  const whole = source.product === 'all' ? month.total : month.products.find((one) => one.id === source.product);
  if (!whole) {
    return [el('p', { class: 'missing' }, words.none)];
  }
  const caption = words.of(context.format.month(period));
  const exact = source.partners ? null : whole;
  const shown = [];
  if (month.document === null) {
    shown.push(el('p', { class: 'missing' }, words.withheld[month.withheld]));
    if (exact) {
      shown.push(
        el(
          'p',
          {},
          `${words.exact}: ${exact.netWeightKg === null ? words.unknown : exactly(thousandths(exact.netWeightKg))} kg, ` +
            `${exactly(thousandths(exact.value))} ${index.currency}`,
        ),
      );
    }
  } else if (month.bytes > MOST_BYTES) {
    shown.push(el('p', {}, words.tooLarge));
  } else {
    const rows = rowsOf(parseCsv(await load(month.document, (response) => response.text())), source);
    const names = namesIn(await context.feed.report(period), context.choice.lang);
    shown.push(table(context, words, caption, rows, exact, names));
    if (rows.length > MOST_SHOWN) {
      shown.push(el('p', {}, words.shown(MOST_SHOWN, rows.length)));
    }
  }
  shown.push(
    el(
      'p',
      {},
      month.document === null ? null : [words.documents, el('a', { href: month.document }, month.document), ' \u00b7 '],
      el('a', { href: 'rows/index.json' }, words.every),
    ),
    await replacedIn(context, words, source, period),
  );
  return shown;
}

/**
 * The rows behind a figure, month by month; those of a month are loaded when it is opened.
 *
 * @param context what is shown now
 * @param source `product`, or `all`; `partners` by their ids, where the figure is of some; `months` as `[name, months]`
 */
export function rowsBehind(context, source) {
  const words = WORDS[context.choice.lang] ?? WORDS.en;
  const opened = source.period ?? context.choice.month;
  const months = [...new Set(source.months.flatMap(([, some]) => some))]
    .filter((month) => context.feed.month(month)?.report)
    .sort()
    .reverse();
  return el(
    'section',
    { class: 'rows-behind' },
    el('h3', {}, words.title),
    months.map((month) => {
      const shown = el('div', { 'aria-live': 'polite' });
      let asked = false;
      const ask = async () => {
        if (asked) {
          return;
        }
        asked = true;
        shown.replaceChildren(el('p', {}, words.loading));
        try {
          shown.replaceChildren(...(await monthOf(context, words, source, month)));
        } catch {
          asked = false;
          shown.replaceChildren(el('p', { class: 'missing', role: 'alert' }, words.failed));
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
        el('summary', {}, words.of(context.format.month(month))),
        shown,
      );
      return details;
    }),
  );
}
