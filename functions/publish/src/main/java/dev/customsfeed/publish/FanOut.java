package dev.customsfeed.publish;

import dev.customsfeed.ledger.ObjectVersion;
import dev.customsfeed.ledger.UploadLogEntry;
import dev.customsfeed.ledger.tables.MonthsTable;
import dev.customsfeed.ledger.tables.PlacedEntry;
import dev.customsfeed.publish.documents.FeedDocuments;
import dev.customsfeed.publish.publication.FeedDefinitions;
import dev.customsfeed.publish.publication.KnownDefinitions;
import dev.customsfeed.publish.publication.LogCursors;
import dev.customsfeed.publish.publication.LogCursors.Cursor;
import dev.customsfeed.publish.publication.LogScope;
import dev.customsfeed.publish.publication.Parallel;
import dev.customsfeed.publish.publication.PriceScope;
import dev.customsfeed.publish.publication.Schemas;
import dev.customsfeed.runtime.aws.FifoMessage;
import dev.customsfeed.runtime.log.Log;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.concurrent.Callable;
import java.util.function.Consumer;

/**
 * Wakes the feeds that something new concerns, each by a message of its own. What is new is read off the logs; whoever has been told
 * of it is noted down afterwards, so that a run that is cut short is done again and nobody is left out.
 */
final class FanOut {

    /** The entries of each object that has news are asked for; of more objects, the whole log is read. */
    private static final int MOST_OBJECTS = 1_000;

    private final MonthsTable months;
    private final KnownDefinitions definitions;
    private final LogCursors cursors;
    private final Schemas schemas;
    private final Parallel parallel;
    private final Consumer<List<FifoMessage>> wake;
    private final Log log;

    FanOut(
            MonthsTable months,
            KnownDefinitions definitions,
            LogCursors cursors,
            Schemas schemas,
            Parallel parallel,
            Consumer<List<FifoMessage>> wake,
            Log log) {
        this.months = months;
        this.definitions = definitions;
        this.cursors = cursors;
        this.schemas = schemas;
        this.parallel = parallel;
        this.wake = wake;
        this.log = log;
    }

    /**
     * What is new in an upload log.
     *
     * @param before how far the feeds had been told; empty where that is not known
     * @param now how far they have been told once all that are concerned have been
     * @param concerned the feeds that must be told
     */
    private record News(Optional<Cursor> before, Cursor now, SortedSet<String> concerned) {

        /** Whether the log is shorter than it was: a table was put back to what it was, and places are taken once more. */
        boolean isOfShorterLog() {
            return before.filter(cursor -> cursor.place() > now.place()).isPresent();
        }
    }

    /** The places of the newest entries that may concern each feed: in the log of its files, and in that of prices. */
    private static final class Newest {
        private final Map<String, Long> ofFiles = new HashMap<>();
        private final Map<String, Long> ofPrices = new HashMap<>();

        void put(String name, String id, Cursor cursor) {
            (name.equals(UploadLogEntry.PRICES) ? ofPrices : ofFiles).put(id, cursor.newest(id));
        }
    }

    /** Wakes all feeds that have a definition, and those that had one until a short time ago. */
    void recompute() {
        schemas.publish(FeedDocuments.schemas());
        FeedDefinitions feeds = definitions.now();
        OptionalLong told = definitions.savedPlace();
        Map<String, SortedMap<String, LogScope>> byLog = byLog(feeds);
        Map<String, News> news = new TreeMap<>();
        byLog.forEach((name, scopes) -> news.put(name, news(name, scopes)));
        if (months.newestPlace(UploadLogEntry.FEEDS) < feeds.place()
                || news.values().stream().anyMatch(News::isOfShorterLog)) {
            log.warn("a log is shorter than it was: all feeds are made again from the beginning", Map.of());
            check();
            return;
        }
        Newest newest = new Newest();
        byLog.forEach((name, scopes) -> scopes.keySet()
                .forEach(id -> newest.put(
                        name, id, Objects.requireNonNull(news.get(name)).now())));
        SortedSet<String> ids = new TreeSet<>(feeds.standing());
        ids.addAll(told.isPresent() ? feeds.changedAfter(told.getAsLong()) : feeds.ids());
        wake(ids, feeds, newest);
        // A wake-up of the list may have been lost like any other.
        wake.accept(List.of(new Wish.ListFeeds("schedule", Optional.empty(), true).message()));
        save(feeds, told);
        news.forEach(this::save);
    }

