/**
 * Whether an event left a trace: the months between its announcement and its force, and those after, held against the year before and
 * against what is ordinary at other dates. Nothing here says why.
 */
@NullMarked
package dev.customsfeed.publish.figures.event;

import org.jspecify.annotations.NullMarked;
