package dev.customsfeed.publish.figures.report;

import dev.customsfeed.ledger.feed.LocalizedText;
import dev.customsfeed.publish.figures.trade.Span;
import java.math.BigDecimal;
import java.time.YearMonth;
import java.util.Optional;
import java.util.Set;

/**
 * The trade under one customs regime, or of the firms of one province.
 *
 * @param code the source's own
 * @param name what the source's code list calls it; the code itself where none names it
 * @param month the month
 * @param sharePct its share in the net weight of the month of the product, or of the total, in percent; empty where those are of a part
 *     of the trade
 * @param valueSharePct its share in the value, in percent
 * @param ytd from January to the month
 */
public record DimensionFigure(
        String code,
        LocalizedText name,
        MonthFigure month,
        Optional<BigDecimal> sharePct,
        Optional<BigDecimal> valueSharePct,
        YearToDate ytd) {

    /** The same with quantities in it that the source made up in {@code months}. */
    DimensionFigure imputed(YearMonth period, Set<YearMonth> months) {
        if (months.isEmpty()) {
            return this;
        }
        return new DimensionFigure(
                code,
                name,
                month.imputed(period, months),
                sharePct,
                valueSharePct,
                ytd.imputed(months.stream().anyMatch(Span.yearToDate(period)::has)));
    }

    /** The same without net weights. */
    DimensionFigure byValue() {
        return new DimensionFigure(code, name, month.byValue(), valueSharePct, valueSharePct, ytd.byValue());
    }
}
