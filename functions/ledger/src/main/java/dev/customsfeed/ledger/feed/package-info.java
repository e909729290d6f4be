/** Feed definitions: what a feed is about, read from JSON and checked, with problems that say where. */
@NullMarked
package dev.customsfeed.ledger.feed;

import org.jspecify.annotations.NullMarked;
