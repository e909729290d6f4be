package dev.customsfeed.ledger;

import java.time.Instant;
import java.time.temporal.ChronoUnit;

/**
 * When an object version was uploaded, read off S3 alone, so that every delivery of every event gives the same.
 *
 * @param lastModified S3's Last-Modified of the version, whole seconds; of a delete marker, the second it was made
 * @param sequencer S3's own order of the events of one key: hexadecimal, compared as text; may be empty
 * @param announcedAt the event's time: decides where a storage service numbers nothing
 * @see <a href="https://docs.aws.amazon.com/AmazonS3/latest/userguide/notification-content-structure.html">Event message
 *     structure</a>
 */
public record UploadOrder(Instant lastModified, String sequencer, Instant announcedAt) {

    /** Cuts {@code lastModified} to the seconds that S3 keeps. */
    public UploadOrder {
        lastModified = lastModified.truncatedTo(ChronoUnit.SECONDS);
    }
}
