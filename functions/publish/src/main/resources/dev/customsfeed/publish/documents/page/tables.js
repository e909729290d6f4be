/** Tables that sort by a press on a column's head and keep only what is typed into their filter. */

import { el, figure } from './elements.js';

/** A column: its name, how to find a row's figure, and how to show it. `text` columns sort by letters, the others by size. */
export function column(name, of, show, more = {}) {
  return { name, of, show, ...more };
}

function compare(one, other, text, locale) {
  if (one === null || other === null) {
    // What is missing comes last, however the rest is sorted.
    return { missing: (one === null ? 1 : 0) - (other === null ? 1 : 0) };
  }
  return { order: text ? one.localeCompare(other, locale) : one - other };
}

function cell(shown, row) {
  const value = shown.element ? null : (shown.of(row) ?? null);
  const content = shown.element ? shown.element(row) : shown.text ? value : figure(shown.show(value), value);
  return shown.head ? el('th', { scope: 'row' }, content) : el('td', { class: shown.text ? '' : 'number' }, content);
}

/**
 * A table in a region that scrolls sideways.
 *
 * @param caption what it shows
 * @param columns its columns
 * @param rows its rows, in the order in which they are shown at first
 * @param more `foot`: a last row that neither sorts nor is filtered; `sorts`: whether its heads sort; `locale`: for sorting letters
 */
export function table(caption, columns, rows, more = {}) {
  const body = el('tbody');
  const heads = [];
  let sorted = { index: -1, down: false };
  let kept = () => true;
  const fill = () => {
    const shown = rows.filter((row) => kept(row));
    if (sorted.index >= 0) {
      const by = columns[sorted.index];
      shown.sort((one, other) => {
        const { missing, order } = compare(by.of(one), by.of(other), by.text, more.locale);
        return missing ?? (sorted.down ? -order : order);
      });
    }
    body.replaceChildren(
      ...shown.map((row) =>
        el(
          'tr',
          {},
          columns.map((shownColumn) => cell(shownColumn, row)),
        ),
      ),
    );
    return shown.length;
  };
  const sort = (index) => {
    const first = columns[index].text !== true;
    sorted = { index, down: sorted.index === index ? !sorted.down : first };
    heads.forEach((head, i) => {
      if (i === index) {
        head.setAttribute('aria-sort', sorted.down ? 'descending' : 'ascending');
      } else {
        head.removeAttribute('aria-sort');
      }
    });
    fill();
  };
  columns.forEach((shown, index) => {
    const sorts = more.sorts && !shown.element;
    const content = sorts ? el('button', { type: 'button', class: 'sort', onclick: () => sort(index) }, shown.name) : shown.name;
    heads.push(el('th', { scope: 'col', class: shown.text || shown.element ? '' : 'number' }, content));
  });
  fill();
  const foot = more.foot
    ? el(
        'tfoot',
        {},
        el(
          'tr',
          {},
          columns.map((shown) => cell(shown, more.foot)),
        ),
      )
    : null;
  const element = el(
    'div',
    { class: 'scrolls', role: 'region', 'aria-label': caption, tabindex: '0' },
    el('table', {}, el('caption', {}, caption), el('thead', {}, el('tr', {}, heads)), body, foot),
  );
  return {
    element,
    /** Shows the rows for which `test` holds; how many they are. */
    keep(test) {
      kept = test;
      return fill();
    },
  };
}
