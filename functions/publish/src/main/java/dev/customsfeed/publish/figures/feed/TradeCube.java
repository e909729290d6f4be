package dev.customsfeed.publish.figures.feed;

import dev.customsfeed.ledger.CommodityMonth;
import dev.customsfeed.ledger.CommodityMonth.Counted;
import dev.customsfeed.ledger.Totals;
import dev.customsfeed.ledger.Valuation;
import dev.customsfeed.ledger.feed.FeedDefinition;
import dev.customsfeed.ledger.feed.Product;
import dev.customsfeed.publish.figures.trade.Coverage;
import dev.customsfeed.publish.figures.trade.MonthlyTotals;
import dev.customsfeed.publish.figures.trade.Partner;
import dev.customsfeed.publish.figures.trade.ProductTrade;
import dev.customsfeed.publish.figures.trade.Span;
import dev.customsfeed.publish.figures.trade.WeightReason;
import java.time.Instant;
import java.time.YearMonth;
import java.util.Collections;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.NavigableSet;
import java.util.Objects;
import java.util.Optional;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.BiPredicate;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * A feed's trade by month, product and partner, as the formats and the page show it.
 *
 * @param feed what the feed is
 * @param months all from the oldest that a product has to the newest, those in between that nobody has included; may be empty
 * @param products the trade in each product, in the order of the feed's definition
 * @param total the trade in all products together
 * @param partners everyone who ever had trade in a product, by {@link Partner#id()}
 * @param valuations what values include; empty where nobody knows
 * @param weightReasons why net weights are not known, as the files say that lack them; empty where none does, and where nobody knows
 * @param updated when the newest file that counts was uploaded; empty if none does
 * @param courses the trade in each product, month by month
 */
public record TradeCube(
        FeedDefinition feed,
        List<YearMonth> months,
        Map<Product, ProductTrade> products,
        MonthlyTotals total,
        SortedMap<String, Partner> partners,
        SortedSet<Valuation> valuations,
        SortedSet<WeightReason> weightReasons,
        Optional<Instant> updated,
        Map<Product, ProductCourse> courses) {

    /**
     * That of a feed.
     *
     * @param trade what {@code data} add up to
     */
    public static TradeCube of(FeedData data, FeedTrade trade) {
        SortedMap<String, Partner> partners = new TreeMap<>();
        trade.products().values().forEach(product -> product.everyone()
                .forEach(partner -> partners.put(partner.id(), partner)));
        NavigableSet<YearMonth> known = data.periods();
        List<YearMonth> months = known.isEmpty() ? List.of() : new Span(known.first(), known.last()).months();
        Map<Product, ProductCourse> courses = new LinkedHashMap<>();
        trade.products().forEach((product, traded) -> courses.put(product, new ProductCourse(traded, months)));
        return new TradeCube(
                data.definition(),
                months,
                trade.products(),
                trade.whole().totals(),
                Collections.unmodifiableSortedMap(partners),
                Valuations.of(data),
                counting(data)
                        .flatMap(counts -> counts.said().stream())
                        .filter(said -> said.totals().rowsWithoutNetWeight() > 0)
                        .flatMap(said -> said.file().contents().unknownWeights().stream())
                        .map(unknown -> new WeightReason(unknown.reason(), unknown.unit()))
                        .collect(Collectors.toCollection(TreeSet::new)),
                counting(data)
                        .map(counts -> counts.newest().upload().order().lastModified())
                        .max(Comparator.naturalOrder()),
                courses);
    }

    private static Stream<Counted> counting(FeedData data) {
        return data.series().stream()
                .flatMap(series -> data.monthsOf(series).values().stream())
                .map(CommodityMonth::counts);
    }

    /** The trade in {@code product}, month by month. */
    public ProductCourse course(Product product) {
        return Objects.requireNonNull(courses.get(product));
    }

    /** Whose trade the figures of {@code product} in {@code month} are; empty if the month is not known. */
    public Optional<Coverage> coverage(Product product, YearMonth month) {
        return Objects.requireNonNull(products.get(product)).totals().coverage(month);
    }

    /**
     * What was traded of {@code product} in {@code month} with everybody; empty if that is not known, or only of a part of the trade.
     */
    public Optional<Totals> of(Product product, YearMonth month) {
        return Objects.requireNonNull(products.get(product)).totals().in(month).filter(known -> coverage(product, month)
                .orElseThrow()
                .isOfAllParts());
    }

    /** Whether something is known of {@code product} in {@code month}, but not the whole. */
    public boolean isPartial(Product product, YearMonth month) {
        MonthlyTotals totals = Objects.requireNonNull(products.get(product)).totals();
        return !totals.apart(Span.of(month)).isEmpty()
                || coverage(product, month)
                        .filter(known -> !known.isOfAllParts())
                        .isPresent();
    }

    /** Whether the figures of {@code product} in {@code month} lack members of the group of reporters. */
    public boolean lacksMembers(Product product, YearMonth month) {
        return coverage(product, month)
                .filter(known -> !known.unreported().isEmpty())
                .isPresent();
    }

    /** Whether {@code what} holds for some product in some month. */
    public boolean anywhere(BiPredicate<Product, YearMonth> what) {
        return products.keySet().stream()
                .anyMatch(product -> months.stream().anyMatch(month -> what.test(product, month)));
    }
}
