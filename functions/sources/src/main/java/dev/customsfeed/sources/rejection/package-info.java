/**
 * What is wrong with a customs file, in words that the analyst who uploaded it understands: where, what was found,
 * what to do.
 */
package dev.customsfeed.sources.rejection;
