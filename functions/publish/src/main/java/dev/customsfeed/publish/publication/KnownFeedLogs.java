package dev.customsfeed.publish.publication;

import com.fasterxml.jackson.core.JsonProcessingException;
import dev.customsfeed.ledger.UploadHistory;
import dev.customsfeed.ledger.UploadLogEntry;
import dev.customsfeed.ledger.UploadLogEntry.CustomsFile;
import dev.customsfeed.ledger.tables.MonthsTable;
import dev.customsfeed.ledger.tables.PlacedEntry;
import dev.customsfeed.ledger.tables.PlacedEntryText;
import dev.customsfeed.runtime.cache.LruCache;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * Follows the upload logs, feed by feed: what a feed may depend on lies in its checkpoint, and of the log nothing but what came after
 * that is read. Where there is no checkpoint, or one of another scope, the whole log is.
 */
public final class KnownFeedLogs {

    /** The first line of a checkpoint begins with it. The number changes with what {@link LogScope#concerns} lets in. */
    private static final String HEAD = "entries 1 up to ";

    private final MonthsTable months;
    private final Checkpoints checkpoints;
    private final String folder;
    private final LruCache<String, FeedLog> kept;
    private final Map<String, Long> saved = new HashMap<>();

    /**
     * Of the logs in {@code months}.
     *
     * @param folder of the checkpoints, {@code feeds} for what feeds depend on in their own logs
     * @param entries how many entries it may keep; one takes some 500 bytes
     */
    public KnownFeedLogs(MonthsTable months, Checkpoints checkpoints, String folder, long entries) {
        this.months = months;
        this.checkpoints = checkpoints;
        this.folder = folder + "/";
        this.kept = new LruCache<>(entries, log -> 1L + log.byName().size());
    }

    /** What the feed {@code id} may depend on, as of now. */
    public FeedLog now(String id, LogScope scope) {
        Optional<FeedLog> before =
                kept.get(id).or(() -> saved(id)).filter(log -> log.scope().equals(scope));
        FeedLog now = before.isPresent() ? news(before.get()) : whole(scope);
        kept.put(id, now);
        return now;
    }

    /** The same, whatever was known: for entries that were lost, or written past their order. */
    public FeedLog afresh(String id, LogScope scope) {
        saved.remove(id);
        FeedLog before = kept.get(id).orElseGet(() -> new FeedLog(scope, PlacedEntry.NONE, Map.of()));
        FeedLog now = whole(scope);
        // What is the same is the very same object, which makes comparing it cheap.
        Map<String, PlacedEntry> byName = new HashMap<>();
        now.byName().forEach((name, placed) -> {
            PlacedEntry known = before.byName().get(name);
            byName.put(name, placed.equals(known) ? known : placed);
        });
        FeedLog same = new FeedLog(scope, now.place(), byName);
        kept.put(id, same);
        return same;
    }

    /** The customs files that stand in a log, whatever they are of: all of it is read. */
    public List<CustomsFile> customsFiles(String log) {
        List<UploadLogEntry> entries = new ArrayList<>();
        months.forEachPlaced(log, placed -> entries.add(placed.entry()));
        return UploadHistory.of(entries).customsFiles();
    }

    private FeedLog whole(LogScope scope) {
        // First the place, then the entries: what is entered between is read once more.
        long place = months.newestPlace(scope.log());
        Map<String, List<PlacedEntry>> byObject = new HashMap<>();
        months.forEachPlaced(scope.log(), placed -> byObject.computeIfAbsent(
                        placed.entry().object().object(), object -> new ArrayList<>())
                .add(placed));
        Map<String, PlacedEntry> byName = new HashMap<>();
        byObject.values().stream()
                .filter(entries ->
                        scope.concerns(entries.stream().map(PlacedEntry::entry).toList()))
                .forEach(entries -> entries.forEach(placed -> byName.put(placed.name(), placed)));
        return new FeedLog(scope, place, byName);
    }

    private FeedLog news(FeedLog before) {
        LogScope scope = before.scope();
        List<PlacedEntry> news = months.placedAfter(scope.log(), before.place());
        if (news.isEmpty()) {
            return before;
        }
        Map<String, PlacedEntry> byName = new HashMap<>(before.byName());
        Set<String> objects = new HashSet<>();
        byName.values().forEach(placed -> objects.add(placed.entry().object().object()));
        for (PlacedEntry placed : news) {
            UploadLogEntry entry = placed.entry();
            String object = entry.object().object();
            if (objects.contains(object)) {
                put(byName, placed);
            } else if (scope.concerns(List.of(entry))) {
                // It may have had versions that did not concern the feed: a removal of this one brings them back.
                months.placed(scope.log(), object).forEach(one -> put(byName, one));
                put(byName, placed);
                objects.add(object);
            }
        }
        return new FeedLog(scope, news.get(news.size() - 1).place(), byName);
    }

    private static void put(Map<String, PlacedEntry> byName, PlacedEntry placed) {
        byName.merge(placed.name(), placed, (one, other) -> other.place() > one.place() ? other : one);
    }

    /** Moves the checkpoint of the feed {@code id} on if it is behind by more than {@code places} of the log. */
    public void save(String id, FeedLog log, long places) {
        if (log.place() - saved.getOrDefault(id, PlacedEntry.NONE) <= places) {
            return;
        }
        List<String> lines = new ArrayList<>();
        lines.add(HEAD + log.place());
        lines.add(log.scope().json());
        log.entries().forEach(placed -> lines.add(PlacedEntryText.write(placed)));
        checkpoints.write(folder + id, lines);
        saved.put(id, log.place());
    }

    private Optional<FeedLog> saved(String id) {
        Optional<List<String>> lines = checkpoints.read(folder + id);
        if (lines.isEmpty() || lines.get().size() < 2 || !lines.get().get(0).startsWith(HEAD)) {
            return Optional.empty();
        }
        try {
            long place = Long.parseLong(lines.get().get(0).substring(HEAD.length()));
            LogScope scope = LogScope.read(lines.get().get(1));
            Map<String, PlacedEntry> byName = new HashMap<>();
            for (String line : lines.get().subList(2, lines.get().size())) {
                PlacedEntry placed = PlacedEntryText.read(line);
                byName.put(placed.name(), placed);
            }
            saved.put(id, place);
            return Optional.of(new FeedLog(scope, place, byName));
        } catch (JsonProcessingException | RuntimeException e) {
            return Optional.empty();
        }
    }
}
