/** Why months of a product are missing. */
@NullMarked
package dev.customsfeed.publish.figures.missing;

import org.jspecify.annotations.NullMarked;
