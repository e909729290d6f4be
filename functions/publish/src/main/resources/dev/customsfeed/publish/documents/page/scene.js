/**
 * A drawing as a list of shapes, and the three things that become of it: elements of a page, the text of an SVG file, and paint on a
 * canvas for a PNG. A shape is `{rect: [x, y, width, height]}`, `{path}`, `{circle: [x, y, radius]}`, `{text, at: [x, y]}` or
 * `{shapes, at: [x, y]}`, with `fill`, `stroke`, `width`, `dash` and `opacity`; texts have `size`, `anchor`, `weight` and `turned`.
 */

const SVG = 'http://www.w3.org/2000/svg';
const FONT = 'system-ui, -apple-system, "Segoe UI", Roboto, "Noto Sans", "PingFang SC", "Microsoft YaHei", "Noto Sans SC", sans-serif';
const DEFAULT_SIZE = 12;
const WIDE = /[\u2e80-\uffef]/;
/** Of a character's height, by kind: fonts differ, and a text that is a little narrower does no harm. */
const WIDTHS = [
  [WIDE, 1],
  [/[MWmw%]/, 0.95],
  [/[A-Z+−]/, 0.74],
  [/[iljtfr.,:;'| ]/, 0.38],
];
const USUAL_WIDTH = 0.62;

/** About how wide a text is: characters of Chinese are as wide as they are high. */
export function widthOf(text, size = DEFAULT_SIZE) {
  return [...text].reduce((sum, character) => sum + (WIDTHS.find(([kind]) => kind.test(character))?.[1] ?? USUAL_WIDTH), 0) * size;
}

/** A text that is no wider than `width`. */
export function fitted(text, width, size = DEFAULT_SIZE) {
  if (widthOf(text, size) <= width) {
    return text;
  }
  const characters = [...text];
  while (characters.length > 1 && widthOf(`${characters.join('')}…`, size) > width) {
    characters.pop();
  }
  return `${characters.join('').trimEnd()}…`;
}

/** A text in lines that are no wider than `width`. */
export function wrapped(text, width, size = DEFAULT_SIZE) {
  const lines = [];
  let line = '';
  for (const word of text.match(/[\u2e80-\uffef]|[^\s\u2e80-\uffef]+\s*|\s+/g) ?? []) {
    if (line && widthOf((line + word).trimEnd(), size) > width) {
      lines.push(line.trimEnd());
      line = '';
    }
    line += word;
  }
  return line ? [...lines, line.trimEnd()] : lines;
}

const round = (number) => Math.round(number * 100) / 100;

function paintOf({ fill, stroke, width, dash, opacity }) {
  return {
    fill: fill ?? 'none',
    ...(stroke ? { stroke, 'stroke-width': width ?? 1, 'stroke-linejoin': 'round' } : {}),
    ...(dash ? { 'stroke-dasharray': dash.join(' ') } : {}),
    ...(opacity === undefined ? {} : { opacity }),
  };
}

/** A shape as `[name, attributes, content]`, where content is a text or a list of shapes. */
function elementOf(shape) {
  if (shape.shapes) {
    return ['g', { transform: `translate(${shape.at.map(round).join(' ')})` }, shape.shapes];
  }
  if (shape.rect) {
    const [x, y, width, height] = shape.rect.map(round);
    return ['rect', { x, y, width, height, ...paintOf(shape) }, []];
  }
  if (shape.circle) {
    const [cx, cy, r] = shape.circle.map(round);
    return ['circle', { cx, cy, r, ...paintOf(shape) }, []];
  }
  if (shape.path !== undefined) {
    return ['path', { d: shape.path, ...paintOf(shape) }, []];
  }
  const [x, y] = shape.at.map(round);
  return [
    'text',
    {
      x,
      y,
      fill: shape.fill,
      'font-size': shape.size ?? DEFAULT_SIZE,
      'text-anchor': shape.anchor ?? 'start',
      ...(shape.weight ? { 'font-weight': shape.weight } : {}),
      ...(shape.turned ? { transform: `rotate(${shape.turned} ${x} ${y})` } : {}),
      ...(shape.opacity === undefined ? {} : { opacity: shape.opacity }),
    },
    shape.text,
  ];
}

function rootOf({ width, height }) {
  return { xmlns: SVG, viewBox: `0 0 ${round(width)} ${round(height)}`, width: round(width), height: round(height), 'font-family': FONT };
}

function escaped(text) {
  return String(text).replace(/&/g, '&amp;').replace(/</g, '&lt;').replace(/>/g, '&gt;').replace(/"/g, '&quot;');
}

function written(shape) {
  const [name, attributes, content] = elementOf(shape);
  const said = Object.entries(attributes).map(([attribute, value]) => ` ${attribute}="${escaped(value)}"`);
  return `<${name}${said.join('')}>${typeof content === 'string' ? escaped(content) : content.map(written).join('')}</${name}>`;
}

/** The text of an SVG file. */
export function svgText(scene) {
  const attributes = Object.entries(rootOf(scene)).map(([name, value]) => `${name}="${escaped(value)}"`);
  const title = scene.title ? `<title>${escaped(scene.title)}</title>` : '';
  return `<?xml version="1.0" encoding="UTF-8"?>\n<svg ${attributes.join(' ')}>${title}${scene.shapes.map(written).join('\n')}</svg>\n`;
}

function made(name, attributes, content) {
  const element = document.createElementNS(SVG, name);
  for (const [attribute, value] of Object.entries(attributes)) {
    if (attribute !== 'xmlns') {
      element.setAttribute(attribute, value);
    }
  }
  element.append(...(typeof content === 'string' ? [content] : content.map((shape) => made(...elementOf(shape)))));
  return element;
}

/** The elements of a page. */
export function svgElement(scene) {
  return made('svg', rootOf(scene), scene.shapes);
}

function stroked(context, { stroke, width, dash }, path) {
  if (stroke) {
    context.strokeStyle = stroke;
    context.lineWidth = width ?? 1;
    context.lineJoin = 'round';
    context.setLineDash(dash ?? []);
    context.stroke(path);
  }
}

function painted(context, shape) {
  context.save();
  context.globalAlpha *= shape.opacity ?? 1;
  if (shape.shapes) {
    context.translate(...shape.at);
    shape.shapes.forEach((one) => painted(context, one));
  } else if (shape.text !== undefined) {
    context.translate(...shape.at);
    context.rotate(((shape.turned ?? 0) * Math.PI) / 180);
    context.fillStyle = shape.fill;
    context.font = `${shape.weight ?? 400} ${shape.size ?? DEFAULT_SIZE}px ${FONT}`;
    context.textAlign = { start: 'left', middle: 'center', end: 'right' }[shape.anchor ?? 'start'];
    context.fillText(shape.text, 0, 0);
  } else {
    const path = new Path2D(shape.path);
    if (shape.rect) {
      path.rect(...shape.rect);
    }
    if (shape.circle) {
      path.arc(...shape.circle, 0, 2 * Math.PI);
    }
    if (shape.fill) {
      context.fillStyle = shape.fill;
      context.fill(path);
    }
    stroked(context, shape, path);
  }
  context.restore();
}

/** Paints it. */
export function paint(context, scene) {
  scene.shapes.forEach((shape) => painted(context, shape));
}
