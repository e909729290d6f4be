/**
 * The words of trade statistics, and what counts: the upload log and its fold, months and their figures. Values and
 * pure functions alone, which know no library.
 */
@NullMarked
package dev.customsfeed.ledger;

import org.jspecify.annotations.NullMarked;
