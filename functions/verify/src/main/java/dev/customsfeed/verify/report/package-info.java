/** Findings in words, as JSON, as CSV and as a page. Nothing here says fraud, intent, or that anybody will accept anything. */
package dev.customsfeed.verify.report;
