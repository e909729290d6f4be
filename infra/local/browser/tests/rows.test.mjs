/** What the page tells of rows and of new publications: a figure leads to lines of files, and an open page notices what is new. */

import assert from 'node:assert/strict';
import { readFile } from 'node:fs/promises';
import path from 'node:path';
import { test } from 'node:test';
import { barriers, FEEDS, json, shown, visiting } from './support.mjs';

const feeds = visiting(FEEDS);

async function visit(hash, prepare = async () => {}) {
  const page = await feeds.visit();
  await prepare(page);
  await page.goto(`${feeds.address}magnesium/index.html${hash}`);
  await shown(page, Object.fromEntries(new URLSearchParams(hash.slice(1))));
  return page;
}

/** A decimal text in thousandths. */
function thousandths(text) {
  const [whole, decimals = ''] = text.split('.');
  return BigInt(whole) * 1000n + BigInt(decimals.padEnd(3, '0'));
}

/** The rows of a published CSV document without quoted fields, as objects. */
async function rowsOf(document) {
  const [head, ...lines] = (await readFile(path.join(FEEDS, 'magnesium', document), 'utf8')).trimEnd().split('\n');
  return lines.map((line) => Object.fromEntries(line.split(',').map((field, i) => [head.split(',')[i], field])));
}

const sum = (rows, column) => rows.reduce((total, row) => total + thousandths(row[column]), 0n);

/** What a foot of the table of rows says: weight and value. */
async function foot(month, kind) {
  const figures = await month.locator(`tfoot tr.${kind} data`).evaluateAll((all) => all.map((one) => one.value));
  return figures.map(thousandths);
}

test('a figure leads to the rows that add up to it exactly', async () => {
  const index = await json('magnesium/rows/index.json');
  const entry = index.months.find((month) => month.month === '2025-12');
  for (const product of ['ingot', 'all']) {
    const page = await visit(`#lang=en&month=2025-12&product=${product}`);
    await page.locator('.card button.source').first().click();
    const month = page.locator('.rows-behind details[data-month="2025-12"]');
    await month.locator('tfoot tr.exact').waitFor();
    const figures = product === 'all' ? entry.total : entry.products.find((one) => one.id === product);
    const exact = [thousandths(figures.netWeightKg), thousandths(figures.value)];
    assert.deepEqual(await foot(month, 'exact'), exact);
    assert.deepEqual(await foot(month, 'sum'), exact, 'the rows add up to it');
    const published = (await rowsOf(entry.document)).filter((row) => product === 'all' || row.product === product);
    assert.deepEqual([sum(published, 'net_weight_kg'), sum(published, 'value')], exact, 'and so does the document');
    const lines = await month
      .locator('tbody tr')
      .evaluateAll((all) => all.map((row) => [row.cells[0].textContent, row.cells[1].textContent]));
    assert.deepEqual(
      lines,
      published.slice(0, 200).map((row) => [row.file, row.line]),
    );
    const link = month.getByRole('link', { name: entry.document });
    assert.equal((await page.request.get(new URL(await link.getAttribute('href'), page.url()).href)).status(), 200);
  }
});

test('the rows of the base of a change are loaded when they are asked for', async () => {
  const page = await visit('#lang=en&month=2025-12&product=ingot');
  const asked = [];
  page.on('request', (request) => asked.push(new URL(request.url()).pathname.split('/').pop()));
  await page.locator('.card button.source').first().click();
  await page.locator('.rows-behind details[data-month="2025-12"] tfoot tr.exact').waitFor();
  assert.ok(!asked.includes('2025-11.csv'));
  const before = page.locator('.rows-behind details[data-month="2025-11"]');
  await before.locator('summary').first().press('Enter');
  await before.locator('tfoot tr.exact').waitFor();
  assert.ok(asked.includes('2025-11.csv'));
  assert.deepEqual(await foot(before, 'sum'), await foot(before, 'exact'));
});

test('the figure of a partner leads to the rows of this partner alone', async () => {
  const page = await visit('#lang=en&month=2025-12&product=all');
  await page.getByRole('button', { name: 'Source of: India', exact: true }).first().click();
  const month = page.locator('.rows-behind details[data-month="2025-12"]');
  await month.locator('tfoot tr.sum').waitFor();
  const published = (await rowsOf('rows/2025-12.csv')).filter((row) => row.partner === 'IN');
  assert.deepEqual(await foot(month, 'sum'), [sum(published, 'net_weight_kg'), sum(published, 'value')]);
  assert.equal(await month.locator('tbody tr').count(), published.length);
});

