package dev.customsfeed.ledger;

import java.util.Comparator;

/**
 * One version of an object, and when it was uploaded. Uploads are ordered by the second, then by their keys, then as S3 numbers the
 * events of one key; the version decides last, so that no two uploads are equal.
 *
 * @param object the version
 * @param order when it was uploaded
 */
public record Upload(ObjectVersion object, UploadOrder order) implements Comparable<Upload> {

    private static final Comparator<Upload> ORDER = Comparator.comparing(
                    (Upload upload) -> upload.order().lastModified())
            .thenComparing(upload -> upload.object().key())
            .thenComparing(upload -> upload.order().sequencer())
            .thenComparing(upload -> upload.order().announcedAt())
            .thenComparing(upload -> upload.object().versionId());

    @Override
    public int compareTo(Upload other) {
        return ORDER.compare(this, other);
    }
}
