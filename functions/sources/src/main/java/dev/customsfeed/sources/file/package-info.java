/** A customs file on disk: how it is packed and encoded, and the limits that it is read within. Nothing of its rows. */
@NullMarked
package dev.customsfeed.sources.file;

import org.jspecify.annotations.NullMarked;
