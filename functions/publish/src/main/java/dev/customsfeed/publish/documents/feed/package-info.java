/** JSON Feed 1.1 over the month reports, revisions and availability. */
@NullMarked
package dev.customsfeed.publish.documents.feed;

import org.jspecify.annotations.NullMarked;
