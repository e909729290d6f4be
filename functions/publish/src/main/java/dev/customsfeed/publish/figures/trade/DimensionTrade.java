package dev.customsfeed.publish.figures.trade;

import dev.customsfeed.ledger.CommodityMonth.Counted;
import dev.customsfeed.ledger.Totals;
import java.time.YearMonth;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.NavigableSet;
import java.util.Optional;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;

/**
 * The trade in some commodities by what else tells rows apart than partners: customs regimes, provinces. A code that is absent from a
 * month that is told had no trade in it, unless the month's files were limited to other codes.
 */
public final class DimensionTrade {

    private final String dimension;
    private final MonthlyTotals told;
    private final SortedMap<String, PartnerMonths> byCode;
    private final NavigableSet<YearMonth> untold;

    private DimensionTrade(
            String dimension,
            MonthlyTotals told,
            SortedMap<String, PartnerMonths> byCode,
            NavigableSet<YearMonth> untold) {
        this.dimension = dimension;
        this.told = told;
        this.byCode = byCode;
        this.untold = untold;
    }

    /**
     * Adds up what counts by one dimension. A month is told if each file that counts tells all of its rows apart: of one that lacks the
     * column for some, sums by code would be those of a part.
     *
     * @param dimension the dimension's name, e.g. {@code regime}
     * @param window the months that are looked at
     * @param counting what counts of each month, of all commodities
     * @param totals the same over everything: a month that is not known there is not told either
     * @throws ArithmeticException if a sum does not fit a {@code long}
     */
    public static DimensionTrade of(
            String dimension, Span window, Map<YearMonth, List<Counted>> counting, MonthlyTotals totals) {
        NavigableSet<YearMonth> told = new TreeSet<>();
        NavigableSet<YearMonth> untold = new TreeSet<>();
        Map<String, Totals[]> months = new HashMap<>();
        for (YearMonth month : window.months()) {
            if (totals.in(month).isEmpty()) {
                continue;
            }
            List<Counted> all = counting.getOrDefault(month, List.of());
            if (all.stream().allMatch(counts -> tells(counts, dimension))) {
                told.add(month);
                int at = window.index(month);
                all.forEach(counts -> split(counts, dimension).forEach((code, traded) -> {
                    Totals[] ofCode = months.computeIfAbsent(code, any -> new Totals[window.length()]);
                    ofCode[at] = ofCode[at] == null ? traded : ofCode[at].plus(traded);
                }));
            } else {
                untold.add(month);
            }
        }
        SortedMap<String, PartnerMonths> byCode = new TreeMap<>();
        months.forEach((code, traded) -> byCode.put(code, new PartnerMonths(window.first(), traded)));
        return new DimensionTrade(dimension, totals.only(told), byCode, untold);
    }

    private static SortedMap<String, Totals> split(Counted counts, String dimension) {
        return counts.splits().getOrDefault(dimension, Collections.emptySortedMap());
    }

    private static boolean tells(Counted counts, String dimension) {
        return split(counts, dimension).values().stream()
                        .mapToLong(Totals::rows)
                        .sum()
                == counts.totals().rows();
    }

    /** The months that are known, and of which files do not tell the dimension. */
    public NavigableSet<YearMonth> untold() {
        return Collections.unmodifiableNavigableSet(untold);
    }

    /** The codes that ever had trade. */
    public SortedSet<String> codes() {
        return Collections.unmodifiableSortedSet(new TreeSet<>(byCode.keySet()));
    }

    /**
     * What was traded under {@code code} in {@code month}: nothing, if it is absent from a month that is told. Of a month of which a part is
     * known, what that part has of it.
     *
     * @return empty if the month is not told, or if its files were limited to other codes of the dimension
     */
    public Optional<Totals> in(String code, YearMonth month) {
        PartnerMonths months = byCode.get(code);
        return told.coverage(month)
                .filter(coverage -> coverage.has(dimension, List.of(code), true))
                .flatMap(coverage -> told.in(month))
                .map(all -> months == null ? Totals.NONE : months.in(month));
    }

    /** By code, those that had trade in the year so far, in the month before, or in the same months a year before. */
    public SortedMap<String, Reading> readings(YearMonth period) {
        Span ytd = Span.yearToDate(period);
        List<Span> current = List.of(ytd, Span.of(period).back(1), ytd.back(12));
        Map<Span, Boolean> knows = new HashMap<>();
        SortedMap<String, Reading> readings = new TreeMap<>();
        byCode.forEach((code, months) -> {
            if (current.stream().anyMatch(months::hasTradeIn)) {
                readings.put(
                        code,
                        Reading.of(
                                period,
                                span -> knows.computeIfAbsent(span, told::knows)
                                        ? Optional.of(months.in(span))
                                        : Optional.empty()));
            }
        });
        return readings;
    }

    /** Over all codes; nothing of it is known where the month is not told. */
    public Amount in(YearMonth month) {
        return Amount.of(told.in(month));
    }
}
