/** What the key of a customs file declares. The one place that knows the grammar of keys. */
package dev.customsfeed.sources.key;
