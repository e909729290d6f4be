/** What a document is, what documents are made of, and how they are written as JSON. */
@NullMarked
package dev.customsfeed.publish.documents.json;

import org.jspecify.annotations.NullMarked;
