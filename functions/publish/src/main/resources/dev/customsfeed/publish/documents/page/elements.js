/** Makes elements; nothing of what is shown is ever parsed as HTML but the article, and that only by its known elements. */

const ARTICLE_ELEMENTS = new Set([
  'P',
  'H2',
  'H3',
  'H4',
  'UL',
  'OL',
  'LI',
  'STRONG',
  'EM',
  'B',
  'I',
  'BR',
  'SPAN',
  'A',
  'TABLE',
  'THEAD',
  'TBODY',
  'TR',
  'TH',
  'TD',
  'CAPTION',
  'BLOCKQUOTE',
  'SECTION',
  'DIV',
]);

/**
 * An element.
 *
 * @param name its name
 * @param attributes by name; one that begins with `on` is a listener, `true` is an attribute without a value, `false` is none
 * @param children elements and texts; null ones are left out
 */
export function el(name, attributes = {}, ...children) {
  const element = document.createElement(name);
  for (const [attribute, value] of Object.entries(attributes)) {
    if (attribute.startsWith('on')) {
      element.addEventListener(attribute.slice(2), value);
    } else if (value !== false && value !== null && value !== undefined) {
      element.setAttribute(attribute, value === true ? '' : value);
    }
  }
  element.append(...children.flat().filter((child) => child !== null && child !== undefined));
  return element;
}

/** A figure with its exact value for machines; null shows as missing. */
export function figure(text, exact) {
  return exact === null ? el('span', { class: 'missing' }, text) : el('data', { value: String(exact) }, text);
}

function copy(node, into, headingShift) {
  for (const child of node.childNodes) {
    if (child.nodeType === Node.TEXT_NODE) {
      into.append(child.textContent);
    } else if (child.nodeType === Node.ELEMENT_NODE && ARTICLE_ELEMENTS.has(child.tagName)) {
      const heading = /^H([2-4])$/.exec(child.tagName);
      const element = document.createElement(heading ? `h${Math.min(6, Number(heading[1]) + headingShift)}` : child.tagName);
      const address = child.tagName === 'A' ? child.getAttribute('href') : null;
      if (address && /^https?:/.test(address)) {
        element.setAttribute('href', address);
        element.setAttribute('rel', 'noopener');
      }
      for (const kept of ['scope', 'colspan', 'rowspan']) {
        if (child.hasAttribute(kept)) {
          element.setAttribute(kept, child.getAttribute(kept));
        }
      }
      copy(child, element, headingShift);
      into.append(element);
    }
  }
}

/** The elements of an article's HTML, its headings one level down. */
export function articleOf(html) {
  const parsed = new DOMParser().parseFromString(html, 'text/html');
  const article = document.createDocumentFragment();
  copy(parsed.body, article, 1);
  return article;
}
