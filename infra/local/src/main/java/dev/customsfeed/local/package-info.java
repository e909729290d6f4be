/**
 * The whole system on one machine: a folder in, a folder out. Both functions with the events that Lambda would hand
 * them, and the server.
 */
@NullMarked
package dev.customsfeed.local;

import org.jspecify.annotations.NullMarked;
