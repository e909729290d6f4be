/** What becomes of figures and words: the list of what a feed has. */
package dev.customsfeed.publish.documents;
