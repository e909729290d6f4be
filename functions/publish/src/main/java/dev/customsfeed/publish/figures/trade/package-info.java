/** Pure numbers: what months, partners and regions add up to. Exact until the one rounding at the edge. */
@NullMarked
package dev.customsfeed.publish.figures.trade;

import org.jspecify.annotations.NullMarked;
