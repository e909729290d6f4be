package dev.customsfeed.publish.publication;

import dev.customsfeed.publish.documents.json.Document;
import dev.customsfeed.publish.documents.json.Document.Keeping;
import dev.customsfeed.publish.publication.FeedBucket.Head;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.concurrent.Callable;
import java.util.function.Consumer;

/**
 * Puts a feed's documents where readers find them, so that no reader ever mixes two publications and none that was cut short
 * leaves a trace in the next.
 *
 * <p>First come the immutable copies and whatever else is named by its content, then the stable names, then those that are no longer needed go, and
 * {@code feed.json} comes last: it names the immutable copies that belong together, all of which are there by then.
 *
 * <p>What must be written is found by comparing with what the bucket lists, not with what somebody noted down: whatever a
 * publication that was cut short left behind, the next one sees it. An ETag is the MD5 of the content in a bucket that is encrypted
 * by S3's own keys; where it is something else, everything is written each time, which is slower and as right.
 *
 * <p>Every write names what it replaces. Hence {@link #live} must be called before anything is read that the documents are made of:
 * then a publication made of older data cannot overwrite one made of newer data.
 */
public final class Publication {

    /** The document that makes the others a feed. */
    public static final String FEED = "feed.json";

    private final FeedBucket bucket;
    private final Parallel parallel;

    /** Publishes into {@code bucket}. */
    public Publication(FeedBucket bucket, Parallel parallel) {
        this.bucket = bucket;
        this.parallel = parallel;
    }

    /**
     * What was changed in the bucket.
     *
     * @param written how many objects under stable names
     * @param deleted how many objects under stable names
     */
    public record Changes(int written, int deleted) {

        /** Nothing. */
        public static final Changes NONE = new Changes(0, 0);

        /** Whether nothing was. */
        public boolean none() {
            return written == 0 && deleted == 0;
        }
    }

    /** What the {@code feed.json} of the feed {@code id} says of itself now; empty if it is not published. */
    public Optional<Head> head(String id) {
        return bucket.head(id + "/" + FEED);
    }

    /** What is published of the feed {@code id} now. */
    public LiveFeed live(String id) {
        return new LiveFeed(id, bucket.list(id + "/"));
    }

    /**
     * The content of a document of {@code live}; empty if it has none at {@code path}.
     *
     * @throws ConcurrentPublicationException if it changed since
     */
    public Optional<byte[]> content(LiveFeed live, String path) {
        return live.etag(path).map(etag -> bucket.content(key(live, path), etag));
    }

    /** The immutable copy at {@code path}, by which a document of {@code live} names another; empty if there is none. */
    public Optional<byte[]> archived(LiveFeed live, String path) {
        return bucket.content(key(live, path));
    }

    /**
     * Publishes {@code documents} in place of {@code live}; of what is there already nothing is written.
     *
     * @param head what its {@code feed.json} said of itself
     * @param documents all of the feed, {@code feed.json} among them
     * @param madeOf what {@code feed.json} is to say of itself: written with it, it is true of all the others too
     * @param announce is called if readers will see something else, before they do
     * @throws ConcurrentPublicationException if somebody else publishes the same feed
     * @throws IllegalArgumentException if {@code documents} are not those of a feed
     */
    public Changes publish(
            LiveFeed live,
            Optional<Head> head,
            List<Document> documents,
            Map<String, String> madeOf,
            Runnable announce) {
        SortedMap<String, Document> byPath = byPath(documents);
        // The largest first: it takes longest, and the others are written beside it.
        List<Document> changed = byPath.values().stream()
                .filter(document -> !live.has(document))
                .sorted(Comparator.comparingLong(Document::length).reversed())
                .toList();
        List<String> gone = live.etags().keySet().stream()
                .filter(path -> !byPath.containsKey(path))
                .toList();

        each(
                changed.stream()
                        .filter(document -> document.keeping() != Keeping.CURRENT)
                        .toList(),
                document -> bucket.putImmutable(
                        key(live, immutablePath(document)), document.contentType(), document.content()));
        each(
                changed.stream()
                        .filter(document -> document.keeping() != Keeping.NAMED_BY_CONTENT)
                        .filter(document -> !document.path().equals(FEED))
                        .toList(),
                document -> put(live, document, Map.of()));
        delete(live, gone);
        Changes changes = new Changes(changed.size(), gone.size());
        if (!changes.none()) {
            announce.run();
        }
        Document feed = Objects.requireNonNull(byPath.get(FEED));
        boolean saysSo = head.filter(now -> now.metadata().equals(madeOf)).isPresent();
        if (!live.has(feed) || !saysSo) {
            put(live, feed, madeOf);
        }
        return changes;
    }

    private static String immutablePath(Document document) {
        return document.keeping() == Keeping.NAMED_BY_CONTENT ? document.path() : document.archivePath();
    }

    /**
     * Takes a feed off, {@code feed.json} first. The immutable copies stay: somebody may have cited them.
     *
     * @param announce is called if there is something to take off, before readers miss it
     */
    public Changes takeDown(LiveFeed live, Runnable announce) {
        if (!live.etags().isEmpty()) {
            announce.run();
        }
        if (live.isPublished()) {
            delete(live, List.of(FEED));
        }
        delete(
                live,
                live.etags().keySet().stream()
                        .filter(path -> !path.equals(FEED))
                        .toList());
        return new Changes(0, live.etags().size());
    }

    private static SortedMap<String, Document> byPath(List<Document> documents) {
        SortedMap<String, Document> byPath = new TreeMap<>();
        for (Document document : documents) {
            if (document.path().startsWith(FeedBucket.ARCHIVE)) {
                throw new IllegalArgumentException("found a document '" + document.path() + "', expected none under "
                        + FeedBucket.ARCHIVE + ": that is where the immutable copies are");
            }
            if (byPath.put(document.path(), document) != null) {
                throw new IllegalArgumentException("found two documents '" + document.path() + "', expected one");
            }
        }
        if (!byPath.containsKey(FEED)) {
            throw new IllegalArgumentException("found no " + FEED + " in " + byPath.keySet());
        }
        return byPath;
    }

    private void put(LiveFeed live, Document document, Map<String, String> metadata) {
        bucket.put(key(live, document.path()), document, live.etag(document.path()), metadata);
    }

    private void delete(LiveFeed live, List<String> paths) {
        bucket.delete(paths.stream().map(path -> key(live, path)).toList());
    }

    private static String key(LiveFeed live, String path) {
        return live.id() + "/" + path;
    }

    private <T> void each(Collection<T> all, Consumer<T> action) {
        List<Callable<Boolean>> tasks = new ArrayList<>();
        for (T one : all) {
            tasks.add(() -> {
                action.accept(one);
                return true;
            });
        }
        parallel.all(tasks);
    }

    /** The ETag that S3 gives an object of this content. */
    public static String etag(Document document) {
        return '"' + document.md5() + '"';
    }
}
