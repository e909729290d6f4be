/** The page's modules by themselves: address, scenes, charts, what is taken along. */

import assert from 'node:assert/strict';
import { readdir, readFile } from 'node:fs/promises';
import path from 'node:path';
import { test } from 'node:test';
import { COLOURS, contextOf, flat, LANGUAGES, module, months, overview, SERVED } from './served.mjs';

const { addressOf, meaningless, readAddress, spansOf } = await module('address.js');
const { againstOf, amountOf, monthsShown, placeIn, productsApart, rowsIn, sumOf, yearsOfSums } = await module('figures.js');
const { rowsOf, tells } = await module('rows.js');
const { Feed } = await module('data.js');
const { bars, columns, treemap } = await module('plots.js');
const { fitted, svgText, widthOf, wrapped } = await module('scene.js');
const { Format } = await module('format.js');
const { cumulativeView } = await module('views/cumulative.js');
const { indexedView } = await module('views/indexed.js');
const { seasonView } = await module('views/season.js');
const { seriesView } = await module('views/series.js');
const { outlookView } = await module('views/outlook.js');
const { words } = await module('words.js');
const { csvText, fileName, picture, plainNumber, plainText, tabText } = await module('takeaway.js');

test('an address says all that is chosen, and reading it gives the same again', () => {
  const feed = overview();
  const choice = readAddress(
    feed,
    '#lang=zh&month=2023-05&product=ingot&place=europe&measure=unit&range=12&against=mom&sort=partners.yoy.up&filter=ger',
  );
  assert.deepEqual(choice, {
    lang: 'zh',
    month: '2023-05',
    product: 'ingot',
    place: 'europe',
    measure: 'unit',
    range: '12',
    against: 'mom',
    sort: 'partners.yoy.up',
    filter: 'ger',
  });
  assert.deepEqual(readAddress(feed, addressOf(choice)), choice);
  assert.deepEqual(meaningless(feed, addressOf(choice)), []);
  assert.equal(readAddress(feed, '#place=regimes.10').place, 'regimes.10');
  assert.doesNotMatch(addressOf(readAddress(feed, '#lang=en')), /against|place|sort|filter/, 'what nobody chose');
});

test('what an address asks for and means nothing is named, and the usual is shown', () => {
  const feed = overview();
  const hash = '#lang=en&month=1999-01&product=gold&place=XX&measure=furlongs&range=24&sort=partners&colour=red';
  assert.deepEqual(
    meaningless(feed, hash).map(([name]) => name),
    ['month', 'product', 'place', 'measure', 'range', 'sort', 'colour'],
  );
  const { month, product, place, measure, range } = readAddress(feed, hash);
  assert.deepEqual([month, product, place, measure, range], ['2025-12', 'all', '', 'weight', '36']);
});

test('a feed offers those spans of time alone that it has', () => {
  assert.deepEqual(spansOf(11), ['all']);
  assert.deepEqual(spansOf(24), ['12', 'all']);
  assert.deepEqual(spansOf(120), ['12', '36', '60', '120', 'all']);
  assert.equal(readAddress(overview(24), '').range, 'all');
});

test('the months shown end with the newest, or with the chosen one where that is older', () => {
  const context = (choice) => ({ feed: new Feed(overview()), choice: { month: '2025-12', range: '12', product: 'all', ...choice } });
  assert.deepEqual(monthsShown(context()), months('2025-01', 12));
  assert.deepEqual(monthsShown(context({ month: '2022-03' })), months('2021-04', 12));
  assert.equal(monthsShown(context({ range: 'all' })).length, 60);
  const near = new Feed(overview(60, { events: [{ date: '2026-02-01', name: {} }] }));
  assert.deepEqual(monthsShown({ feed: near, choice: { month: '2025-12', range: '12' } }, true).slice(-2), ['2026-01', '2026-02']);
});

