/** Notices that the feed was published anew while the page is open, and offers to show it; nothing moves under a reader's eyes. */

import { el } from './elements.js';

const EVERY_MS = 3 * 60 * 1000;

const WORDS = {
  en: { anew: 'New figures have been published.', show: 'Show them', later: 'Not now' },
  zh: { anew: '已发布新数据。', show: '显示', later: '暂不' },
};

/** What tells one publication from the next; compressed or not is the same one. Null where the server says nothing. */
export function markOf(headers) {
  return headers.get('ETag')?.replace(/^W\//, '') ?? headers.get('Last-Modified');
}

async function ask() {
  try {
    const response = await fetch('feed.json', { method: 'HEAD', cache: 'no-cache' });
    return response.ok ? markOf(response.headers) : null;
  } catch {
    // A reader without a connection for a while is no news.
    return null;
  }
}

function offer(again) {
  const words = WORDS[document.documentElement.lang.startsWith('zh') ? 'zh' : 'en'];
  const notice = el(
    'div',
    { class: 'live', role: 'status' },
    el('p', {}, words.anew),
    el('button', { type: 'button', onclick: () => location.reload() }, words.show),
    el(
      'button',
      {
        type: 'button',
        onclick: () => {
          notice.remove();
          again();
        },
      },
      words.later,
    ),
  );
  document.body.append(notice);
}

/** Asks every few minutes while the page can be seen, and when it is seen again. */
export async function watchPublication() {
  let known = await ask();
  let offered = false;
  const look = async () => {
    if (document.visibilityState !== 'visible' || offered) {
      return;
    }
    const now = await ask();
    if (known === null || now === null || now === known || offered) {
      known ??= now;
      return;
    }
    offered = true;
    offer(() => {
      known = now;
      offered = false;
    });
  };
  setInterval(look, EVERY_MS);
  document.addEventListener('visibilitychange', look);
}
