package dev.customsfeed.publish;

import java.util.Map;
import java.util.Optional;

/**
 * Where the publish function reads and writes.
 *
 * @param monthsTable the name of the table of months
 * @param filesTable the name of the table of files
 * @param recordsTable the name of the table of records
 * @param feedBucket the name of the bucket that feeds are published in
 * @param checkpointBucket the name of the bucket that keeps, in its folder {@code checkpoints/}, how far the logs were read
 * @param feedBaseUrl the address that the bucket is served under, without a slash at its end; empty for no absolute addresses in
 *     the feeds
 */
public record PublishSettings(
        String monthsTable,
        String filesTable,
        String recordsTable,
        String feedBucket,
        String checkpointBucket,
        Optional<String> feedBaseUrl) {

    /**
     * Reads {@code MONTHS_TABLE}, {@code FILES_TABLE}, {@code RECORDS_TABLE}, {@code FEED_BUCKET}, {@code CHECKPOINT_BUCKET} and {@code FEED_BASE_URL}, of which the last may be missing or empty.
     *
     * @throws IllegalStateException if another is; names it
     */
    static PublishSettings of(Map<String, String> environment) {
        return new PublishSettings(
                required(environment, "MONTHS_TABLE"),
                required(environment, "FILES_TABLE"),
                required(environment, "RECORDS_TABLE"),
                required(environment, "FEED_BUCKET"),
                required(environment, "CHECKPOINT_BUCKET"),
                Optional.ofNullable(environment.get("FEED_BASE_URL"))
                        .filter(url -> !url.isBlank())
                        .map(url -> url.endsWith("/") ? url.substring(0, url.length() - 1) : url));
    }

    private static String required(Map<String, String> environment, String name) {
        String value = environment.get(name);
        if (value == null || value.isBlank()) {
            throw new IllegalStateException("found no environment variable " + name
                    + ", expected it to name a resource: set it in the template");
        }
        return value;
    }
}
