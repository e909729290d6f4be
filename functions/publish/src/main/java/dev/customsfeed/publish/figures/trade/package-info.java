/** Pure numbers: what months, partners and regions add up to. Exact until the one rounding at the edge. */
package dev.customsfeed.publish.figures.trade;
