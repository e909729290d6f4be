/** The page of feeds of all kinds: imports, of a group of reporters, of parts of a month, of values alone, without any month. */

import assert from 'node:assert/strict';
import { test } from 'node:test';
import { barriers, FEEDS_OF_KINDS, json, rows, shown, visiting } from './support.mjs';

const feeds = visiting(FEEDS_OF_KINDS);

async function visit(feed, hash) {
  const page = await feeds.visit(`${feeds.address}${feed}/index.html${hash}`);
  await shown(page, Object.fromEntries(new URLSearchParams(hash.slice(1))));
  return page;
}

async function article(page) {
  return page.locator('article').textContent();
}

test('a feed of imports speaks of origins, in both languages', async () => {
  const page = await visit('us-magnesium', '#lang=en');
  assert.match(await page.locator('.about').textContent(), /^Imports of /);
  assert.equal(await page.locator('#destinations-heading').textContent(), 'Origins');
  assert.match(await article(page), /By origin/);
  assert.doesNotMatch(await page.locator('#page').textContent(), /[Dd]estination/);
  await page.getByRole('link', { name: '中文' }).click();
  await shown(page, { lang: 'zh' });
  assert.equal(await page.locator('#destinations-heading').textContent(), '来源地');
  assert.doesNotMatch(await page.locator('#page').textContent(), /目的地/);
});

test('a feed of a group of reporters is named as one, and says which members lack', async () => {
  const page = await visit('eu-magnesium', '#lang=en');
  assert.match(await page.locator('.about').textContent(), /the European Union of 27/);
  const { months } = await json('eu-magnesium/page/overview.json', FEEDS_OF_KINDS);
  const report = await json(`eu-magnesium/reports/${months[months.length - 1].period}.json`, FEEDS_OF_KINDS);
  assert.ok(report.members.reported.length > 0);
  const limited = await page.locator('.limited').count();
  assert.equal(limited, report.members.missing.length > 0 ? 1 : 0);
  assert.match(await article(page), /Trade among the members, which is not counted/);
});

test('a feed of parts says whose trade it is, shows no shares, and compares parts with the same parts', async () => {
  const page = await visit('polysilicon', '#lang=en&month=2025-12');
  assert.match(await page.locator('.limited').textContent(), /exports to Japan and the Netherlands alone/);
  const report = await json('polysilicon/reports/2025-12.json', FEEDS_OF_KINDS);
  assert.deepEqual(report.total.scope.values, ['116', '309']);
  assert.equal(report.total.month.momPct, 100);
  assert.match(await page.locator('.change').first().textContent(), /\+100\.00%/);
  const partners = await rows(page.locator('#partners table'));
  assert.deepEqual(
    partners.map((row) => row[3]),
    [null, null],
    'no shares of what is not all',
  );
  assert.match(await page.locator('#notes').textContent(), /files have only a part: no file has the whole/);
  assert.match(await article(page), /No file has the whole of the month\./);
});

test('a feed of values alone is shown by value: figures, growth, charts and destinations', async () => {
  const page = await visit('batteries', '#lang=en&month=2025-12');
  assert.equal(await page.getByLabel('Measure', { exact: true }).inputValue(), 'value');
  const report = await json('batteries/reports/2025-12.json', FEEDS_OF_KINDS);
  assert.equal(report.total.month.netWeightKg, null);
  assert.equal(report.total.month.valueYoyPct, 83.33);
  assert.match(await page.locator('#figures').textContent(), /\+83\.33% on a year before/);
  assert.match(await page.locator('#figures').textContent(), /files have no column of quantities/);
  assert.doesNotMatch(await page.locator('#page').textContent(), /report a net weight/);
  const products = await rows(page.locator('#products table'));
  assert.deepEqual(
    products.map((row) => row.slice(1, 5)),
    [
      [null, 84.85, 4.76, 83.33],
      [null, 15.15, 4.76, 83.33],
    ],
  );
  assert.equal((await rows(page.locator('#partners table'))).length, 3);
  assert.match(await article(page), /amounted to 36\.3 million USD/);
  await page.locator('#shares summary').click();
  const [[, share]] = await rows(page.locator('#shares table'));
  assert.equal(share.toFixed(2), '60.61');
});

test('a feed without a month says what it needs and what there is instead', async () => {
  const page = await feeds.visit(`${feeds.address}antimony/index.html#lang=en`);
  await page.locator('.reasons').waitFor();
  const said = await page.locator('#figures').textContent();
  assert.match(said, /This feed has no month yet\./);
  assert.match(said, /Needed are files of the source gacc with exports of China in USD that have rows of 81101010\./);
  assert.match(said, /values in CNY where USD is asked for/);
  assert.match(said, /antimony-202512-cny\.csv/);
  assert.deepEqual(await barriers(page), []);
  await page.getByRole('link', { name: '中文' }).click();
  await page.getByText('本数据集尚无任何月份的数据。').waitFor();
  assert.match(await page.locator('#figures').textContent(), /以元人民币计价，而所需为美元/);
  assert.equal(await page.locator('#downloads').getByRole('link', { name: 'availability.json' }).count(), 1);
});

test('the list of feeds names those without a month too', async () => {
  const page = await feeds.visit();
  const listed = page.locator('li', { hasText: "China's antimony exports" });
  assert.match(await listed.textContent(), /No month yet/);
});
