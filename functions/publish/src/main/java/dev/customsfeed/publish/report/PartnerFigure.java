package dev.customsfeed.publish.report;

import dev.customsfeed.publish.statistics.Partner;
import java.math.BigDecimal;
import java.util.Optional;

/**
 * The trade with one partner.
 *
 * @param partner who
 * @param month the month
 * @param sharePct its share in the product's month, in percent
 * @param ytd from January to the month
 */
public record PartnerFigure(Partner partner, MonthFigure month, Optional<BigDecimal> sharePct, YearToDate ytd) {}