test('a destination that never had a product had nothing in known months, and nothing is known of the others', () => {
  const feed = new Feed(overview(3, { total: { netWeightKg: [1, null, 3], value: [1, null, 3], unitValuePerTonne: [1, null, 1] } }));
  const context = { feed, choice: { product: 'all', month: '2021-01', measure: 'weight' }, place: { figures: {} } };
  assert.deepEqual(
    months('2021-01', 3).map((month) => amountOf(context, 'all', month)),
    [0, null, 0],
  );
  assert.equal(amountOf(context, 'all', '2021-01', 'unit'), null, 'nothing has no price');
});

test('a place is found among partners and regions, with where it stands', () => {
  const report = { total: {}, products: [{ id: 'ingot', partners: [{ iso2: 'DE' }, { code: '701' }], regions: [{ id: 'europe' }] }] };
  assert.equal(placeIn(report, 'ingot', '701').path, 'products[0].partners[1]');
  assert.equal(placeIn(report, 'ingot', 'europe').path, 'products[0].regions[0]');
  assert.equal(placeIn(report, 'ingot', 'FR'), null);
  report.products[0].regimes = { missing: [], figures: [{ code: '14' }, { code: '10' }] };
  assert.deepEqual(placeIn(report, 'ingot', 'regimes.10'), { row: { code: '10' }, path: 'products[0].regimes.figures[1]' });
});

const SPEC = {
  labels: ['a', 'b', 'c', 'd'],
  unit: 'tonnes',
  tick: String,
  series: [
    { name: 'one', kind: 'column', values: [1, null, 3, 0], colour: '#one' },
    { name: 'two', kind: 'column', values: [2, null, 4, 5], colour: '#two' },
    { name: 'before', kind: 'line', values: [1, null, 2, 3], colour: '#before' },
  ],
  gaps: [[1, 'missing']],
  events: [
    { index: 2, number: 1 },
    { index: 2, number: 2 },
  ],
  chosen: 3,
  sample: 'Sample data',
};

test('columns are as high as their figures, one on top of the other; what is missing is no column but a gap with a word', () => {
  const scene = columns(SPEC, { width: 600, height: 300 }, COLOURS);
  const of = (colour) => scene.shapes.filter(({ rect, fill }) => rect && fill === colour).map(({ rect }) => rect);
  const [one, two] = [of('#one'), of('#two')];
  assert.equal(one.length, 2, 'neither the month that is missing nor the one with zero has a column');
  assert.equal(two.length, 3);
  const unit = one[0][3];
  [
    [one[1], 3],
    [two[0], 2],
    [two[1], 4],
    [two[2], 5],
  ].forEach(([rect, amount]) => assert.ok(Math.abs(rect[3] - amount * unit) < 1e-6));
  assert.ok(Math.abs(two[0][1] + two[0][3] - one[0][1]) < 1e-6, 'on top');
  assert.ok(scene.shapes.some(({ text }) => text === 'missing'));
  const said = (gaps) =>
    columns({ ...SPEC, gaps }, { width: 600, height: 300 }, COLOURS).shapes.filter(({ text }) => text === 'missing').length;
  assert.equal(
    said([
      [0, 'missing'],
      [1, 'missing'],
    ]),
    1,
    'what is said of gaps beside each other is said once',
  );
  assert.equal(
    said([
      [0, 'missing'],
      [2, 'missing'],
    ]),
    2,
  );
  assert.ok(scene.shapes.some(({ text }) => text === 'Sample data'));
  const line = scene.shapes.find(({ stroke, path }) => stroke === '#before' && path);
  assert.equal(line.path.match(/M/g).length, 2, 'the line is broken where a month is missing');
  assert.equal(scene.points.length, 4);
  assert.notDeepEqual(scene.events[0].at, scene.events[1].at, 'two events of a month do not hide each other');
  assert.doesNotMatch(svgText(scene), /NaN|undefined|Infinity/);
});

