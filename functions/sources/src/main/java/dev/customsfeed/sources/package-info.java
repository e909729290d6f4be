/** How customs offices write: the one list of the sources. What each of them is lives in a package of its own. */
@NullMarked
package dev.customsfeed.sources;

import org.jspecify.annotations.NullMarked;
