/** What became of a month since it first arrived: revisions, and files that look like a part of it. */
package dev.customsfeed.publish.figures.revision;
