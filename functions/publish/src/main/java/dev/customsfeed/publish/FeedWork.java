package dev.customsfeed.publish;

import dev.customsfeed.ledger.CommodityMonths;
import dev.customsfeed.ledger.Flow;
import dev.customsfeed.ledger.MonthFigures;
import dev.customsfeed.ledger.ObjectVersion;
import dev.customsfeed.ledger.Series;
import dev.customsfeed.ledger.TradeFlow;
import dev.customsfeed.ledger.UploadHistory;
import dev.customsfeed.ledger.UploadLogEntry.CustomsFile;
import dev.customsfeed.ledger.feed.FeedDefinition;
import dev.customsfeed.ledger.feed.InvalidFeedException;
import dev.customsfeed.ledger.tables.KnownFigures;
import dev.customsfeed.ledger.tables.KnownQuotations;
import dev.customsfeed.ledger.tables.PlacedEntry;
import dev.customsfeed.publish.documents.FeedDocuments;
import dev.customsfeed.publish.documents.KnownDocuments;
import dev.customsfeed.publish.documents.json.Document;
import dev.customsfeed.publish.documents.json.RowAccess;
import dev.customsfeed.publish.documents.json.RowAccess.Written;
import dev.customsfeed.publish.documents.rows.RowsIndex;
import dev.customsfeed.publish.figures.feed.FeedData;
import dev.customsfeed.publish.figures.price.FeedPrices;
import dev.customsfeed.publish.figures.rows.RowReader;
import dev.customsfeed.publish.publication.FeedBucket.Head;
import dev.customsfeed.publish.publication.FeedDefinitions;
import dev.customsfeed.publish.publication.FeedLog;
import dev.customsfeed.publish.publication.FeedScope;
import dev.customsfeed.publish.publication.KnownDefinitions;
import dev.customsfeed.publish.publication.KnownFeedLogs;
import dev.customsfeed.publish.publication.LiveFeed;
import dev.customsfeed.publish.publication.Parallel;
import dev.customsfeed.publish.publication.Publication;
import dev.customsfeed.publish.publication.Publication.Changes;
import dev.customsfeed.runtime.aws.FifoMessage;
import dev.customsfeed.runtime.log.Log;
import dev.customsfeed.runtime.log.Metrics;
import dev.customsfeed.runtime.log.Metrics.Value;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedSet;
import java.util.concurrent.Callable;
import java.util.function.Consumer;

/** Publishes one feed after the other, each for itself: finds out whether anything is to be done, and does it. */
final class FeedWork {

    /**
     * A feed that nothing concerns is still looked at: after so many entries of others its checkpoint is moved on, so that they are
     * not read again and again.
     */
    private static final long MOST_PLACES_BEHIND = 200;

    private final Reads reads;
    private final Publication publication;
    private final KnownDocuments known;
    private final Optional<String> baseUrl;
    private final String code;
    private final Map<String, Published> published = new HashMap<>();
    private final Parallel parallel;
    private final Consumer<List<FifoMessage>> wake;
    private final Log log;
    private final Metrics metrics;

    /** A {@code feed.json} that was published, and what it says. */
    private record Published(String etag, PublishedFeed says) {}

    /**
     * What a feed is made from.
     *
     * @param definitions all feed definitions
     * @param logs what the upload logs say, by feed
     * @param figures what files say
     * @param priceLogs what the log of prices says, by feed
     * @param quotations what files of prices and rates say
     * @param rows the rows of files
     */
    record Reads(
            KnownDefinitions definitions,
            KnownFeedLogs logs,
            KnownFigures figures,
            KnownFeedLogs priceLogs,
            KnownQuotations quotations,
            RowReader rows) {}

    /**
     * Publishes what {@code reads} give.
     *
     * @param code says which version of the function writes, and with which settings
     * @param wake sends messages
     */
    FeedWork(
            Reads reads,
            Publication publication,
            KnownDocuments known,
            Optional<String> baseUrl,
            String code,
            Parallel parallel,
            Consumer<List<FifoMessage>> wake,
            Log log,
            Metrics metrics) {
        this.reads = reads;
        this.publication = publication;
        this.known = known;
        this.baseUrl = baseUrl;
        this.code = code;
        this.parallel = parallel;
        this.wake = wake;
        this.log = log;
        this.metrics = metrics;
    }

