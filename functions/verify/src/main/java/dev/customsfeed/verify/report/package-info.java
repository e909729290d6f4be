/** Findings in words, as JSON, as CSV and as a page. Nothing here says fraud, intent, or that anybody will accept anything. */
@NullMarked
package dev.customsfeed.verify.report;

import org.jspecify.annotations.NullMarked;
