/** What a warm function keeps from one event to the next, within bounds. */
package dev.customsfeed.runtime.cache;
