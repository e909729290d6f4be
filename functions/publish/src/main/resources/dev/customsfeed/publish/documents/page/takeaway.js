/** What can be taken along: a chart as a picture or as its figures, a table as numbers, a figure with its citation. */

import { paint, wrapped } from './scene.js';

const MARGIN = 16;
const PICTURE_WIDTH = 960;
const PIXELS_FOR_EACH = 2;

/** A minus that spreadsheets take, and spaces that they do not mind. */
export function plainText(text) {
  return text
    .replace(/\u2212/g, '-')
    .replace(/[\u00a0\u202f]/g, ' ')
    .trim();
}

/** A number as a spreadsheet takes it, in the unit that is shown. */
export function plainNumber(exact, scale = 1) {
  return exact === null || exact === undefined ? '' : String(scale === 1 ? exact : Number((exact / scale).toPrecision(15)));
}

function quoted(cell) {
  return /[",\n\r]/.test(cell) ? `"${cell.replace(/"/g, '""')}"` : cell;
}

/** A cell's text or exact number; what is not known is empty. */
export function exactCell(column, row) {
  const value = column.of(row) ?? null;
  return value === null ? '' : String(value);
}

/** The figures of a view as CSV (RFC 4180), exact, with the unit in each head. */
export function csvText(view) {
  const heads = view.columns.map(({ name, unit }) => (unit ? `${name} (${unit})` : name));
  const rows = view.rows.map((row) => view.columns.map((column) => (column.text ? (column.of(row) ?? '') : exactCell(column, row))));
  return `\ufeff${[heads, ...rows].map((cells) => cells.map(quoted).join(',')).join('\r\n')}\r\n`;
}

/** Rows of a table as lines that a spreadsheet takes. */
export function tabText(columns, rows) {
  const shown = columns.filter(({ element }) => !element);
  const lines = rows.map((row) =>
    shown.map((column) => (column.text ? (column.of(row) ?? '') : plainNumber(column.of(row) ?? null, column.scale))).join('\t'),
  );
  return [shown.map(({ name }) => name).join('\t'), ...lines].join('\n');
}

/** A file name of words: letters and digits of any language, the rest becomes hyphens. */
export function fileName(...parts) {
  return parts
    .filter(Boolean)
    .join('-')
    .toLowerCase()
    .replace(/[^\p{L}\p{N}]+/gu, '-')
    .replace(/^-+|-+$/g, '');
}

/**
 * The picture of a chart, with all that travels with it.
 *
 * @param drawn gives the chart's scene for a width
 * @param about `title`, `unit` and `lines` below: source, sample notice, address
 * @param colours of the page
 */
export function picture(drawn, { title, lines }, colours) {
  const width = PICTURE_WIDTH;
  const inner = width - 2 * MARGIN;
  const scene = drawn(inner);
  const heads = wrapped(title, inner, 18);
  const foot = lines.flatMap((line) => wrapped(line, inner, 12));
  const top = MARGIN + heads.length * 24 + 8;
  const height = top + scene.height + 14 + foot.length * 17 + MARGIN;
  return {
    width,
    height,
    title,
    shapes: [
      { rect: [0, 0, width, height], fill: colours.panel },
      ...heads.map((text, i) => ({ text, at: [MARGIN, MARGIN + 16 + i * 24], fill: colours.text, size: 18, weight: 650 })),
      { shapes: scene.shapes, at: [MARGIN, top] },
      ...foot.map((text, i) => ({ text, at: [MARGIN, top + scene.height + 22 + i * 17], fill: colours.faint, size: 12 })),
    ],
  };
}

/** A PNG of a scene. */
export function pngOf(scene) {
  const canvas = document.createElement('canvas');
  canvas.width = Math.ceil(scene.width * PIXELS_FOR_EACH);
  canvas.height = Math.ceil(scene.height * PIXELS_FOR_EACH);
  const context = canvas.getContext('2d');
  context.scale(PIXELS_FOR_EACH, PIXELS_FOR_EACH);
  paint(context, scene);
  return new Promise((resolve, reject) => {
    canvas.toBlob((blob) => (blob ? resolve(blob) : reject(new Error('no PNG'))), 'image/png');
  });
}

/** Hands a file over to the reader. */
export function save(name, content, type) {
  const address = URL.createObjectURL(content instanceof Blob ? content : new Blob([content], { type }));
  const link = document.createElement('a');
  link.href = address;
  link.download = name;
  link.click();
  setTimeout(() => URL.revokeObjectURL(address), 10_000);
}

/** Puts a text where it can be pasted from; pages that are not served securely may do that by an older way alone. */
export async function copyText(text) {
  if (navigator.clipboard && globalThis.isSecureContext) {
    await navigator.clipboard.writeText(text);
    return;
  }
  const area = document.createElement('textarea');
  area.value = text;
  area.className = 'unseen';
  document.body.append(area);
  area.select();
  document.execCommand('copy');
  area.remove();
}
