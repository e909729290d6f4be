package dev.customsfeed.publish.figures.course;

import dev.customsfeed.publish.figures.Finding;
import dev.customsfeed.publish.figures.Fraction;
import dev.customsfeed.publish.figures.MonthSeries;
import dev.customsfeed.publish.figures.Reason;
import dev.customsfeed.publish.figures.trade.Span;
import java.time.YearMonth;
import java.util.Optional;

/**
 * Whether a growth is from next to nothing: the base is below a tenth of the series' median of the 24 months before it. Then a percentage
 * says little, and whoever tells it should say from what.
 *
 * <p>A rule of this project's own: it is held against the series' own past, so that it means the same to a trade of kilograms and to one
 * of shiploads. A median, for a few large months must not make the others look low; 24 months, in which each season is twice.
 *
 * @param base the month that is compared with
 * @param amount how much there was in it, in the series' unit
 * @param median the median of the 24 months before it
 * @param isLow whether the base is below a tenth of that
 */
public record LowBase(YearMonth base, long amount, Fraction median, boolean isLow) {

    private static final int MONTHS = 24;
    private static final Fraction TENTH = Fraction.of(1, 10);

    /** What is to be said of {@code base}; nothing where it or one of the 24 months before it is missing. */
    public static Finding<LowBase> of(MonthSeries series, YearMonth base) {
        Optional<Reason> lacking = series.lacking(Span.endingAt(base, MONTHS + 1));
        if (lacking.isPresent()) {
            return Finding.none(lacking.get());
        }
        long amount = series.in(base).orElseThrow();
        Fraction median = Fraction.median(Span.endingAt(base.minusMonths(1), MONTHS).months().stream()
                .map(month -> Fraction.of(series.in(month).orElseThrow()))
                .toList());
        return Finding.found(
                new LowBase(base, amount, median, Fraction.of(amount).isBelow(median.times(TENTH))));
    }
}
