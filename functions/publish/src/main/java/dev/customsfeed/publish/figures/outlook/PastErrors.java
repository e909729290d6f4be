package dev.customsfeed.publish.figures.outlook;

import dev.customsfeed.publish.figures.Fraction;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;

/**
 * How far off the mean of the last three months was, for one target: so many months, so far ahead. The size of an error is the factor
 * between the mean and what came, be it more or less; its logarithm has the same order, so that none is needed.
 */
final class PastErrors {

    private static final int BASIS = 3;
    private static final int LEAST = 12;

    private final long[] months;
    private final int ahead;
    private final int length;
    private final List<Fraction> sorted = new ArrayList<>();
    /** Errors of something from nothing, which no factor is large enough for. */
    private int boundless;

    private int next = BASIS - 1;

    /**
     * @param months amounts without a gap, oldest first
     * @param ahead how many months after the last that is known the target begins
     * @param length how many months it has
     */
    PastErrors(long[] months, int ahead, int length) {
        this.months = months;
        this.ahead = ahead;
        this.length = length;
    }

    /** The mean of the three months that end with {@code last}, as often as the target has months. */
    Fraction expected(int last) {
        return Fraction.of(sum(last - BASIS + 1, last)).times(Fraction.of(length, BASIS));
    }

    /**
     * The factor within which the target was, by what is known at the end of {@code last}, in four of five cases: of n errors the
     * ceil(0.8 (n + 1))-th smallest. Asked for month by month, from the oldest to the newest.
     *
     * @return empty where fewer than twelve errors are known, or no factor is large enough
     */
    Optional<Fraction> factor(int last) {
        for (; next + ahead + length - 1 <= last; next++) {
            error(next).ifPresentOrElse(this::add, () -> boundless++);
        }
        int known = sorted.size() + boundless;
        int rank = (4 * (known + 1) + 4) / 5;
        return known < LEAST || rank > sorted.size() ? Optional.empty() : Optional.of(sorted.get(rank - 1));
    }

    private void add(Fraction error) {
        int place = Collections.binarySearch(sorted, error);
        sorted.add(place < 0 ? -place - 1 : place, error);
    }

    /** What came after {@code last}. */
    long actual(int last) {
        return sum(last + ahead, last + ahead + length - 1);
    }

    /** The factor between what was expected at the end of {@code last} and what came; empty if one of them alone is nothing. */
    Optional<Fraction> error(int last) {
        Fraction expected = expected(last);
        Fraction actual = Fraction.of(actual(last));
        if (expected.signum() == 0 || actual.signum() == 0) {
            return expected.equals(actual) ? Optional.of(Fraction.ONE) : Optional.empty();
        }
        return Optional.of(expected.factorFrom(actual));
    }

    private long sum(int from, int to) {
        long sum = 0;
        for (int i = from; i <= to; i++) {
            sum = Math.addExact(sum, months[i]);
        }
        return sum;
    }
}