test('on a narrow chart neither labels nor marks nor what stands above it lie on each other', () => {
  const labels = months('2019-01', 84).map((month) => `${month.slice(2, 4)}年${Number(month.slice(5))}月`);
  const near = [80, 82, 83].map((index, i) => ({ index, number: i + 1 }));
  const unit = 'percentage points on a year before';
  for (const width of [250, 320, 560, 1180]) {
    const spec = {
      ...SPEC,
      labels,
      unit,
      series: [{ name: 'a', kind: 'column', values: labels.map((_, i) => i), colour: '#a' }],
      gaps: [],
    };
    const scene = columns({ ...spec, events: near }, { width, height: 300 }, COLOURS);
    const spans = scene.shapes
      .filter(({ text, anchor }) => labels.includes(text) && anchor === 'middle')
      .map(({ text, at }) => [at[0] - widthOf(text) / 2, at[0] + widthOf(text) / 2]);
    assert.ok(spans.length > 1);
    spans.slice(1).forEach(([start], i) => assert.ok(start > spans[i][1], `labels at ${width}`));
    assert.ok(spans[spans.length - 1][1] <= width + 0.01, 'the last is not cut');
    scene.events.forEach(({ at: [x, y] }, i) =>
      scene.events.slice(i + 1).forEach(({ at }) => assert.ok(Math.hypot(x - at[0], y - at[1]) >= 18, `marks at ${width}`)),
    );
    const [said, sample] = [scene.shapes[0], scene.shapes.find(({ text }) => text === SPEC.sample)];
    assert.ok(widthOf(said.text) < sample.at[0] - widthOf(sample.text), `the unit at ${width}`);
  }
});

test('an axis has zero, unless it need not', () => {
  const lines = {
    ...SPEC,
    series: [{ name: 'price', kind: 'line', values: [2000, 2100, null, 2050], colour: '#p' }],
    gaps: [],
    events: [],
  };
  const ticks = (spec) =>
    columns(spec, { width: 600, height: 300 }, COLOURS)
      .shapes.filter(({ anchor, text }) => anchor === 'end' && /^\d/.test(text))
      .map(({ text }) => Number(text));
  assert.equal(ticks(lines)[0], 0);
  assert.ok(ticks({ ...lines, free: true })[0] > 1900);
});

test('bars go to both sides of zero, as far as their figures', () => {
  const rows = [
    { name: 'up', value: 5, shown: '+5', colour: '#up' },
    { name: 'down', value: -3, from: 5, shown: '-3', colour: '#down' },
    { name: 'below', value: -2, shown: '-2', colour: '#below' },
  ];
  const scene = bars({ rows, unit: 'pp', tick: String }, { width: 600, height: 200 }, COLOURS);
  const width = (colour) => scene.shapes.find(({ fill, rect }) => rect && fill === colour).rect;
  assert.ok(Math.abs(width('#up')[2] / 5 - width('#down')[2] / 3) < 1e-6);
  assert.ok(Math.abs(width('#below')[0] + width('#below')[2] - width('#up')[0]) < 1e-6, 'both begin at zero');
  assert.ok(Math.abs(width('#down')[0] + width('#down')[2] - (width('#up')[0] + width('#up')[2])) < 1e-6, 'it begins where the other ends');
});

test('the sums of a place are those of its documents, and nothing is known of a month of another scope', () => {
  const sums = { netWeightKg: [1, 3, 6], value: [2, 4, 8], unitValuePerTonne: [2000, 1333, 1333] };
  const none = { ytd: { netWeightKg: [0, 0, 0, 0, null], value: [0, 0, 0, 0, null] } };
  const place = {
    figures: { all: {}, ingot: {} },
    sums: {
      2021: { months: months('2021-10', 3), products: { all: { ytd: sums } } },
      2022: { months: [], products: {} },
    },
  };
  const feed = new Feed(
    overview(5, { months: months('2021-10', 5).map((period) => ({ period })), total: { coverage: [0, null, null, null, null] } }),
  );
  const context = { feed, choice: { product: 'all', month: '2021-12', measure: 'weight' }, place, course: { none } };
  const of = (more) => months('2021-10', 5).map((month) => sumOf({ ...context, choice: { ...context.choice, ...more } }, 'ytd', month));
  assert.deepEqual(of({}), [null, 3, 6, 0, null], 'the months of the year without trade as the course has them');
  assert.deepEqual(of({ measure: 'value' }), [null, 4, 8, 0, null]);
  assert.deepEqual(of({ product: 'ingot' }), [0, 0, 0, 0, null], 'without trade in the product in either year');
  assert.equal(
    sumOf({ ...context, place: { ...place, figures: { all: {} } }, choice: { ...context.choice, product: 'ingot' } }, 'ytd', '2021-12'),
    null,
  );
  assert.equal(sumOf(context, 'ytd', '2020-12'), null, 'not in the feed');
  assert.throws(
    () => sumOf({ ...context, place: { ...place, sums: {} } }, 'ytd', '2021-12'),
    /the sums of 2021-12 are not loaded/,
    'what is not loaded is neither zero nor unknown',
  );
});

