/** Where feeds come from and how documents become objects: the definitions in the upload log, the documents in the feed bucket. */
@NullMarked
package dev.customsfeed.publish.publication;

import org.jspecify.annotations.NullMarked;
