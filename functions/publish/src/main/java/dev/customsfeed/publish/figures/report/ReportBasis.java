package dev.customsfeed.publish.figures.report;

import dev.customsfeed.ledger.CommodityMonth.Counted;
import dev.customsfeed.ledger.Valuation;
import dev.customsfeed.ledger.feed.FeedDefinition;
import dev.customsfeed.publish.figures.feed.Valuations;
import dev.customsfeed.publish.figures.price.FeedPrices;
import dev.customsfeed.publish.figures.revision.NetRevision;
import dev.customsfeed.publish.figures.revision.Revision;
import dev.customsfeed.publish.figures.revision.Suspicion;
import dev.customsfeed.publish.figures.trade.PartnerCodes;
import java.time.Instant;
import java.time.YearMonth;
import java.util.Collections;
import java.util.List;
import java.util.NavigableSet;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.stream.Collectors;

/**
 * All that the report of one month is computed from: of equal ones the report is the same, byte for byte.
 *
 * @param feed what the feed is
 * @param period the month
 * @param counting what counts of each series in the months that the figures come from, bases of comparison included
 * @param reported who reported each of these months, whatever the commodities
 * @param partnerNames what files call those partners whom the source's code list does not have
 * @param suspicions what looks like a part of the month, or lost something that was known
 * @param rejections notes on uploads that were rejected
 * @param revisions what changed in the month since it first arrived, newest first
 * @param revisedBefore earlier months of the year with a {@linkplain NetRevision revision that readers see}
 * @param firstUploaded when the first file that ever had the month was uploaded
 * @param lastChanged when a file that any of the figures come from, or ever came from, was last uploaded, deleted or restored
 * @param prices what counts of prices in the months that the month's unit values are held against
 */
public record ReportBasis(
        FeedDefinition feed,
        YearMonth period,
        List<Counting> counting,
        SortedMap<YearMonth, SortedSet<String>> reported,
        SortedMap<String, String> partnerNames,
        List<Suspicion> suspicions,
        List<Note> rejections,
        List<Revision> revisions,
        NavigableSet<YearMonth> revisedBefore,
        Instant firstUploaded,
        Instant lastChanged,
        FeedPrices prices) {

    /** What counts of one reporter's trade in a commodity in a month. */
    public record Counting(String reporter, String commodity, YearMonth month, Counted counts) {}

    /** The same with what counts of some series alone: who looks at one product need not look at all the others' each time. */
    ReportBasis of(List<Counting> some) {
        return new ReportBasis(
                feed,
                period,
                some,
                reported,
                partnerNames,
                suspicions,
                rejections,
                revisions,
                revisedBefore,
                firstUploaded,
                lastChanged,
                prices);
    }

    /** What counts of the month itself. */
    List<Counting> ofPeriod() {
        return counting.stream().filter(one -> one.month().equals(period)).toList();
    }

    /** What the values of the month include. */
    SortedSet<Valuation> valuations() {
        return Valuations.of(feed, ofPeriod().stream().map(Counting::counts).toList());
    }

    /** Who the partner codes stand for. */
    PartnerCodes partnerCodes() {
        return PartnerCodes.of(feed.tradeFlow().source()).named(partnerNames);
    }

    /** Who reported the month itself. */
    SortedSet<String> reporting() {
        return reported.getOrDefault(period, Collections.emptySortedSet());
    }

    /** Who of the feed's reporters, having reported the month if there are several, is not known to have traded {@code commodity} or not. */
    SortedSet<String> lacking(String commodity) {
        SortedSet<String> lacking = new TreeSet<>(feed.isOfGroup() ? reporting() : feed.reporters());
        lacking.removeAll(ofPeriod().stream()
                .filter(one -> one.commodity().equals(commodity))
                .map(Counting::reporter)
                .collect(Collectors.toSet()));
        return lacking;
    }
}
