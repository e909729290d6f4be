package dev.customsfeed.publish.report;

import dev.customsfeed.ledger.feed.Product;
import java.math.BigDecimal;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;

/**
 * What is computed of one product.
 *
 * @param product which
 * @param sharePct its share in the total of the month, in percent
 * @param contribution to the changes of the total; those of all products add up to them
 * @param figures month, cumulative, half-years, quarters, peak and trough
 * @param partners largest first; empty if the month is not known
 * @param regions all regions of both schemes, always in the same order
 * @param hhi the concentration of partners in the month: the sum of their squared shares in percent, 0 to 10,000
 * @param notes why figures are not known, and what stands behind others
 */
public record ProductReport(
        Product product,
        Optional<BigDecimal> sharePct,
        Contribution contribution,
        Figures figures,
        List<PartnerFigure> partners,
        List<RegionFigure> regions,
        OptionalLong hhi,
        List<Note> notes) {}
