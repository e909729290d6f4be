/** What the tests share: a plain static server, a browser that notes all it should not do, and the published documents. */

import assert from 'node:assert/strict';
import { readFile, stat } from 'node:fs/promises';
import { createServer } from 'node:http';
import path from 'node:path';
import { after, afterEach, before } from 'node:test';
import axe from 'axe-core';
import { chromium } from 'playwright-core';

export const FEEDS = process.env.FEEDS;
export const FEEDS_WITH_GAPS = process.env.FEEDS_WITH_GAPS;
export const FEEDS_OF_KINDS = process.env.FEEDS_OF_KINDS;
export const VERIFICATION = process.env.VERIFICATION;
const CHROMIUM = process.env.CHROMIUM ?? '/usr/bin/chromium';
/** What anything is waited for at most. It bounds failures alone, and a machine that is busy takes its time. */
export const LIMIT_MILLISECONDS = 120_000;
const TYPES = {
  html: 'text/html; charset=utf-8',
  css: 'text/css; charset=utf-8',
  js: 'text/javascript; charset=utf-8',
  json: 'application/json',
  csv: 'text/csv; charset=utf-8',
  svg: 'image/svg+xml',
  txt: 'text/plain; charset=utf-8',
};

/** A published document, parsed. */
export async function json(file, folder = FEEDS) {
  return JSON.parse(await readFile(path.join(folder, file), 'utf8'));
}

/** Serves `folder` under a path of its own, as a server does that has other things too. */
export async function serve(folder) {
  const prefix = '/statistics/of/trade/';
  const server = createServer(async (request, response) => {
    const { pathname } = new URL(request.url, 'http://127.0.0.1');
    try {
      if (!pathname.startsWith(prefix)) {
        throw new Error('not ours');
      }
      let file = path.join(folder, decodeURIComponent(pathname.slice(prefix.length)));
      if ((await stat(file)).isDirectory()) {
        file = path.join(file, 'index.html');
      }
      const content = await readFile(file);
      response.writeHead(200, { 'Content-Type': TYPES[file.split('.').pop()] ?? 'application/octet-stream' });
      response.end(content);
    } catch {
      response.writeHead(404).end();
    }
  });
  await new Promise((listening) => {
    server.listen(0, '127.0.0.1', listening);
  });
  const close = () =>
    new Promise((closed) => {
      server.close(closed);
    });
  return { address: `http://127.0.0.1:${server.address().port}${prefix}`, close };
}

/** Starts the browser. */
function launch() {
  return chromium.launch({
    executablePath: CHROMIUM,
    args: ['--no-sandbox', '--disable-dev-shm-usage'],
    timeout: LIMIT_MILLISECONDS,
  });
}

/** A page that notes what must not happen: `complaints` are console messages, script errors and requests to other origins. */
export async function open(browser, address, options = {}) {
  const context = await browser.newContext({ viewport: { width: 1280, height: 900 }, locale: 'en-GB', ...options });
  const page = await context.newPage();
  page.setDefaultTimeout(LIMIT_MILLISECONDS);
  const complaints = [];
  page.on('console', (message) => {
    if (['error', 'warning'].includes(message.type())) {
      complaints.push(`${message.type()}: ${message.text()}`);
    }
  });
  page.on('pageerror', (error) => complaints.push(error.stack));
  page.on('request', (request) => {
    if (new URL(request.url()).origin !== new URL(address).origin) {
      complaints.push(`request to ${request.url()}`);
    }
  });
  await page.goto(address);
  return { page, complaints, close: () => context.close() };
}

/**
 * What the tests of a file visit: `folder`, served, and a browser; begun before the first of them and ended after the last. Each test must leave
 * no complaints on the pages that it visited.
 */
export function visiting(folder) {
  const opened = [];
  let browser;
  let served;
  before(async () => {
    browser = await launch();
    served = await serve(folder);
  });
  afterEach(async () => {
    const seen = opened.splice(0);
    const complaints = seen.flatMap((one) => one.complaints);
    await Promise.all(seen.map((one) => one.close()));
    assert.deepEqual(complaints, [], 'no console message, no error, no request to another origin');
  });
  after(async () => {
    await browser?.close();
    await served?.close();
  });
  return {
    get browser() {
      return browser;
    },
    get address() {
      return served.address;
    },
    /** A page at `address`, which is that of the folder where none is given. */
    async visit(address = served.address, options = {}) {
      const one = await open(browser, address, options);
      opened.push(one);
      return one.page;
    },
  };
}

/** Waits until the page shows all of the choice that its address asks for. */
export async function shown(page, expected = {}) {
  await page.waitForFunction((choice) => {
    const asked = new URLSearchParams(document.getElementById('page')?.dataset.shown?.slice(1));
    return asked.get('month') && Object.entries(choice).every(([name, value]) => asked.get(name) === value);
  }, expected);
}

/** What axe finds wrong, a line each. */
export async function barriers(page) {
  // The page's own policy forbids scripts that are written into it, so this one is run beside it.
  await page.evaluate(axe.source);
  const { violations } = await page.evaluate(() => globalThis.axe.run(document, { resultTypes: ['violations'] }));
  return violations.map(
    ({ id, help, nodes }) =>
      `${id}: ${help}: ${nodes
        .slice(0, 3)
        .map((node) => `${node.target} ${node.any[0]?.message ?? ''}`)
        .join(' | ')}`,
  );
}

/** The figure at a path such as `products[0].month.netWeightKg`. */
export function at(report, where) {
  return where
    .replace(/\[(\d+)\]/g, '.$1')
    .split('.')
    .reduce((value, name) => value?.[name] ?? null, report);
}

/** Scrolls through the page, so that all its charts are drawn. */
export async function drawn(page) {
  await page.evaluate(async () => {
    for (const chart of document.querySelectorAll('figure.chart')) {
      chart.scrollIntoView();
      while (chart.querySelector('.canvas') && !chart.querySelector('svg')) {
        await new Promise((resolve) => {
          requestAnimationFrame(resolve);
        });
      }
    }
    scrollTo(0, 0);
  });
}

/** The rows of a table as lists of exact figures and texts; null where the page says that something is missing. */
export function rows(table) {
  return table.evaluate((element) =>
    [...element.querySelectorAll('tbody tr')].map((row) =>
      [...row.cells].map((cell) => {
        if (cell.querySelector('.missing')) {
          return null;
        }
        const data = cell.querySelector('data');
        return data ? Number(data.value) : cell.textContent;
      }),
    ),
  );
}
