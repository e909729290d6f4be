/** Answers of the US Census Bureau: their layout, their code lists, and what no other source has. */
@NullMarked
package dev.customsfeed.sources.uscensus;

import org.jspecify.annotations.NullMarked;
