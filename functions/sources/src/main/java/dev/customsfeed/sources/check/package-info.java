/**
 * The engine that checks the files of all sources as a whole, sums what counts and gives it as records. Knows no
 * source by name.
 */
package dev.customsfeed.sources.check;
