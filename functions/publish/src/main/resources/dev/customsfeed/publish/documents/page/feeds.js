/** Says what changed in each feed since the reader was last here. What was seen stays in the reader's own browser. */

const KEY = `customs-feed seen ${location.pathname}`;

const WORDS = {
  feed: ['New since your last visit', '自上次访问以来新增的数据'],
  month: ['New month since your last visit', '自上次访问以来有新月份'],
  figures: ['Figures revised since your last visit', '自上次访问以来数字有修订'],
};

/** What is new of a feed that was `before` when the reader was last here; nothing at a first visit. */
export function newsOf(seen, before, now) {
  if (seen === null) {
    return null;
  }
  if (!before) {
    return 'feed';
  }
  return before.newest !== now.newest ? 'month' : before.mark !== now.mark ? 'figures' : null;
}

function tell(item, what) {
  const news = item.querySelector('.news');
  const [english, chinese] = WORDS[what];
  const other = document.createElement('span');
  other.lang = 'zh-CN';
  other.textContent = chinese;
  news.append(`${english} `, other);
  news.hidden = false;
}

function start() {
  const items = [...document.querySelectorAll('li[data-feed]')];
  const now = Object.fromEntries(items.map(({ dataset: { feed, newest, mark } }) => [feed, { newest, mark }]));
  let seen = null;
  try {
    // What was seen before this visit: loading the page again is not another one.
    const before = sessionStorage.getItem(KEY) ?? localStorage.getItem(KEY) ?? 'null';
    sessionStorage.setItem(KEY, before);
    localStorage.setItem(KEY, JSON.stringify(now));
    seen = JSON.parse(before);
  } catch {
    // A browser that keeps nothing tells nothing.
  }
  for (const item of items) {
    const news = newsOf(seen, seen?.[item.dataset.feed], now[item.dataset.feed]);
    if (news !== null) {
      tell(item, news);
    }
  }
}

start();