test('of the sums of a place those calendar years are asked for that are shown', () => {
  const feed = new Feed(overview(60));
  const years = (month, range) => yearsOfSums({ feed, choice: { month, range } });
  assert.deepEqual(years('2025-12', '12'), ['2024', '2025'], 'the year before too, for it is drawn beside the year');
  assert.deepEqual(years('2025-06', '36'), ['2023', '2024', '2025']);
  assert.deepEqual(years('2022-02', '12'), ['2021', '2022'], 'up to the chosen month');
  assert.deepEqual(years('2021-02', '12'), ['2021'], 'none before the feed begins');
  assert.deepEqual(years('2021-02', 'all'), ['2021', '2022', '2023', '2024', '2025']);
});

test('the sums of a place are loaded beside each other, and a year without any is none', async () => {
  const asked = [];
  const feed = new Feed(overview(24, { sumFiles: [{ 2021: 'DE-2021' }, {}, { 2021: 'R-2021', 2022: 'R-2022' }] }));
  feed.once = (path) => {
    asked.push(path);
    return Promise.resolve(
      path ? { months: ['2021-01'], destinations: { FR: 'not asked for' }, regimes: { 'regimes.10': { all: path } } } : null,
    );
  };
  const loading = feed.sumsOf('regimes.10', ['2021', '2022']);
  assert.deepEqual(asked, ['R-2021', 'R-2022'], 'both, before either is there');
  assert.deepEqual(await loading, {
    2021: { months: ['2021-01'], products: { all: 'R-2021' } },
    2022: { months: ['2021-01'], products: { all: 'R-2022' } },
  });
  assert.deepEqual(await feed.sumsOf('DE', ['2021', '2022']), {
    2021: { months: ['2021-01'], products: {} },
    2022: { months: [], products: {} },
  });
});

test('changes are told against a year before unless that is not known and the month before is, or the reader chose', () => {
  const report = (momPct, yoyPct, valueChange = {}) => ({ total: { month: { momPct, yoyPct }, analysis: { valueChange } } });
  const against = (one, chosen = '') => againstOf({ choice: { product: 'all', against: chosen }, report: one });
  assert.equal(against(report(1, 2)), 'yoy');
  assert.equal(against(report(1, null)), 'mom');
  assert.equal(against(report(null, null)), 'yoy');
  assert.equal(against(report(null, null, { mom: { change: 5 }, yoy: { none: 'no-base' } })), 'mom');
  assert.equal(against(report(1, null), 'yoy'), 'yoy');
});

