/** Lines of a table, of CSV or of JSON arrays, without an object for each field. Knows no column by name. */
package dev.customsfeed.sources.csv;
