package dev.customsfeed.publish.figures.report;

import dev.customsfeed.ledger.Valuation;
import dev.customsfeed.ledger.feed.FeedDefinition;
import dev.customsfeed.ledger.feed.PolicyEvent;
import dev.customsfeed.publish.figures.feed.Valuations;
import dev.customsfeed.publish.figures.revision.Revision;
import dev.customsfeed.publish.figures.trade.PartnerCodes;
import java.time.Instant;
import java.time.YearMonth;
import java.util.List;
import java.util.SortedMap;
import java.util.SortedSet;

/**
 * Everything that is computed for one month.
 *
 * @param feed what the feed is
 * @param period the month
 * @param reporting of a group of reporters, the members that have reported the month; empty in other feeds
 * @param valuations what the values of the month include; empty where nobody knows
 * @param partnerNames what files call those partners whom the source's code list does not have, by code
 * @param total over all products
 * @param partners those of the total, largest first; empty if its month is not known
 * @param regions those of the total: all regions of both schemes, always in the same order
 * @param analysis what the months say of the total beyond that
 * @param products in the order of the feed's definition
 * @param events policy events from the month to its release; of a month that the calendar does not have, to the second month after it
 * @param traces what traces events left, from their announcement to a year after the months that are looked at
 * @param telling the changes of the month by how telling they are, the most telling first
 * @param notes what concerns the whole report
 * @param revisions what changed in the month since it first arrived, newest first
 * @param files the file versions that its figures come from, bases of comparison included
 * @param firstUploaded when the first file that ever had the month was uploaded
 * @param lastChanged when a file that any of its figures come from, or ever came from, was last uploaded, deleted or restored
 * @param splits those of the total by customs regime, province ...: one for each dimension that the source has
 */
public record MonthReport(
        FeedDefinition feed,
        YearMonth period,
        SortedSet<String> reporting,
        SortedSet<Valuation> valuations,
        SortedMap<String, String> partnerNames,
        Figures total,
        List<PartnerFigure> partners,
        List<RegionFigure> regions,
        Analysis analysis,
        List<ProductReport> products,
        List<PolicyEvent> events,
        List<EventTrace> traces,
        List<Telling> telling,
        List<Note> notes,
        List<Revision> revisions,
        List<SourceFile> files,
        Instant firstUploaded,
        Instant lastChanged,
        List<DimensionSplit> splits) {

    /** Who the source's partner codes stand for. */
    public PartnerCodes partnerCodes() {
        return PartnerCodes.of(feed.tradeFlow().source()).named(partnerNames);
    }

    /** Whether month and cumulative figures of the total and of every product are known. */
    public boolean isComplete() {
        return total.isComplete()
                && products.stream().allMatch(product -> product.figures().isComplete());
    }

    /** Whether the value of the month is known and no net weight of a product that was traded: the month is told by value. */
    public boolean isOfValueAlone() {
        return total.month().amount().isOfValueAlone()
                && products.stream()
                        .map(product -> product.figures().month().amount().netWeightGrams())
                        .allMatch(weight -> weight.isEmpty() || weight.getAsLong() == 0);
    }

    /** The same as articles tell it: products, and the total, that are known by their value alone have no net weights. */
    public MonthReport asTold() {
        boolean byValue = isOfValueAlone();
        return new MonthReport(
                feed,
                period,
                reporting,
                valuations,
                partnerNames,
                byValue ? total.byValue() : total,
                byValue ? partners.stream().map(PartnerFigure::byValue).toList() : partners,
                byValue ? regions.stream().map(RegionFigure::byValue).toList() : regions,
                analysis,
                products.stream().map(ProductReport::asTold).toList(),
                events,
                traces,
                telling,
                notes,
                revisions,
                files,
                firstUploaded,
                lastChanged,
                byValue ? splits.stream().map(DimensionSplit::byValue).toList() : splits);
    }

    /** Whether readers have to be told what the values include: exports that are free on board go without saying (IMTS 2010). */
    public boolean saysValuation() {
        return Valuations.areWorthSaying(feed.tradeFlow().flow(), valuations);
    }

    /** The events around which the months lie that an outlook is the mean of, be it of the total or of a product alone. */
    public List<PolicyEvent> eventsInOutlook() {
        return OutlookEvents.of(feed, traces, analysis, products);
    }

    /** The {@code status}: {@code complete} or {@code incomplete}. */
    public String status() {
        return isComplete() ? "complete" : "incomplete";
    }
}
