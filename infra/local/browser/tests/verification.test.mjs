/** The report of the verification, a page that is opened from a folder or a private bucket and never served with the feeds. */

import assert from 'node:assert/strict';
import { before, test } from 'node:test';
import { barriers, json, VERIFICATION, visiting } from './support.mjs';

const PAGES = ['index.html', 'index.zh.html'];

const served = visiting(VERIFICATION);
let report;

before(async () => {
  report = await json('report.json', VERIFICATION);
});

function visit(file, options) {
  return served.visit(served.address + file, options);
}

const visible = (page) => page.locator('.finding:visible').count();

test('each finding stands on the page of each language, with the lines that contradict each other', async () => {
  assert.ok(report.findings.length > 10);
  for (const [file, language] of [
    ['index.html', 'en'],
    ['index.zh.html', 'zh'],
  ]) {
    const page = await visit(file);
    const shown = await page.locator('.finding').allTextContents();
    assert.equal(shown.length, report.findings.length);
    for (const finding of report.findings) {
      const told = shown.filter((text) => text.includes(finding.text[language]) && finding.evidence.every(({ key }) => text.includes(key)));
      assert.ok(told.length > 0, `${language}: ${finding.text[language]}`);
    }
  }
});

test('findings are filtered by level, by rule and by text, with the keyboard as well', async () => {
  const page = await visit('index.html');
  await page.getByLabel('Level').selectOption('error');
  assert.equal(await visible(page), report.counts.errors);
  await page.getByLabel('Level').selectOption('');
  await page.getByLabel('Rule').selectOption('declaration-unknown');
  assert.equal(await visible(page), report.findings.filter(({ code }) => code === 'declaration-unknown').length);
  await page.getByLabel('Rule').selectOption('');
  await page.getByLabel('Text').focus();
  await page.keyboard.type('listed-party');
  assert.equal(await visible(page), 1);
  assert.equal(await page.locator('#shown').textContent(), `1 / ${report.findings.length}`);
});

test('nothing is wider than a phone, in either language', async () => {
  for (const file of PAGES) {
    const page = await visit(file, { viewport: { width: 320, height: 640 } });
    assert.equal(await page.evaluate(() => document.documentElement.scrollWidth), 320, file);
  }
});

test('axe finds no barrier, in light and in dark, in either language', async () => {
  for (const colorScheme of ['light', 'dark']) {
    for (const file of PAGES) {
      assert.deepEqual(await barriers(await visit(file, { colorScheme })), [], `${file}, ${colorScheme}`);
    }
  }
});
