/** What a document is, what documents are made of, and how they are written as JSON. */
package dev.customsfeed.publish.documents.json;
