/** The article of a month: sentences, each derived from figures of the report, none written beforehand. */
package dev.customsfeed.publish.documents.article;
