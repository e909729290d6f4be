package dev.customsfeed.publish.report;

import dev.customsfeed.ledger.CommodityMonth.Said;
import dev.customsfeed.ledger.feed.FeedDefinition;
import java.time.Instant;
import java.time.YearMonth;
import java.util.List;
import java.util.NavigableSet;

/**
 * All that the report of one month is computed from: of equal ones the report is the same, byte for byte.
 *
 * @param feed what the feed is
 * @param period the month
 * @param counting what counts of each commodity in the months that the figures come from, bases of comparison included
 * @param uploaded whether some file has the month, whatever its commodities
 * @param refusals notes on uploads that were refused
 * @param revisions what changed in the month since it first arrived, newest first
 * @param revisedBefore earlier months of the year with a {@linkplain NetRevision revision that readers see}
 * @param firstUploaded when the first file that ever had the month was uploaded
 * @param lastChanged when a file that any of the figures come from, or ever came from, was last uploaded, deleted or restored
 */
public record ReportBasis(
        FeedDefinition feed,
        YearMonth period,
        List<Counting> counting,
        boolean uploaded,
        List<Note> refusals,
        List<Revision> revisions,
        NavigableSet<YearMonth> revisedBefore,
        Instant firstUploaded,
        Instant lastChanged) {

    /** What counts of a commodity in a month. */
    public record Counting(String commodity, YearMonth month, Said said) {}

    /** Whether the month itself is known of {@code commodity}. */
    boolean knows(String commodity) {
        return counting.stream()
                .anyMatch(one -> one.month().equals(period) && one.commodity().equals(commodity));
    }
}
