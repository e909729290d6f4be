/** The month report: everything that is computed for one month, as records and as JSON. */
package dev.customsfeed.publish.report;
