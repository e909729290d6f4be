/** The month report: everything that is computed for one month, as records. */
@NullMarked
package dev.customsfeed.publish.figures.report;

import org.jspecify.annotations.NullMarked;
