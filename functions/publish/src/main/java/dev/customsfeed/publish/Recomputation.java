package dev.customsfeed.publish;

import dev.customsfeed.ledger.CommodityMonths;
import dev.customsfeed.ledger.MonthFigures;
import dev.customsfeed.ledger.ObjectVersion;
import dev.customsfeed.ledger.Series;
import dev.customsfeed.ledger.UploadHistory;
import dev.customsfeed.ledger.UploadLogEntry;
import dev.customsfeed.ledger.feed.FeedDefinition;
import dev.customsfeed.ledger.feed.InvalidFeedException;
import dev.customsfeed.ledger.tables.KnownFigures;
import dev.customsfeed.ledger.tables.MonthsTable;
import dev.customsfeed.publish.feed.FeedDocuments;
import dev.customsfeed.publish.feed.KnownDocuments;
import dev.customsfeed.publish.page.FeedList;
import dev.customsfeed.publish.report.Document;
import dev.customsfeed.publish.report.FeedData;
import dev.customsfeed.publish.store.FeedBucket;
import dev.customsfeed.publish.store.FeedDefinitions;
import dev.customsfeed.publish.store.LiveFeed;
import dev.customsfeed.publish.store.Parallel;
import dev.customsfeed.publish.store.Publication;
import dev.customsfeed.publish.store.Publication.Changes;
import dev.customsfeed.publish.store.Schemas;
import dev.customsfeed.publish.store.TopLevel;
import dev.customsfeed.runtime.log.Log;
import dev.customsfeed.runtime.log.Metrics;
import dev.customsfeed.runtime.log.Metrics.Value;
import java.time.Clock;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.concurrent.Callable;

/** Computes all feeds from the table of months and publishes what changed. */
final class Recomputation {

    // A feed of ten years, six commodities and a hundred partners has documents of 46 MB, of which 36 MB are those of
    // its months, and 75,000 totals of some 150 bytes. A function of 1,769 MB has room for twice as much of each.
    private static final long MONTH_BYTES_KEPT = 100_000_000;
    private static final long FEED_BYTES_KEPT = 100_000_000;
    private static final long TOTALS_KEPT = 250_000;
    private static final long UPLOADS_KEPT = 50_000;

    private final PublishSettings settings;
    private final KnownFigures months;
    private final Schemas schemas;
    private final Publication publication;
    private final TopLevel topLevel;
    private final KnownDocuments known = new KnownDocuments(MONTH_BYTES_KEPT, FEED_BYTES_KEPT);
    private final Map<String, Published> published = new HashMap<>();
    private final Parallel parallel;
    private final Log log;
    private final Metrics metrics;

    /** A {@code feed.json} that was published, and what it says. */
    private record Published(String etag, PublishedFeed says) {}

    Recomputation(
            PublishSettings settings,
            MonthsTable months,
            FeedBucket bucket,
            Parallel parallel,
            Log log,
            Metrics metrics,
            Clock clock) {
        this.settings = settings;
        this.months = new KnownFigures(months, TOTALS_KEPT, UPLOADS_KEPT, clock);
        this.schemas = new Schemas(bucket);
        this.publication = new Publication(bucket, parallel);
        this.topLevel = new TopLevel(bucket);
        this.parallel = parallel;
        this.log = log;
        this.metrics = metrics;
    }

    /**
     * Publishes every feed. One that cannot be published does not keep the others from it.
     *
     * @throws FailedPublicationException if one failed that may succeed the next time
     */
    void run() {
        long began = System.nanoTime();
        Map<String, RuntimeException> failures = new TreeMap<>();
        attempt("schemas", () -> schemas.publish(FeedDocuments.schemas()), failures);
        FeedDefinitions definitions = FeedDefinitions.of(months.uploads(UploadLogEntry.FEEDS));
        List<byte[]> overviews = new ArrayList<>();
        for (String id : definitions.ids()) {
            attempt(id, () -> publish(id).ifPresent(overviews::add), failures);
        }
        // What failed is done again, all of it: until then nobody knows which feeds there are.
        if (failures.isEmpty()) {
            attempt("list of feeds", () -> topLevel.publish(FeedList.documents(overviews)), failures);
        }
        if (!failures.isEmpty()) {
            throw new FailedPublicationException(failures);
        }
        metrics.tell(List.of(Value.count("Recomputations", 1), Value.secondsSince("PublishSeconds", began)));
    }

    /**
     * Publishes the list of feeds and recomputes none: each stands in it as its live documents say, put back by hand though they may
     * be.
     *
     * @throws dev.customsfeed.publish.store.ConcurrentPublicationException if somebody publishes meanwhile
     */
    void list() {
        List<byte[]> overviews = new ArrayList<>();
        for (String id :
                FeedDefinitions.of(months.uploads(UploadLogEntry.FEEDS)).ids()) {
            LiveFeed live = publication.live(id);
            if (live.isPublished()) {
                publication.content(live, FeedList.overviewPath()).ifPresent(overviews::add);
            }
        }
        topLevel.publish(FeedList.documents(overviews));
    }

    private void attempt(String what, Runnable step, Map<String, RuntimeException> failures) {
        try {
            step.run();
        } catch (RuntimeException e) {
            log.error("publication failed", Map.of("feed", what), e);
            failures.put(what, e);
        }
    }

    /** Publishes a feed; gives the overview of what is live then, if anything is. */
    private Optional<byte[]> publish(String id) {
        // Before anything is read from the table, its definition too: see Publication.
        LiveFeed live = publication.live(id);
        try {
            return publish(id, live);
        } catch (WithheldPublicationException e) {
            log.error("publication withheld: what is live stays", Map.of("feed", id), e);
            metrics.tell(List.of(Value.count("FeedsWithheld", 1)));
            return publication.content(live, FeedList.overviewPath());
        }
    }

