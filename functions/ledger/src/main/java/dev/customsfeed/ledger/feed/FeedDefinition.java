package dev.customsfeed.ledger.feed;

import dev.customsfeed.ledger.Series;
import dev.customsfeed.ledger.SourceRules;
import dev.customsfeed.ledger.TradeFlow;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.List;
import java.util.Optional;
import java.util.SortedSet;
import java.util.TreeSet;

/**
 * What a feed is: which commodities of which trade flow it is about and what they are called. Data, not code: it lies in the
 * upload bucket as {@code feeds/<id>.json}.
 *
 * @param id the feed's name, also of its folder in the feed bucket
 * @param title what it is called
 * @param source the rules of the source
 * @param tradeFlow source, reporter and flow; the reporter may be a group of reporters
 * @param currency ISO 4217 code of the values it shows
 * @param sample whether its files are samples rather than customs data; everything that is published then says so
 * @param products in the order in which they are shown; no commodity is in two of them, and none begins another
 * @param events policy events, oldest first
 * @param releases the release calendar, oldest period first
 * @param prices the prices that unit values are held against, each of one product and no product with two
 * @param rows whether the rows that figures add up from are published, where the source's terms allow it
 */
public record FeedDefinition(
        String id,
        LocalizedText title,
        SourceRules source,
        TradeFlow tradeFlow,
        String currency,
        boolean sample,
        List<Product> products,
        List<PolicyEvent> events,
        List<Release> releases,
        List<PriceReference> prices,
        boolean rows) {

    /** The upload log that tells of the files that the feed is made from. */
    public String log() {
        return source.log(tradeFlow);
    }

    /** Whose trade it is, as the source's codes: the members of the group, or the one reporter. */
    public SortedSet<String> reporters() {
        SortedSet<String> members = source.reporterGroups().get(tradeFlow.reporter());
        return members == null ? new TreeSet<>(List.of(tradeFlow.reporter())) : members;
    }

    /** Whether it is about a group of reporters, which has no figures but the sums of its members'. */
    public boolean isOfGroup() {
        return source.reporterGroups().containsKey(tradeFlow.reporter());
    }

    /** The series of one of the feed's commodities; of a group, a name alone, for its figures are in its members' series. */
    public Series series(String commodity) {
        return new Series(tradeFlow, currency, commodity);
    }

    /** The series of one of the feed's commodities that {@code reporter} reports. */
    public Series series(String reporter, String commodity) {
        return new Series(new TradeFlow(tradeFlow.source(), reporter, tradeFlow.flow()), currency, commodity);
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
