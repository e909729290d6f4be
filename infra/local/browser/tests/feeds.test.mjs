/** The list of feeds: the newest month of each, its last months as a line, and what changed since the reader was last here. */

import assert from 'node:assert/strict';
import path from 'node:path';
import { test } from 'node:test';
import { barriers, FEEDS, json, visiting } from './support.mjs';

const feeds = visiting(FEEDS);

/** The news that are told, by feed. */
function news(page) {
  return page
    .locator('li[data-feed]')
    .evaluateAll((all) =>
      Object.fromEntries(
        all.map((item) => [item.dataset.feed, item.querySelector('.news').hidden ? null : item.querySelector('.news').textContent]),
      ),
    );
}

test('each feed tells its newest month and its changes as its report does', async () => {
  const page = await feeds.visit();
  const listed = (await json('feeds.json')).feeds;
  assert.deepEqual(
    listed.map((feed) => feed.id),
    ['graphite', 'magnesium'],
    'the default run has both samples',
  );
  for (const feed of listed) {
    const report = await json(`${feed.id}/reports/${feed.newest}.json`);
    assert.equal(feed.amount, report.total.month[feed.measure]);
    assert.equal(feed.momPct, report.total.month.momPct);
    assert.equal(feed.yoyPct, report.total.month.yoyPct);
    assert.equal(feed.months.at(-1), feed.amount);
    const item = page.locator(`li[data-feed="${feed.id}"]`);
    const text = await item.textContent();
    assert.ok(text.includes(feed.newest), text);
    const tonnes = feed.amount / 1000;
    assert.ok(text.includes(`${tonnes.toLocaleString('en', { maximumFractionDigits: tonnes >= 100 ? 0 : 1 })} t`), text);
    assert.equal(await item.locator('svg.spark').getAttribute('aria-hidden'), 'true');
    const points = (await item.locator('svg.spark path').getAttribute('d')).match(/[ML]/g).length;
    assert.equal(points, feed.months.filter((month) => month !== null).length);
  }
});

test('what changed since the reader was last here is told, until the visit ends', async () => {
  const page = await feeds.visit();
  assert.deepEqual(await news(page), { graphite: null, magnesium: null }, 'at the first visit all is new, and nothing is');
  const key = await page.evaluate(() => Object.keys(localStorage).find((name) => name.startsWith('customs-feed seen')));
  const again = async (change) => {
    await page.evaluate(
      ([name, changed]) => {
        const seen = JSON.parse(localStorage.getItem(name));
        for (const [feed, what] of Object.entries(changed)) {
          if (what === null) {
            delete seen[feed];
          } else {
            Object.assign(seen[feed], what);
          }
        }
        localStorage.setItem(name, JSON.stringify(seen));
        sessionStorage.clear();
      },
      [key, change],
    );
    await page.reload();
    return news(page);
  };
  assert.deepEqual(await again({}), { graphite: null, magnesium: null });
  const changed = await again({ graphite: { newest: '2020-01' }, magnesium: { mark: '0123456789abcdef' } });
  assert.ok(changed.graphite.startsWith('New month'), changed.graphite);
  assert.ok(changed.magnesium.includes('数字有修订'), changed.magnesium);
  assert.deepEqual(await barriers(page), []);
  if (process.env.SCREENSHOTS) {
    await page.screenshot({ path: path.join(process.env.SCREENSHOTS, 'feeds.png') });
  }
  await page.reload();
  assert.deepEqual(await news(page), changed, 'loading it again is no other visit');
  assert.ok((await again({ magnesium: null })).magnesium.startsWith('New since'));
});

test('on a phone, in the dark, nothing is wider than the screen', async () => {
  const page = await feeds.visit(feeds.address, { viewport: { width: 320, height: 640 }, colorScheme: 'dark' });
  assert.equal(await page.evaluate(() => document.documentElement.scrollWidth <= innerWidth), true);
  assert.deepEqual(await barriers(page), []);
  if (process.env.SCREENSHOTS) {
    await page.screenshot({ path: path.join(process.env.SCREENSHOTS, 'feeds-phone-dark.png') });
  }
});
