/** How names, months and enumerations read in English and in Chinese: the words that notes, articles and the page share. */
package dev.customsfeed.publish.words;