test('the rows of a place are those of its partners, its customs regime, its province or its state', () => {
  const feed = new Feed(overview());
  assert.deepEqual(rowsIn({ feed }, 'DE'), { partners: ['DE'] });
  assert.deepEqual(rowsIn({ feed }, 'europe'), { partners: ['DE'] });
  assert.deepEqual(rowsIn({ feed }, 'regimes.10'), { split: { dimension: 'regimes', code: '10' } });
  const row = (more) => ({ product: 'ingot', partner: 'DE', customs_regime: '10', province: '44', other: 'procedure=1;state=MG', ...more });
  const all = [row({}), row({ customs_regime: '14' }), row({ province: '31' }), row({ other: 'state=SP' }), row({ product: 'wire' })];
  const found = (source) => rowsOf(all, source).map((one) => all.indexOf(one));
  assert.deepEqual(found({ product: 'ingot', ...rowsIn({ feed }, 'regimes.10') }), [0, 2, 3]);
  assert.deepEqual(found({ product: 'all', split: { dimension: 'provinces', code: '31' } }), [2]);
  assert.deepEqual(found({ product: 'all', split: { dimension: 'states', code: 'SP' } }), [3]);
});

test('where a row does not say its customs regime, nobody knows what adds up to that of one', () => {
  const split = { dimension: 'regimes', code: '10' };
  const all = [
    { product: 'ingot', customs_regime: '10', other: '' },
    { product: 'wire', customs_regime: '', other: '' },
  ];
  assert.ok(tells(all, { product: 'ingot', split }));
  assert.ok(!tells(all, { product: 'all', split }));
  assert.ok(!tells(all, { product: 'ingot', split: { dimension: 'states', code: 'SP' } }));
  assert.ok(tells(all, { product: 'all', partners: ['DE'] }), 'partners are told of all rows');
});

test('the windows of an event study are shaded where they lie, and an event says its text', () => {
  const found = (from, to) => ({ from, to, netWeightKg: 1 });
  const traces = [{ event: 'licences', study: { anticipation: found('2025-08', '2025-09'), after: { none: 'too-short' } } }];
  const event = { date: '2025-10-01', name: { en: 'Licences' }, text: { en: 'Needed from October.' } };
  const context = contextOf(overview(60, { events: [event] }), { range: '12' }, { traces });
  const view = seriesView(context);
  const scene = view.draw({ width: 800, height: 300 }, COLOURS);
  const shaded = scene.shapes.filter(({ opacity, fill }) => opacity === 0.14 && fill === COLOURS.event);
  assert.equal(shaded.length, 1, 'a window that could not be looked at is not shaded');
  const [x, , width] = shaded[0].rect;
  const [first, last] = [7, 8].map((i) => scene.points[i].box);
  assert.ok(Math.abs(x - first[0]) < 0.01 && Math.abs(x + width - last[0] - last[2]) < 0.01, 'August and September');
  assert.equal(scene.events.length, 1);
  assert.ok(view.says(9).includes('1 Licences'));
});

test('an outlook of two months told together is drawn as one part for each, and said as the sum that the report has', () => {
  const range = (from, to, netWeightKg) => ({ from, to, netWeightKg, lowKg: netWeightKg - 500, highKg: netWeightKg + 500 });
  const outlook = { ranges: [range('2026-01', '2026-02', 120_000), range('2026-03', '2026-03', 60_000)] };
  const view = outlookView(contextOf(overview(60), {}, { total: { analysis: { outlook } }, products: [] }));
  assert.equal(view.count, 18 + 3);
  assert.match(view.says(18).join('; '), /^January 2026 – February 2026; .*120 t/);
  assert.match(view.says(19).join('; '), /120 t/);
  const marks = view.draw({ width: 800, height: 300 }, COLOURS).shapes.filter(({ width, path }) => width === 3 && path);
  assert.equal(new Set(marks.map(({ path }) => path.match(/,([\d.]+)H/)[1])).size, 1, 'all three at 60 t');
  const none = outlookView(
    contextOf(overview(60), {}, { total: { analysis: { outlook: { none: 'too-short', needed: 36, there: 12 } } }, products: [] }),
  );
  assert.equal(none.empty, 'It takes 36 months; there are 12.');
});

