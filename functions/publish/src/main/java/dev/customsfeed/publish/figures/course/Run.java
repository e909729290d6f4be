package dev.customsfeed.publish.figures.course;

import dev.customsfeed.publish.figures.Finding;
import dev.customsfeed.publish.figures.MonthSeries;
import dev.customsfeed.publish.figures.Reason;
import dev.customsfeed.publish.figures.trade.Span;
import java.time.YearMonth;
import java.util.OptionalInt;

/**
 * How many months in a row a series has risen or fallen: a count, which needs no source but this. A month that neither rose nor fell
 * ends a run.
 *
 * @param rising whether it rose; else it fell
 * @param months how many in a row, the last one included, at least one
 * @param broken whether it is known that the month before them did not belong to them; else the run is at least as long as this, for
 *     the months reach no further
 */
public record Run(boolean rising, int months, boolean broken) {

    /**
     * The run that ends with {@code period}.
     *
     * @param lag what each month is held against: that of so many months before, 1 or 12
     * @return {@link Reason.Unchanged} if the month is as the one that it is held against
     */
    public static Finding<Run> of(MonthSeries series, YearMonth period, int lag) {
        OptionalInt last = direction(series, period, lag);
        if (last.isEmpty()) {
            return Finding.none(series.lacking(Span.endingAt(period, lag + 1)).orElseThrow());
        }
        if (last.getAsInt() == 0) {
            return Finding.none(new Reason.Unchanged());
        }
        int months = 0;
        OptionalInt direction = last;
        while (direction.equals(last)) {
            months++;
            direction = direction(series, period.minusMonths(months), lag);
        }
        return Finding.found(new Run(last.getAsInt() > 0, months, direction.isPresent()));
    }

    /** 1, 0 or -1; empty where one of the two is missing. */
    private static OptionalInt direction(MonthSeries series, YearMonth month, int lag) {
        return series.in(month).isEmpty() || series.in(month.minusMonths(lag)).isEmpty()
                ? OptionalInt.empty()
                : OptionalInt.of(Long.compare(
                        series.in(month).getAsLong(),
                        series.in(month.minusMonths(lag)).getAsLong()));
    }
}
