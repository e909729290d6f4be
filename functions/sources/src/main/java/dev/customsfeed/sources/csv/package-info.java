/** Lines of a table, of CSV or of JSON arrays, without an object for each field. Knows no column by name. */
@NullMarked
package dev.customsfeed.sources.csv;

import org.jspecify.annotations.NullMarked;
