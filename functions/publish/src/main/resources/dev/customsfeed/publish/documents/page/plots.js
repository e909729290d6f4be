/**
 * Three kinds of charts, each a pure function of what is shown, the size and the colours: `columns` along a time axis, `bars` by name and
 * `treemap`. Each gives a scene with, besides its shapes, `points`: where one can point at, `{box: [x, y, width, height], index}`.
 */

import { hierarchy, line, scaleBand, scaleLinear, treemap as tiled } from './d3.js';
import { fitted, widthOf } from './scene.js';

const AXIS = 12;
const LEGEND_ROW = 20;
const MARK = 9;
const NAMES_AT_MOST = 0.36;
const ROW = 26;
const ROOM_AROUND = 64;
const PLOT_AT_LEAST = 180;

const h = (x1, x2, y) => `M${x1.toFixed(2)},${y.toFixed(2)}H${x2.toFixed(2)}`;
const v = (x, y1, y2) => `M${x.toFixed(2)},${y1.toFixed(2)}V${y2.toFixed(2)}`;

/** What stands above a chart: the unit, as far as there is room for it, and what is said of samples. */
function head({ unit, sample }, width, colours) {
  const said = { text: sample, at: [width - 4, 12], fill: colours.text, anchor: 'end', opacity: 0.75 };
  const room = width - 4 - (sample ? widthOf(sample, AXIS) + 12 : 0);
  return [{ text: fitted(unit, room), at: [0, 12], fill: colours.faint }, ...(sample ? [said] : [])];
}

/** The legend of the series that have anything, in rows that are no wider than `width`. */
function legend(series, width, colours) {
  let x = 0;
  let y = 0;
  const shapes = [];
  for (const { name: whole, colour, kind, dash } of series.filter(({ values }) => values.some((value) => value !== null))) {
    const name = fitted(whole, width - 26);
    const size = 26 + widthOf(name, AXIS);
    if (x > 0 && x + size > width) {
      x = 0;
      y += LEGEND_ROW;
    }
    shapes.push(
      kind === 'line' || kind === 'mark'
        ? { path: h(x, x + 16, y + 8), stroke: colour, width: 2.5, dash }
        : { rect: [x + 2, y + 2, 12, 12], fill: colour, opacity: kind === 'band' ? 0.35 : 1 },
      { text: name, at: [x + 20, y + 12], fill: colours.text },
    );
    x += size + 8;
  }
  return { shapes, height: shapes.length > 0 ? y + LEGEND_ROW : 0 };
}

/** Amounts on top of each other, as `[from, to]`; of what is not known there is nothing. */
function stacked(series, count) {
  const tops = Array.from({ length: count }, () => 0);
  return series.map(({ values }) =>
    values.map((value, i) => {
      if (value === null) {
        return null;
      }
      const from = tops[i];
      tops[i] += value;
      return [from, tops[i]];
    }),
  );
}

/** The ends of the axis: with zero, or, where `free`, around what there is. */
function domain(values, free) {
  const known = values.filter((value) => value !== null && Number.isFinite(value));
  const low = Math.min(...known);
  const high = Math.max(...known);
  if (!free) {
    return [Math.min(0, low), Math.max(0, high) || 1];
  }
  const room = (high - low || Math.abs(high) || 1) * 0.08;
  return [low >= 0 ? Math.max(0, low - room) : low - room, high + room];
}

/** Gaps beside each other of which the same is said: it is said once. */
function runsOf(gaps) {
  const runs = [];
  for (const [index, word] of gaps) {
    const last = runs[runs.length - 1];
    if (last && last.to === index - 1 && last.word === word) {
      last.to = index;
    } else {
      runs.push({ from: index, to: index, word });
    }
  }
  return runs;
}

/** Which of the labels below an axis can be read beside each other. */
function every(labels, step) {
  const widest = Math.max(...labels.map((label) => widthOf(label, AXIS)));
  return Math.max(1, Math.ceil((widest + 10) / step));
}

/**
 * Columns, lines and bands along an axis.
 *
 * @param spec `labels` of the axis; `series` as `{name, kind: 'column' | 'line' | 'band' | 'mark', values, colour, dash, width}`, where columns are
 *     stacked and a band has `[low, high]` for values; `unit`; `tick`, how numbers on the axis are written; `free` if the axis need not
 *     begin at zero; `max`; `gaps` as `[index, word]`; `events` as `{index, number}`; `windows` as `[from, to]`; `chosen`, an index; `sample`,
 *     what is said of samples
 */
