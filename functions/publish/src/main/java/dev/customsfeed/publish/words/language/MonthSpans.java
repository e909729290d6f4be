package dev.customsfeed.publish.words.language;

import dev.customsfeed.publish.figures.trade.Span;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.List;
import java.util.NavigableSet;

/** Months, with those in a row drawn together. */
public final class MonthSpans {

    private MonthSpans() {}

    /** Oldest first. */
    public static List<Span> of(NavigableSet<YearMonth> months) {
        List<Span> spans = new ArrayList<>();
        YearMonth first = null;
        for (YearMonth month : months) {
            first = first == null ? month : first;
            if (!months.contains(month.plusMonths(1))) {
                spans.add(new Span(first, month));
                first = null;
            }
        }
        return spans;
    }

    public static boolean isWithinAYear(Span span) {
        return span.first().getYear() == span.last().getYear();
    }

    /** Whether one mention of the year is enough for both. */
    public static boolean areOfOneYear(Span one, Span next) {
        return isWithinAYear(one)
                && isWithinAYear(next)
                && one.last().getYear() == next.last().getYear();
    }
}