    private Optional<byte[]> publish(String id, LiveFeed live) throws WithheldPublicationException {
        long began = System.nanoTime();
        FeedDefinitions definitions = FeedDefinitions.of(months.uploads(UploadLogEntry.FEEDS));
        Optional<ObjectVersion> standing = definitions.standing(id);
        if (standing.isEmpty()) {
            Changes changes = publication.takeDown(live);
            tell(changes.none() ? "feed has no definition" : "feed taken down", id, 0, changes, began);
            return Optional.empty();
        }
        FeedDefinition definition;
        try {
            definition = definitions.version(id, standing.get().versionId()).orElseThrow();
        } catch (InvalidFeedException e) {
            throw new WithheldPublicationException(
                    "the definition feeds/" + id + ".json cannot be read; upload it again, mended", e);
        }
        // The log first: whatever it says is committed has its figures stored.
        UploadHistory uploads = UploadHistory.of(months.uploads(definition.log()));
        List<MonthFigures> figures = new ArrayList<>();
        FeedData data = new FeedData(definition, standing.get(), uploads, fold(definition, uploads, figures));
        boolean empty = data.periods().isEmpty();
        if (empty && !live.isPublished()) {
            tell("feed has no data yet", id, 0, new Changes(0, 0), began);
            return Optional.empty();
        }
        if (empty) {
            throw new WithheldPublicationException(
                    "found no month at all, expected those that are live; to take the feed"
                            + " off, delete its definition feeds/" + id + ".json");
        }
        List<Document> documents = documents(data);
        PublishedFeed next = PublishedFeed.of(data);
        if (live.isPublished()) {
            withholdLosses(id, published(live), next, data, figures, definitions);
        }
        Changes changes = publication.publish(live, documents);
        published.put(id, new Published(Publication.etag(document(documents, Publication.FEED)), next));
        tell(
                changes.none() ? "feed unchanged" : "feed published",
                id,
                next.periods().size(),
                changes,
                began);
        return Optional.of(document(documents, FeedList.overviewPath()).content());
    }

    /** What the feed that is live says of itself. Nobody reads again what was written by this function. */
    private PublishedFeed published(LiveFeed live) throws WithheldPublicationException {
        Optional<Published> ours = Optional.ofNullable(published.get(live.id()))
                .filter(last -> live.etag(Publication.FEED).equals(Optional.of(last.etag())));
        return ours.isPresent()
                ? ours.get().says()
                : PublishedFeed.read(publication.content(live, Publication.FEED).orElseThrow());
    }

    private List<Document> documents(FeedData data) throws WithheldPublicationException {
        try {
            return FeedDocuments.of(data, settings.feedBaseUrl(), known);
        } catch (IllegalArgumentException | ArithmeticException e) {
            throw new WithheldPublicationException(
                    "the feed cannot be computed from its definition and files: " + e.getMessage(), e);
        }
    }

    private Map<Series, CommodityMonths> fold(
            FeedDefinition definition, UploadHistory uploads, List<MonthFigures> figures) {
        List<Callable<List<MonthFigures>>> queries = new ArrayList<>();
        List<Series> all = FeedData.series(definition);
        for (Series series : all) {
            queries.add(() -> months.of(series, uploads));
        }
        List<List<MonthFigures>> read = parallel.all(queries);
        Map<Series, CommodityMonths> folded = new LinkedHashMap<>();
        for (int i = 0; i < read.size(); i++) {
            Series series = all.get(i);
            folded.put(series, CommodityMonths.fold(series, definition.source(), uploads, read.get(i)));
            figures.addAll(read.get(i));
        }
        return folded;
    }

    private static void withholdLosses(
            String id,
            PublishedFeed live,
            PublishedFeed next,
            FeedData data,
            List<MonthFigures> figures,
            FeedDefinitions definitions)
            throws WithheldPublicationException {
        Optional<FeedDefinition> liveDefinition =
                live.definitionVersion().flatMap(version -> readable(definitions, id, version));
        SortedSet<?> lost = VanishedMonths.unaccounted(live.periods(), next.periods(), data, figures, liveDefinition);
        if (!lost.isEmpty()) {
            throw new WithheldPublicationException(
                    "found no figures of " + lost + ", which are live and which no withdrawn or"
                            + " overwritten file and no change of the definition account for; upload their files again, or delete "
                            + id + "/" + Publication.FEED + " to publish without them");
        }
    }

    /** A definition that cannot be read any more accounts for nothing, which keeps what is live. */
    private static Optional<FeedDefinition> readable(FeedDefinitions definitions, String id, String versionId) {
        try {
            return definitions.version(id, versionId);
        } catch (InvalidFeedException e) {
            return Optional.empty();
        }
    }

    private static Document document(List<Document> documents, String path) {
        return documents.stream()
                .filter(document -> document.path().equals(path))
                .findFirst()
                .orElseThrow(() -> new IllegalStateException("found no " + path + " among the documents"));
    }

    private void tell(String what, String id, int published, Changes changes, long began) {
        Map<String, Object> details = new LinkedHashMap<>();
        details.put("feed", id);
        details.put("months", published);
        details.put("written", changes.written());
        details.put("deleted", changes.deleted());
        details.put("milliseconds", (System.nanoTime() - began) / 1_000_000);
        log.info(what, details);
        if (!changes.none()) {
            metrics.tell(List.of(Value.count("FeedsPublished", 1), Value.count("MonthsPublished", published)));
        }
    }
}
