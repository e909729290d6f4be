package dev.customsfeed.ingest;

/**
 * Where the function stores what it reads.
 *
 * @param filesTable name of the table of files
 * @param recordsTable name of the table of records
 * @param monthsTable name of the table of months
 */
public record IngestSettings(String filesTable, String recordsTable, String monthsTable) {}
