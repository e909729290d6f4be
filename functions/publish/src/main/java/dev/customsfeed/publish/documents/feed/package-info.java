/** JSON Feed 1.1 over the month reports, revisions and availability. */
package dev.customsfeed.publish.documents.feed;
