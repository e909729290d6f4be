/** The rows that the figures of a month add up from, and what they add up to exactly. */
@NullMarked
package dev.customsfeed.publish.documents.rows;

import org.jspecify.annotations.NullMarked;