    /** Wakes all feeds that ever were, to be made again from the beginning, and the list of them. */
    void check() {
        schemas.publish(FeedDocuments.schemas());
        FeedDefinitions feeds = definitions.afresh();
        // Before the feeds are told: what is entered from here on they are told of later.
        Map<String, Cursor> now = new TreeMap<>();
        byLog(feeds).forEach((name, scopes) -> now.put(name, fromTheBeginning(name, scopes)));
        List<FifoMessage> messages = new ArrayList<>();
        feeds.ids().forEach(id -> messages.add(new Wish.Feed(id, Optional.empty(), 0, 0, true).message()));
        messages.add(new Wish.ListFeeds("check", Optional.empty(), false).message());
        send(messages, feeds.ids());
        definitions.save(feeds);
        now.forEach(cursors::write);
    }

    /** Wakes the feeds that what is new in an upload log concerns. */
    void changed(String changed) {
        if (changed.equals(UploadLogEntry.FEEDS)) {
            changedDefinitions();
            return;
        }
        FeedDefinitions feeds = definitions.now();
        SortedMap<String, LogScope> scopes = byLog(feeds).get(changed);
        if (scopes == null) {
            log.info("nobody to wake: no feed is made of this log", Map.of("log", changed));
            return;
        }
        News news = news(changed, scopes);
        if (news.isOfShorterLog()) {
            recompute();
            return;
        }
        Newest newest = new Newest();
        news.concerned().forEach(id -> newest.put(changed, id, news.now()));
        wake(news.concerned(), feeds, newest);
        save(changed, news);
    }

    private void changedDefinitions() {
        // A new stack's first feed may come long before its first schedule, and names them.
        schemas.publish(FeedDocuments.schemas());
        FeedDefinitions feeds = definitions.now();
        OptionalLong told = definitions.savedPlace();
        // Of no log anything is said to be new: whose definition is another is made again whatever its log says.
        wake(told.isPresent() ? feeds.changedAfter(told.getAsLong()) : feeds.ids(), feeds, new Newest());
        save(feeds, told);
    }

    /** What the feeds that have a definition that can be read may depend on, by log and feed. */
    private Map<String, SortedMap<String, LogScope>> byLog(FeedDefinitions feeds) {
        Map<String, SortedMap<String, LogScope>> byLog = new TreeMap<>();
        for (String id : feeds.standing()) {
            definitions.scope(feeds, id).ifPresent(scope -> {
                put(byLog, id, scope);
                scope.prices().ifPresent(prices -> put(byLog, id, prices));
            });
        }
        return byLog;
    }

    private static void put(Map<String, SortedMap<String, LogScope>> byLog, String id, LogScope scope) {
        byLog.computeIfAbsent(scope.log(), any -> new TreeMap<>()).put(id, scope);
    }

    private News news(String name, SortedMap<String, LogScope> scopes) {
        Optional<Cursor> before = cursors.read(name);
        if (before.isEmpty()) {
            return new News(before, fromTheBeginning(name, scopes), new TreeSet<>(scopes.keySet()));
        }
        long last = before.get().place();
        SortedMap<String, Long> newest = new TreeMap<>();
        // A feed that is new is made of all that the log says by now: nothing up to here will be new to it.
        scopes.keySet().forEach(id -> newest.put(id, before.get().newest(id)));
        SortedMap<String, Long> byObject = new TreeMap<>();
        for (PlacedEntry placed : months.placedAfter(name, last)) {
            last = placed.place();
            byObject.put(placed.entry().object().object(), last);
        }
        if (byObject.isEmpty() && months.newestPlace(name) < last) {
            return new News(before, fromTheBeginning(name, scopes), new TreeSet<>(scopes.keySet()));
        }
        SortedSet<String> concerned = new TreeSet<>();
        SortedMap<String, LogScope> needing = name.equals(UploadLogEntry.PRICES) && !byObject.isEmpty()
                ? needing(scopes, months.uploads(name))
                : scopes;
        if (byObject.size() > MOST_OBJECTS) {
            Cursor now = fromTheBeginning(name, scopes);
            now.newest().forEach((id, place) -> {
                if (place > before.get().place()) {
                    concerned.add(id);
                }
            });
            return new News(before, now, concerned);
        }
        for (SortedMap<String, Long> some : concerned(name, byObject, needing)) {
            some.forEach((id, place) -> newest.merge(id, place, Math::max));
            concerned.addAll(some.keySet());
        }
        return new News(before, new Cursor(last, newest), concerned);
    }

