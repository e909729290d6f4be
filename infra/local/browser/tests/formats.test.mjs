/** The open formats as libraries read them that others wrote. */

import assert from 'node:assert/strict';
import { readFile } from 'node:fs/promises';
import path from 'node:path';
import { test } from 'node:test';
import { parseJsonFeed } from 'feedsmith';
import JSONstat from 'jsonstat-toolkit';
import { FEEDS, json } from './support.mjs';

test('jsonstat-toolkit reads the series: dimensions with their roles, and the figures of the reports', async () => {
  const series = JSONstat(await json('magnesium/series.json'));
  assert.equal(series.class, 'dataset');
  assert.deepEqual([series.role.time, series.role.geo, series.role.metric], [['month'], ['partner'], ['measure']]);
  assert.equal(series.Dimension('month').length, 24);
  assert.equal(series.Dimension('partner').Category('IN').label, 'India');
  assert.deepEqual(series.Dimension('measure').Category('net_weight_kg').unit, { label: 'kg', decimals: 0 });
  for (const period of ['2024-01', '2025-12']) {
    const report = await json(`magnesium/reports/${period}.json`);
    for (const product of report.products) {
      const cell = (measure, partner) => series.Data({ measure, product: product.id, partner, month: period });
      assert.equal(cell('net_weight_kg', '_T').value, product.month.netWeightKg);
      assert.equal(cell('value', '_T').value, product.month.value);
      for (const partner of product.partners) {
        assert.equal(cell('net_weight_kg', partner.iso2 ?? partner.code).value, partner.netWeightKg);
      }
    }
  }
});

test('jsonstat-toolkit tells a month that nobody has from one without trade', async () => {
  const series = JSONstat(await json('graphite/series.json', process.env.FEEDS_WITH_GAPS));
  const of = (month) => series.Data({ measure: 'net_weight_kg', product: 'flake', partner: 'DE', month });
  assert.deepEqual([of('2024-05').value, of('2024-05').status], [null, 'L']);
  assert.equal(of('2024-06').status, null);
  assert.match(series.extension.status.label.L, /no file/);
});

test('feedsmith reads both JSON Feeds: the same items in two languages', async () => {
  const read = async (file) => parseJsonFeed(await readFile(path.join(FEEDS, 'magnesium', file), 'utf8'));
  const english = await read('feed.json');
  const chinese = await read('feed.zh.json');
  assert.equal(english.title, "China's magnesium exports");
  assert.equal(english.items.length, 24);
  assert.deepEqual(
    chinese.items.map((item) => item.id),
    english.items.map((item) => item.id),
  );
  assert.match(chinese.language, /^zh/);
  for (const item of [...english.items, ...chinese.items]) {
    assert.ok(item.content_html.startsWith('<') && item.title && item.date_published, item.id);
  }
});
