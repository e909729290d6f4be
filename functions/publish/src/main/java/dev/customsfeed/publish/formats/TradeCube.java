package dev.customsfeed.publish.formats;

import dev.customsfeed.ledger.CommodityMonth;
import dev.customsfeed.ledger.CommodityMonth.Said;
import dev.customsfeed.ledger.Totals;
import dev.customsfeed.ledger.feed.FeedDefinition;
import dev.customsfeed.ledger.feed.Product;
import dev.customsfeed.publish.report.FeedData;
import dev.customsfeed.publish.report.FeedTrade;
import dev.customsfeed.publish.statistics.MonthlyTotals;
import dev.customsfeed.publish.statistics.Partner;
import dev.customsfeed.publish.statistics.ProductTrade;
import dev.customsfeed.publish.statistics.Span;
import java.time.Instant;
import java.time.YearMonth;
import java.util.Collections;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.NavigableSet;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.Stream;

/**
 * A feed's trade by month, product and partner, as the formats and the page show it.
 *
 * @param feed what the feed is
 * @param months all from the oldest that a product has to the newest, those in between that nobody has included; may be empty
 * @param products the trade in each product, in the order of the feed's definition
 * @param total the trade in all products together
 * @param partners everyone who ever had trade in a product, by {@link Partner#id()}
 * @param updated when the newest file that counts was uploaded; empty if none does
 */
public record TradeCube(
        FeedDefinition feed,
        List<YearMonth> months,
        Map<Product, ProductTrade> products,
        MonthlyTotals total,
        SortedMap<String, Partner> partners,
        Optional<Instant> updated) {

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
        return new TradeCube(
                data.definition(),
                known.isEmpty() ? List.of() : new Span(known.first(), known.last()).months(),
                trade.products(),
                trade.whole().totals(),
                Collections.unmodifiableSortedMap(partners),
                counting(data).map(said -> said.upload().order().lastModified()).max(Comparator.naturalOrder()));
    }

    private static Stream<Said> counting(FeedData data) {
        return data.definition().commodities().stream()
                .flatMap(commodity -> data.monthsOf(commodity).values().stream())
                .map(CommodityMonth::counts);
    }

    /** What was traded of {@code product} in {@code month} with everybody; empty if that is not known. */
    public Optional<Totals> of(Product product, YearMonth month) {
        return products.get(product).totals().in(month);
    }

    /** What was traded of {@code product} in {@code month} with {@code partner}; empty if the month is not known. */
    public Optional<Totals> of(Product product, YearMonth month, Partner partner) {
        return products.get(product).of(partner, month);
    }
}
