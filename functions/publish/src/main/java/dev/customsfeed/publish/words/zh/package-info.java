/** How Chinese says it. */
package dev.customsfeed.publish.words.zh;