test('tiles are as large as their figures', () => {
  const groups = [
    { name: 'Asia', colour: '#as', items: [{ name: 'JP', value: 60, shown: '60' }] },
    {
      name: 'Europe',
      colour: '#eu',
      items: [
        { name: 'NL', value: 30, shown: '30' },
        { name: 'DE', value: 30, shown: '30' },
      ],
    },
  ];
  const scene = treemap({ groups, unit: 't' }, { width: 800, height: 600 }, COLOURS);
  const area = (colour) =>
    flat(scene.shapes)
      .filter(({ fill, rect }) => rect && fill === colour)
      .reduce((sum, { rect }) => sum + rect[2] * rect[3], 0);
  assert.ok(Math.abs(area('#as') / area('#eu') - 1) < 0.05);
  assert.deepEqual(scene.points.map(({ index }) => index).sort(), [0, 1, 2]);
});

test('a legend of many long names makes a chart higher, and neither hides its columns nor is cut', () => {
  const name = 'A substance of a purity of not less than 99.99% by weight, in granules';
  const series = Array.from({ length: 9 }, (_, i) => ({ name: `${i} ${name}`, kind: 'column', values: [1, 2, 3, 4], colour: '#c' }));
  for (const width of [290, 560]) {
    const scene = columns({ ...SPEC, series, gaps: [] }, { width, height: 340 }, COLOURS);
    assert.ok(scene.height > 340);
    const [, top, , high] = scene.points[0].box;
    assert.ok(high >= 150, `columns of ${high} at ${width}`);
    const { at, shapes } = scene.shapes[scene.shapes.length - 1];
    assert.ok(at[1] > top + high);
    for (const shape of shapes.filter(({ text }) => text)) {
      assert.ok(shape.at[0] + widthOf(shape.text) <= width + 8, `${shape.text} at ${width}`);
      assert.ok(at[1] + shape.at[1] <= scene.height);
    }
  }
});

test('the legend has no series without figures', () => {
  const series = [...SPEC.series.slice(0, 2), { ...SPEC.series[2], values: [null, null, null, null] }];
  const texts = flat(columns({ ...SPEC, series }, { width: 600, height: 300 }, COLOURS).shapes).map(({ text }) => text);
  assert.ok(texts.includes('one'));
  assert.ok(!texts.includes('before'));
});

test('of more products than there are colours the eight of the highest value are drawn, the others together; the table has all', () => {
  const list = (number) => [number, number, null];
  const products = Array.from({ length: 12 }, (_, i) => ({
    id: `p${i}`,
    name: { en: `P${i}` },
    netWeightKg: i === 0 ? [1000, null, null] : list(1000),
    value: list(i === 3 ? 1000 : 10 + i),
    unitValuePerTonne: list(i),
  }));
  const feed = new Feed(overview(3, { products }));
  assert.deepEqual(
    productsApart(feed).map(({ id }) => id),
    ['p3', 'p5', 'p6', 'p7', 'p8', 'p9', 'p10', 'p11'],
  );
  assert.equal(productsApart({ overview: { products: products.slice(0, 9) } }).length, 9);
  const said = words('en');
  const context = (measure) => ({
    feed,
    words: said,
    format: new Format(said, 'USD', 'USD'),
    product: said.allProducts,
    choice: { month: '2021-01', product: 'all', place: '', measure, lang: 'en', range: 'all' },
    place: null,
  });
  const series = seriesView(context('weight'));
  const scene = series.draw({ width: 600, height: 340 }, COLOURS);
  const heights = scene.shapes.filter(({ rect, fill }) => rect && fill === COLOURS.others).map(({ rect }) => rect[3]);
  const single = scene.shapes.find(({ rect, fill }) => rect && fill === '#a1').rect[3];
  assert.equal(heights.length, 2, 'nothing is known of the third month');
  assert.ok(Math.abs(heights[0] / single - 4) < 0.01);
  assert.ok(series.says(0).includes('Others: 4 t'));
  assert.ok(series.says(1).includes('Others: missing'), 'of one of them nothing is known');
  assert.equal(series.columns.length, 1 + 12 + 2);
  assert.match(series.drawn, /^the 8 of 12 products/);
  const lines = seriesView(context('unit'));
  const texts = flat(lines.draw({ width: 600, height: 340 }, COLOURS).shapes).map(({ text }) => text);
  assert.ok(texts.includes('P3') && !texts.includes('P0') && !texts.includes('Others'), 'unit values do not add up');
  assert.equal(lines.columns.length, 1 + 12 + 2);
  const indexed = indexedView(context('weight'));
  assert.equal(indexed.columns.length, 1 + 12 + 1);
  assert.equal(indexed.says(0).length, 1 + 8 + 1);
});

