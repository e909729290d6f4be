package dev.customsfeed.publish.report;

import dev.customsfeed.publish.statistics.Partner;
import java.math.BigDecimal;
import java.util.Optional;

/**
 * The trade with one partner.
 *
 * @param partner who
 * @param month the month
 * @param sharePct its share in the month of the product, or of the total, in percent
 * @param ytd from January to the month
 * @param contribution to the changes of the product, or of the total; those of all partners add up to them
 */
public record PartnerFigure(
        Partner partner, MonthFigure month, Optional<BigDecimal> sharePct, YearToDate ytd, Contribution contribution) {}
