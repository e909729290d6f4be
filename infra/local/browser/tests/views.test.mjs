/** The views of charts by themselves: which figures they show, how they say them, and what they say instead where there are none. */

import assert from 'node:assert/strict';
import { test } from 'node:test';
import { COLOURS, contextOf, flat, module, months, overview } from './served.mjs';

const { partnerBridgeView, productBridgeView, valueBridgeView } = await module('views/bridge.js');
const { dimensionView } = await module('views/dimensions.js');
const { placeShareView } = await module('views/place-share.js');
const { rankedView } = await module('views/ranked.js');
const { regionsView } = await module('views/regions.js');
const { sharesView } = await module('views/shares.js');
const { twelveView } = await module('views/twelve.js');
const { unitValuesView } = await module('views/unit-values.js');
const { addsUp, fieldOf, MEASURES, scaleOf, shareOf } = await module('measures.js');
const { monthsBehind } = await module('sources.js');
const { words } = await module('words.js');

const SAID = words('en');
const SIZE = { width: 800, height: 340 };

function partner(iso2, netWeightKg, value, more = {}) {
  return { iso2, name: { en: iso2 }, netWeightKg, value, ...more };
}

function reportOf(total, products = []) {
  return { period: '2025-12', total: { month: { momPct: 1, yoyPct: 2 }, partners: [], ...total }, products };
}

/** A context whose feed is the usual one. */
function at(choice, report, more = {}) {
  return { ...contextOf(overview(), choice, report), against: 'yoy', ...more };
}

function textsOf(view) {
  return flat(view.draw(SIZE, COLOURS).shapes).flatMap(({ text }) => (text ? [text] : []));
}

test('the largest partners are ranked by the measure, and those without trade or known amounts are left out', () => {
  const partners = [partner('DE', 2000, 9), partner('NL', 5000, 4), partner('FR', 0, 0), partner('JP', null, 3)];
  const view = rankedView(at({}, reportOf({ partners })));
  assert.deepEqual(
    [0, 1].map((i) => view.says(i)),
    [
      ['NL', '5 t'],
      ['DE', '2 t'],
    ],
  );
  assert.equal(view.count, 2);
  assert.equal(view.heading, 'Largest destinations in December 2025');
  assert.deepEqual(view.source().exact[1], ['DE', '2 t', 2000, 'total.partners[0].netWeightKg'], 'where the report has it');
  assert.equal(view.choose(0).place, 'NL');
  const byValue = rankedView(at({ measure: 'value' }, reportOf({ partners })));
  assert.deepEqual(
    byValue.rows.map((i) => byValue.columns[0].of(i)),
    ['DE', 'NL', 'JP'],
  );
});

test('of unit values those of the partners with the largest net weight are ranked, not the highest', () => {
  const partners = Array.from({ length: 14 }, (_, i) => partner(`P${i}`, 1000 * (14 - i), 5));
  const ids = partners.map(({ iso2 }) => iso2);
  const values = { products: { all: { ids, unitValuePerTonne: ids.map((_, i) => 100 + i), valueSharePct: ids.map(() => 5) } } };
  const view = rankedView(at({ measure: 'unit' }, reportOf({ partners }), { values }));
  assert.equal(view.count, 12);
  assert.deepEqual(view.says(0), ['P11', '111 USD/t'], 'the last two are too small, however high their unit values');
});

test('where partners are not known, a ranking says so instead of drawing nothing', () => {
  assert.equal(rankedView(at({}, reportOf({}))).empty, SAID.partnersUnknown);
  assert.equal(regionsView(at({}, reportOf({}))).empty, SAID.partnersUnknown);
});

test('no chart of all partners is shown where one of them is chosen', () => {
  const context = at({ place: 'DE' }, reportOf({ partners: [partner('DE', 1, 1)], regimes: { figures: [] } }), {
    place: { name: 'Germany', figures: {} },
    course: { partners: [], others: {} },
  });
  for (const view of [rankedView, regionsView, sharesView, unitValuesView, valueBridgeView, productBridgeView, partnerBridgeView]) {
    assert.equal(view(context), null, view.name);
  }
  assert.equal(dimensionView('regimes')(context), null);
});

test('the trade by customs regime is ranked, by net weight where unit values are chosen, for these do not add up', () => {
  const figures = [
    { code: '10', name: { en: 'Ordinary' }, netWeightKg: 3000, value: 1 },
    { code: '14', name: { en: 'Processing' }, netWeightKg: 4000, value: 9 },
    { code: '33', name: { en: 'Bonded' }, netWeightKg: 0, value: 0 },
  ];
  const view = dimensionView('regimes')(at({ measure: 'unit' }, reportOf({ regimes: { figures } })));
  assert.deepEqual(
    [0, 1].map((i) => view.says(i)),
    [
      ['Processing', '4 t'],
      ['Ordinary', '3 t'],
    ],
  );
  assert.equal(view.count, 2);
  assert.equal(view.choose(1).place, 'regimes.10');
  assert.deepEqual(view.source().exact[0], ['Processing', '4 t', 4000, 'total.regimes.figures[1].netWeightKg']);
  assert.equal(dimensionView('provinces')(at({}, reportOf({ regimes: { figures } }))), null, 'nothing is said of what the report lacks');
  assert.equal(dimensionView('regimes')(at({}, reportOf({ regimes: { figures: [] } }))).empty, SAID.untold);
});

