/** What each language must say, and what languages have in common. */
package dev.customsfeed.publish.words.language;
