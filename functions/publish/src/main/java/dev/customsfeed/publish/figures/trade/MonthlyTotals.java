package dev.customsfeed.publish.figures.trade;

import dev.customsfeed.ledger.Totals;
import java.time.YearMonth;
import java.util.Collection;
import java.util.Collections;
import java.util.HashSet;
import java.util.NavigableMap;
import java.util.NavigableSet;
import java.util.Optional;
import java.util.Set;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;

/**
 * Totals by month. A month that is not here is missing, which is not zero, and makes every sum over it unknown; so do months of
 * different {@linkplain Coverage coverage}.
 */
public final class MonthlyTotals {

    private final NavigableMap<YearMonth, Covered> months;
    /** Months that something is known of, but nothing that could be added up with the others. */
    private final SortedSet<YearMonth> apart;

    /** The totals of a month, and whose they are. */
    private record Covered(Totals totals, Coverage coverage) {

        private Covered plus(Covered other) {
            return new Covered(totals.plus(other.totals), coverage);
        }
    }

    private MonthlyTotals(NavigableMap<YearMonth, Covered> months, SortedSet<YearMonth> apart) {
        this.months = months;
        this.apart = apart;
    }

    /** Nothing is known of any month. */
    public static MonthlyTotals none() {
        return new MonthlyTotals(new TreeMap<>(), new TreeSet<>());
    }

    /** The totals of the months that are known, each of the whole. */
    public static MonthlyTotals of(SortedMap<YearMonth, Totals> known) {
        Builder months = new Builder();
        known.forEach((month, totals) -> months.add(month, totals, Coverage.WHOLE));
        return months.build();
    }

    /** Puts totals together, month by month. */
    public static final class Builder {
        private final NavigableMap<YearMonth, Covered> months = new TreeMap<>();
        private final SortedSet<YearMonth> apart = new TreeSet<>();

        /** A month that is known. */
        public Builder add(YearMonth month, Totals totals, Coverage coverage) {
            months.put(month, new Covered(totals, coverage));
            return this;
        }

        /** A month of which parts are known that cannot be added up. */
        public Builder addApart(YearMonth month) {
            apart.add(month);
            return this;
        }

        /** What was put together. */
        public MonthlyTotals build() {
            return new MonthlyTotals(months, apart);
        }
    }

    /** The sum of {@code parts}: a month is known where each of them knows it, and all of one coverage. */
    public static MonthlyTotals sum(Collection<MonthlyTotals> parts) {
        if (parts.isEmpty()) {
            return none();
        }
        NavigableMap<YearMonth, Covered> sum = new TreeMap<>();
        SortedSet<YearMonth> apart = new TreeSet<>();
        Set<YearMonth> told = new HashSet<>();
        parts.forEach(part -> {
            told.addAll(part.months.keySet());
            told.addAll(part.apart);
        });
        for (YearMonth month : told) {
            if (parts.stream().allMatch(part -> part.months.containsKey(month) || part.apart.contains(month))) {
                Optional<Covered> all = sum(parts, month);
                all.ifPresentOrElse(covered -> sum.put(month, covered), () -> apart.add(month));
            }
        }
        return new MonthlyTotals(sum, apart);
    }

    private static Optional<Covered> sum(Collection<MonthlyTotals> parts, YearMonth month) {
        Covered sum = null;
        for (MonthlyTotals part : parts) {
            Covered covered = part.months.get(month);
            if (covered == null || sum != null && !sum.coverage().equals(covered.coverage())) {
                return Optional.empty();
            }
            sum = sum == null ? covered : sum.plus(covered);
        }
        return Optional.ofNullable(sum);
    }

    /** The same without the months outside of {@code window}. */
    MonthlyTotals within(Span window) {
        return new MonthlyTotals(
                months.subMap(window.first(), true, window.last(), true),
                apart.subSet(window.first(), window.last().plusMonths(1)));
    }

    /** The same with the months of {@code coverage} alone: the others are told {@linkplain #apart apart}. */
    MonthlyTotals of(Coverage coverage) {
        if (months.values().stream().allMatch(month -> month.coverage().equals(coverage))) {
            return this;
        }
        NavigableMap<YearMonth, Covered> alike = new TreeMap<>();
        SortedSet<YearMonth> others = new TreeSet<>(apart);
        months.forEach((month, covered) -> {
            if (covered.coverage().equals(coverage)) {
                alike.put(month, covered);
            } else {
                others.add(month);
            }
        });
        return new MonthlyTotals(alike, others);
    }

    /** The same with those months alone that {@code kept} has: the others are missing. */
    MonthlyTotals only(Set<YearMonth> kept) {
        if (kept.containsAll(months.keySet())) {
            return this;
        }
        NavigableMap<YearMonth, Covered> left = new TreeMap<>(months);
        left.keySet().retainAll(kept);
        return new MonthlyTotals(left, apart);
    }

    /** Whose trade {@code month} is; empty if it is not known. */
    public Optional<Coverage> coverage(YearMonth month) {
        return Optional.ofNullable(months.get(month)).map(Covered::coverage);
    }

    /** The sum over {@code span}; empty if one of its months is missing, or not of the coverage of the others. */
    public Optional<Totals> in(Span span) {
        Covered first = months.get(span.first());
        Totals sum = Totals.NONE;
        for (YearMonth month = span.first(); !month.isAfter(span.last()); month = month.plusMonths(1)) {
            Covered covered = months.get(month);
            if (first == null || covered == null || !covered.coverage().equals(first.coverage())) {
                return Optional.empty();
            }
            sum = sum.plus(covered.totals());
        }
        return Optional.of(sum);
    }

    /** What was traded in {@code month}; empty if it is missing. */
    public Optional<Totals> in(YearMonth month) {
        return Optional.ofNullable(months.get(month)).map(Covered::totals);
    }

    /** Whether no month of {@code span} is missing, and all are of one coverage. */
    public boolean knows(Span span) {
        Covered first = months.get(span.first());
        if (first == null) {
            return false;
        }
        for (YearMonth month = span.first(); !month.isAfter(span.last()); month = month.plusMonths(1)) {
            Covered covered = months.get(month);
            if (covered == null || !covered.coverage().equals(first.coverage())) {
                return false;
            }
        }
        return true;
    }

    /** The months of {@code span} that nothing is known of. */
    public NavigableSet<YearMonth> missing(Span span) {
        NavigableSet<YearMonth> missing = new TreeSet<>(span.months());
        missing.removeAll(months.keySet());
        missing.removeAll(apart);
        return missing;
    }

    /** The months of {@code span} that something is known of, but nothing that could be added up with the others. */
    public NavigableSet<YearMonth> apart(Span span) {
        NavigableSet<YearMonth> found = new TreeSet<>(span.months());
        found.retainAll(apart);
        return found;
    }

    /** Whether there are months that something is known of, but nothing that could be added up with the others. */
    boolean hasApart() {
        return !apart.isEmpty();
    }

    /** Whether {@code month} is one. */
    boolean isApart(YearMonth month) {
        return apart.contains(month);
    }

    /** The months that are known, oldest first. */
    Set<YearMonth> known() {
        return Collections.unmodifiableSet(months.keySet());
    }
}
