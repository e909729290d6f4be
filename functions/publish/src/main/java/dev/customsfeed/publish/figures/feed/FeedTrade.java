package dev.customsfeed.publish.figures.feed;

import dev.customsfeed.ledger.feed.Product;
import dev.customsfeed.publish.figures.trade.PartnerCodes;
import dev.customsfeed.publish.figures.trade.ProductTrade;
import dev.customsfeed.publish.figures.trade.Reporters;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * The trade that a feed is about, added up.
 *
 * @param reporters whose trade it is
 * @param products the trade in each product, in the order of the feed's definition
 * @param whole the trade in all products together
 */
public record FeedTrade(Reporters reporters, Map<Product, ProductTrade> products, ProductTrade whole) {

    /**
     * Adds up a feed's data.
     *
     * @throws IllegalArgumentException if the project has no partner codes of the feed's source
     * @throws ArithmeticException if a sum does not fit a {@code long}
     */
    public static FeedTrade of(FeedData data) {
        PartnerCodes codes = data.partnerCodes();
        Reporters reporters = data.reporters();
        Map<Product, ProductTrade> products = new LinkedHashMap<>();
        for (Product product : data.definition().products()) {
            products.put(
                    product,
                    ProductTrade.of(
                            product.hs().stream().map(data::monthsByReporter).toList(), reporters, codes));
        }
        return new FeedTrade(reporters, Collections.unmodifiableMap(products), ProductTrade.sum(products.values()));
    }
}
