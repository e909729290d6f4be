package dev.customsfeed.publish.figures.event;

import dev.customsfeed.publish.figures.trade.Span;
import java.time.LocalDate;
import java.time.YearMonth;
import java.time.temporal.ChronoUnit;
import java.util.Collections;
import java.util.Optional;
import java.util.SortedSet;
import java.util.TreeSet;

/**
 * The months that an event is judged by.
 *
 * <p>A month that an event falls into after its tenth day is mixed: most of it came before. It belongs to no window. So what was
 * announced and came into force in one month, or was announced late in the month before, has no months of anticipation.
 *
 * @param announced the month of the announcement
 * @param norm the twelve months before that
 * @param anticipation from the announcement to the month before the force; empty where there is none between
 * @param after the first three months in force; fewer where no more are over, empty where none is
 * @param isOver whether all three months after are over
 * @param leftOut mixed months, which belong to neither
 */
public record EventWindows(
        YearMonth announced,
        Span norm,
        Optional<Span> anticipation,
        Optional<Span> after,
        boolean isOver,
        SortedSet<YearMonth> leftOut) {

    private static final int NORM = 12;
    private static final int AFTER = 3;
    private static final int LAST_DAY_OF_A_MONTH_TO_COUNT = 10;

    /**
     * The windows of an event.
     *
     * @param announced when it was announced
     * @param inForce when it came into force, not before the announcement
     */
    public static EventWindows of(LocalDate announced, LocalDate inForce) {
        if (inForce.isBefore(announced)) {
            throw new IllegalArgumentException("found an event in force on " + inForce
                    + ", expected no day before its announcement on " + announced);
        }
        SortedSet<YearMonth> mixed = new TreeSet<>();
        YearMonth from = firstFullMonth(announced, mixed);
        YearMonth force = firstFullMonth(inForce, mixed);
        YearMonth last = YearMonth.from(inForce).minusMonths(1);
        YearMonth month = YearMonth.from(announced);
        return new EventWindows(
                month,
                Span.endingAt(month.minusMonths(1), NORM),
                last.isBefore(from) ? Optional.empty() : Optional.of(new Span(from, last)),
                Optional.of(new Span(force, force.plusMonths(AFTER - 1L))),
                true,
                Collections.unmodifiableSortedSet(mixed));
    }

    private static YearMonth firstFullMonth(LocalDate day, SortedSet<YearMonth> mixed) {
        YearMonth month = YearMonth.from(day);
        if (day.getDayOfMonth() <= LAST_DAY_OF_A_MONTH_TO_COUNT) {
            return month;
        }
        mixed.add(month);
        return month.plusMonths(1);
    }

    /** The same as far as it is over by the end of {@code period}. */
    public EventWindows until(YearMonth period) {
        Optional<Span> anticipated = anticipation.flatMap(span -> until(span, period));
        Optional<Span> since = after.flatMap(span -> until(span, period));
        SortedSet<YearMonth> mixed = new TreeSet<>(leftOut);
        mixed.removeIf(month -> month.isAfter(period));
        return new EventWindows(
                announced,
                norm,
                anticipated,
                since,
                isOver && since.equals(after),
                Collections.unmodifiableSortedSet(mixed));
    }

    private static Optional<Span> until(Span span, YearMonth period) {
        if (span.first().isAfter(period)) {
            return Optional.empty();
        }
        return Optional.of(span.last().isAfter(period) ? new Span(span.first(), period) : span);
    }

    /** The same of an event that is announced in {@code month}. */
    EventWindows at(YearMonth month) {
        int earlier = (int) month.until(announced, ChronoUnit.MONTHS);
        return new EventWindows(
                month,
                norm.back(earlier),
                anticipation.map(span -> span.back(earlier)),
                after.map(span -> span.back(earlier)),
                isOver,
                Collections.emptySortedSet());
    }

    /** From the announcement to the last month of the last window. */
    Span window() {
        return new Span(announced, after.or(() -> anticipation).map(Span::last).orElse(announced));
    }

    /** Whether norm and windows are clear of the windows of {@code event}. */
    boolean isClearOf(EventWindows event) {
        return window().last().isBefore(event.announced)
                || norm.first().isAfter(event.window().last());
    }
}
