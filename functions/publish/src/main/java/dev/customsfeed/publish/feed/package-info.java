/** The documents of a feed: JSON Feed 1.1 over the month reports, and all that is published beside it. */
package dev.customsfeed.publish.feed;
