/** What each language must say, and what languages have in common. */
@NullMarked
package dev.customsfeed.publish.words.language;

import org.jspecify.annotations.NullMarked;
