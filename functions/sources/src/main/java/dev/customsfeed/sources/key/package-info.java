/** What the key of a customs file declares. The one place that knows the grammar of keys. */
@NullMarked
package dev.customsfeed.sources.key;

import org.jspecify.annotations.NullMarked;
