/** Writing to DynamoDB in batches, within the time that is left. Nothing of what is written. */
package dev.customsfeed.uploads.store;