test('tiles lie in the region of their partner, which is never the European Union, and are not drawn of unit values', () => {
  const feed = overview(60, {
    destinations: [
      { id: 'DE', name: { en: 'Germany' }, regions: ['eu27', 'europe'] },
      { id: 'JP', name: { en: 'Japan' }, regions: ['asia'] },
      { id: '701', name: { en: 'Nobody' }, regions: [] },
    ],
  });
  const partners = [partner('DE', 3000, 1), partner('JP', 2000, 1), { code: '701', name: { en: 'Nobody' }, netWeightKg: 1000, value: 1 }];
  const context = (measure) => ({ ...contextOf(feed, { measure }, reportOf({ partners })), against: 'yoy' });
  const view = regionsView(context('weight'));
  assert.deepEqual(
    view.rows.map((i) => view.says(i)),
    [
      ['DE', 'Europe', '3 t'],
      ['JP', 'Asia', '2 t'],
      ['Nobody', 'No region', '1 t'],
    ],
  );
  assert.equal(view.choose(2).place, '701');
  assert.equal(regionsView(context('unit')), null);
});

test('shares are those of the measure, with the others last, and none of a month whose figures are of another scope', () => {
  const list = (of) => Array.from({ length: 3 }, (_, i) => of(i));
  const figures = { netWeightKg: list(() => 1), value: list(() => 1), unitValuePerTonne: list(() => 1), coverage: [0, null, null] };
  const feed = overview(3, { total: figures });
  const share = (weight, value) => ({ netWeightSharePct: list(() => weight), valueSharePct: list(() => value) });
  const course = { partners: [{ name: { en: 'Japan' }, ...share(60, 70) }], others: share(40, 30) };
  const view = (measure) => sharesView({ ...contextOf(feed, { month: '2021-03', measure }, null), course });
  assert.deepEqual(view('weight').says(2), ['March 2021', 'Japan: 60.00%', 'Others: 40.00%']);
  assert.deepEqual(view('value').says(1), ['February 2021', 'Japan: 70.00%', 'Others: 30.00%']);
  assert.deepEqual(view('weight').says(0), ['January 2021', 'Japan: missing', 'Others: missing']);
  assert.equal(view('value').unit, SAID.percentOfValue);
  assert.ok(textsOf(view('weight')).includes(SAID.otherScope), 'the gap says why');
});

test('the unit values of six destinations at most are drawn, in the order of the course, with gaps where one has none', () => {
  const course = {
    partners: Array.from({ length: 8 }, (_, i) => ({ name: { en: `P${i}` }, unitValuePerTonne: [2000 + i, null, 2100 + i] })),
    others: {},
  };
  const view = unitValuesView({ ...contextOf(overview(3), { month: '2021-03' }, null), course });
  assert.deepEqual(
    view.columns.map(({ name }) => name),
    ['Month', 'P0', 'P1', 'P2', 'P3', 'P4', 'P5'],
  );
  assert.equal(view.says(2)[6], 'P5: 2,105 USD/t');
  assert.equal(view.columns[1].of(1), null);
  const imports = { ...contextOf(overview(3, { flow: 'import' }), { month: '2021-03' }, null), course };
  assert.equal(unitValuesView(imports).heading, SAID.unitValueByOrigin);
});

test('the sum of twelve months is the one of the course, and where there is none it says what it takes', () => {
  const view = (twelveMonths) =>
    twelveView({ ...contextOf(overview(3), { month: '2021-03' }, null), course: { netWeightKg: { twelveMonths } } });
  assert.deepEqual(view([null, 12_000, 13_000]).says(2), ['March 2021', 'All products: 13 t']);
  assert.ok(textsOf(view([null, 12_000, 13_000])).includes(SAID.underTwelve));
  assert.equal(view([null, null, null]).empty, SAID.takesTwelve);
  const place = { name: 'Germany', figures: {} };
  assert.equal(twelveView({ ...contextOf(overview(3), {}, null), place }), null, 'a place that never had the product');
});

test('the share of a place is that of its documents, month by month', () => {
  const shares = { netWeightSharePct: [10, null, 30], valueSharePct: [11, 21, 31] };
  const place = { name: 'Germany', figures: { all: {} }, sums: { 2021: { months: months('2021-01', 3), products: { all: shares } } } };
  const view = (measure) => placeShareView({ ...contextOf(overview(3), { month: '2021-03', measure }, null), place });
  assert.deepEqual(view('weight').says(2), ['March 2021', 'Germany: 30.00%']);
  assert.deepEqual(view('weight').says(1), ['February 2021', 'Germany: missing']);
  assert.deepEqual(view('value').says(0), ['January 2021', 'Germany: 11.00%']);
  assert.equal(view('weight').heading, SAID.shareInTotal);
  assert.equal(placeShareView({ ...contextOf(overview(3), {}, null), place: { ...place, figures: {} } }), null);
});

