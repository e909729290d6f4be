/** What became of a month since it first arrived: revisions, and files that look like a part of it. */
@NullMarked
package dev.customsfeed.publish.figures.revision;

import org.jspecify.annotations.NullMarked;