test('the figure of a customs regime or province leads to its rows alone', async () => {
  const report = await json('magnesium/reports/2025-12.json');
  for (const [dimension, column] of [
    ['regimes', 'customs_regime'],
    ['provinces', 'province'],
  ]) {
    const page = await visit('#lang=en&month=2025-12&product=ingot');
    const { code, name, netWeightKg } = report.products[0][dimension].figures[0];
    await page
      .locator(`#by-${dimension}`)
      .getByRole('button', { name: `Source of: ${name.en}`, exact: true })
      .click();
    const month = page.locator('.rows-behind details[data-month="2025-12"]');
    await month.locator('tfoot tr.sum').waitFor();
    const published = (await rowsOf('rows/2025-12.csv')).filter((row) => row.product === 'ingot' && row[column] === code);
    assert.deepEqual(await foot(month, 'sum'), [sum(published, 'net_weight_kg'), sum(published, 'value')]);
    assert.equal(Number(sum(published, 'net_weight_kg') / 1000n), netWeightKg, 'they add up to the figure');
    assert.equal(await month.locator('tbody tr').count(), Math.min(200, published.length));
  }
});

test('what was replaced is one press away', async () => {
  const revisions = (await json('magnesium/revisions.json')).revisions;
  const page = await visit('#lang=en&month=2025-12&product=all');
  await page.locator('.card button.source').first().click();
  const month = page.locator('.rows-behind details[data-month="2025-12"]');
  const replaced = month.locator('.replaced');
  await replaced.waitFor();
  const count = revisions.filter((one) => one.period === '2025-12').length;
  if (count === 0) {
    assert.equal(await replaced.textContent(), 'Nothing was replaced.');
  } else {
    await replaced.locator('summary').click();
    assert.equal(await replaced.locator('li').count(), count);
  }
});

test('rows of a newer publication are not shown as those of what is on the page', async () => {
  const index = await json('magnesium/rows/index.json');
  index.months[0].report = 'archive/reports/2025-12.0123456789abcdef.json';
  const page = await visit('#lang=en&month=2025-12&product=ingot', (page) =>
    page.route('**/rows/index.json', (route) => route.fulfill({ json: index })),
  );
  await page.locator('.card button.source').first().click();
  const month = page.locator('.rows-behind details[data-month="2025-12"]');
  await month.getByText('load the page again').waitFor();
  assert.equal(await month.locator('table').count(), 0);
});

test('rows that the terms of a source keep back are said to be, with the exact figure', async () => {
  const index = await json('magnesium/rows/index.json');
  index.withheld = 'terms';
  index.months.forEach((month) => Object.assign(month, { withheld: 'terms', document: null }));
  const page = await visit('#lang=zh&month=2025-12&product=ingot', (page) =>
    page.route('**/rows/index.json', (route) => route.fulfill({ json: index })),
  );
  await page.locator('.card button.source').first().click();
  const month = page.locator('.rows-behind details[data-month="2025-12"]');
  await month.getByText('条款不允许').waitFor();
  await month.getByText('21,522,000').waitFor();
});

test('axe finds no barrier in the rows, light, dark and on a phone', async () => {
  for (const [lang, colorScheme, width] of [
    ['en', 'light', 1280],
    ['zh', 'dark', 1280],
    ['en', 'dark', 320],
    ['zh', 'light', 320],
  ]) {
    const page = await visit(`#lang=${lang}&month=2025-12&product=ingot`, async (before) => {
      await before.emulateMedia({ colorScheme });
      await before.setViewportSize({ width, height: 800 });
    });
    await page.locator('.card button.source').first().click();
    await page.locator('.rows-behind tfoot tr.exact').waitFor();
    assert.deepEqual(await barriers(page), []);
    const dialog = await page.getByRole('dialog').boundingBox();
    assert.ok(dialog.x >= 0 && dialog.x + dialog.width <= width, 'no wider than the screen');
    if (process.env.SCREENSHOTS) {
      await page.locator('.rows-behind').evaluate((rows) => rows.scrollIntoView());
      await page.screenshot({ path: path.join(process.env.SCREENSHOTS, `rows-${lang}-${colorScheme}-${width}.png`) });
    }
  }
});

test('an open page notices a new publication and offers it, once, and only while it can be seen', async () => {
  let etag = '"one"';
  const page = await visit('#lang=en&month=2025-12', async (page) => {
    await page.clock.install();
    await page.route('**/magnesium/feed.json', (route) =>
      route.request().method() === 'HEAD' ? route.fulfill({ status: 200, headers: { ETag: etag } }) : route.continue(),
    );
  });
  const notice = page.getByRole('status').filter({ hasText: 'New figures' });
  await page.clock.runFor(4 * 60 * 1000);
  assert.equal(await notice.count(), 0, 'nothing is new');
  etag = 'W/"one"';
  await page.clock.runFor(4 * 60 * 1000);
  assert.equal(await notice.count(), 0, 'compressed it is the same');
  etag = '"two"';
  await page.clock.runFor(4 * 60 * 1000);
  await notice.waitFor();
  assert.deepEqual(await barriers(page), []);
  await notice.getByRole('button', { name: 'Not now' }).click();
  await page.clock.runFor(4 * 60 * 1000);
  assert.equal(await notice.count(), 0, 'it was seen');
  etag = '"three"';
  await page.clock.runFor(4 * 60 * 1000);
  await notice.waitFor();
  const loaded = page.waitForEvent('load');
  await notice.getByRole('button', { name: 'Show them' }).click();
  await loaded;
});
