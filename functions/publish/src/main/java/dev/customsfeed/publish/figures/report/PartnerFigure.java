package dev.customsfeed.publish.figures.report;

import dev.customsfeed.publish.figures.trade.Partner;
import dev.customsfeed.publish.figures.trade.Span;
import java.math.BigDecimal;
import java.time.YearMonth;
import java.util.Optional;
import java.util.Set;

/**
 * The trade with one partner.
 *
 * @param partner who
 * @param month the month
 * @param sharePct its share in the net weight of the month of the product, or of the total, in percent
 * @param valueSharePct its share in the value, in percent
 * @param ytd from January to the month
 * @param contribution to the changes of the product, or of the total; those of all partners add up to them
 */
public record PartnerFigure(
        Partner partner,
        MonthFigure month,
        Optional<BigDecimal> sharePct,
        Optional<BigDecimal> valueSharePct,
        YearToDate ytd,
        Contribution contribution) {

    /** The same with quantities in it that the source made up in {@code months}. */
    PartnerFigure imputed(YearMonth period, Set<YearMonth> months) {
        if (months.isEmpty()) {
            return this;
        }
        return new PartnerFigure(
                partner,
                month.imputed(period, months),
                sharePct,
                valueSharePct,
                ytd.imputed(months.stream().anyMatch(Span.yearToDate(period)::has)),
                contribution);
    }

    /** The same without net weights. */
    PartnerFigure byValue() {
        return new PartnerFigure(
                partner, month.byValue(), valueSharePct, valueSharePct, ytd.byValue(), Contribution.UNKNOWN);
    }
}
