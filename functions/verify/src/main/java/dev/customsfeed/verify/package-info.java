/**
 * The function that compares declarations, refunds, certificates and their use: the handler, and the way of one upload from its
 * announcement to the report.
 */
package dev.customsfeed.verify;
