/** The colours of the page as it is now, light or dark, for what is drawn. */

const SERIES = 9;

/** Those that the style sheet has. */
export function theme() {
  const style = getComputedStyle(document.documentElement);
  const colour = (name) => style.getPropertyValue(name).trim();
  return {
    text: colour('--text'),
    faint: colour('--faint'),
    grid: colour('--grid'),
    panel: colour('--panel'),
    line: colour('--line'),
    event: colour('--event'),
    others: colour('--others'),
    up: colour('--up'),
    down: colour('--down'),
    series: Array.from({ length: SERIES }, (_, i) => colour(`--c${i + 1}`)),
  };
}
