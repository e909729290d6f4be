package dev.customsfeed.publish.store;

import java.util.Optional;
import java.util.SortedMap;

/**
 * What is published of a feed.
 *
 * @param id the feed's name and folder
 * @param etags of all its objects but the immutable copies, by path within the feed
 * @param feedJson the content of {@code feed.json}; empty if there is none, for then the feed is not published
 */
public record LiveFeed(String id, SortedMap<String, String> etags, Optional<byte[]> feedJson) {

    /** The ETag of the object at {@code path}; empty if there is none. */
    Optional<String> etag(String path) {
        return Optional.ofNullable(etags.get(path));
    }
}
