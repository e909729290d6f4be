package dev.customsfeed.ledger;

import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Comparator;

/**
 * Where an object version stands in the order of uploads. It is read off S3 alone, so that every delivery of every event, in any
 * order, gives the same one.
 *
 * @param lastModified S3's Last-Modified of the version, whole seconds; of a delete marker, the second it was made
 * @param key the object's key: decides between objects of the same second
 * @param sequencer S3's own order of the events of one key: hexadecimal, compared as text; may be empty
 * @param announcedAt the event's time: decides where a storage service numbers nothing
 * @param versionId decides last, so that no two versions are equal
 * @see <a href="https://docs.aws.amazon.com/AmazonS3/latest/userguide/notification-content-structure.html">Event message
 *     structure</a>
 */
public record UploadOrder(Instant lastModified, String key, String sequencer, Instant announcedAt, String versionId)
        implements Comparable<UploadOrder> {

    private static final Comparator<UploadOrder> ORDER = Comparator.comparing(UploadOrder::lastModified)
            .thenComparing(UploadOrder::key)
            .thenComparing(UploadOrder::sequencer)
            .thenComparing(UploadOrder::announcedAt)
            .thenComparing(UploadOrder::versionId);

    /** Cuts {@code lastModified} to the seconds that S3 keeps. */
    public UploadOrder {
        lastModified = lastModified.truncatedTo(ChronoUnit.SECONDS);
    }

    @Override
    public int compareTo(UploadOrder other) {
        return ORDER.compare(this, other);
    }
}
