/** What a function says of itself: logs as JSON lines, metrics in CloudWatch's embedded format. */
package dev.customsfeed.runtime.log;
