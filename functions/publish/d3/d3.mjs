/** What the page takes of D3. `build` makes one file of it. */

export { hierarchy, treemap } from 'd3-hierarchy';
export { scaleBand, scaleLinear } from 'd3-scale';
export { line } from 'd3-shape';
