/** What a function says of itself: logs as JSON lines, metrics in CloudWatch's embedded format. */
@NullMarked
package dev.customsfeed.runtime.log;

import org.jspecify.annotations.NullMarked;
