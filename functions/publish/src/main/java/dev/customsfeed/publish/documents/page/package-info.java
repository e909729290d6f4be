/** The page that shows a feed to people: its static files, and the documents that only it reads. */
@NullMarked
package dev.customsfeed.publish.documents.page;

import org.jspecify.annotations.NullMarked;
