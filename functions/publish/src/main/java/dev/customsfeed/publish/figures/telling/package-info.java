/** Which of many facts are the most telling. */
package dev.customsfeed.publish.figures.telling;
