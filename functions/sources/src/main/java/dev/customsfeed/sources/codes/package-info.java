/** Codes as numbers, and the code lists that more than one source needs: countries, groups of reporters. */
package dev.customsfeed.sources.codes;
