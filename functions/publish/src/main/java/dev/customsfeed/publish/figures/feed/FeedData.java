package dev.customsfeed.publish.figures.feed;

import dev.customsfeed.ledger.CommodityMonth;
import dev.customsfeed.ledger.CommodityMonth.Said;
import dev.customsfeed.ledger.CommodityMonths;
import dev.customsfeed.ledger.FileContents;
import dev.customsfeed.ledger.ObjectVersion;
import dev.customsfeed.ledger.Series;
import dev.customsfeed.ledger.UploadHistory;
import dev.customsfeed.ledger.UploadLogEntry.CustomsFile;
import dev.customsfeed.ledger.feed.FeedDefinition;
import dev.customsfeed.publish.figures.price.FeedPrices;
import dev.customsfeed.publish.figures.trade.PartnerCodes;
import dev.customsfeed.publish.figures.trade.Reporters;
import dev.customsfeed.sources.codes.ReporterGroups;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.NavigableMap;
import java.util.NavigableSet;
import java.util.Optional;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;

/**
 * All that a feed is computed from.
 *
 * @param definition what the feed is
 * @param definitionFile where that was read
 * @param uploads the upload log that tells of the feed's files; it may tell of many others
 * @param months the months that count, by series; a series that is not here has none
 * @param elsewhere of a feed without any month, the standing customs files of the source's other upload logs, which may have what
 *     it is about in another flow; else none
 * @param prices what counts of the prices that it names
 */
public record FeedData(
        FeedDefinition definition,
        ObjectVersion definitionFile,
        UploadHistory uploads,
        Map<Series, CommodityMonths> months,
        List<CustomsFile> elsewhere,
        FeedPrices prices) {

    /** Of a feed that names no price. */
    public FeedData(
            FeedDefinition definition,
            ObjectVersion definitionFile,
            UploadHistory uploads,
            Map<Series, CommodityMonths> months,
            List<CustomsFile> elsewhere) {
        this(definition, definitionFile, uploads, months, elsewhere, FeedPrices.NONE);
    }

    /** Of a feed that has months, or whose source has one upload log, and that names no price. */
    public FeedData(
            FeedDefinition definition,
            ObjectVersion definitionFile,
            UploadHistory uploads,
            Map<Series, CommodityMonths> months) {
        this(definition, definitionFile, uploads, months, List.of());
    }

    /** The same with what counts of prices. */
    public FeedData with(FeedPrices some) {
        return new FeedData(definition, definitionFile, uploads, months, elsewhere, some);
    }

    /** The feed's series: of each of its commodities, that of each of its reporters. */
    public static List<Series> series(FeedDefinition definition) {
        List<Series> all = new ArrayList<>();
        for (String commodity : definition.commodities()) {
            definition.reporters().forEach(reporter -> all.add(definition.series(reporter, commodity)));
        }
        return all;
    }

    /** The same. */
    public List<Series> series() {
        return series(definition);
    }

    /** The months that a commodity of the feed has: those that there are reports of. */
    public NavigableSet<YearMonth> periods() {
        NavigableSet<YearMonth> periods = new TreeSet<>();
        series().forEach(series -> periods.addAll(monthsOf(series).keySet()));
        return periods;
    }

    /** The months that count of one series, oldest first. */
    public NavigableMap<YearMonth, CommodityMonth> monthsOf(Series series) {
        return Optional.ofNullable(months.get(series))
                .map(CommodityMonths::months)
                .orElse(Collections.emptyNavigableMap());
    }

    /** The months that count of one commodity, by reporter. */
    Map<String, SortedMap<YearMonth, CommodityMonth>> monthsByReporter(String commodity) {
        Map<String, SortedMap<YearMonth, CommodityMonth>> byReporter = new TreeMap<>();
        definition
                .reporters()
                .forEach(reporter -> byReporter.put(reporter, monthsOf(definition.series(reporter, commodity))));
        return byReporter;
    }

    /** All that files ever said of one series, oldest month and oldest upload first, of months that no longer count too. */
    public NavigableMap<YearMonth, List<Said>> saidOf(Series series) {
        return Optional.ofNullable(months.get(series))
                .map(CommodityMonths::said)
                .orElse(Collections.emptyNavigableMap());
    }

    /** Whether a file is one of the feed's: it has its currency, its flow and one of its reporters, whatever the commodities. */
    public boolean concerns(FileContents contents) {
        return contents.currency().equals(definition.currency())
                && contents.reported().stream()
                        .anyMatch(some -> some.flow() == definition.tradeFlow().flow()
                                && !Collections.disjoint(some.reporters(), definition.reporters()));
    }

    /**
     * What the standing files call partners that the source's code list does not have, by code: where they differ, what the newest
     * calls it.
     */
    public SortedMap<String, String> partnerNames() {
        SortedMap<String, String> names = new TreeMap<>();
        for (CustomsFile file : uploads.customsFiles()) {
            if (!file.contents().partnerNames().isEmpty() && concerns(file.contents())) {
                names.putAll(file.contents().partnerNames());
            }
        }
        return names;
    }

    /** Who the feed's partner codes stand for. */
    public PartnerCodes partnerCodes() {
        return PartnerCodes.of(definition.tradeFlow().source()).named(partnerNames());
    }

    /** Whose trade the feed is about, and which of them the standing files have of each month. */
    public Reporters reporters() {
        Map<YearMonth, SortedSet<String>> reported = new TreeMap<>();
        for (CustomsFile file : uploads.customsFiles()) {
            if (concerns(file.contents())) {
                file.contents().reported().stream()
                        .filter(some -> some.flow() == definition.tradeFlow().flow())
                        .forEach(some -> some.months().forEach(month -> some.reporters().stream()
                                .filter(definition.reporters()::contains)
                                .forEach(reporter -> reported.computeIfAbsent(month, any -> new TreeSet<>())
                                        .add(reporter))));
            }
        }
        return new Reporters(
                definition.reporters(),
                definition.isOfGroup(),
                ReporterGroups.unnamedMembers(
                        definition.tradeFlow().reporter(),
                        definition.tradeFlow().source()),
                reported);
    }
}
