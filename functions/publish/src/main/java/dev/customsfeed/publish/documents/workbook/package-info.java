/** The newest month of a feed as a spreadsheet. */
@NullMarked
package dev.customsfeed.publish.documents.workbook;

import org.jspecify.annotations.NullMarked;
