/** Files of Brazil's Comex Stat: their layout, their code lists, and what no other source has. */
@NullMarked
package dev.customsfeed.sources.comexstat;

import org.jspecify.annotations.NullMarked;
