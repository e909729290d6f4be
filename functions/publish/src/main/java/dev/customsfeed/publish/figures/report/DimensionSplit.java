package dev.customsfeed.publish.figures.report;

import dev.customsfeed.ledger.CommodityMonth.Counted;
import dev.customsfeed.ledger.CustomsRecord;
import dev.customsfeed.ledger.feed.FeedDefinition;
import dev.customsfeed.ledger.feed.LocalizedText;
import dev.customsfeed.publish.figures.report.ReportBasis.Counting;
import dev.customsfeed.publish.figures.trade.Amount;
import dev.customsfeed.publish.figures.trade.Coverage;
import dev.customsfeed.publish.figures.trade.DimensionTrade;
import dev.customsfeed.publish.figures.trade.PartnerCodes;
import dev.customsfeed.publish.figures.trade.ProductTrade;
import dev.customsfeed.publish.figures.trade.Reading;
import dev.customsfeed.publish.figures.trade.Span;
import dev.customsfeed.sources.Sources;
import java.time.YearMonth;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.NavigableSet;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;

/**
 * A trade, split by a dimension that files tell beside partners. Where the month itself is told, the parts add up to it.
 *
 * @param dimension {@link #REGIME}, {@link #PROVINCE} or {@link #STATE}
 * @param untold the months of this year so far and of the year before, as far as they are known, of which files do not tell it: what is
 *     computed from one of them is not known
 * @param figures largest first, none where the month itself is not told; those with trade in the year so far, in the month before, or in the same months a year before
 */
public record DimensionSplit(String dimension, NavigableSet<YearMonth> untold, List<DimensionFigure> figures) {

    /** Customs regimes, as China Customs has them. */
    public static final String REGIME = CustomsRecord.REGIME;

    /** Provinces in which the exporters or importers are registered, as China Customs has them: not where goods were made or used. */
    public static final String PROVINCE = CustomsRecord.PROVINCE;

    /** States of Brazil, as Comex Stat has them: where exported goods were made, or where the importer is. */
    public static final String STATE = "state";

    private static final List<String> DIMENSIONS = List.of(REGIME, PROVINCE, STATE);

    private static final Comparator<Map.Entry<String, Reading>> LARGEST_FIRST = Comparator.comparingLong(
                    (Map.Entry<String, Reading> entry) ->
                            entry.getValue().amount().netWeightGrams().orElse(-1))
            .thenComparingLong(
                    entry -> entry.getValue().amount().valueThousandths().orElse(-1))
            .reversed()
            .thenComparing(Map.Entry::getKey);

    /**
     * The splits of a trade in {@code period}, one for each dimension that the feed's source has. None for a group of reporters: sums by
     * dimension do not tell what its members trade with each other.
     *
     * @param trade what can be held against the period
     * @param counting what counts of its commodities
     * @param imputed the months whose quantities the source made up
     */
    static List<DimensionSplit> of(
            FeedDefinition feed,
            ProductTrade trade,
            List<Counting> counting,
            YearMonth period,
            Set<YearMonth> imputed) {
        List<String> dimensions = dimensions(feed);
        if (dimensions.isEmpty()) {
            return List.of();
        }
        Span window = new Span(period.minusYears(1).withMonth(1), period);
        Map<YearMonth, List<Counted>> byMonth = counting.stream()
                .filter(one -> window.has(one.month()))
                .collect(Collectors.groupingBy(
                        Counting::month, Collectors.mapping(Counting::counts, Collectors.toList())));
        boolean ofAllParts =
                trade.totals().coverage(period).map(Coverage::isOfAllParts).orElse(true);
        PartnerCodes codes = PartnerCodes.of(feed.tradeFlow().source());
        return dimensions.stream()
                .map(dimension -> of(
                        dimension,
                        DimensionTrade.of(dimension, window, byMonth, trade.totals()),
                        period,
                        ofAllParts,
                        codes))
                .map(split -> split.imputed(period, imputed))
                .toList();
    }

    /** The dimensions of a feed's source; none for a group of reporters. */
    public static List<String> dimensions(FeedDefinition feed) {
        List<String> ofSource = feed.isOfGroup()
                ? List.of()
                : Sources.find(feed.tradeFlow().source()).stream()
                        .flatMap(source -> source.layouts().stream())
                        .flatMap(layout -> layout.dimensions().stream())
                        .map(dimension -> dimension.name())
                        .toList();
        return DIMENSIONS.stream().filter(ofSource::contains).toList();
    }

    private static DimensionSplit of(
            String dimension, DimensionTrade trade, YearMonth period, boolean ofAllParts, PartnerCodes codes) {
        Amount whole = trade.in(period);
        Amount base = ofAllParts ? whole : Amount.UNKNOWN;
        return new DimensionSplit(
                dimension,
                trade.untold(),
                whole.value().isEmpty()
                        ? List.of()
                        : trade.readings(period).entrySet().stream()
                                .sorted(LARGEST_FIRST)
                                .map(entry -> figure(
                                        entry.getKey(), name(codes, dimension, entry.getKey()), entry.getValue(), base))
                                .toList());
    }

    private static DimensionFigure figure(String code, LocalizedText name, Reading reading, Amount base) {
        return new DimensionFigure(
                code,
                name,
                MonthFigure.of(reading),
                reading.amount().sharePct(base),
                reading.amount().valueSharePct(base),
                YearToDate.of(reading));
    }

    /** What the code list of a source calls a customs regime, a province or a state; the code itself where none names it. */
    public static LocalizedText name(PartnerCodes codes, String dimension, String code) {
        return new LocalizedText(new TreeMap<>(
                Map.of("en", codes.name(dimension, code, "en"), "zh", codes.name(dimension, code, "zh"))));
    }

    private DimensionSplit imputed(YearMonth period, Set<YearMonth> months) {
        return new DimensionSplit(
                dimension,
                untold,
                figures.stream().map(figure -> figure.imputed(period, months)).toList());
    }

    /** The same without net weights. */
    DimensionSplit byValue() {
        return new DimensionSplit(
                dimension,
                untold,
                figures.stream().map(DimensionFigure::byValue).toList());
    }
}
