package dev.customsfeed.publish.figures.trade;

import java.time.YearMonth;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.stream.Stream;

/**
 * Months in a row.
 *
 * @param first the oldest
 * @param last the newest, not before {@code first}
 */
public record Span(YearMonth first, YearMonth last) {

    /** Does not take a span that ends before it begins. */
    public Span {
        if (last.isBefore(first)) {
            throw new IllegalArgumentException("a span from " + first + " back to " + last);
        }
    }

    /** One month. */
    public static Span of(YearMonth month) {
        return new Span(month, month);
    }

    /** From January to {@code month}. */
    public static Span yearToDate(YearMonth month) {
        return new Span(month.withMonth(1), month);
    }

    /** The {@code length} months that end with {@code month}. */
    public static Span endingAt(YearMonth month, int length) {
        return new Span(month.minusMonths(length - 1L), month);
    }

    /** As long a span, {@code months} earlier. */
    public Span back(int months) {
        return new Span(first.minusMonths(months), last.minusMonths(months));
    }

    /** How many months it has. */
    public int length() {
        return (int) first.until(last, ChronoUnit.MONTHS) + 1;
    }

    /** Whether {@code month} is one of it. */
    public boolean has(YearMonth month) {
        return !month.isBefore(first) && !month.isAfter(last);
    }

    /** Where {@code month} stands in it, from 0. */
    int index(YearMonth month) {
        return (int) first.until(month, ChronoUnit.MONTHS);
    }

    /** The months, oldest first. */
    public List<YearMonth> months() {
        return Stream.iterate(first, month -> !month.isAfter(last), month -> month.plusMonths(1))
                .toList();
    }
}
