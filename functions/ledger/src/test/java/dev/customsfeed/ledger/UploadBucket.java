package dev.customsfeed.ledger;

import java.time.Instant;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;

/**
 * A versioned bucket as S3 keeps it, as the model that the fold is held against: it knows what lies there now, and tells of
 * everything that happens, once.
 */
final class UploadBucket {

    static final TradeFlow TRADE_FLOW = new TradeFlow("gacc", "CN", Flow.EXPORT);

    private final Map<String, List<Version>> objects = new LinkedHashMap<>();
    private final List<UploadLogEntry> announced = new ArrayList<>();
    private final Map<Series, List<MonthFigures>> figures = new HashMap<>();
    private int clock;

    private record Version(UploadLogEntry entry, boolean good) {}

    /** What a good file says: by commodity and month, the net weight in kilograms. */
    record Said(String commodity, YearMonth period, long netWeightKg) {}

    /** A file that will be taken. */
    void put(String key, SortedSet<String> askedFor, List<Said> said) {
        ObjectVersion object = version(key);
        UploadOrder order = order(object);
        SortedSet<YearMonth> periods = new TreeSet<>();
        said.forEach(one -> periods.add(one.period()));
        FileContents contents = new FileContents("USD", periods, askedFor, said.size(), "hash" + clock);
        for (Said one : said) {
            Series series = new Series(TRADE_FLOW, "USD", one.commodity());
            Totals totals = Totals.of(1, one.netWeightKg(), 2 * one.netWeightKg());
            figures.computeIfAbsent(series, any -> new ArrayList<>())
                    .add(new MonthFigures(
                            series,
                            one.period(),
                            object,
                            order,
                            totals,
                            new TreeMap<>(Map.of("111", totals)),
                            new TreeMap<>(),
                            new TreeMap<>()));
        }
        happen(key, new Version(UploadLogEntry.committed(TRADE_FLOW, object, order, contents), true));
    }

    /** A file that will be refused. */
    void putBad(String key) {
        ObjectVersion object = version(key);
        happen(
                key,
                new Version(UploadLogEntry.rejected(TRADE_FLOW.key(), object, order(object), "a bad number"), false));
    }

    /** Lays a delete marker over the key. */
    void delete(String key) {
        ObjectVersion marker = version(key);
        happen(key, new Version(UploadLogEntry.deleted(TRADE_FLOW.key(), marker, order(marker)), false));
    }

    /** Removes the version at {@code index}, counted round, for good. */
    void remove(String key, int index) {
        List<Version> versions = objects.getOrDefault(key, List.of());
        if (!versions.isEmpty()) {
            Version gone = versions.remove(index % versions.size());
            ObjectVersion object = gone.entry().object();
            clock++;
            announced.add(UploadLogEntry.removed(TRADE_FLOW.key(), object, order(object)));
        }
    }

    private void happen(String key, Version version) {
        objects.computeIfAbsent(key, any -> new ArrayList<>()).add(version);
        announced.add(version.entry());
    }

    private ObjectVersion version(String key) {
        clock++;
        return new ObjectVersion("uploads", key, "v" + clock);
    }

    private UploadOrder order(ObjectVersion object) {
        // Four events a second, so that seconds alone do not decide.
        Instant now = Instant.parse("2026-01-18T00:00:00Z").plusMillis(250L * clock);
        return new UploadOrder(now, object.key(), String.format("%08X", clock), now, object.versionId());
    }

    /** All that was ever announced, in the order in which it happened. */
    List<UploadLogEntry> announced() {
        return List.copyOf(announced);
    }

    /** All that good files ever said of a commodity. */
    List<MonthFigures> figures(String commodity) {
        return figures.getOrDefault(new Series(TRADE_FLOW, "USD", commodity), List.of());
    }

    /** The newest thing under {@code key} that is not a refused version, if it is a good file: what a fresh load would take. */
    Optional<UploadLogEntry> liesThere(String key) {
        List<Version> versions = objects.getOrDefault(key, List.of());
        for (int i = versions.size() - 1; i >= 0; i--) {
            UploadLogEntry entry = versions.get(i).entry();
            if (versions.get(i).good()) {
                return Optional.of(entry);
            }
            if (entry.outcome() == UploadLogEntry.Outcome.DELETED) {
                return Optional.empty();
            }
        }
        return Optional.empty();
    }

    /** The good files that lie in the bucket now. */
    List<UploadLogEntry> liesThere() {
        return objects.keySet().stream()
                .flatMap(key -> liesThere(key).stream())
                .sorted(java.util.Comparator.comparing(UploadLogEntry::order))
                .toList();
    }
}
