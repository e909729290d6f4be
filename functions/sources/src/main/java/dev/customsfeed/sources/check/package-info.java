/**
 * The engine that checks the files of all sources as a whole, sums what counts and gives it as records. Knows no
 * source by name.
 */
@NullMarked
package dev.customsfeed.sources.check;

import org.jspecify.annotations.NullMarked;
