/** Where a figure comes from: the report that has it, and the customs files that the report was computed from. */

import { el, figure } from './elements.js';
import { addMonths, yearToDate } from './format.js';
import { rowsBehind } from './rows.js';

/** The months that a change on the month before, on a year before, or a figure of the year so far needs besides its own. */
export function monthsBehind(words, period, kinds) {
  const year = yearToDate(period);
  const all = {
    month: [words.thisMonth, [period]],
    mom: [words.monthBefore, [addMonths(period, -1)]],
    yoy: [words.yearBefore, [addMonths(period, -12)]],
    ytd: [words.thisYear, year],
    ytdYoy: [words.lastYearSoFar, year.map((month) => addMonths(month, -12))],
  };
  return kinds.map((kind) => all[kind]);
}

function fileTable(words, format, caption, files) {
  if (files.length === 0) {
    return el('p', { class: 'missing' }, `${caption}${words.colon}${words.noFiles}`);
  }
  return el(
    'div',
    { class: 'scrolls', role: 'region', 'aria-label': caption, tabindex: '0' },
    el(
      'table',
      {},
      el('caption', {}, caption),
      el(
        'thead',
        {},
        el(
          'tr',
          {},
          [words.key, words.version, words.uploaded, words.sha256].map((name) => el('th', { scope: 'col' }, name)),
        ),
      ),
      el(
        'tbody',
        {},
        files.map((file) =>
          el(
            'tr',
            {},
            el('th', { scope: 'row', class: 'code' }, file.key),
            el('td', { class: 'code' }, file.version),
            el('td', {}, file.uploaded.replace('T', ' ').replace(/(\.\d+)?Z$/, ' UTC')),
            el('td', { class: 'code' }, file.sha256),
          ),
        ),
      ),
    ),
  );
}

/**
 * Opens the panel of a figure.
 *
 * @param context what is shown now
 * @param source `name` of the figure; `exact` figures as `[name, shown, exact, path in the report]`; `product` whose files; `partners`
 *     by their ids, or `split`, a dimension and a code, where the figure is of some; `months` as `monthsBehind` gives them, or a list of `[name, months]`
 */
export function openSource(context, source) {
  const { feed, words, format, choice } = context;
  const month = feed.month(source.period ?? choice.month);
  const title = el('h2', { id: 'source-title' }, words.sourceOf(source.name));
  const close = el('button', { type: 'button', class: 'close', onclick: () => dialog.close() }, words.close);
  const report = month?.report
    ? el(
        'p',
        {},
        `${words.inReport}${words.colon}`,
        el('a', { href: month.report }, month.report),
        ' · ',
        el('a', { href: month.archive }, words.archived),
      )
    : el('p', { class: 'missing' }, words.missingMonth);
  const exact =
    source.exact?.length > 0
      ? el(
          'div',
          { class: 'scrolls', role: 'region', 'aria-label': words.exact, tabindex: '0' },
          el(
            'table',
            {},
            el('caption', {}, words.exact),
            el(
              'thead',
              {},
              el(
                'tr',
                {},
                [words.figure, words.exact, words.where].map((name) => el('th', { scope: 'col' }, name)),
              ),
            ),
            el(
              'tbody',
              {},
              source.exact.map(([name, shown, value, path]) =>
                el(
                  'tr',
                  {},
                  el('th', { scope: 'row' }, name),
                  el('td', { class: 'number' }, figure(shown, value)),
                  el('td', { class: 'code' }, path),
                ),
              ),
            ),
          ),
        )
      : null;
  const dialog = el(
    'dialog',
    { 'aria-labelledby': 'source-title' },
    el('div', { class: 'dialog-head' }, title, close),
    feed.overview.sample ? el('p', { class: 'sample' }, words.sampleLong) : null,
    exact,
    report,
    rowsBehind(context, source),
    el('h3', {}, words.files),
    source.months.map(([name, months]) => fileTable(words, format, name, feed.files(source.product, months))),
  );
  dialog.addEventListener('close', () => dialog.remove());
  document.body.append(dialog);
  dialog.showModal();
}

/** The button that opens the panel of a figure; `of` is asked when it is pressed. */
export function sourceButton(context, name, of) {
  return el(
    'button',
    {
      type: 'button',
      class: 'source',
      'aria-haspopup': 'dialog',
      'aria-label': context.words.sourceOf(name),
      onclick: () => openSource(context, { name, ...of() }),
    },
    context.words.source,
  );
}
