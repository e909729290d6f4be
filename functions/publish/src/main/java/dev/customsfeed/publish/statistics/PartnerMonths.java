package dev.customsfeed.publish.statistics;

import dev.customsfeed.trade.Totals;
import java.time.YearMonth;
import java.time.temporal.ChronoField;
import java.util.NavigableMap;

/**
 * The months in which a partner had trade; the others are zero. An array, not a map, because all partners of all products are
 * summed anew for each of many reports.
 */
final class PartnerMonths {

    private static final Totals[] NONE = {};

    private final long first;
    private final Totals[] months;

    /** Keeps a copy of {@code traded}. */
    PartnerMonths(NavigableMap<YearMonth, Totals> traded) {
        first = traded.isEmpty() ? 0 : number(traded.firstKey());
        months = traded.isEmpty() ? NONE : new Totals[(int) (number(traded.lastKey()) - first + 1)];
        traded.forEach((month, totals) -> months[(int) (number(month) - first)] = totals);
    }

    private static long number(YearMonth month) {
        return month.getLong(ChronoField.PROLEPTIC_MONTH);
    }

    /** The sum over {@code span}. */
    Totals in(Span span) {
        // Plain numbers: a report makes tens of thousands of these sums, and each would leave a dozen records behind.
        long rows = 0;
        long weight = 0;
        long unweighed = 0;
        long value = 0;
        long last = Math.min(number(span.last()) - first, months.length - 1L);
        for (long i = Math.max(number(span.first()) - first, 0); i <= last; i++) {
            Totals month = months[(int) i];
            if (month != null) {
                rows = Math.addExact(rows, month.rows());
                weight = Math.addExact(weight, month.reportedNetWeightKg());
                unweighed = Math.addExact(unweighed, month.rowsWithoutNetWeight());
                value = Math.addExact(value, month.value());
            }
        }
        return new Totals(rows, weight, unweighed, value);
    }

    /** Whether there was trade in {@code span}, be it of no weight and no value. */
    boolean hasTradeIn(Span span) {
        long last = Math.min(number(span.last()) - first, months.length - 1L);
        for (long i = Math.max(number(span.first()) - first, 0); i <= last; i++) {
            if (months[(int) i] != null) {
                return true;
            }
        }
        return false;
    }
}
