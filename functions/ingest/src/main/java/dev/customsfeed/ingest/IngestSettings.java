package dev.customsfeed.ingest;

/**
 * Where the function reads from, and where it stores what it reads.
 *
 * @param uploadBucket name of the one bucket whose objects are taken
 * @param filesTable name of the table of files
 * @param recordsTable name of the table of records
 * @param monthsTable name of the table of months
 */
public record IngestSettings(String uploadBucket, String filesTable, String recordsTable, String monthsTable) {}
