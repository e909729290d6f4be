/** Tables that sort by a press on a column's head, keep only what is typed into their filter, and are copied as numbers. */

import { el, figure } from './elements.js';
import { copyText, plainNumber, plainText, tabText } from './takeaway.js';

/**
 * A column: its name, how to find a row's figure, and how to show it. `text` columns sort by letters, the others by size. Besides: `id`, by
 * which the address says how a table is sorted; `scale`, how many of a figure's units are one that is shown; `unit`, that of the exact figure.
 */
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
  const plain = shown.element ? {} : { 'data-plain': shown.text ? (value ?? '') : plainNumber(value, shown.scale) };
  return shown.head
    ? el('th', { scope: 'row', ...plain }, shown.link ? shown.link(row, content) : content)
    : el('td', { class: shown.element ? 'apart' : shown.text ? '' : 'number', ...plain }, content);
}

/** What of a table is selected, as lines for a spreadsheet: numbers as numbers, without buttons. */
function selected(tableElement, selection) {
  return [...tableElement.rows]
    .map((row) => [...row.cells].filter((one) => !one.classList.contains('apart') && selection.containsNode(one, true)))
    .filter((cells) => cells.length > 0)
    .map((cells) => cells.map((one) => one.dataset.plain ?? plainText(one.textContent)).join('\t'))
    .join('\n');
}

function copies(event) {
  const selection = getSelection();
  const text = selection.isCollapsed ? '' : selected(event.currentTarget, selection);
  if (text.includes('\t')) {
    event.clipboardData.setData('text/plain', text);
    event.preventDefault();
  }
}

/**
 * A table in a region that scrolls sideways.
 *
 * @param caption what it shows
 * @param columns its columns
 * @param rows its rows, in the order in which they are shown at first
 * @param more `foot`: a last row that neither sorts nor is filtered; `sorts`: whether its heads sort; `locale`: for sorting letters;
 *     `sorted`: `{id, down}`, how it is sorted at first; `onSort` hears how it is sorted then; `words`: for the button that copies
 */
export function table(caption, columns, rows, more = {}) {
  const body = el('tbody');
  const heads = [];
  const at = columns.findIndex(({ id }) => id && id === more.sorted?.id);
  let sorted = { index: at, down: more.sorted?.down ?? false };
  let kept = () => true;
  const shownRows = () => {
    const shown = rows.filter((row) => kept(row));
    if (sorted.index >= 0) {
      const by = columns[sorted.index];
      shown.sort((one, other) => {
        const { missing, order } = compare(by.of(one), by.of(other), by.text, more.locale);
        return missing ?? (sorted.down ? -order : order);
      });
    }
    return shown;
  };
  const fill = () => {
    const shown = shownRows();
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
  const say = () =>
    heads.forEach((head, i) => {
      if (i === sorted.index) {
        head.setAttribute('aria-sort', sorted.down ? 'descending' : 'ascending');
      } else {
        head.removeAttribute('aria-sort');
      }
    });
  const sort = (index) => {
    const first = columns[index].text !== true;
    sorted = { index, down: sorted.index === index ? !sorted.down : first };
    say();
    fill();
    more.onSort?.({ id: columns[index].id, down: sorted.down });
  };
  columns.forEach((shown, index) => {
    const sorts = more.sorts && !shown.element;
    const content = sorts ? el('button', { type: 'button', class: 'sort', onclick: () => sort(index) }, shown.name) : shown.name;
    heads.push(el('th', { scope: 'col', class: shown.element ? 'apart' : shown.text ? '' : 'number', 'data-plain': shown.name }, content));
  });
  say();
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
    el('table', { oncopy: copies }, el('caption', {}, caption), el('thead', {}, el('tr', {}, heads)), body, foot),
  );
  const copied = el('span', { role: 'status' });
  const copy = more.words
    ? el(
        'p',
        { class: 'copies' },
        el(
          'button',
          {
            type: 'button',
            class: 'take',
            'aria-label': more.words.copyTableOf(caption),
            onclick: async () => {
              await copyText(tabText(columns, [...shownRows(), ...(more.foot ? [more.foot] : [])]));
              copied.textContent = more.words.copied;
            },
          },
          more.words.copyTable,
        ),
        ' ',
        copied,
      )
    : null;
  return {
    element: el('div', { class: 'table' }, element, copy),
    /** Shows the rows for which `test` holds; how many they are. */
    keep(test) {
      kept = test;
      return fill();
    },
  };
}
