/** How the JavaScript of the page and of its tests is laid out. */
export default { printWidth: 140, singleQuote: true };
