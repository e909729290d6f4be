/** Files of China Customs: their layout, their code lists and units, and what no other source has. */
@NullMarked
package dev.customsfeed.sources.gacc;

import org.jspecify.annotations.NullMarked;
