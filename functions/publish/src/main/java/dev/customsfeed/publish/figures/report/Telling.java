package dev.customsfeed.publish.figures.report;

import dev.customsfeed.publish.figures.Finding;
import dev.customsfeed.publish.figures.Fraction;
import dev.customsfeed.publish.figures.MonthSeries;
import dev.customsfeed.publish.figures.telling.MostTelling;
import dev.customsfeed.publish.figures.trade.Comparison;
import dev.customsfeed.publish.figures.trade.MonthlyTotals;
import java.math.BigDecimal;
import java.time.YearMonth;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.SortedSet;

/**
 * How telling a change of a month is: of net weight, of the total also of value and unit value.
 *
 * @param id the statement's name, which stays: feed, month, product, measure (of another than net weight) and comparison, e.g.
 *     {@code magnesium/2025-12/ingot/yoy} or {@code magnesium/2025-12/all/unit-value-yoy}
 * @param size how many times as large as the median of the earlier changes of its series, with two decimals
 * @param subject the product's id; {@code all} for all together
 * @param measure what changed
 * @param comparison since when: the month before or the year before
 */
public record Telling(String id, BigDecimal size, String subject, Measure measure, Comparison comparison) {

    /** What stands for all products together where a product's id would. */
    public static final String ALL_PRODUCTS = "all";

    private static final int DECIMALS = 2;

    /** What a statement is about. */
    public enum Measure {
        /** Net weight. */
        NET_WEIGHT(""),
        /** Value. */
        VALUE("value-"),
        /** Value by net weight. */
        UNIT_VALUE("unit-value-");

        private final String prefix;

        Measure(String prefix) {
            this.prefix = prefix;
        }
    }

    private enum Since {
        MONTH_BEFORE("mom", 1, Comparison.MONTH_ON_MONTH),
        YEAR_BEFORE("yoy", 12, Comparison.YEAR_ON_YEAR);

        private final String id;
        private final int months;
        private final Comparison comparison;

        Since(String id, int months, Comparison comparison) {
            this.id = id;
            this.months = months;
            this.comparison = comparison;
        }
    }

    private record Statement(String subject, Measure measure, Since since, Finding<Fraction> size) {}

    /**
     * The changes of a month whose size is known, the most telling first.
     *
     * @param subjects the trade in each product, by its id, and in {@link #ALL_PRODUCTS}
     * @param imputed the months whose quantities the source made up, by the same: no weight that one of them goes into is told
     */
    static List<Telling> of(
            String feed,
            YearMonth period,
            Map<String, MonthlyTotals> subjects,
            Map<String, SortedSet<YearMonth>> imputed) {
        Map<String, Statement> statements = new LinkedHashMap<>();
        subjects.forEach((subject, totals) -> {
            MonthSeries weights = MonthSeries.netWeights(totals, Figures.sources(period));
            boolean isTotal = subject.equals(ALL_PRODUCTS);
            SortedSet<YearMonth> madeUp = Objects.requireNonNull(imputed.get(subject));
            MonthSeries values = isTotal ? MonthSeries.values(totals, Figures.sources(period)) : weights;
            for (Since since : Since.values()) {
                add(
                        statements,
                        feed,
                        period,
                        new Statement(
                                subject,
                                Measure.NET_WEIGHT,
                                since,
                                MostTelling.size(weights, period, since.months, madeUp)));
                if (isTotal) {
                    add(
                            statements,
                            feed,
                            period,
                            new Statement(
                                    subject,
                                    Measure.VALUE,
                                    since,
                                    MostTelling.size(values, period, since.months, Set.of())));
                }
                if (isTotal) {
                    add(
                            statements,
                            feed,
                            period,
                            new Statement(
                                    subject,
                                    Measure.UNIT_VALUE,
                                    since,
                                    MostTelling.size(values, weights, period, since.months, madeUp)));
                }
            }
        });
        Map<String, Finding<Fraction>> sizes = new LinkedHashMap<>();
        statements.forEach((id, statement) -> sizes.put(id, statement.size()));
        return MostTelling.ranked(sizes).stream()
                .map(id -> told(id, Objects.requireNonNull(statements.get(id))))
                .toList();
    }

    private static void add(Map<String, Statement> statements, String feed, YearMonth period, Statement statement) {
        statements.put(
                String.join(
                        "/",
                        feed,
                        period.toString(),
                        statement.subject(),
                        statement.measure().prefix + statement.since().id),
                statement);
    }

    private static Telling told(String id, Statement statement) {
        return new Telling(
                id,
                statement.size().value().orElseThrow().rounded(DECIMALS),
                statement.subject(),
                statement.measure(),
                statement.since().comparison);
    }
}
