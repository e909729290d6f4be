package dev.customsfeed.publish.figures.course;

import dev.customsfeed.publish.figures.Finding;
import dev.customsfeed.publish.figures.MonthSeries;
import dev.customsfeed.publish.figures.Reason;
import dev.customsfeed.publish.figures.trade.Span;
import java.time.YearMonth;
import java.util.Optional;

/**
 * Since when a month is the highest or the lowest, as far as the months without a gap reach: a count, which needs no source
 * but this. A month that is as high, or as low, ends it.
 *
 * @param highest whether it is higher than the months before; else it is lower
 * @param months than how many months before it, at least one
 * @param since the last month that was as high or higher, as low or lower; empty if none of those that are there was
 */
public record HighOrLow(boolean highest, int months, Optional<YearMonth> since) {

    /**
     * What {@code period} is.
     *
     * @return {@link Reason.Unchanged} if it is as the month before
     */
    public static Finding<HighOrLow> of(MonthSeries series, YearMonth period) {
        Optional<Reason> lacking = series.lacking(Span.endingAt(period, 2));
        if (lacking.isPresent()) {
            return Finding.none(lacking.get());
        }
        long amount = series.in(period).orElseThrow();
        int direction = compared(series, amount, period.minusMonths(1));
        if (direction == 0) {
            return Finding.none(new Reason.Unchanged());
        }
        int reach = series.monthsInARow(period) - 1;
        int months = 1;
        while (months < reach && compared(series, amount, period.minusMonths(months + 1L)) == direction) {
            months++;
        }
        return Finding.found(new HighOrLow(
                direction > 0,
                months,
                months < reach ? Optional.of(period.minusMonths(months + 1L)) : Optional.empty()));
    }

    private static int compared(MonthSeries series, long amount, YearMonth month) {
        return Integer.signum(Long.compare(amount, series.in(month).orElseThrow()));
    }
}
