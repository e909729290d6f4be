package dev.customsfeed.publish.figures.report;

import dev.customsfeed.ledger.feed.FeedDefinition;
import dev.customsfeed.ledger.feed.Product;
import dev.customsfeed.ledger.feed.Release;
import dev.customsfeed.publish.figures.missing.MissingFigures;
import dev.customsfeed.publish.figures.trade.Span;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;

/**
 * Which months a feed has. A function of its reports and its release calendar, not of the day on which somebody asks.
 *
 * @param newest the newest month that has a report
 * @param missing months between the oldest and the newest without a report, oldest first
 * @param next the first release after the newest month
 * @param products in the order of the definition
 * @param months from the newest to the oldest, none left out
 */
public record Availability(
        Optional<YearMonth> newest,
        List<YearMonth> missing,
        Optional<Release> next,
        List<OfProduct> products,
        List<OfMonth> months) {

    /**
     * The months of one product.
     *
     * @param newest the newest of which all commodities are known
     * @param missing those of which one is not, oldest first
     * @param why why they are missing
     */
    public record OfProduct(Product product, Optional<YearMonth> newest, List<YearMonth> missing, MissingFigures why) {}

    /**
     * One month.
     *
     * @param status that of the report, or {@code missing}
     * @param missing the products that are not known
     */
    public record OfMonth(YearMonth period, String status, List<Product> missing) {

        /** A month that has a report. */
        public static OfMonth of(MonthReport report) {
            return new OfMonth(
                    report.period(),
                    report.status(),
                    report.products().stream()
                            .filter(product ->
                                    product.figures().month().amount().value().isEmpty())
                            .map(ProductReport::product)
                            .toList());
        }
    }

    /** Of a feed that has reports of the months {@code known}. */
    public static Availability of(FeedDefinition definition, List<OfMonth> known, Map<Product, MissingFigures> why) {
        Map<YearMonth, OfMonth> byPeriod =
                known.stream().collect(Collectors.toMap(OfMonth::period, Function.identity()));
        Optional<YearMonth> newest = byPeriod.keySet().stream().max(Comparator.naturalOrder());
        List<YearMonth> all = newest.map(last -> new Span(Collections.min(byPeriod.keySet()), last).months())
                .orElse(List.of());
        List<OfMonth> months = new ArrayList<>();
        for (YearMonth period : all) {
            months.add(Optional.ofNullable(byPeriod.get(period))
                    .orElseGet(() -> new OfMonth(period, "missing", definition.products())));
        }
        Collections.reverse(months);
        return new Availability(
                newest,
                all.stream().filter(period -> !byPeriod.containsKey(period)).toList(),
                definition.releases().stream()
                        .filter(release -> newest.isEmpty() || release.period().isAfter(newest.get()))
                        .findFirst(),
                definition.products().stream()
                        .map(product -> product(product, months, Objects.requireNonNull(why.get(product))))
                        .toList(),
                List.copyOf(months));
    }

    private static OfProduct product(Product product, List<OfMonth> months, MissingFigures why) {
        Optional<YearMonth> newest = months.stream()
                .filter(month -> !month.missing().contains(product))
                .map(OfMonth::period)
                .findFirst();
        List<YearMonth> missing = months.stream()
                .filter(month -> month.missing().contains(product))
                .map(OfMonth::period)
                .sorted()
                .toList();
        return new OfProduct(product, newest, missing, why);
    }
}
