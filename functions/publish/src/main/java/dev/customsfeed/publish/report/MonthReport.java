package dev.customsfeed.publish.report;

import dev.customsfeed.ledger.Valuation;
import dev.customsfeed.ledger.feed.FeedDefinition;
import dev.customsfeed.ledger.feed.PolicyEvent;
import java.time.Instant;
import java.time.YearMonth;
import java.util.List;
import java.util.SortedSet;

/**
 * Everything that is computed for one month.
 *
 * @param feed what the feed is
 * @param period the month
 * @param reporting of a group of reporters, the members that have reported the month; empty in other feeds
 * @param valuations what the values of the month include; empty where nobody knows
 * @param total over all products
 * @param partners those of the total, largest first; empty if its month is not known
 * @param regions those of the total: all regions of both schemes, always in the same order
 * @param products in the order of the feed's definition
 * @param events policy events from the month to its release; of a month that the calendar does not have, to the second month after it
 * @param notes what concerns the whole report
 * @param revisions what changed in the month since it first arrived, newest first
 * @param files the file versions that its figures come from, bases of comparison included
 * @param firstUploaded when the first file that ever had the month was uploaded
 * @param lastChanged when a file that any of its figures come from, or ever came from, was last uploaded, deleted or restored
 */
public record MonthReport(
        FeedDefinition feed,
        YearMonth period,
        SortedSet<String> reporting,
        SortedSet<Valuation> valuations,
        Figures total,
        List<PartnerFigure> partners,
        List<RegionFigure> regions,
        List<ProductReport> products,
        List<PolicyEvent> events,
        List<Note> notes,
        List<Revision> revisions,
        List<SourceFile> files,
        Instant firstUploaded,
        Instant lastChanged) {

    /** Whether month and cumulative figures of the total and of every product are known. */
    public boolean isComplete() {
        return total.isComplete()
                && products.stream().allMatch(product -> product.figures().isComplete());
    }

    /** Whether readers have to be told what the values include: exports that are free on board go without saying (IMTS 2010). */
    public boolean saysValuation() {
        return Valuations.areWorthSaying(feed.tradeFlow().flow(), valuations);
    }

    /** The {@code status}: {@code complete} or {@code incomplete}. */
    public String status() {
        return isComplete() ? "complete" : "incomplete";
    }
}
