package dev.customsfeed.publish.statistics;

import dev.customsfeed.ledger.Totals;
import java.time.YearMonth;
import java.util.Collection;
import java.util.Collections;
import java.util.NavigableMap;
import java.util.NavigableSet;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.TreeSet;

/** Totals by month. A month that is not here is missing, which is not zero, and makes every sum over it unknown. */
public final class MonthlyTotals {

    private final NavigableMap<YearMonth, Totals> months;

    private MonthlyTotals(NavigableMap<YearMonth, Totals> months) {
        this.months = Collections.unmodifiableNavigableMap(months);
    }

    /** The totals of the months that are known. */
    public static MonthlyTotals of(SortedMap<YearMonth, Totals> known) {
        return new MonthlyTotals(new TreeMap<>(known));
    }

    /** The sum of {@code parts}: a month is known where each of them knows it. */
    public static MonthlyTotals sum(Collection<MonthlyTotals> parts) {
        if (parts.isEmpty()) {
            return new MonthlyTotals(new TreeMap<>());
        }
        NavigableMap<YearMonth, Totals> sum = new TreeMap<>(parts.iterator().next().months);
        parts.stream().skip(1).forEach(part -> {
            sum.keySet().retainAll(part.months.keySet());
            sum.replaceAll((month, totals) -> totals.plus(part.months.get(month)));
        });
        return new MonthlyTotals(sum);
    }

    /** The same without the months outside of {@code window}. */
    MonthlyTotals within(Span window) {
        return new MonthlyTotals(months.subMap(window.first(), true, window.last(), true));
    }

    /** The sum over {@code span}; empty if one of its months is missing. */
    public Optional<Totals> in(Span span) {
        Totals sum = Totals.NONE;
        for (YearMonth month = span.first(); !month.isAfter(span.last()); month = month.plusMonths(1)) {
            Totals totals = months.get(month);
            if (totals == null) {
                return Optional.empty();
            }
            sum = sum.plus(totals);
        }
        return Optional.of(sum);
    }

    /** What was traded in {@code month}; empty if it is missing. */
    public Optional<Totals> in(YearMonth month) {
        return Optional.ofNullable(months.get(month));
    }

    /** Whether no month of {@code span} is missing. */
    public boolean knows(Span span) {
        return span.months().stream().allMatch(months::containsKey);
    }

    /** The months of {@code span} that are missing. */
    public NavigableSet<YearMonth> missing(Span span) {
        NavigableSet<YearMonth> missing = new TreeSet<>(span.months());
        missing.removeAll(months.keySet());
        return missing;
    }
}
