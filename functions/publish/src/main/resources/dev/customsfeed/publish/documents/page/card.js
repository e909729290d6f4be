/** A chart in its card: drawn, pointed at, said in words, as a table with the same figures, and to take along. */

import { goTo } from './address.js';
import { el } from './elements.js';
import { rowsIn } from './figures.js';
import { localized } from './format.js';
import { svgElement, svgText } from './scene.js';
import { sourceButton } from './sources.js';
import { table } from './tables.js';
import { csvText, fileName, picture, pngOf, save } from './takeaway.js';
import { theme } from './theme.js';

const HEIGHT = 340;

/** The unit, and which of the products are drawn if not all are. */
function captionOf({ unit, drawn }) {
  return drawn ? `${unit} · ${drawn}` : unit;
}

/** The lines below a picture: it travels without what stands beside it. */
function linesOf(context, view) {
  const { feed, words, choice } = context;
  return [
    `${captionOf(view)} · ${context.sourceText}`,
    ...(feed.overview.sample ? [words.sampleLong] : []),
    `${localized(feed.overview.title, choice.lang)} · ${location.href}`,
  ];
}

function nameOf({ feed, choice }, view) {
  return fileName(
    feed.overview.feed,
    view.id,
    choice.month,
    choice.product,
    choice.place,
    choice.measure,
    choice.lang,
    feed.overview.sample ? 'sample' : '',
  );
}

function takeAlong(context, view) {
  const { words } = context;
  const name = nameOf(context, view);
  const title = `${view.heading}${words.colon}${context.subject}`;
  const drawn = () => {
    const colours = theme();
    return picture(
      (width) => view.draw({ width, height: view.height ?? HEIGHT }, colours),
      { title, lines: linesOf(context, view) },
      colours,
    );
  };
  const button = (text, onclick) =>
    el('button', { type: 'button', class: 'take', 'aria-label': words.saveAs(view.heading, text), onclick }, text);
  return el(
    'div',
    { class: 'takes', role: 'group', 'aria-label': words.takeAlong(view.heading) },
    button('PNG', async () => save(`${name}.png`, await pngOf(drawn()))),
    button('SVG', () => save(`${name}.svg`, svgText(drawn()), 'image/svg+xml')),
    button('CSV', () => save(`${name}.csv`, csvText(view), 'text/csv;charset=utf-8')),
  );
}

/** The tip beside what is pointed at. */
class Tip {
  constructor(frame) {
    this.frame = frame;
    this.element = el('div', { class: 'tip', 'aria-hidden': 'true', hidden: true });
    frame.append(this.element);
  }

  show([x, y], [head, ...lines]) {
    this.element.replaceChildren(el('strong', {}, head), ...lines.map((line) => el('span', {}, line)));
    this.element.hidden = false;
    const room = this.frame.clientWidth - this.element.offsetWidth;
    this.element.style.left = `${Math.max(0, Math.min(x + 14, room))}px`;
    this.element.style.top = `${Math.max(0, Math.min(y + 10, this.frame.clientHeight - this.element.offsetHeight))}px`;
  }

  hide() {
    this.element.hidden = true;
  }
}

/**
 * What is over the drawing: one place for the keyboard, from whose points the arrows go to the next, and which says what is there; the mouse
 * points at the same. Policy events are buttons of their own.
 */
