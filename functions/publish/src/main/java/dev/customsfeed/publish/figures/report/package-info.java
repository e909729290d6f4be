/** The month report: everything that is computed for one month, as records. */
package dev.customsfeed.publish.figures.report;
