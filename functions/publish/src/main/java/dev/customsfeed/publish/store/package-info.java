/** Where feeds come from and go to: the definitions in the upload log, the documents in the feed bucket. */
package dev.customsfeed.publish.store;
