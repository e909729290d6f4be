package dev.customsfeed.ledger.tables;

import dev.customsfeed.ledger.ObjectVersion;
import dev.customsfeed.ledger.Upload;
import dev.customsfeed.ledger.UploadOrder;
import java.time.Instant;
import java.util.function.Function;
import software.amazon.awssdk.enhanced.dynamodb.mapper.StaticImmutableTableSchema;

/** The upload that an item is of, in the attributes that items of all tables have of it. */
final class UploadItems {

    private UploadItems() {}

    /**
     * Adds which object version it is and when it was uploaded.
     *
     * @param upload that of an item
     */
    static <T, D extends Draft> StaticImmutableTableSchema.Builder<T, D> add(
            StaticImmutableTableSchema.Builder<T, D> schema, Function<T, Upload> upload) {
        return addOrder(schema, upload)
                .addAttribute(String.class, a -> a.name("bucket")
                        .getter(item -> upload.apply(item).object().bucket())
                        .setter((draft, bucket) -> draft.bucket = bucket))
                .addAttribute(String.class, a -> a.name("key")
                        .getter(item -> upload.apply(item).object().key())
                        .setter((draft, key) -> draft.key = key))
                .addAttribute(String.class, a -> a.name("version")
                        .getter(item -> upload.apply(item).object().versionId())
                        .setter((draft, version) -> draft.version = version));
    }

    /** Adds when it was uploaded, of items whose keys say which object version it is. */
    static <T, D extends Draft> StaticImmutableTableSchema.Builder<T, D> addOrder(
            StaticImmutableTableSchema.Builder<T, D> schema, Function<T, Upload> upload) {
        return schema.addAttribute(Instant.class, a -> a.name("lastModified")
                        .getter(item -> upload.apply(item).order().lastModified())
                        .setter((draft, lastModified) -> draft.lastModified = lastModified))
                .addAttribute(String.class, a -> a.name("sequencer")
                        .getter(item -> upload.apply(item).order().sequencer())
                        .setter((draft, sequencer) -> draft.sequencer = sequencer))
                .addAttribute(Instant.class, a -> a.name("announcedAt")
                        .getter(item -> upload.apply(item).order().announcedAt())
                        .setter((draft, announcedAt) -> draft.announcedAt = announcedAt));
    }

    /** What a table schema fills of the upload, attribute by attribute. */
    abstract static class Draft {
        String bucket;
        String key;
        String version;
        Instant lastModified;
        String sequencer;
        Instant announcedAt;

        final Upload upload() {
            return new Upload(
                    new ObjectVersion(bucket, key, version), new UploadOrder(lastModified, sequencer, announcedAt));
        }
    }
}
