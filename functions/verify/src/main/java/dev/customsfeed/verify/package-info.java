/**
 * The function that compares declarations, refunds, certificates and their use: the handler, and the way of one upload from its
 * announcement to the report.
 */
@NullMarked
package dev.customsfeed.verify;

import org.jspecify.annotations.NullMarked;
