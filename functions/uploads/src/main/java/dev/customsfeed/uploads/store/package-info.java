/** Writing to DynamoDB in batches, within the time that is left. Nothing of what is written. */
@NullMarked
package dev.customsfeed.uploads.store;

import org.jspecify.annotations.NullMarked;
