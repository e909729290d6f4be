package dev.customsfeed.publish.report;

import dev.customsfeed.ledger.CommodityMonths;
import dev.customsfeed.ledger.FileContents;
import dev.customsfeed.ledger.MonthFigures;
import dev.customsfeed.ledger.ObjectVersion;
import dev.customsfeed.ledger.Series;
import dev.customsfeed.ledger.Totals;
import dev.customsfeed.ledger.UploadHistory;
import dev.customsfeed.ledger.UploadLogEntry;
import dev.customsfeed.ledger.UploadOrder;
import dev.customsfeed.ledger.feed.FeedDefinition;
import java.time.Instant;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.Collections;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.TreeSet;

/** Customs files as they were uploaded, one second after the other from 2026-01-01 on, and the feed's data folded from them. */
public final class TradeFiles {

    /** One row: commodity, month, partner code, kilograms (below zero: not reported), value. */
    public record Row(String commodity, YearMonth month, String partner, long netWeightKg, long value) {

        /** Reads {@code "81041100 2025-12 111 1000 2500"}; a weight of {@code -} is not reported. */
        static Row parse(String text) {
            String[] field = text.trim().split("\\s+");
            return new Row(
                    field[0],
                    YearMonth.parse(field[1]),
                    field[2],
                    field[3].equals("-") ? -1 : Long.parseLong(field[3]),
                    Long.parseLong(field[4]));
        }

        Totals totals() {
            return netWeightKg < 0 ? new Totals(1, 0, 1, value) : Totals.of(1, netWeightKg, value);
        }
    }

    private final FeedDefinition definition;
    private final List<UploadLogEntry> log = new ArrayList<>();
    private final List<MonthFigures> figures = new ArrayList<>();
    private int clock;

    public TradeFiles(FeedDefinition definition) {
        this.definition = definition;
    }

    /** Uploads a file; {@code hs=} and {@code period=} in its key declare, as in the upload bucket. */
    public TradeFiles put(String key, String... rows) {
        return put(key, Arrays.stream(rows).map(Row::parse).toList());
    }

    /** Uploads a file. */
    public TradeFiles put(String key, Collection<Row> rows) {
        ObjectVersion object = version(key);
        UploadOrder order = order(object);
        TreeSet<YearMonth> periods = new TreeSet<>();
        TreeSet<String> askedFor = new TreeSet<>();
        for (String part : key.split("/")) {
            if (part.startsWith("period=")) {
                periods.add(YearMonth.parse(part.substring(7)));
            }
            if (part.startsWith("hs=")) {
                askedFor.addAll(List.of(part.substring(3).split("\\+")));
            }
        }
        Map<Series, Map<YearMonth, SortedMap<String, Totals>>> partners = new LinkedHashMap<>();
        for (Row row : rows) {
            periods.add(row.month());
            partners.computeIfAbsent(definition.series(row.commodity()), any -> new TreeMap<>())
                    .computeIfAbsent(row.month(), any -> new TreeMap<>())
                    .merge(row.partner(), row.totals(), Totals::plus);
        }
        partners.forEach((series, months) -> months.forEach((month, byPartner) -> figures.add(new MonthFigures(
                series,
                month,
                object,
                order,
                byPartner.values().stream().reduce(Totals.NONE, Totals::plus),
                byPartner,
                new TreeMap<>(),
                new TreeMap<>()))));
        log.add(UploadLogEntry.committed(
                definition.tradeFlow(),
                object,
                order,
                new FileContents(definition.currency(), periods, askedFor, rows.size(), "sha-" + clock)));
        return this;
    }

    /** Uploads a file that is refused. */
    public TradeFiles refuse(String key, String reason) {
        ObjectVersion object = version(key);
        log.add(UploadLogEntry.rejected(definition.tradeFlow().key(), object, order(object), reason));
        return this;
    }

    /** Deletes an object. */
    public TradeFiles delete(String key) {
        ObjectVersion marker = version(key);
        log.add(UploadLogEntry.deleted(definition.tradeFlow().key(), marker, order(marker)));
        return this;
    }

    /** Removes a version for good, a delete marker perhaps; versions are v001, v002 and so on in the order of all calls. */
    public TradeFiles remove(String key, String versionId) {
        clock++;
        ObjectVersion removed = new ObjectVersion("upload", key, versionId);
        log.add(UploadLogEntry.removed(definition.tradeFlow().key(), removed, order(removed)));
        return this;
    }

    private ObjectVersion version(String key) {
        clock++;
        return new ObjectVersion("upload", key, String.format("v%03d", clock));
    }

    private UploadOrder order(ObjectVersion object) {
        Instant at = Instant.parse("2026-01-01T00:00:00Z").plusSeconds(clock);
        return new UploadOrder(at, object.key(), String.format("%06x", clock), at, object.versionId());
    }

    /** What the feed is computed from. */
    public FeedData data() {
        UploadHistory uploads = UploadHistory.of(log);
        Map<String, CommodityMonths> months = new HashMap<>();
        for (String commodity : definition.commodities()) {
            Series series = definition.series(commodity);
            months.put(
                    commodity,
                    CommodityMonths.fold(
                            series,
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
