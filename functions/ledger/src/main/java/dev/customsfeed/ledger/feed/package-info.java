/** Feed definitions: what a feed is about, read from JSON and checked, with problems that say where. */
package dev.customsfeed.ledger.feed;