export function columns(spec, { width, height: asked }, colours) {
  const { labels, series } = spec;
  const bars = series.filter(({ kind }) => kind === 'column');
  const heights = stacked(bars, labels.length);
  const all = [...heights.flat(2), ...series.filter(({ kind }) => kind !== 'column').flatMap(({ values }) => values.flat())];
  const said = legend(series, width, colours);
  // A long legend makes the chart higher rather than its columns low.
  const height = Math.max(asked, said.height + ROOM_AROUND + PLOT_AT_LEAST);
  const y = scaleLinear(domain(all, spec.free), [height - said.height - 34, 30]);
  if (spec.max) {
    y.domain([0, spec.max]);
  } else {
    y.nice(6);
  }
  const ticks = y.ticks(6);
  const left = Math.max(...ticks.map((tick) => widthOf(spec.tick(tick), AXIS))) + 10;
  const x = scaleBand(
    labels.map((_, i) => i),
    [left, width - 4],
  )
    .paddingInner(bars.length > 0 ? 0.18 : 0)
    .paddingOuter(0.05);
  const [bottom, top] = y.range();
  const middle = (i) => x(i) + x.bandwidth() / 2;
  const step = x.step();
  const shapes = head(spec, width, colours);
  for (const [from, to] of spec.windows ?? []) {
    shapes.push({ rect: [middle(from) - step / 2, top, (to - from + 1) * step, bottom - top], fill: colours.event, opacity: 0.14 });
  }
  for (const tick of ticks) {
    shapes.push(
      { path: h(left, width - 4, y(tick)), stroke: tick === 0 ? colours.faint : colours.grid },
      { text: spec.tick(tick), at: [left - 6, y(tick) + 4], fill: colours.text, anchor: 'end' },
    );
  }
  for (const { from, to, word } of runsOf(spec.gaps ?? [])) {
    const [start, room] = [middle(from) - step / 2, (to - from + 1) * step];
    shapes.push(
      { rect: [start, top, room, bottom - top], fill: colours.grid, opacity: 0.7 },
      widthOf(word, 11) < room
        ? { text: word, at: [start + room / 2, bottom - 8], fill: colours.faint, size: 11, anchor: 'middle' }
        : { text: word, at: [start + room / 2 + 4, bottom - 6], fill: colours.faint, size: 11, turned: -90 },
    );
  }
  bars.forEach((one, at) =>
    heights[at].forEach((ends, i) => {
      if (ends && ends[1] !== ends[0]) {
        const [from, to] = ends.map((end) => y(end));
        shapes.push({ rect: [x(i), Math.min(from, to), x.bandwidth(), Math.abs(from - to)], fill: one.colour });
      }
    }),
  );
  for (const one of series) {
    if (one.kind === 'band') {
      one.values.forEach((ends, i) => {
        if (ends) {
          shapes.push({ rect: [x(i), y(ends[1]), x.bandwidth(), y(ends[0]) - y(ends[1])], fill: one.colour, opacity: 0.35 });
        }
      });
    } else if (one.kind === 'mark') {
      one.values.forEach((value, i) => {
        if (value !== null) {
          shapes.push({ path: h(x(i), x(i) + x.bandwidth(), y(value)), stroke: one.colour, width: 3 });
        }
      });
    }
  }
  for (const one of series.filter(({ kind }) => kind === 'line')) {
    const path = line()
      .defined((value) => value !== null)
      .x((_, i) => middle(i))
      .y((value) => y(value));
    shapes.push({ path: path(one.values) ?? '', stroke: one.colour, width: one.width ?? 2, dash: one.dash });
    // A month between two that are missing has no line.
    one.values.forEach((value, i) => {
      if (value !== null && (one.values[i - 1] ?? null) === null && (one.values[i + 1] ?? null) === null) {
        shapes.push({ circle: [middle(i), y(value), 2.5], fill: one.colour });
      }
    });
  }
  if (spec.chosen >= 0) {
    shapes.push({ rect: [middle(spec.chosen) - step / 2, top, step, bottom - top], stroke: colours.text, opacity: 0.55 });
  }
  const half = (i) => widthOf(labels[i], AXIS) / 2;
  // The last is moved to the left so as not to be cut, and then needs more room.
  const place = (i) => Math.min(middle(i), width - half(i));
  const last = labels.length - 1;
  let apart = every(labels, step);
  while (apart <= last && place(last - apart) + half(last - apart) + 4 > place(last) - half(last)) {
    apart += 1;
  }
  labels.forEach((label, i) => {
    if ((last - i) % apart === 0) {
      shapes.push({ text: label, at: [place(i), bottom + 18], fill: colours.text, anchor: 'middle' });
    }
  });
  const marked = [];
  const events = (spec.events ?? []).map(({ index, number }) => {
    const near = marked.filter(([x]) => Math.abs(x - middle(index)) < 2 * MARK + 1).map(([, y]) => y);
    let level = 0;
    while (near.includes(top + MARK + level * 20)) {
      level += 1;
    }
    const at = [middle(index), top + MARK + level * 20];
    marked.push(at);
    shapes.push(
      { path: v(at[0], top, bottom), stroke: colours.event, width: 1.5, dash: [4, 3] },
      { circle: [...at, MARK], fill: colours.event },
      { text: String(number), at: [at[0], at[1] + 4], fill: colours.panel, size: 11, anchor: 'middle', weight: 700 },
    );
    return { at, number };
  });
  shapes.push({ shapes: said.shapes, at: [0, height - said.height + 2] });
  const points = labels.map((_, index) => ({ box: [middle(index) - step / 2, top, step, bottom - top], index }));
  return { width, height, shapes, points, events };
}