test('a change from zero is not called missing, and a negative number on an axis has the minus of the others', () => {
  const format = new Format(words('en'), 'USD', 'USD');
  assert.equal(format.change(null), 'n/a');
  assert.equal(format.change(-0.5), '−0.50%');
  assert.equal(format.compact(-10_000_000), '−10m');
});

test('figures of a year so far that lacks months say what they take', () => {
  const said = words('en');
  const feed = new Feed(overview(3));
  const course = { netWeightKg: { ytd: [null, null, null] } };
  const view = cumulativeView({
    feed,
    words: said,
    format: new Format(said, 'USD', 'USD'),
    course,
    product: 'Ingot',
    choice: { month: '2021-03', product: 'ingot', place: '', measure: 'weight', lang: 'en', range: 'all' },
    place: null,
  });
  assert.equal(view.empty, said.takesJanuary);
});

test('a month that no year of a season has is a gap with a word, and one that the newest year has not reached is none', () => {
  const list = (of) => Array.from({ length: 15 }, (_, i) => (i === 5 ? null : of(i)));
  const figures = { netWeightKg: list(() => 1000), value: list(() => 3), unitValuePerTonne: list(() => 3) };
  const said = words('en');
  const view = seasonView({
    feed: new Feed(overview(15, { total: figures })),
    words: said,
    format: new Format(said, 'USD', 'USD'),
    product: said.allProducts,
    choice: { month: '2022-03', product: 'all', place: '', measure: 'weight', lang: 'en', range: 'all' },
    place: null,
  });
  const scene = view.draw({ width: 800, height: 340 }, COLOURS);
  const gaps = scene.shapes.filter(({ rect, fill, opacity }) => rect && fill === COLOURS.grid && opacity === 0.7);
  assert.equal(gaps.length, 1);
  assert.ok(Math.abs(gaps[0].rect[0] - scene.points[5].box[0]) < 0.01, 'June');
  assert.equal(scene.shapes.filter(({ text }) => text === 'missing').length, 1);
});

test('bars of large numbers have no more ticks than can be read beside each other', () => {
  const tick = (number) => `+${number.toFixed(2)}`;
  const rows = [{ name: 'all', value: 30_000_066, shown: '+30,000,066.67', colour: '#all' }];
  const scene = bars({ rows, unit: 'pp', tick }, { width: 600, height: 100 }, COLOURS);
  const ticks = scene.shapes.filter(({ text, at }) => text && at[1] === 95);
  assert.ok(ticks.length > 1);
  ticks.slice(1).forEach(({ text, at }, i) => assert.ok(at[0] - ticks[i].at[0] > widthOf(text, 11)));
});

test('a number that a tile has no room for is left out, since its first digits would be another number', () => {
  const items = Array.from({ length: 30 }, (_, i) => ({ name: `Partner ${i}`, value: 31 - i, shown: '1,234,567' }));
  const small = { name: 'Oceania', colour: '#oc', items: [{ name: 'AU', value: 0.4, shown: '1,234' }] };
  const groups = [{ name: 'Asia', colour: '#as', items }, small];
  const scene = treemap({ groups, unit: 't' }, { width: 400, height: 380 }, COLOURS);
  const texts = flat(scene.shapes).filter(({ text }) => text);
  const numbers = texts.filter(({ text }) => /^\d/.test(text));
  assert.ok(numbers.length > 0);
  assert.ok(numbers.every(({ text }) => text === '1,234,567'));
  assert.ok(
    texts.every(({ at }) => at[1] <= 380 - 20),
    'what stands over a group is within the chart',
  );
});