    /**
     * Publishes a feed if anything that it depends on is newer than what is live.
     *
     * @throws dev.customsfeed.publish.publication.ConcurrentPublicationException if somebody else publishes the same feed
     */
    void publish(Wish.Feed wish) {
        long began = System.nanoTime();
        String id = wish.id();
        Optional<MadeOf> live = publication.head(id).flatMap(head -> MadeOf.read(head.metadata()));
        if (!wish.check() && wish.definition().isPresent() && isStill(live, wish)) {
            tell("feed unchanged", id, 0, Changes.NONE, began);
            return;
        }
        try {
            if (wish.check() || !isUpToDate(id, live)) {
                make(id, wish.check(), began);
            } else {
                tell("feed unchanged", id, 0, Changes.NONE, began);
            }
        } catch (WithheldPublicationException e) {
            log.error("publication withheld: what is live stays", Map.of("feed", id), e);
            metrics.tell(List.of(Value.count("FeedsWithheld", 1)));
        }
    }

    /** Whether a live feed was made of this definition and of its logs up to these places at least, whichever log that is. */
    private boolean isStill(Optional<MadeOf> live, Wish.Feed wish) {
        return live.filter(made ->
                        made.isStill(wish.definition().orElseThrow(), made.log(), wish.place(), wish.prices(), code))
                .isPresent();
    }

    /** Whether what is live was made of all that is there now. */
    private boolean isUpToDate(String id, Optional<MadeOf> live) throws WithheldPublicationException {
        FeedDefinitions definitions = reads.definitions().now();
        Optional<ObjectVersion> standing = definitions.standing(id);
        Optional<FeedScope> scope = reads.definitions().scope(definitions, id);
        if (standing.isEmpty() || scope.isEmpty()) {
            return false;
        }
        Entries entries = new Entries(
                reads.logs().now(id, scope.get()),
                scope.get().prices().map(prices -> reads.priceLogs().now(id, prices)));
        String version = standing.get().versionId();
        boolean same = live.filter(made -> isTrue(made, version, entries)).isPresent();
        if (same) {
            save(id, entries, MOST_PLACES_BEHIND);
        }
        return same;
    }

    /**
     * What the upload logs say that a feed may depend on.
     *
     * @param files the log of its files
     * @param prices that of prices; empty where it names none
     */
    private record Entries(FeedLog files, Optional<FeedLog> prices) {}

    private void save(String id, Entries entries, long places) {
        reads.logs().save(id, entries.files(), places);
        entries.prices().ifPresent(prices -> reads.priceLogs().save(id, prices, places));
    }

    private void make(String id, boolean afresh, long began) throws WithheldPublicationException {
        // Before anything is read that documents are made of, the definition too: see Publication.
        LiveFeed live = publication.live(id);
        Optional<Head> head = publication.head(id);
        FeedDefinitions definitions =
                afresh ? reads.definitions().afresh() : reads.definitions().now();
        Optional<ObjectVersion> standing = definitions.standing(id);
        if (standing.isEmpty()) {
            Changes changes = publication.takeDown(live, () -> list(id));
            tell(changes.none() ? "feed has no definition" : "feed taken down", id, 0, changes, began);
            return;
        }
        FeedDefinition definition;
        try {
            definition = definitions
                    .version(id, standing.get().versionId())
                    .orElseThrow(() -> new IllegalStateException(
                            "found no text of " + standing.get() + ", expected it with its entry in the log of feeds"));
        } catch (InvalidFeedException e) {
            throw new WithheldPublicationException(
                    "the definition feeds/" + id + ".json cannot be read; upload it again, mended", e);
        }
        FeedScope scope = FeedScope.of(definition);
        // The log first: whatever it says is committed has its figures stored.
        Entries entries = new Entries(
                afresh ? reads.logs().afresh(id, scope) : reads.logs().now(id, scope),
                scope.prices()
                        .map(prices -> afresh
                                ? reads.priceLogs().afresh(id, prices)
                                : reads.priceLogs().now(id, prices)));
        UploadHistory uploads = entries.files().history();
        List<MonthFigures> figures = new ArrayList<>();
        FeedData data = data(definition, standing.get(), uploads, fold(definition, uploads, figures))
                .with(prices(definition, entries.prices()));
        boolean empty = data.periods().isEmpty();
        if (empty && live.isPublished() && !published(live).periods().isEmpty()) {
            throw new WithheldPublicationException(
                    "found no month at all, expected those that are live; to take the feed"
                            + " off, delete its definition feeds/" + id + ".json");
        }
        List<Document> documents = documents(data, rows(live, afresh));
        PublishedFeed next = PublishedFeed.of(data);
        if (live.isPublished()) {
            withholdLosses(id, published(live), next, data, figures, definitions);
        }
        // Of a feed without any month nothing is said: it tells of files of other logs, which it is not woken for.
        Map<String, String> madeOf = empty
                ? Map.of()
                : madeOf(head, standing.get().versionId(), entries).metadata();
        Changes changes = publication.publish(live, head, documents, madeOf, () -> list(id));
        published.put(id, new Published(Publication.etag(document(documents, Publication.FEED)), next));
        save(id, entries, 0);
        tell(
                empty ? "feed has no data yet" : changes.none() ? "feed unchanged" : "feed published",
                id,
                next.periods().size(),
                changes,
                began);
    }