test('volume, mix and price begin where the one before ended, and the change itself at zero', () => {
  const valueChange = { yoy: { volume: 50, mix: -20, price: 10, change: 40 } };
  const view = valueBridgeView(at({}, reportOf({ analysis: { valueChange } })));
  assert.deepEqual(
    view.rows.map((i) => view.says(i)),
    [
      ['Volume', '+50'],
      ['Mix', '−20'],
      ['Price', '+10'],
      ['Change', '+40'],
    ],
  );
  const rect = (colour) =>
    view
      .draw(SIZE, COLOURS)
      .shapes.filter(({ rect: one, fill }) => one && fill === colour)
      .map(({ rect: one }) => one);
  const [[up, , volume], [again, , price]] = rect(COLOURS.up);
  const [[down, , mix]] = rect(COLOURS.down);
  const [[whole, , change]] = rect(COLOURS.others);
  const near = (one, other) => assert.ok(Math.abs(one - other) < 0.01, `${one} ${other}`);
  near(volume / 50, mix / 20);
  near(volume / 50, price / 10);
  near(volume / 50, change / 40);
  near(down + mix, up + volume);
  near(again, down);
  near(whole, up);
  assert.deepEqual(view.source().exact[1], ['Mix', '−20', -20, 'total.analysis.valueChange.yoy.mix']);
});

test('where volume, mix and price are not known, the chart says why as the report does', () => {
  const empty = (none) => valueBridgeView(at({}, reportOf({ analysis: { valueChange: { yoy: none } } }))).empty;
  assert.equal(empty({ none: 'too-short', needed: 13, there: 5 }), 'It takes 13 months; there are 5.');
  assert.equal(
    empty({ none: 'incomplete', missing: ['2024-12', '2025-12'] }),
    'Not known: figures are missing for December 2024, December 2025.',
  );
  assert.equal(empty({ none: 'no-base' }), SAID.noSuchFigure);
  assert.equal(valueBridgeView(at({}, reportOf({}))), null);
});

test('contributions are ordered from the largest rise to the largest fall; of more than ten, the largest stand apart', () => {
  const partners = [1, -5, 3].map((yoyContributionPp, i) => partner(`P${i}`, 1000, 1, { yoyContributionPp }));
  const view = partnerBridgeView(at({}, reportOf({ partners, month: { momPct: null, yoyPct: -1 } })));
  assert.deepEqual(
    view.rows.map((i) => view.says(i)),
    [
      ['P2', '+3.00'],
      ['P0', '+1.00'],
      ['P1', '−5.00'],
      [SAID.changeOfNetWeight, '−1.00'],
    ],
  );
  assert.deepEqual(view.source().exact[0], ['P2', '+3.00', 3, 'total.partners[2].yoyContributionPp']);
  assert.equal(view.choose(0).place, 'P2');
  assert.equal(view.choose(3), null, 'the change itself is no place');
  const many = Array.from({ length: 12 }, (_, i) => partner(`P${i}`, 1000, 1, { yoyContributionPp: i + 1 }));
  const largest = partnerBridgeView(at({}, reportOf({ partners: many })));
  assert.equal(largest.count, 11);
  const bars = largest.draw(SIZE, COLOURS).shapes.filter(({ rect, fill }) => rect && fill === COLOURS.up);
  assert.equal(new Set(bars.map(({ rect }) => rect[0])).size, 1, 'parts that do not add up to the change all begin at zero');
});

test('contributions by product lead to the product, and none are drawn of a change that is not known', () => {
  const products = [{ id: 'ingot', name: { en: 'Ingot' }, yoyContributionPp: 2 }];
  const view = productBridgeView(at({}, reportOf({}, products)));
  assert.equal(view.choose(0).product, 'ingot');
  assert.equal(view.columns[0].name, SAID.product);
  assert.equal(productBridgeView(at({ product: 'ingot' }, reportOf({}, [{ ...products[0], month: {}, partners: [] }]))), null);
  assert.equal(productBridgeView(at({}, reportOf({ month: { momPct: null, yoyPct: null } }, products))).empty, SAID.noContribution);
});

test('measures say what documents call them, and that unit values are no parts of a whole', () => {
  assert.deepEqual(
    MEASURES.map((measure) => [fieldOf(measure), scaleOf(measure), addsUp(measure), shareOf(measure)]),
    [
      ['netWeightKg', 1000, true, 'netWeightSharePct'],
      ['value', 1, true, 'valueSharePct'],
      ['unitValuePerTonne', 1, false, 'netWeightSharePct'],
    ],
  );
});

test('a figure needs its month, the one that it is told against, and for a year so far each month of both years', () => {
  assert.deepEqual(monthsBehind(SAID, '2025-02', ['month', 'mom', 'yoy', 'ytd', 'ytdYoy']), [
    [SAID.thisMonth, ['2025-02']],
    [SAID.monthBefore, ['2025-01']],
    [SAID.yearBefore, ['2024-02']],
    [SAID.thisYear, ['2025-01', '2025-02']],
    [SAID.lastYearSoFar, ['2024-01', '2024-02']],
  ]);
});
