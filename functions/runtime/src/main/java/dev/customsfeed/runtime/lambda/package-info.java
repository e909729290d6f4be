/**
 * A batch of queue messages as Lambda hands it over, and which of them to deliver again. Nothing of what messages
 * say.
 */
@NullMarked
package dev.customsfeed.runtime.lambda;

import org.jspecify.annotations.NullMarked;
