package dev.customsfeed.verify;

/**
 * Where the function reads from, and where it stores and publishes.
 *
 * @param bucket name of the one bucket whose objects are taken; the report lies in it too
 * @param table name of the table
 * @param retentionDays for how many days files are kept
 */
public record VerifySettings(String bucket, String table, int retentionDays) {}
