package dev.customsfeed.publish.figures;

import dev.customsfeed.publish.figures.trade.Span;
import java.time.YearMonth;
import java.util.List;
import java.util.OptionalLong;
import java.util.SortedMap;
import java.util.TreeMap;

/** Series of months for tests, from January 2019 on. */
public final class Months {

    /** The first month of every series here. */
    public static final YearMonth START = YearMonth.of(2019, 1);

    private Months() {}

    /** The month that is {@code index} months after the first. */
    public static YearMonth at(int index) {
        return START.plusMonths(index);
    }

    /** These amounts, month by month. */
    public static MonthSeries series(long... amounts) {
        SortedMap<YearMonth, Long> known = new TreeMap<>();
        for (int i = 0; i < amounts.length; i++) {
            known.put(at(i), amounts[i]);
        }
        return MonthSeries.of(known);
    }

    /** These amounts, month by month. */
    public static MonthSeries series(List<Long> amounts) {
        return series(amounts.stream().mapToLong(Long::longValue).toArray());
    }

    /** The last month of a series of {@code amounts}. */
    public static YearMonth last(List<?> amounts) {
        return at(amounts.size() - 1);
    }

    /** The same without {@code month}. */
    public static MonthSeries without(MonthSeries series, YearMonth month) {
        Span span = series.span();
        return MonthSeries.of(span, each -> each.equals(month) ? OptionalLong.empty() : series.in(each));
    }

    /** {@code count} times {@code amount}. */
    public static List<Long> flat(int count, long amount) {
        return java.util.Collections.nCopies(count, amount);
    }
}