function pointer(context, view, frame, scene) {
  const { words, format, choice } = context;
  const tip = new Tip(frame);
  const { points } = scene;
  const ring = el('div', { class: 'ring', hidden: true });
  const slider = el('div', {
    class: 'points',
    role: 'slider',
    tabindex: '0',
    'aria-label': words.pointsOf(view.heading),
    'aria-valuemin': '1',
    'aria-valuemax': String(points.length),
    'aria-valuenow': '1',
    'aria-valuetext': view.says(points[0].index).join('; '),
  });
  let at = points.length - 1;
  const show = (to, [x, y] = points[to].box) => {
    at = to;
    const { box, index } = points[to];
    const said = view.says(index);
    slider.setAttribute('aria-valuenow', String(to + 1));
    slider.setAttribute('aria-valuetext', said.join('; '));
    ring.hidden = false;
    Object.assign(ring.style, { left: `${box[0]}px`, top: `${box[1]}px`, width: `${box[2]}px`, height: `${box[3]}px` });
    tip.show([x, y], said);
  };
  const hide = () => {
    tip.hide();
    ring.hidden = true;
  };
  const choose = () => {
    const chosen = view.choose(points[at].index);
    if (chosen) {
      goTo({ ...choice, ...chosen });
    }
  };
  const pointed = (event) => {
    const { left, top } = frame.getBoundingClientRect();
    const [x, y] = [event.clientX - left, event.clientY - top];
    const to = points.findIndex(({ box }) => x >= box[0] && x < box[0] + box[2] && y >= box[1] && y < box[1] + box[3]);
    return { to, x, y };
  };
  slider.addEventListener('pointermove', (event) => {
    const { to, x, y } = pointed(event);
    if (to >= 0) {
      show(to, [x, y]);
      slider.classList.toggle('goes', view.choose(points[to].index) !== null);
    } else {
      hide();
    }
  });
  slider.addEventListener('pointerleave', hide);
  slider.addEventListener('focus', () => slider.matches(':focus-visible') && show(at));
  slider.addEventListener('blur', hide);
  slider.addEventListener('click', (event) => {
    const { to } = pointed(event);
    if (to >= 0) {
      at = to;
      choose();
    }
  });
  slider.addEventListener('keydown', (event) => {
    const steps = { ArrowRight: 1, ArrowDown: 1, ArrowLeft: -1, ArrowUp: -1, PageDown: 12, PageUp: -12, Home: -Infinity, End: Infinity };
    if (event.key in steps) {
      event.preventDefault();
      show(Math.max(0, Math.min(points.length - 1, at + steps[event.key])));
    } else if (event.key === 'Enter' || event.key === ' ') {
      event.preventDefault();
      choose();
    } else if (event.key === 'Escape') {
      hide();
    }
  });
  const marks = scene.events.map(({ at: [x, y], number }) => {
    const event = view.events.find((one) => one.number === number);
    const text = event.text ? localized(event.text, choice.lang) : '';
    const said = [`${number} ${format.day(event.date)}${words.colon}${localized(event.name, choice.lang)}`, ...(text ? [text] : [])];
    const mark = el('button', {
      type: 'button',
      class: 'mark',
      'aria-label': said.join('; '),
      onclick: () => document.getElementById(`event-${number}`)?.scrollIntoView({ block: 'center' }),
      onfocus: () => tip.show([x, y], said),
      onblur: hide,
      onpointerenter: () => tip.show([x, y], said),
      onpointerleave: hide,
    });
    Object.assign(mark.style, { left: `${x - 12}px`, top: `${y - 12}px` });
    return mark;
  });
  frame.append(ring, slider, ...marks);
}

/**
 * The card of a view.
 *
 * @returns `element`; `draw()`, which draws it as wide as it is now, and draws nothing twice
 */
export function card(context, view) {
  const { words } = context;
  const heading = el('h3', {}, view.heading);
  if (view.empty) {
    const element = el('figure', { id: view.id, class: 'chart' }, heading, el('p', { class: 'missing' }, view.empty));
    return { element, draw: () => {} };
  }
  const frame = el('div', { class: 'canvas' });
  frame.style.height = `${view.height ?? HEIGHT}px`;
  const details = el('details', {}, el('summary', {}, words.asTable));
  // A table of ten years is made for those who ask for it.
  details.addEventListener('toggle', () => {
    if (details.open && details.children.length === 1) {
      details.append(table(`${context.subject}${words.colon}${view.unit}`, view.columns, view.rows, { words }).element);
    }
  });
  const element = el(
    'figure',
    { id: view.id, class: 'chart' },
    heading,
    frame,
    el(
      'figcaption',
      {},
      el('span', {}, `${captionOf(view)} · `, context.sourceLine(), ' '),
      sourceButton(context, view.heading, () => ({
        ...view.source(),
        ...(context.place ? rowsIn(context, context.place.id) : {}),
      })),
      takeAlong(context, view),
    ),
    details,
  );
  let drawnWidth = 0;
  const draw = (width = frame.clientWidth) => {
    if (width === drawnWidth || width === 0) {
      return;
    }
    drawnWidth = width;
    const scene = view.draw({ width, height: view.height ?? HEIGHT }, theme());
    const svg = svgElement(scene);
    frame.style.height = `${scene.height}px`;
    svg.setAttribute('role', 'img');
    svg.setAttribute('aria-label', view.summary);
    frame.replaceChildren(svg);
    pointer(context, view, frame, scene);
  };
  return { element, draw };
}
