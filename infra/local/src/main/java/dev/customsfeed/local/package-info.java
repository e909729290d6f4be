/**
 * The whole system on one machine: a folder in, a folder out. Ingest and publish with the events that Lambda would hand
 * them, and the server; the verification of a folder.
 */
@NullMarked
package dev.customsfeed.local;

import org.jspecify.annotations.NullMarked;
