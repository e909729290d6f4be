package dev.customsfeed.publish.words;

import dev.customsfeed.publish.statistics.Span;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.List;
import java.util.NavigableSet;

/** Months, with those in a row drawn together. */
final class MonthSpans {

    private MonthSpans() {}

    /** Oldest first. */
    static List<Span> of(NavigableSet<YearMonth> months) {
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

    static boolean isWithinAYear(Span span) {
        return span.first().getYear() == span.last().getYear();
    }

    /** Whether one mention of the year is enough for both. */
    static boolean areOfOneYear(Span one, Span next) {
        return isWithinAYear(one)
                && isWithinAYear(next)
                && one.last().getYear() == next.last().getYear();
    }
}
