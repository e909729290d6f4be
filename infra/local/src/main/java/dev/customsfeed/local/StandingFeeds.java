package dev.customsfeed.local;

import com.fasterxml.jackson.databind.json.JsonMapper;
import dev.customsfeed.publish.documents.json.Document;
import dev.customsfeed.publish.documents.page.FeedList;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.Function;
import java.util.stream.Collectors;

/**
 * The feed bucket, and the feeds that an earlier run published and this one could not: a bucket on AWS still has them, the
 * one of a run begins empty. What is live stays, until its definition is deleted.
 */
final class StandingFeeds implements FolderMirror.Source {

    private static final String FEED = "feed.json";
    private static final JsonMapper JSON = new JsonMapper();

    private final FolderMirror.Source bucket;
    private final FolderMirror folder;
    private final SortedSet<String> stay = new TreeSet<>();
    private final SortedSet<String> kept = new TreeSet<>();
    private final List<String> keys = new ArrayList<>();
    private final SortedMap<String, Document> top;

    private StandingFeeds(FolderMirror.Source bucket, FolderMirror folder, SortedSet<String> defined)
            throws IOException {
        this.bucket = bucket;
        this.folder = folder;
        List<String> published = bucket.keys();
        SortedSet<String> written = folder.written();
        for (String id : defined) {
            String feed = id + "/" + FEED;
            if (written.contains(feed)) {
                Optional<byte[]> now = published.contains(feed) ? bucket.read(feed) : Optional.empty();
                if (now.isEmpty() || !hasMonths(now.get()) && hasMonths(folder.content(feed))) {
                    stay.add(id);
                }
            }
        }
        written.stream().filter(this::stays).forEach(kept::add);
        published.stream().filter(key -> !stays(key)).forEach(keys::add);
        keys.addAll(kept);
        this.top = stay.isEmpty() ? new TreeMap<>() : listOfFeeds(published, written);
        top.keySet().stream().filter(key -> !keys.contains(key)).forEach(keys::add);
    }

    /** A feed without any is published too, to say why; it takes the place of none that has months. */
    private static boolean hasMonths(byte[] feed) throws IOException {
        return !JSON.readTree(feed).path("items").isEmpty();
    }

    /**
     * Looks which they are.
     *
     * @param folder what an earlier run published into
     * @param defined the names of the feeds that have a definition now
     */
    static StandingFeeds of(FolderMirror.Source bucket, FolderMirror folder, SortedSet<String> defined)
            throws IOException {
        return new StandingFeeds(bucket, folder, defined);
    }

    private boolean stays(String key) {
        int slash = key.indexOf('/');
        return slash > 0 && stay.contains(key.substring(0, slash));
    }

    /** The list of feeds names them too. */
    private SortedMap<String, Document> listOfFeeds(List<String> published, SortedSet<String> written)
            throws IOException {
        List<byte[]> overviews = new ArrayList<>();
        for (String key : published) {
            if (isOverview(key) && !stays(key)) {
                bucket.read(key).ifPresent(overviews::add);
            }
        }
        for (String key : written) {
            if (isOverview(key) && stays(key)) {
                overviews.add(folder.content(key));
            }
        }
        return FeedList.documents(overviews).stream()
                .collect(Collectors.toMap(Document::path, Function.identity(), (one, other) -> one, TreeMap::new));
    }

    private static boolean isOverview(String key) {
        return key.endsWith("/" + FeedList.summaryPath())
                && key.indexOf('/') == key.length() - FeedList.summaryPath().length() - 1;
    }

    /** The names of the feeds that stay as an earlier run left them. */
    SortedSet<String> names() {
        return stay;
    }

    @Override
    public List<String> keys() {
        return List.copyOf(keys);
    }

    @Override
    public Optional<byte[]> read(String key) {
        if (top.containsKey(key)) {
            return Optional.of(top.get(key).content());
        }
        if (!kept.contains(key)) {
            return bucket.read(key);
        }
        try {
            return Optional.of(folder.content(key));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Override
    public boolean isImmutable(String key) {
        return kept.contains(key) || bucket.isImmutable(key);
    }
}
