/** What a feed is computed of: its definition, its files and what they add up to. */
@NullMarked
package dev.customsfeed.publish.figures.feed;

import org.jspecify.annotations.NullMarked;
