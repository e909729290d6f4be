/** Value and quantity held against each other: what a change of value is made of, and quantities that need a second look. */
@NullMarked
package dev.customsfeed.publish.figures.value;

import org.jspecify.annotations.NullMarked;
