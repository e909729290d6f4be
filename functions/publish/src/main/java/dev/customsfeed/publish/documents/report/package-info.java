/** The month report as JSON. */
package dev.customsfeed.publish.documents.report;
