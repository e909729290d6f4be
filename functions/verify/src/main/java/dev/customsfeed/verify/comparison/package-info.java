/**
 * All rows of all files that stand, compared. Rows lie in 1,024 shards by declaration item, so that a shard is what is read, compared and
 * written at a time, however many there are.
 */
@NullMarked
package dev.customsfeed.verify.comparison;

import org.jspecify.annotations.NullMarked;