test('an SVG file is well formed whatever names say', () => {
  const text = svgText({ width: 10, height: 10, title: 'a < b & "c"', shapes: [{ text: '<script>&', at: [1, 2], fill: '#000' }] });
  assert.match(text, /<title>a &lt; b &amp; &quot;c&quot;<\/title>/);
  assert.match(text, /&lt;script&gt;&amp;<\/text>/);
});

test('texts are measured, cut and wrapped, Chinese too', () => {
  assert.equal(widthOf('镁锭', 10), 20);
  assert.equal(fitted('Netherlands', 40), 'Neth…');
  assert.equal(fitted('India', 400), 'India');
  const lines = wrapped('来源：中华人民共和国海关总署 General Administration of Customs', 100, 10);
  assert.ok(
    lines.every((line) => widthOf(line, 10) <= 100 || !/\s/.test(line)),
    lines.join('|'),
  );
  assert.equal(lines.join('').replace(/\s/g, ''), '来源：中华人民共和国海关总署GeneralAdministrationofCustoms');
});

test('a picture has title, chart and what travels with it', () => {
  const drawn = (width) => columns(SPEC, { width, height: 300 }, COLOURS);
  const scene = picture(
    drawn,
    { title: 'Month by month: magnesium', lines: ['tonnes · Source: Customs', 'https://example.com/#month=2025-12'] },
    COLOURS,
  );
  const texts = flat(scene.shapes).map(({ text }) => text);
  for (const text of ['Month by month: magnesium', 'tonnes · Source: Customs', 'https://example.com/#month=2025-12', 'missing', 'one']) {
    assert.ok(texts.includes(text), text);
  }
});

test('figures are taken along exact, as numbers; what is missing is empty', () => {
  const view = {
    columns: [
      { name: 'Partner', text: true, of: (row) => row[0] },
      { name: 'Net weight', unit: 'kg', scale: 1000, of: (row) => row[1] },
    ],
    rows: [
      ['Korea, "South"', 1234567],
      ['Nobody', null],
      ['Back', -5],
    ],
  };
  assert.equal(csvText(view), '\ufeffPartner,Net weight (kg)\r\n"Korea, ""South""",1234567\r\nNobody,\r\nBack,-5\r\n');
  assert.equal(tabText(view.columns, view.rows), 'Partner\tNet weight\nKorea, "South"\t1234.567\nNobody\t\nBack\t-0.005');
  assert.equal(plainNumber(0.1 + 0.2, 1), '0.30000000000000004');
  assert.equal(plainText('\u22121.5\u00a0%'), '-1.5 %');
});

test('files are named by what they show', () => {
  assert.equal(fileName('magnesium', 'unit-values', '2025-12', 'all', '', 'unit'), 'magnesium-unit-values-2025-12-all-unit');
  assert.equal(fileName('镁/产品', 'a b'), '镁-产品-a-b');
});

test('each language says the same things, told of the same', () => {
  const [english, chinese] = LANGUAGES.map(({ words }) => words);
  const places = (text) => [...new Set(JSON.stringify(text).match(/\{\d\}/g) ?? [])].sort();
  const names = (words) => Object.keys(words).sort();
  assert.deepEqual(names(chinese), names(english));
  for (const [name, text] of Object.entries(english)) {
    assert.deepEqual(places(chinese[name]), places(text), name);
    if (typeof text === 'object') {
      assert.deepEqual(names(chinese[name]), names(text), name);
    }
  }
});

test('every word that the page asks for is there', async () => {
  const files = (await readdir(SERVED, { recursive: true })).filter(
    (name) => name.endsWith('.js') && !['d3.js', 'languages.js'].includes(name),
  );
  for (const file of files) {
    for (const [, name] of (await readFile(path.join(SERVED, file), 'utf8')).matchAll(/\bwords\.(\w+)/g)) {
      if (name !== 'js' && name !== 'name') {
        assert.ok(name in LANGUAGES[0].words, `${name} in ${file}`);
      }
    }
  }
});
