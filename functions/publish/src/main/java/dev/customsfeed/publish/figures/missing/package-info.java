/** Why months of a product are missing. */
package dev.customsfeed.publish.figures.missing;
