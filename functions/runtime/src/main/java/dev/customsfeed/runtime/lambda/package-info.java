/**
 * A batch of queue messages as Lambda hands it over, and which of them to deliver again. Nothing of what messages
 * say.
 */
package dev.customsfeed.runtime.lambda;
