/** Which of many facts are the most telling. */
@NullMarked
package dev.customsfeed.publish.figures.telling;

import org.jspecify.annotations.NullMarked;
