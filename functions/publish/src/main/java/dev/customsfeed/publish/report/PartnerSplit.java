package dev.customsfeed.publish.report;

import dev.customsfeed.publish.statistics.Amount;
import dev.customsfeed.publish.statistics.Partner;
import dev.customsfeed.publish.statistics.ProductTrade;
import dev.customsfeed.publish.statistics.Reading;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;

/**
 * A trade, split over partners and over regions.
 *
 * @param partners largest first; empty if the month is not known
 * @param regions all regions of both schemes, always in the same order
 * @param notes what readers of the two must know
 */
record PartnerSplit(List<PartnerFigure> partners, List<RegionFigure> regions, List<Note> notes) {

    private static final Comparator<Map.Entry<Partner, Reading>> LARGEST_FIRST = Comparator.comparingLong(
                    (Map.Entry<Partner, Reading> entry) ->
                            entry.getValue().amount().netWeightKg().orElse(-1))
            .thenComparingLong(entry -> entry.getValue().amount().value().orElse(-1))
            .reversed()
            .thenComparing(entry -> entry.getKey().id());

    /**
     * The split of a trade in {@code period}.
     *
     * @param reporter the reporter's ISO 3166-1 alpha-2 code
     */
    static PartnerSplit of(ProductTrade trade, YearMonth period, String reporter) {
        Reading whole = Reading.of(period, trade.totals()::in);
        Amount month = whole.amount();
        boolean known = month.value().isPresent();
        Map<Partner, Reading> everyone = trade.partners(period);
        List<Map.Entry<Partner, Reading>> current = everyone.entrySet().stream()
                .filter(entry -> known && trade.isCurrent(entry.getKey(), period))
                .sorted(LARGEST_FIRST)
                .toList();
        Map<Partner, Reading> shown = new LinkedHashMap<>();
        current.forEach(entry -> shown.put(entry.getKey(), entry.getValue()));
        RegionReadings regions = RegionReadings.of(everyone, trade.withNobody(period), reporter);
        return new PartnerSplit(
                partners(shown, whole), regions.figures(whole), PartnerNotes.of(period, shown, regions.byId()));
    }

    private static List<PartnerFigure> partners(Map<Partner, Reading> shown, Reading whole) {
        if (shown.isEmpty()) {
            return List.of();
        }
        List<Partner> partners = new ArrayList<>(shown.keySet());
        List<Reading> readings = new ArrayList<>(shown.values());
        List<Contribution> contributions = Contribution.split(readings, whole);
        return IntStream.range(0, partners.size())
                .mapToObj(i -> new PartnerFigure(
                        partners.get(i),
                        MonthFigure.of(readings.get(i)),
                        readings.get(i).amount().sharePct(whole.amount()),
                        YearToDate.of(readings.get(i)),
                        contributions.get(i)))
                .toList();
    }
}
