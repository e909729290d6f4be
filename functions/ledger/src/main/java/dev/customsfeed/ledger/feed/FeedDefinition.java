package dev.customsfeed.ledger.feed;

import dev.customsfeed.ledger.Series;
import dev.customsfeed.ledger.TradeFlow;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.List;
import java.util.Optional;

/**
 * What a feed is: which commodities of which trade flow it is about and what they are called. Data, not code: it lies in the
 * upload bucket as {@code feeds/<id>.json}.
 *
 * @param id the feed's name, also of its folder in the feed bucket
 * @param title what it is called
 * @param tradeFlow source, reporter and flow
 * @param currency ISO 4217 code of the values it shows
 * @param sample whether its files are samples rather than customs data; everything that is published then says so
 * @param products in the order in which they are shown; no commodity is in two of them
 * @param events policy events, oldest first
 * @param releases the release calendar, oldest period first
 */
public record FeedDefinition(
        String id,
        LocalizedText title,
        TradeFlow tradeFlow,
        String currency,
        boolean sample,
        List<Product> products,
        List<PolicyEvent> events,
        List<Release> releases) {

    /** The series of one of the feed's commodities. */
    public Series series(String commodity) {
        return new Series(tradeFlow, currency, commodity);
    }

    /** The day on which the customs office publishes {@code period}; empty where the calendar does not have it. */
    public Optional<LocalDate> release(YearMonth period) {
        return releases.stream()
                .filter(release -> release.period().equals(period))
                .map(Release::date)
                .findFirst();
    }

    /** All commodity codes of all products, in their order. */
    public List<String> commodities() {
        return products.stream().flatMap(product -> product.hs().stream()).toList();
    }
}
