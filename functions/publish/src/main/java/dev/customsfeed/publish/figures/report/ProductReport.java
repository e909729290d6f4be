package dev.customsfeed.publish.figures.report;

import dev.customsfeed.ledger.feed.Product;
import dev.customsfeed.publish.figures.revision.Suspicion;
import dev.customsfeed.publish.figures.trade.WeightReason;
import java.math.BigDecimal;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.SortedSet;

/**
 * What is computed of one product.
 *
 * @param product which
 * @param sharePct its share in the total net weight of the month, in percent
 * @param valueSharePct its share in the total value of the month, in percent
 * @param contribution to the changes of the total; those of all products add up to them
 * @param figures month, cumulative, half-years, quarters, peak and trough
 * @param partners largest first; empty if the month is not known
 * @param regions all regions of both schemes, always in the same order
 * @param hhi the concentration of partners in the month: the Herfindahl-Hirschman index (Hirschman 1945, Herfindahl 1950), the sum of their
 *     squared shares in percent, 0 to 10,000, among the partners that somebody named; empty where a net weight is not known or all are zero
 * @param unknownWeights why the month's net weight is not known although its value is; empty where nobody knows
 * @param suspicions which of its figures look like those of a part of the month, or lost something that was known
 * @param analysis what the months say beyond that
 * @param notes why figures are not known, and what stands behind others
 * @param splits by customs regime, province ...: one for each dimension that the source has
 * @param price what its unit value is held against; empty where the definition names no price for it
 */
public record ProductReport(
        Product product,
        Optional<BigDecimal> sharePct,
        Optional<BigDecimal> valueSharePct,
        Contribution contribution,
        Figures figures,
        List<PartnerFigure> partners,
        List<RegionFigure> regions,
        OptionalLong hhi,
        SortedSet<WeightReason> unknownWeights,
        List<Suspicion> suspicions,
        Analysis analysis,
        List<Note> notes,
        List<DimensionSplit> splits,
        Optional<PriceReport> price) {

    /** Whether the month is known by its value alone. */
    public boolean isOfValueAlone() {
        return figures.month().amount().isOfValueAlone();
    }

    /** The same without net weights. */
    private ProductReport byValue() {
        return new ProductReport(
                product,
                valueSharePct,
                valueSharePct,
                Contribution.UNKNOWN,
                figures.byValue(),
                partners.stream().map(PartnerFigure::byValue).toList(),
                regions.stream().map(RegionFigure::byValue).toList(),
                OptionalLong.empty(),
                unknownWeights,
                suspicions,
                analysis,
                notes,
                splits.stream().map(DimensionSplit::byValue).toList(),
                price);
    }

    /** The same, without net weights if that of the month is not known: as far as they go, they cannot be told beside the month. */
    ProductReport asTold() {
        return isOfValueAlone() ? byValue() : this;
    }
}
