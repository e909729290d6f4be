/** The newest month of a feed as a spreadsheet. */
package dev.customsfeed.publish.documents.workbook;
