package dev.customsfeed.publish.documents.json;

import java.util.List;

/** One kind of documents that a feed has. */
@FunctionalInterface
public interface Output {

    /**
     * The documents that {@code content} becomes.
     *
     * @param before the feed's documents of the outputs before this one, which it may name
     */
    List<Document> of(FeedContent content, List<Document> before);
}
