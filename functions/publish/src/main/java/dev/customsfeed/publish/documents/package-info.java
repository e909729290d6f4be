/** What becomes of figures and words: the list of what a feed has. */
@NullMarked
package dev.customsfeed.publish.documents;

import org.jspecify.annotations.NullMarked;
