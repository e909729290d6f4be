/** S3's notifications as they come out of the queue. Nothing of what is done about them. */
@NullMarked
package dev.customsfeed.uploads.event;

import org.jspecify.annotations.NullMarked;
