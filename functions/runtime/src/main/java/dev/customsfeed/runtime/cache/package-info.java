/** What a warm function keeps from one event to the next, within bounds. */
@NullMarked
package dev.customsfeed.runtime.cache;

import org.jspecify.annotations.NullMarked;
