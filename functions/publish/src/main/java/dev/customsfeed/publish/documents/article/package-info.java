/** The article of a month: sentences, each derived from figures of the report, none written beforehand. */
@NullMarked
package dev.customsfeed.publish.documents.article;

import org.jspecify.annotations.NullMarked;
