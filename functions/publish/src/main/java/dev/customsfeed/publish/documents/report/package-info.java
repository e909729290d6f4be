/** The month report as JSON. */
@NullMarked
package dev.customsfeed.publish.documents.report;

import org.jspecify.annotations.NullMarked;
