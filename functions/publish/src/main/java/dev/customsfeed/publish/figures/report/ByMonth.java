package dev.customsfeed.publish.figures.report;

import java.time.YearMonth;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Function;

/** What follows from one month's figures alone, found when it is first asked for and kept for the reports of all later months. */
final class ByMonth<T> {

    private final Function<YearMonth, T> find;
    private final Map<YearMonth, T> found = new TreeMap<>();

    ByMonth(Function<YearMonth, T> find) {
        this.find = find;
    }

    /** That of {@code month}. */
    T in(YearMonth month) {
        return found.computeIfAbsent(month, find);
    }
}
