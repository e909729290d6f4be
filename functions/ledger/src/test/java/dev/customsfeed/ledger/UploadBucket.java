package dev.customsfeed.ledger;

import dev.customsfeed.ledger.UploadLogEntry.CustomsFile;
import dev.customsfeed.ledger.UploadLogEntry.Deleted;
import dev.customsfeed.ledger.UploadLogEntry.Rejected;
import dev.customsfeed.ledger.UploadLogEntry.Removed;
import java.time.Instant;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;

/**
 * A versioned bucket as S3 keeps it, as the model that the fold is held against: it knows what lies there now, and tells of
 * everything that happens, once.
 */
final class UploadBucket {

    static final TradeFlow TRADE_FLOW = new TradeFlow("gacc", "CN", Flow.EXPORT);

    private final Map<String, List<UploadLogEntry>> objects = new LinkedHashMap<>();
    private final List<UploadLogEntry> announced = new ArrayList<>();
    private final Map<Series, List<MonthFigures>> figures = new HashMap<>();
    private int clock;

    /** What a good file says: by commodity and month, the net weight in kilograms. */
    record Said(String commodity, YearMonth period, long netWeightKg) {}

    static final SourceRules RULES = new SourceRules(
            "gacc",
            new TreeSet<>(List.of(8)),
            Optional.of("CN"),
            true,
            new TreeSet<>(List.of("CNY", "USD")),
            new TreeMap<>(),
            new TreeSet<>(List.of("11", "44")));

    /** A file that will be taken, about the whole of its months. */
    void put(String key, SortedSet<String> askedFor, List<Said> said) {
        Upload upload = upload(key);
        said.forEach(one -> say(one.commodity(), one.period(), upload, Optional.empty(), one.netWeightKg(), "111"));
        SortedSet<YearMonth> periods = new TreeSet<>();
        said.forEach(one -> periods.add(one.period()));
        happen(file(upload, askedFor, periods, new TreeSet<>(), said.size()));
    }

    /** What a part says: of a commodity and month, the net weight in kilograms. */
    record PartSaid(Part part, String commodity, YearMonth period, long netWeightKg) {}

    /**
     * A file that will be taken and was limited to parts.
     *
     * @param periods the months that it has
     * @param said in each of them
     */
    void putParts(
            String key,
            SortedSet<String> askedFor,
            SortedSet<YearMonth> periods,
            SortedSet<Part> parts,
            List<PartSaid> said) {
        Upload upload = upload(key);
        for (PartSaid one : said) {
            String partner = one.part().dimension() == Part.Dimension.PARTNER
                    ? one.part().value()
                    : "p" + one.part().value();
            say(one.commodity(), one.period(), upload, Optional.of(one.part()), one.netWeightKg(), partner);
        }
        happen(file(upload, askedFor, periods, parts, said.size()));
    }

    /** One row, of which a page keeps the key: the last digit of its weight. */
    private void say(
            String commodity, YearMonth period, Upload upload, Optional<Part> part, long netWeightKg, String partner) {
        Series series = new Series(TRADE_FLOW, "USD", commodity);
        Totals totals = Totals.ofWhole(1, netWeightKg, 2 * netWeightKg);
        boolean page =
                part.filter(one -> one.dimension() == Part.Dimension.PAGE).isPresent();
        figures.computeIfAbsent(series, any -> new ArrayList<>())
                .add(new MonthFigures(
                        series,
                        period,
                        upload,
                        part,
                        totals,
                        new TreeMap<>(Map.of(partner, totals)),
                        new TreeMap<>(),
                        new TreeSet<>(),
                        new TreeSet<>(page ? List.of("row " + netWeightKg % 10) : List.of())));
    }

    private static CustomsFile file(
            Upload upload, SortedSet<String> askedFor, SortedSet<YearMonth> periods, SortedSet<Part> parts, long rows) {
        FileContents contents = new FileContents(
                "USD",
                List.of(new Reported(Flow.EXPORT, new TreeSet<>(List.of("CN")), periods)),
                askedFor,
                OptionalInt.of(8),
                List.of(),
                parts,
                rows,
                "hash",
                Optional.empty());
        return new CustomsFile(TRADE_FLOW.key(), upload, contents);
    }

    /** Lets a second pass: what follows is newer, whatever its key. */
    void later() {
        clock += 4;
    }

    /** A file that will be rejected. */
    void putBad(String key) {
        happen(new Rejected(TRADE_FLOW.key(), upload(key), "a bad number", Declared.NOTHING));
    }

    /** Lays a delete marker over the key. */
    void delete(String key) {
        happen(new Deleted(TRADE_FLOW.key(), upload(key)));
    }

    /** Removes the version at {@code index}, counted round, for good. */
    void remove(String key, int index) {
        List<UploadLogEntry> versions = objects.getOrDefault(key, List.of());
        if (!versions.isEmpty()) {
            UploadLogEntry gone = versions.remove(index % versions.size());
            clock++;
            announced.add(new Removed(TRADE_FLOW.key(), new Upload(gone.object(), order())));
        }
    }

    private void happen(UploadLogEntry version) {
        objects.computeIfAbsent(version.object().key(), any -> new ArrayList<>())
                .add(version);
        announced.add(version);
    }

    private Upload upload(String key) {
        clock++;
        return new Upload(new ObjectVersion("uploads", key, "v" + clock), order());
    }

    private UploadOrder order() {
        // Four events a second, so that seconds alone do not decide.
        Instant now = Instant.parse("2026-01-18T00:00:00Z").plusMillis(250L * clock);
        return new UploadOrder(now, String.format(Locale.ROOT, "%08X", clock), now);
    }

    /** All that was ever announced, in the order in which it happened. */
    List<UploadLogEntry> announced() {
        return List.copyOf(announced);
    }

    /** All that good files ever said of a commodity. */
    List<MonthFigures> figures(String commodity) {
        return figures.getOrDefault(new Series(TRADE_FLOW, "USD", commodity), List.of());
    }

    /** The newest thing under {@code key} that is not a rejected version, if it is a good file: what a fresh load would take. */
    Optional<CustomsFile> liesThere(String key) {
        List<UploadLogEntry> versions = objects.getOrDefault(key, List.of());
        for (int i = versions.size() - 1; i >= 0; i--) {
            UploadLogEntry entry = versions.get(i);
            if (entry instanceof CustomsFile file) {
                return Optional.of(file);
            }
            if (entry instanceof Deleted) {
                return Optional.empty();
            }
        }
        return Optional.empty();
    }

    /** The good files that lie in the bucket now. */
    List<CustomsFile> liesThere() {
        return objects.keySet().stream()
                .flatMap(key -> liesThere(key).stream())
                .sorted(Comparator.comparing(CustomsFile::upload))
                .toList();
    }
}
