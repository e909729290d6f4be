package dev.customsfeed.publish.publication;

import dev.customsfeed.publish.documents.json.Document;
import java.util.List;
import java.util.Optional;
import java.util.SortedMap;

/** The JSON Schemas of what the project defines itself; they lie at the top of the feed bucket, once for all feeds. */
public final class Schemas {

    private static final String FOLDER = "schemas/";

    private final FeedBucket bucket;

    /** Publishes into {@code bucket}. */
    public Schemas(FeedBucket bucket) {
        this.bucket = bucket;
    }

    /**
     * Writes those that differ from what is there. Others are left alone: documents in the archives may name them.
     *
     * @param schemas documents whose paths begin with {@code schemas/}
     */
    public void publish(List<Document> schemas) {
        SortedMap<String, String> live = bucket.list(FOLDER);
        for (Document schema : schemas) {
            bucket.putUnlessSame(
                    schema, Optional.ofNullable(live.get(schema.path().substring(FOLDER.length()))));
        }
    }
}
