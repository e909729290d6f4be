package dev.customsfeed.publish.figures.outlook;

import dev.customsfeed.publish.figures.Finding;
import dev.customsfeed.publish.figures.Fraction;
import dev.customsfeed.publish.figures.MonthSeries;
import dev.customsfeed.publish.figures.Reason;
import dev.customsfeed.publish.figures.trade.Span;
import java.time.Month;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * What the next three months come to if things run on as they did: the mean of the last three, with the range in which four of five
 * past ones lay.
 *
 * <pre>
 * expected = mean of the last three months, for each month
 * e        = max(expected / actual, actual / expected)   of each past month from which it would have been computed
 * f        = the ceil(0.8 (n + 1))-th smallest of the n errors e
 * range    = expected / f to expected f
 * </pre>
 *
 * <p>The rank is that of a conformal prediction interval (Vovk, Gammerman and Shafer 2005). January and February, which the New Year
 * moves between, are given as one sum: January alone is not, nor is February where January is known. It takes 36 months in a row.
 *
 * @param basis the three months that it is the mean of
 * @param ranges by target, oldest first; a target is a month, or January and February
 * @param last how the range did that was given for the last month, from as many months; empty where none was
 */
public record Outlook(Span basis, List<Range> ranges, Optional<Outcome> last) {

    private static final int NEEDED = 36;
    private static final int BASIS = 3;
    private static final int AHEAD = 3;

    /**
     * What a target comes to.
     *
     * @param span the month, or January and February
     * @param expected the mean of the basis, twice for two months
     * @param low four of five lay between this
     * @param high and this
     * @param origins how many such ranges were given in the past that are over: each from 36 months on
     * @param covered how many of those held
     */
    public record Range(Span span, Fraction expected, Fraction low, Fraction high, int origins, int covered) {

        /** Whether {@code amount} lies in it. */
        public boolean holds(long amount) {
            Fraction exact = Fraction.of(amount);
            return !exact.isBelow(low) && !exact.isAbove(high);
        }
    }

    /**
     * What came of a range.
     *
     * @param range as it was given
     * @param actual how much there was
     */
    public record Outcome(Range range, long actual) {

        /** Whether the range held. */
        public boolean held() {
            return range.holds(actual);
        }
    }

    /** Months of what is known, and where in them the target begins. */
    private record Target(int ahead, int length) {}

    /**
     * The outlook from {@code period}, from all months in a row before it.
     *
     * @return {@link Reason.TooShort} with fewer than 36 months, {@link Reason.Incomplete} where one of the last 36 is missing,
     *     {@link Reason.NoBase} where the months are so often nothing that no range holds
     */
    public static Finding<Outlook> of(MonthSeries series, YearMonth period) {
        return of(series, period, Integer.MAX_VALUE);
    }

    /**
     * The outlook from {@code period}, from no more than so many months. The range that its last month lay in is the one that was given
     * then, from as many: it takes one month more than that, in February two.
     *
     * @param most how many months it looks back at, itself included, at least 36
     * @return the reasons of {@link #of(MonthSeries, YearMonth)}
     */
    public static Finding<Outlook> of(MonthSeries series, YearMonth period, int most) {
        Optional<Reason> lacking = series.lacking(Span.endingAt(period, NEEDED));
        if (lacking.isPresent()) {
            return Finding.none(lacking.get());
        }
        return ranges(series, period, most)
                .map(ranges ->
                        Finding.found(new Outlook(Span.endingAt(period, BASIS), ranges, outcome(series, period, most))))
                .orElse(Finding.none(new Reason.NoBase()));
    }

    /** What is given at the end of {@code period}, of which 36 months in a row are there; empty where one of the targets has no range. */
    private static Optional<List<Range>> ranges(MonthSeries series, YearMonth period, int most) {
        int count = Math.min(series.monthsInARow(period), most);
        long[] months = Span.endingAt(period, count).months().stream()
                .mapToLong(month -> series.in(month).orElseThrow())
                .toArray();
        List<Range> ranges = new ArrayList<>();
        for (Target target : targets(period)) {
            Optional<Range> range = range(months, count - 1, period, target);
            if (range.isEmpty()) {
                return Optional.empty();
            }
            ranges.add(range.get());
        }
        return Optional.of(List.copyOf(ranges));
    }

    private static List<Target> targets(YearMonth period) {
        List<Target> targets = new ArrayList<>();
        for (int ahead = 1; ahead <= AHEAD; ahead++) {
            Month month = period.plusMonths(ahead).getMonth();
            if (month == Month.JANUARY && ahead < AHEAD) {
                targets.add(new Target(ahead, 2));
            } else if (month != Month.JANUARY && month != Month.FEBRUARY) {
                targets.add(new Target(ahead, 1));
            }
        }
        return targets;
    }

    /** What is given at the end of {@code last}, which is {@code period}; empty where there is none. */
    private static Optional<Range> range(long[] months, int last, YearMonth period, Target target) {
        PastErrors errors = new PastErrors(months, target.ahead(), target.length());
        int origins = 0;
        int covered = 0;
        for (int origin = NEEDED - 1; origin + target.ahead() + target.length() - 1 <= last; origin++) {
            Optional<Fraction> factor = errors.factor(origin);
            if (factor.isPresent() && errors.expected(origin).signum() != 0) {
                origins++;
                if (errors.error(origin)
                        .filter(error -> !error.isAbove(factor.get()))
                        .isPresent()) {
                    covered++;
                }
            }
        }
        Fraction expected = errors.expected(last);
        Optional<Fraction> factor = errors.factor(last);
        if (factor.isEmpty() || expected.signum() == 0) {
            return Optional.empty();
        }
        YearMonth first = period.plusMonths(target.ahead());
        return Optional.of(new Range(
                new Span(first, first.plusMonths(target.length() - 1L)),
                expected,
                expected.dividedBy(factor.get()),
                expected.times(factor.get()),
                origins,
                covered));
    }

    /** What came of the range that was given for {@code period}; of January and February with the latter. */
    private static Optional<Outcome> outcome(MonthSeries series, YearMonth period, int most) {
        if (period.getMonth() == Month.JANUARY) {
            return Optional.empty();
        }
        int length = period.getMonth() == Month.FEBRUARY ? 2 : 1;
        YearMonth origin = period.minusMonths(length);
        if (series.lacking(Span.endingAt(origin, NEEDED)).isPresent()) {
            return Optional.empty();
        }
        long actual = series.sum(Span.endingAt(period, length)).value().orElseThrow();
        return ranges(series, origin, most).flatMap(given -> given.stream()
                .filter(range -> range.span().last().equals(period))
                .findFirst()
                .map(range -> new Outcome(range, actual)));
    }
}
