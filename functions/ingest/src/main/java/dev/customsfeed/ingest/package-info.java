/**
 * The function that turns an upload into entries of the ledger: the handler, and the way of one upload from its
 * announcement to its answer.
 */
@NullMarked
package dev.customsfeed.ingest;

import org.jspecify.annotations.NullMarked;
