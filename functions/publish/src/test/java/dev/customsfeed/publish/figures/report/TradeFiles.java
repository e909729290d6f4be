package dev.customsfeed.publish.figures.report;

import dev.customsfeed.ledger.CommodityMonths;
import dev.customsfeed.ledger.CustomsRecord;
import dev.customsfeed.ledger.Declared;
import dev.customsfeed.ledger.FileContents;
import dev.customsfeed.ledger.Flow;
import dev.customsfeed.ledger.MonthFigures;
import dev.customsfeed.ledger.ObjectVersion;
import dev.customsfeed.ledger.Part;
import dev.customsfeed.ledger.Part.Dimension;
import dev.customsfeed.ledger.Reported;
import dev.customsfeed.ledger.Series;
import dev.customsfeed.ledger.Totals;
import dev.customsfeed.ledger.UnknownWeight;
import dev.customsfeed.ledger.Upload;
import dev.customsfeed.ledger.UploadHistory;
import dev.customsfeed.ledger.UploadLogEntry;
import dev.customsfeed.ledger.UploadOrder;
import dev.customsfeed.ledger.Valuation;
import dev.customsfeed.ledger.feed.FeedDefinition;
import dev.customsfeed.publish.figures.feed.FeedData;
import dev.customsfeed.publish.figures.rows.RowReader;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.Collections;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Random;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;

/** Customs files as they were uploaded, one second after the other from 2026-01-01 on, and the feed's data folded from them. */
public final class TradeFiles {

    /**
     * One row: who reports it (empty: the feed's reporter), commodity, month, partner code (empty: not told), how much, and its codes
     * of other dimensions.
     */
    public record Row(
            String reporter,
            String commodity,
            YearMonth month,
            String partner,
            Totals totals,
            Map<String, String> dimensions) {

        /** Of the feed's reporter, in whole kilograms (below zero: not reported) and whole units. */
        public Row(String commodity, YearMonth month, String partner, long netWeightKg, long value) {
            this(
                    "",
                    commodity,
                    month,
                    partner,
                    netWeightKg < 0
                            ? new Totals(1, 0, 1, 0, value * Totals.THOUSAND)
                            : Totals.ofWhole(1, netWeightKg, value),
                    Map.of());
        }

        /** The same with its codes of other dimensions, such as {@code regime}. */
        public Row with(Map<String, String> codes) {
            return new Row(reporter, commodity, month, partner, totals, codes);
        }

        /**
         * Reads {@code "81041100 2025-12 111 1000 2500"}, or {@code "DE/81041100 ..."} of another reporter. A weight of {@code -} is
         * not reported, one of {@code ~1000.5} was estimated by the source; a partner of {@code -} is not told. Codes of other
         * dimensions may follow: {@code regime=10 province=44}.
         */
        static Row parse(String text) {
            String[] field = text.trim().split("\\s+");
            int slash = field[0].indexOf('/');
            boolean estimated = field[3].startsWith("~");
            boolean weighed = !field[3].equals("-");
            long grams = weighed ? thousandths(field[3].replace("~", "")) : 0;
            return new Row(
                    field[0].substring(0, Math.max(0, slash)),
                    field[0].substring(slash + 1),
                    YearMonth.parse(field[1]),
                    field[2].equals("-") ? "" : field[2],
                    new Totals(1, grams, weighed ? 0 : 1, estimated ? grams : 0, thousandths(field[4])),
                    Arrays.stream(field)
                            .skip(5)
                            .map(code -> code.split("="))
                            .collect(Collectors.toMap(code -> code[0], code -> code[1])));
        }

        private static long thousandths(String number) {
            return new BigDecimal(number).movePointRight(3).longValueExact();
        }
    }

    private final FeedDefinition definition;
    private final List<UploadLogEntry> log = new ArrayList<>();
    private final List<MonthFigures> figures = new ArrayList<>();
    private final Map<ObjectVersion, List<CustomsRecord>> records = new HashMap<>();
    private SortedSet<Valuation> valuations = new TreeSet<>();
    private SortedMap<String, String> partnerNames = new TreeMap<>();
    private UnknownWeight.Reason reason = UnknownWeight.Reason.NOT_GIVEN;
    private String unit = "";
    private Flow flow;
    private String currency;
    private int clock;

    public TradeFiles(FeedDefinition definition) {
        this.definition = definition;
        this.flow = definition.tradeFlow().flow();
        this.currency = definition.currency();
    }

    /** From now on files say that their values include this. */
    public TradeFiles valued(Valuation... said) {
        valuations = new TreeSet<>(List.of(said));
        return this;
    }

    /** From now on this is the reason why rows have no net weight. */
    public TradeFiles because(UnknownWeight.Reason why, String ofUnit) {
        reason = why;
        unit = ofUnit;
        return this;
    }