/** How high `bars` of so many rows are. */
export function barsHeight(count) {
  return 44 + count * ROW;
}

/**
 * Bars by name, downwards.
 *
 * @param spec `rows` as `{name, value, from, shown, colour}`, where `from` is what a bar begins at if not at zero; `unit`; `tick`; `sample`
 */
export function bars(spec, { width, height }, colours) {
  const { rows } = spec;
  const ends = rows.flatMap(({ value, from = 0 }) => [from, from + value]);
  const names = Math.min(width * NAMES_AT_MOST, Math.max(...rows.map(({ name }) => widthOf(name, AXIS)))) + 12;
  const room = Math.max(...rows.map(({ shown }) => widthOf(shown, AXIS))) + 8;
  const low = Math.min(0, ...ends);
  const x = scaleLinear([low, Math.max(0, ...ends) || 1], [names + (low < 0 ? room : 0), width - room]);
  const y = scaleBand(
    rows.map((_, i) => i),
    [22, height - 20],
  ).padding(0.2);
  const shapes = head(spec, width, colours);
  const widest = Math.max(...x.domain().map((end) => widthOf(spec.tick(end), 11))) + 16;
  let many = Math.max(2, Math.floor((x.range()[1] - x.range()[0]) / 90));
  let ticks = x.ticks(many);
  // How many there come to be is at the scale's discretion.
  while (many > 1 && ticks.length > 2 && x(ticks[1]) - x(ticks[0]) < widest) {
    many -= 1;
    ticks = x.ticks(many);
  }
  for (const tick of ticks) {
    shapes.push(
      { path: v(x(tick), 22, height - 20), stroke: tick === 0 ? colours.faint : colours.grid },
      { text: spec.tick(tick), at: [x(tick), height - 5], fill: colours.faint, size: 11, anchor: 'middle' },
    );
  }
  const points = rows.map(({ name, value, from = 0, shown, colour }, index) => {
    const [one, other] = [x(from), x(from + value)];
    const base = y(index) + y.bandwidth() / 2 + 4;
    const left = value < 0;
    shapes.push(
      { text: fitted(name, names - 8), at: [names - 8, base], fill: colours.text, anchor: 'end' },
      { rect: [Math.min(one, other), y(index), Math.max(1, Math.abs(one - other)), y.bandwidth()], fill: colour },
      { text: shown, at: [other + (left ? -5 : 5), base], fill: colours.text, anchor: left ? 'end' : 'start' },
    );
    return { box: [0, y(index) - 2, width, y.bandwidth() + 4], index };
  });
  return { width, height, shapes, points, events: [] };
}

/**
 * Tiles by size, in groups.
 *
 * @param spec `groups` as `{name, colour, items: [{name, value, shown}]}`; an item's index counts through all groups; `unit`; `sample`
 */
export function treemap(spec, { width, height }, colours) {
  let count = 0;
  const root = hierarchy({
    children: spec.groups.map((group) => ({
      ...group,
      children: group.items.map((item) => ({ ...item, index: count++, colour: group.colour })),
    })),
  })
    .sum(({ value }) => value ?? 0)
    .sort((one, other) => other.value - one.value);
  tiled()
    .size([width, height - 20])
    .paddingOuter(2)
    .paddingTop((node) => (node.depth === 1 ? 18 : 0))
    .paddingInner(2)
    .round(true)(root);
  const shapes = head(spec, width, colours);
  const tiles = [];
  for (const group of root.children ?? []) {
    if (group.x1 - group.x0 > 40 && group.y1 - group.y0 > 18) {
      const name = fitted(group.data.name, group.x1 - group.x0 - 6);
      tiles.push({ text: name, at: [group.x0 + 4, group.y0 + 14], fill: colours.text, weight: 650 });
    }
  }
  const points = root.leaves().map(({ x0, y0, x1, y1, data }) => {
    const [wide, high] = [x1 - x0, y1 - y0];
    tiles.push({ rect: [x0, y0, wide, high], fill: data.colour, opacity: 0.38 });
    if (wide > 34 && high > 18) {
      tiles.push({ text: fitted(data.name, wide - 8), at: [x0 + 4, y0 + 14], fill: colours.text });
      // Of a number, the first digits would be another number.
      if (high > 34 && widthOf(data.shown, 11) <= wide - 8) {
        tiles.push({ text: data.shown, at: [x0 + 4, y0 + 29], fill: colours.text, size: 11 });
      }
    }
    return { box: [x0, y0 + 20, wide, high], index: data.index };
  });
  shapes.push({ shapes: tiles, at: [0, 20] });
  return { width, height, shapes, points, events: [] };
}
