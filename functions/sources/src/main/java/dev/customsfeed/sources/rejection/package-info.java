/**
 * What is wrong with a customs file, in words that the analyst who uploaded it understands: where, what was found,
 * what to do.
 */
@NullMarked
package dev.customsfeed.sources.rejection;

import org.jspecify.annotations.NullMarked;