    /** The feeds that may depend on each of the objects, with the place of what is new of it. */
    private List<SortedMap<String, Long>> concerned(
            String name, SortedMap<String, Long> byObject, SortedMap<String, LogScope> scopes) {
        List<Callable<SortedMap<String, Long>>> tasks = new ArrayList<>();
        byObject.forEach((object, place) -> tasks.add(() -> {
            // All that was ever said of it: what is deleted or overwritten concerns whom it concerned before.
            List<UploadLogEntry> entries = months.uploads(name, object);
            SortedMap<String, Long> concerned = new TreeMap<>();
            scopes.forEach((id, scope) -> {
                if (scope.concerns(entries)) {
                    concerned.put(id, place);
                }
            });
            return concerned;
        }));
        return parallel.all(tasks);
    }

    /** Reads a whole log, since nobody knows any more how far the feeds have been told. */
    private Cursor fromTheBeginning(String name, SortedMap<String, LogScope> scopes) {
        long place = months.newestPlace(name);
        Map<String, List<PlacedEntry>> byObject = new HashMap<>();
        months.forEachPlaced(
                name, placed -> byObject.computeIfAbsent(placed.entry().object().object(), object -> new ArrayList<>())
                        .add(placed));
        SortedMap<String, LogScope> needing = needing(
                scopes,
                byObject.values().stream()
                        .flatMap(List::stream)
                        .map(PlacedEntry::entry)
                        .toList());
        SortedMap<String, Long> newest = new TreeMap<>();
        scopes.keySet().forEach(id -> newest.put(id, PlacedEntry.NONE));
        byObject.values().forEach(placed -> {
            List<UploadLogEntry> entries =
                    placed.stream().map(PlacedEntry::entry).toList();
            long last = placed.stream().mapToLong(PlacedEntry::place).max().orElseThrow();
            needing.forEach((id, scope) -> {
                if (scope.concerns(entries)) {
                    newest.merge(id, last, Math::max);
                }
            });
        });
        return new Cursor(place, newest);
    }

    /** Of the log of prices, a rate concerns those alone whose prices need it: what they are quoted in stands in the log. */
    private static SortedMap<String, LogScope> needing(
            SortedMap<String, LogScope> scopes, Collection<UploadLogEntry> log) {
        SortedMap<String, LogScope> needing = new TreeMap<>();
        scopes.forEach(
                (id, scope) -> needing.put(id, scope instanceof PriceScope prices ? prices.needing(log) : scope));
        return needing;
    }

    private void save(FeedDefinitions feeds, OptionalLong told) {
        if (!told.equals(OptionalLong.of(feeds.place()))) {
            definitions.save(feeds);
        }
    }

    private void save(String name, News news) {
        if (!news.before().equals(Optional.of(news.now()))) {
            cursors.write(name, news.now());
        }
    }

    private void wake(Collection<String> ids, FeedDefinitions feeds, Newest newest) {
        List<FifoMessage> messages = new ArrayList<>();
        for (String id : ids) {
            messages.add(new Wish.Feed(
                            id,
                            feeds.standing(id).map(ObjectVersion::versionId),
                            newest.ofFiles.getOrDefault(id, PlacedEntry.NONE),
                            newest.ofPrices.getOrDefault(id, PlacedEntry.NONE),
                            false)
                    .message());
        }
        send(messages, ids);
    }

    private void send(List<FifoMessage> messages, Collection<String> ids) {
        wake.accept(messages);
        log.info("woke", Map.of("feeds", String.join(" ", ids)));
    }
}
