package dev.customsfeed.publish;

import dev.customsfeed.publish.documents.json.Document;
import dev.customsfeed.publish.documents.page.FeedList;
import dev.customsfeed.publish.publication.FeedBucket;
import dev.customsfeed.publish.publication.KnownDefinitions;
import dev.customsfeed.publish.publication.Parallel;
import dev.customsfeed.publish.publication.Publication;
import dev.customsfeed.publish.publication.TopLevel;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.function.Function;

/** Publishes the list of feeds: each stands in it as its live documents say, put back by hand though they may be. */
final class FeedListWork {

    private final KnownDefinitions definitions;
    private final FeedBucket bucket;
    private final TopLevel topLevel;
    private final Parallel parallel;

    FeedListWork(KnownDefinitions definitions, FeedBucket bucket, Parallel parallel) {
        this.definitions = definitions;
        this.bucket = bucket;
        this.topLevel = new TopLevel(bucket);
        this.parallel = parallel;
    }

    /**
     * Lists one feed as it is now, the others as they were listed; all, where there is no list yet.
     *
     * @throws dev.customsfeed.publish.publication.ConcurrentPublicationException if somebody writes the list meanwhile
     */
    void one(String id) {
        Optional<byte[]> overview = overview(id);
        Optional<List<Document>> documents =
                bucket.content(FeedList.path()).flatMap(list -> FeedList.documents(list, id, overview));
        if (documents.isPresent()) {
            topLevel.publish(documents.get());
        } else {
            all();
        }
    }

    /**
     * Lists all feeds as they are now.
     *
     * @throws dev.customsfeed.publish.publication.ConcurrentPublicationException if somebody writes the list meanwhile
     */
    void all() {
        publish(definitions.now().ids(), this::overview);
    }

    /**
     * Lists all feeds that have a definition, by their overviews alone: where somebody took one off by hand, it is about to be published
     * again.
     *
     * @throws dev.customsfeed.publish.publication.ConcurrentPublicationException if somebody writes the list meanwhile
     */
    void standing() {
        publish(definitions.now().standing(), id -> bucket.content(id + "/" + FeedList.summaryPath()));
    }

    private void publish(Collection<String> ids, Function<String, Optional<byte[]>> overview) {
        List<Callable<Optional<byte[]>>> tasks = new ArrayList<>();
        ids.forEach(id -> tasks.add(() -> overview.apply(id)));
        topLevel.publish(FeedList.documents(
                parallel.all(tasks).stream().flatMap(Optional::stream).toList()));
    }

    /** What tells of a feed that is published. */
    private Optional<byte[]> overview(String id) {
        return bucket.head(id + "/" + Publication.FEED)
                .flatMap(published -> bucket.content(id + "/" + FeedList.summaryPath()));
    }
}
