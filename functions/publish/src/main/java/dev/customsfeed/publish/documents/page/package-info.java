/** The page that shows a feed to people: its static files, and the documents that only it reads. */
package dev.customsfeed.publish.documents.page;
