package dev.customsfeed.verify.model;

/**
 * A line of an uploaded file.
 *
 * @param key of the object
 * @param version S3's id of its version
 * @param line from 1, the header's
 */
public record FileLine(String key, String version, long line) {}
