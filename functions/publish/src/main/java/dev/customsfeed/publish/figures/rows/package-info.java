/** The rows of customs files that the figures of a month add up from. */
@NullMarked
package dev.customsfeed.publish.figures.rows;

import org.jspecify.annotations.NullMarked;
