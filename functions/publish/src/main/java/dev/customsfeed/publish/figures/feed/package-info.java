/** What a feed is computed of: its definition, its files and what they add up to. */
package dev.customsfeed.publish.figures.feed;
