/**
 * What a source is to the engine: its layouts, their rows, what a row can be. Interfaces and values; no source, no
 * rule of one.
 */
@NullMarked
package dev.customsfeed.sources.layout;

import org.jspecify.annotations.NullMarked;
