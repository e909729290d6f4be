package dev.customsfeed.publish.figures.report;

import dev.customsfeed.publish.figures.Finding;
import dev.customsfeed.publish.figures.Fraction;
import dev.customsfeed.publish.figures.MonthSeries;
import dev.customsfeed.publish.figures.telling.MostTelling;
import dev.customsfeed.publish.figures.trade.MonthlyTotals;
import java.math.BigDecimal;
import java.time.YearMonth;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * How telling a change of net weight is.
 *
 * @param id the statement's name, which stays: feed, month, product and comparison, e.g. {@code magnesium/2025-12/ingot/yoy}
 * @param size how many times as large as the median of the earlier changes of its series, with two decimals
 */
public record Telling(String id, BigDecimal size) {

    /** What stands for all products together where a product's id would. */
    static final String ALL_PRODUCTS = "all";

    private static final Map<String, Integer> COMPARISONS = Map.of("mom", 1, "yoy", 12);
    private static final int DECIMALS = 2;

    /** The changes of a month whose size is known, the most telling first. */
    static List<Telling> of(String feed, YearMonth period, Map<String, MonthlyTotals> subjects) {
        Map<String, Finding<Fraction>> sizes = new LinkedHashMap<>();
        subjects.forEach((subject, totals) -> {
            MonthSeries weights = MonthSeries.netWeights(totals, Figures.sources(period));
            COMPARISONS.forEach((comparison, lag) -> sizes.put(
                    String.join("/", feed, period.toString(), subject, comparison),
                    MostTelling.size(weights, period, lag)));
        });
        return MostTelling.ranked(sizes).stream()
                .map(id -> new Telling(id, sizes.get(id).value().orElseThrow().rounded(DECIMALS)))
                .toList();
    }
}