    /** From now on files call the partner of a code so. */
    public TradeFiles naming(String code, String name) {
        partnerNames = new TreeMap<>(partnerNames);
        partnerNames.put(code, name);
        return this;
    }

    /** From now on values are in this currency. */
    public TradeFiles in(String other) {
        currency = other;
        return this;
    }

    /** From now on files are of this flow. */
    public TradeFiles of(Flow other) {
        flow = other;
        return this;
    }

    /** Uploads a file; what its key declares counts as in the upload bucket. */
    public TradeFiles put(String key, String... rows) {
        return put(key, Arrays.stream(rows).map(Row::parse).toList());
    }

    /** Uploads a file. */
    public TradeFiles put(String key, Collection<Row> rows) {
        Upload upload = upload(version(key));
        records.put(upload.object(), records(rows));
        SortedSet<YearMonth> declaredMonths = new TreeSet<>();
        values(key, "period").forEach(month -> declaredMonths.add(YearMonth.parse(month)));
        SortedSet<String> askedFor = values(key, "hs");
        askedFor.addAll(values(key, "keep"));
        SortedSet<Part> parts = new TreeSet<>();
        for (Dimension dimension : Dimension.values()) {
            values(key, dimension.id()).forEach(value -> parts.add(new Part(dimension, value)));
        }
        SortedMap<YearMonth, SortedSet<String>> reporters = new TreeMap<>();
        SortedSet<YearMonth> months = new TreeSet<>(declaredMonths);
        rows.forEach(row -> months.add(row.month()));
        for (YearMonth month : months) {
            SortedSet<String> of = reporters.computeIfAbsent(month, any -> new TreeSet<>(values(key, "reporters")));
            rows.stream().filter(row -> row.month().equals(month)).forEach(row -> of.add(reporter(row)));
            definition.source().soleReporter().ifPresent(of::add);
        }
        Map<Series, Map<YearMonth, Map<Optional<Part>, SortedMap<String, Totals>>>> partners = new LinkedHashMap<>();
        Map<Series, Map<YearMonth, Map<Optional<Part>, Totals>>> totals = new LinkedHashMap<>();
        Map<Series, Map<YearMonth, Map<Optional<Part>, SortedMap<String, SortedMap<String, Totals>>>>> splits =
                new HashMap<>();
        for (Row row : rows) {
            Series series = series(row);
            Optional<Part> part = part(parts, row);
            totals.computeIfAbsent(series, any -> new TreeMap<>())
                    .computeIfAbsent(row.month(), any -> new HashMap<>())
                    .merge(part, row.totals(), Totals::plus);
            SortedMap<String, Totals> byPartner = partners.computeIfAbsent(series, any -> new TreeMap<>())
                    .computeIfAbsent(row.month(), any -> new HashMap<>())
                    .computeIfAbsent(part, any -> new TreeMap<>());
            SortedMap<String, SortedMap<String, Totals>> split = splits.computeIfAbsent(series, any -> new HashMap<>())
                    .computeIfAbsent(row.month(), any -> new HashMap<>())
                    .computeIfAbsent(part, any -> new TreeMap<>());
            row.dimensions().forEach((dimension, code) -> split.computeIfAbsent(dimension, any -> new TreeMap<>())
                    .merge(code, row.totals(), Totals::plus));
            if (!row.partner().isEmpty()) {
                byPartner.merge(row.partner(), row.totals(), Totals::plus);
            }
        }
        totals.forEach((series, byMonth) -> byMonth.forEach((month, byPart) -> byPart.forEach((part, sum) -> {
            SortedMap<String, Totals> byPartner =
                    partners.get(series).get(month).get(part);
            boolean isPage =
                    part.filter(one -> one.dimension() == Dimension.PAGE).isPresent();
            figures.add(new MonthFigures(
                    series,
                    month,
                    upload,
                    part,
                    sum,
                    byPartner,
                    splits.get(series).get(month).get(part),
                    valuations,
                    isPage ? new TreeSet<>(byPartner.keySet()) : new TreeSet<>()));
        })));
        List<Reported> reported = new ArrayList<>();
        reporters.forEach((month, of) -> reported.add(new Reported(flow, of, new TreeSet<>(List.of(month)))));
        log.add(new UploadLogEntry.CustomsFile(
                definition.log(),
                upload,
                new FileContents(
                        currency,
                        reported,
                        askedFor,
                        rows.stream().mapToInt(row -> row.commodity().length()).findFirst(),
                        List.of(),
                        parts,
                        rows.size(),
                        "sha-" + clock,
                        Optional.empty(),
                        partnerNames,
                        unknownWeights(rows),
                        rows.stream().map(Row::commodity).collect(Collectors.toCollection(TreeSet::new)))));
        return this;
    }

