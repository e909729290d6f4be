/** How English says it. */
package dev.customsfeed.publish.words.en;
