/** S3's notifications as they come out of the queue. Nothing of what is done about them. */
package dev.customsfeed.uploads.event;
