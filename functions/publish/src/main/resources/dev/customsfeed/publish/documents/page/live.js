/** Notices that the feed was published anew while the page is open, and offers to show it; nothing moves under a reader's eyes. */

import { el } from './elements.js';
import { LANGUAGES, words as wordsOf } from './words.js';

const EVERY_MS = 3 * 60 * 1000;

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
  const words = wordsOf(LANGUAGES.find(({ tag }) => tag === document.documentElement.lang)?.id);
  const notice = el(
    'div',
    { class: 'live', role: 'status' },
    el('p', {}, words.liveAnew),
    el('button', { type: 'button', onclick: () => location.reload() }, words.liveShow),
    el(
      'button',
      {
        type: 'button',
        onclick: () => {
          notice.remove();
          again();
        },
      },
      words.liveLater,
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
