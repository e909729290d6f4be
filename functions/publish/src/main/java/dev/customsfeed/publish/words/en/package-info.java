/** How English says it. */
@NullMarked
package dev.customsfeed.publish.words.en;

import org.jspecify.annotations.NullMarked;
