package dev.customsfeed.publish.figures.course;

import dev.customsfeed.publish.figures.Finding;
import dev.customsfeed.publish.figures.Fraction;
import dev.customsfeed.publish.figures.MonthSeries;
import dev.customsfeed.publish.figures.trade.Span;
import java.math.BigDecimal;
import java.time.YearMonth;

/**
 * Twelve months together, which no season and no single shipment turns around: the moving annual total
 * of business statistics.
 *
 * @param span the months
 * @param sum how much there was in them, in the series' unit
 * @param change the relative change since the twelve months before: sum / sum before - 1
 */
public record TwelveMonths(Span span, long sum, Finding<Fraction> change) {

    private static final int MONTHS = 12;

    /** The twelve months that end with {@code period}; nothing where one of them is missing. */
    public static Finding<TwelveMonths> of(MonthSeries series, YearMonth period) {
        Span span = Span.endingAt(period, MONTHS);
        return series.sum(span).map(sum -> new TwelveMonths(span, sum, change(series, period)));
    }

    /** The relative change of the twelve months that end with {@code period} since the twelve before. */
    static Finding<Fraction> change(MonthSeries series, YearMonth period) {
        Span all = Span.endingAt(period, 2 * MONTHS);
        Span span = Span.endingAt(period, MONTHS);
        return series.lacking(all)
                .<Finding<Fraction>>map(Finding::none)
                .orElseGet(() -> series.change(span, span.back(MONTHS)));
    }

    /** The change in percent with two decimals. */
    public Finding<BigDecimal> changePct() {
        return change.map(Fraction::percent);
    }
}
