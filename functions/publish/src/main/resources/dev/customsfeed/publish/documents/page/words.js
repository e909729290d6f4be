/** All that the page says by itself, in the chosen language. Names of products, partners and events come with the data. */

import { LANGUAGES as SPOKEN } from './languages.js';

/** A text with places for what it tells of becomes a function of that. */
function said(text) {
  return typeof text === 'string' && /\{\d\}/.test(text) ? (...told) => text.replace(/\{(\d)\}/g, (_, place) => told[place]) : text;
}

const WORDS = new Map(
  SPOKEN.map(({ id, words }) => [id, Object.fromEntries(Object.entries(words).map(([name, text]) => [name, said(text)]))]),
);

/** The languages of the page: how the address calls them, their BCP 47 tags, and what they call themselves. */
export const LANGUAGES = SPOKEN.map(({ id, tag, words }) => ({ id, tag, name: words.name }));

/** The words of a language, English where the page does not know it. */
export function words(language) {
  return WORDS.get(language) ?? WORDS.get('en');
}