    /** What {@code feed.json} is to say: what it says already, where that is as true. */
    private MadeOf madeOf(Optional<Head> head, String definition, Entries entries) {
        return head.flatMap(live -> MadeOf.read(live.metadata()))
                .filter(live -> isTrue(live, definition, entries))
                .orElseGet(() -> new MadeOf(
                        definition,
                        entries.files().scope().log(),
                        entries.files().place(),
                        entries.prices().map(FeedLog::place).orElse(PlacedEntry.NONE),
                        code));
    }

    /** A place that the log does not have yet is from before a table was put back to what it was: it will be taken by others. */
    private boolean isTrue(MadeOf live, String definition, Entries entries) {
        FeedLog files = entries.files();
        long newestPrices = entries.prices().map(FeedLog::newest).orElse(PlacedEntry.NONE);
        return live.isStill(definition, files.scope().log(), files.newest(), newestPrices, code)
                && live.place() <= files.place()
                && live.prices() <= entries.prices().map(FeedLog::place).orElse(PlacedEntry.NONE);
    }

    /** What counts of the prices that a feed names, and of the rates between their currencies and the feed's. */
    private FeedPrices prices(FeedDefinition definition, Optional<FeedLog> entries) {
        return entries.map(log -> FeedPrices.of(definition, log.history(), reads.quotations()::of))
                .orElse(FeedPrices.NONE);
    }

    private void list(String id) {
        wake.accept(List.of(new Wish.ListFeeds("published", Optional.of(id), false).message()));
    }

    /** Where a feed has no month at all, somebody may have uploaded its trade in the other flow. */
    private FeedData data(
            FeedDefinition definition,
            ObjectVersion definitionFile,
            UploadHistory uploads,
            Map<Series, CommodityMonths> folded) {
        List<CustomsFile> elsewhere = new ArrayList<>();
        if (folded.values().stream().allMatch(series -> series.months().isEmpty())) {
            TradeFlow flow = definition.tradeFlow();
            for (Flow other : Flow.values()) {
                String log = definition.source().log(new TradeFlow(flow.source(), flow.reporter(), other));
                if (!log.equals(definition.log())) {
                    elsewhere.addAll(reads.logs().customsFiles(log));
                }
            }
        }
        return new FeedData(definition, definitionFile, uploads, folded, elsewhere);
    }

    /** What the feed that is live says of itself. Nobody reads again what was written by this function. */
    private PublishedFeed published(LiveFeed live) throws WithheldPublicationException {
        Optional<Published> ours = Optional.ofNullable(published.get(live.id()))
                .filter(last -> live.etag(Publication.FEED).equals(Optional.of(last.etag())));
        return ours.isPresent()
                ? ours.get().says()
                : PublishedFeed.read(
                        publication.content(live, Publication.FEED).orElseThrow(),
                        path -> publication.archived(live, path));
    }

    /** Rows of a month that was made of the same are not read again; a check reads all. */
    private RowAccess rows(LiveFeed live, boolean afresh) {
        if (afresh) {
            known.forgetFeed(live.id());
        }
        Map<YearMonth, Written> written = afresh
                ? Map.of()
                : publication.content(live, RowsIndex.PATH).map(RowsIndex::read).orElse(Map.of());
        return new RowAccess(reads.rows(), written, parallel::all);
    }

    private List<Document> documents(FeedData data, RowAccess rows) throws WithheldPublicationException {
        try {
            return FeedDocuments.of(data, baseUrl, known, rows);
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
            queries.add(() -> reads.figures().of(series, uploads));
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
        metrics.tell(List.of(Value.count("FeedsLookedAt", 1), Value.secondsSince("PublishSeconds", began)));
        if (!changes.none()) {
            metrics.tell(List.of(Value.count("FeedsPublished", 1), Value.count("MonthsPublished", published)));
        }
    }
}
