/** Codes as numbers, and the code lists that more than one source needs: countries, groups of reporters. */
@NullMarked
package dev.customsfeed.sources.codes;

import org.jspecify.annotations.NullMarked;
