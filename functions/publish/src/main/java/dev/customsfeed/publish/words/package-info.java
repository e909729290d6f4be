/** How a language says it: the list of languages, each of which has a package of its own below this one. */
@NullMarked
package dev.customsfeed.publish.words;

import org.jspecify.annotations.NullMarked;
