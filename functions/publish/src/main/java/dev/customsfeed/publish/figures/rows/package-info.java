/** The rows of customs files that the figures of a month add up from. */
package dev.customsfeed.publish.figures.rows;
