/** How Chinese says it. */
@NullMarked
package dev.customsfeed.publish.words.zh;

import org.jspecify.annotations.NullMarked;
