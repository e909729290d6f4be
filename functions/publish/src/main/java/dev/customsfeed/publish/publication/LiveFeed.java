package dev.customsfeed.publish.publication;

import dev.customsfeed.publish.documents.json.Document;
import java.util.Optional;
import java.util.SortedMap;

/**
 * What is published of a feed.
 *
 * @param id the feed's name and folder
 * @param etags of all its objects but the immutable copies, by path within the feed
 */
public record LiveFeed(String id, SortedMap<String, String> etags) {

    /** Whether it is published at all: without a {@code feed.json} it is not. */
    public boolean isPublished() {
        return etag(Publication.FEED).isPresent();
    }

    /** Whether what is live under the document's path is {@code document}, by the MD5 that S3 tells. */
    public boolean has(Document document) {
        // Of what is not there the hash need not be computed.
        return etag(document.path())
                .filter(etag -> etag.equals(Publication.etag(document)))
                .isPresent();
    }

    /** The ETag of the object at {@code path}; empty if there is none. */
    public Optional<String> etag(String path) {
        return Optional.ofNullable(etags.get(path));
    }
}