    private List<CustomsRecord> records(Collection<Row> rows) {
        List<CustomsRecord> all = new ArrayList<>();
        for (Row row : rows) {
            Totals totals = row.totals();
            boolean weighed = totals.rowsWithoutNetWeight() == 0;
            all.add(new CustomsRecord(
                    series(row),
                    row.month(),
                    all.size() + 2L,
                    row.partner(),
                    Collections.emptySortedMap(),
                    Optional.empty(),
                    Optional.empty(),
                    weighed ? OptionalLong.of(totals.reportedNetWeightGrams()) : OptionalLong.empty(),
                    totals.estimatedNetWeightGrams() > 0,
                    totals.valueThousandths(),
                    Optional.empty()));
        }
        return all;
    }

    /** Reads the rows of the files that were uploaded so far: the first stands in line 2. */
    public RowReader reader() {
        return (series, month, file) -> records.get(file).stream()
                .filter(row -> row.series().equals(series) && row.period().equals(month));
    }

    /** Customs reported no weight, unless something else {@linkplain #because was said}. */
    private List<UnknownWeight> unknownWeights(Collection<Row> rows) {
        SortedSet<String> commodities = new TreeSet<>();
        rows.stream()
                .filter(row -> row.totals().rowsWithoutNetWeight() > 0)
                .forEach(row -> commodities.add(row.commodity()));
        return commodities.isEmpty() ? List.of() : List.of(new UnknownWeight(reason, unit, commodities));
    }

    private String reporter(Row row) {
        return row.reporter().isEmpty() ? definition.reporters().first() : row.reporter();
    }

    private Series series(Row row) {
        Series ofFeed = definition.series(reporter(row), row.commodity());
        return new Series(
                new dev.customsfeed.ledger.TradeFlow(
                        ofFeed.tradeFlow().source(), ofFeed.tradeFlow().reporter(), flow),
                currency,
                ofFeed.commodity());
    }

    /** Rows of a file that is limited to several parts belong to the one that they are of; of one part, all do. */
    private static Optional<Part> part(SortedSet<Part> parts, Row row) {
        return parts.size() > 1
                ? parts.stream()
                        .filter(part -> part.value().equals(row.partner()))
                        .findFirst()
                : parts.stream().findFirst();
    }

    private static SortedSet<String> values(String key, String name) {
        SortedSet<String> values = new TreeSet<>();
        for (String folder : key.split("/")) {
            if (folder.startsWith(name + "=")) {
                values.addAll(List.of(folder.substring(name.length() + 1).split("\\+")));
            }
        }
        return values;
    }

    /** Uploads a file that is rejected. */
    public TradeFiles reject(String key, String reason) {
        Declared declared = new Declared(
                values(key, "period").stream().map(YearMonth::parse).findFirst(), values(key, "hs"));
        log.add(new UploadLogEntry.Rejected(definition.log(), upload(version(key)), reason, declared));
        return this;
    }

    /** Deletes an object. */
    public TradeFiles delete(String key) {
        log.add(new UploadLogEntry.Deleted(definition.log(), upload(version(key))));
        return this;
    }

    /** Removes a version for good, a delete marker perhaps; versions are v001, v002 and so on in the order of all calls. */
    public TradeFiles remove(String key, String versionId) {
        clock++;
        log.add(new UploadLogEntry.Removed(definition.log(), upload(new ObjectVersion("upload", key, versionId))));
        return this;
    }

    private ObjectVersion version(String key) {
        clock++;
        return new ObjectVersion("upload", key, String.format(Locale.ROOT, "v%03d", clock));
    }

    private Upload upload(ObjectVersion object) {
        Instant at = Instant.parse("2026-01-01T00:00:00Z").plusSeconds(clock);
        return new Upload(object, new UploadOrder(at, String.format(Locale.ROOT, "%06x", clock), at));
    }

    /** What the feed is computed from. */
    public FeedData data() {
        UploadHistory uploads = UploadHistory.of(log);
        Map<Series, CommodityMonths> months = new HashMap<>();
        for (Series series : FeedData.series(definition)) {
            months.put(
                    series,
                    CommodityMonths.fold(
                            series,
                            definition.source(),
                            uploads,
                            figures.stream()
                                    .filter(said -> said.series().equals(series))
                                    .toList()));
        }
        ObjectVersion file = new ObjectVersion("upload", "feeds/" + definition.id() + ".json", "d1");
        return new FeedData(definition, file, uploads, months);
    }

    /** The same, learnt of in another order. */
    public FeedData data(Random order) {
        Collections.shuffle(log, order);
        Collections.shuffle(figures, order);
        return data();
    }

    /** The report of a month. */
    public MonthReport report(String period) {
        return Reports.of(data()).stream()
                .filter(report -> report.period().equals(YearMonth.parse(period)))
                .findFirst()
                .orElseThrow();
    }
}
