/** The page's modules as they are served, in a folder of their own, and a small feed for them. */

import { cp, mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import os from 'node:os';
import path from 'node:path';
import { after } from 'node:test';
import { fileURLToPath, pathToFileURL } from 'node:url';

const PUBLISH = fileURLToPath(new URL('../../../../functions/publish/src/main/resources/dev/customsfeed/publish/', import.meta.url));

/** The folder: they lie beside what the languages say, as on the page. */
export const SERVED = await mkdtemp(path.join(os.tmpdir(), 'page-'));
after(() => rm(SERVED, { recursive: true }));
await cp(path.join(PUBLISH, 'documents/page'), SERVED, { recursive: true });
await writeFile(path.join(SERVED, 'package.json'), '{"type": "module"}');
/** What each language says. */
export const LANGUAGES = await Promise.all(
  ['en', 'zh'].map(async (id) => ({ id, tag: id, words: JSON.parse(await readFile(path.join(PUBLISH, `words/${id}/page.json`), 'utf8')) })),
);
await writeFile(path.join(SERVED, 'languages.js'), `export const LANGUAGES = ${JSON.stringify(LANGUAGES)};`);
/** A module of the page by its name. */
export const module = (name) => import(pathToFileURL(path.join(SERVED, name)));
const { Feed } = await module('data.js');
const { Format } = await module('format.js');
const { words } = await module('words.js');

/** A theme whose colours tell what is drawn in them. */
export const COLOURS = {
  text: '#111',
  faint: '#222',
  grid: '#333',
  panel: '#fff',
  line: '#444',
  event: '#555',
  others: '#666',
  up: '#070',
  down: '#700',
  series: ['#a1', '#a2', '#a3', '#a4', '#a5', '#a6', '#a7', '#a8', '#a9'],
};

/** So many months from the first one on. */
export function months(first, count) {
  const [year, month] = first.split('-').map(Number);
  return Array.from({ length: count }, (_, i) => {
    const number = year * 12 + month - 1 + i;
    return `${Math.floor(number / 12)}-${String((number % 12) + 1).padStart(2, '0')}`;
  });
}

/** A feed of as many months, with one product and one destination; `more` adds to it or replaces. */
export function overview(count = 60, more = {}) {
  const list = (of) => Array.from({ length: count }, (_, i) => of(i));
  const figures = { netWeightKg: list((i) => 1000 * (i + 1)), value: list((i) => 3 * (i + 1)), unitValuePerTonne: list(() => 3) };
  return {
    months: months('2021-01', count).map((period) => ({ period, report: 'r', archive: 'a', article: 'b' })),
    products: [{ id: 'ingot', name: { en: 'Ingot' }, ...figures }],
    total: figures,
    destinations: [{ id: 'DE', name: { en: 'Germany' }, regions: ['europe', 'eu27'], file: 0 }],
    regions: [{ id: 'europe', file: 1 }],
    dimensions: { regimes: [{ id: 'regimes.10', code: '10', name: { en: 'Ordinary trade' }, file: 2 }] },
    events: [{ date: '2025-12-20', name: { en: 'Licences' } }],
    ...more,
  };
}

/** What a view is told; `choice` changes what is chosen. */
export function contextOf(feed, choice, report) {
  const said = words('en');
  const shown = { lang: 'en', product: 'all', place: '', measure: 'weight', range: 'all', against: 'yoy', month: '2025-12', ...choice };
  return {
    feed: new Feed(feed),
    choice: shown,
    words: said,
    format: new Format(said, 'USD', 'USD'),
    product: 'All products',
    place: null,
    report,
  };
}

/** The shapes of a drawing, those of groups among them. */
export function flat(shapes) {
  return shapes.flatMap((shape) => (shape.shapes ? flat(shape.shapes) : [shape]));
}
