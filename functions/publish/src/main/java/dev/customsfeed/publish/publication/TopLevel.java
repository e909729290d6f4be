package dev.customsfeed.publish.publication;

import dev.customsfeed.publish.documents.json.Document;
import java.util.List;
import java.util.Optional;
import java.util.SortedMap;

/** What lies at the top of the feed bucket, beside the feeds' folders. */
public final class TopLevel {

    private final FeedBucket bucket;

    /** Of {@code bucket}. */
    public TopLevel(FeedBucket bucket) {
        this.bucket = bucket;
    }

    /**
     * Writes the documents that differ from what is there.
     *
     * @param documents those of the top level, by their paths
     * @throws ConcurrentPublicationException if somebody else writes them meanwhile
     */
    public void publish(List<Document> documents) {
        SortedMap<String, String> live = bucket.listTopLevel();
        for (Document document : documents) {
            bucket.putUnlessSame(document, Optional.ofNullable(live.get(document.path())));
        }
    }
}
