package dev.customsfeed.publish.figures.trade;

import java.time.YearMonth;
import java.util.List;
import java.util.stream.IntStream;

/** A division of the calendar year. */
public enum Cycle {
    HALF_YEAR(6, "H"),
    QUARTER(3, "Q");

    private final int length;
    private final String letter;

    Cycle(int length, String letter) {
        this.length = length;
        this.letter = letter;
    }

    /** How many months one has. */
    public int length() {
        return length;
    }

    /** The newest {@code count} that are over by the end of {@code month}, newest first. */
    public List<Span> lastComplete(YearMonth month, int count) {
        Span newest = Span.endingAt(month.minusMonths(month.getMonthValue() % length), length);
        return IntStream.range(0, count).mapToObj(i -> newest.back(i * length)).toList();
    }

    /** Which one of its year {@code span} is, from 1. */
    public int number(Span span) {
        return span.last().getMonthValue() / length;
    }

    /** The name of one, e.g. {@code 2025-H2} or {@code 2025-Q4}. */
    public String label(Span span) {
        return span.last().getYear() + "-" + letter + number(span);
    }
}
