package dev.customsfeed.publish.figures;

import dev.customsfeed.ledger.Totals;
import dev.customsfeed.publish.figures.trade.MonthlyTotals;
import dev.customsfeed.publish.figures.trade.Span;
import java.time.YearMonth;
import java.time.temporal.ChronoUnit;
import java.util.Arrays;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.function.Function;

/**
 * How much there was in each month: grams of net weight, or thousandths of a currency's unit. A month that is not known is missing,
 * which is not zero. It begins and ends with a month that is known.
 */
public final class MonthSeries {

    private static final YearMonth NEVER = YearMonth.of(1970, 1);

    private final YearMonth first;
    private final OptionalLong[] amounts;

    private MonthSeries(YearMonth first, OptionalLong[] amounts) {
        this.first = first;
        this.amounts = amounts;
    }

    /** What {@code amount} knows of the months of {@code span}. */
    public static MonthSeries of(Span span, Function<YearMonth, OptionalLong> amount) {
        OptionalLong[] all = span.months().stream().map(amount).toArray(OptionalLong[]::new);
        int from = 0;
        int to = all.length;
        while (from < to && all[from].isEmpty()) {
            from++;
        }
        while (to > from && all[to - 1].isEmpty()) {
            to--;
        }
        return new MonthSeries(from == to ? NEVER : span.first().plusMonths(from), Arrays.copyOfRange(all, from, to));
    }

    /** The months that are known; others are missing. */
    public static MonthSeries of(SortedMap<YearMonth, Long> known) {
        return known.isEmpty()
                ? new MonthSeries(NEVER, new OptionalLong[0])
                : of(new Span(known.firstKey(), known.lastKey()), month -> Optional.ofNullable(known.get(month))
                        .map(OptionalLong::of)
                        .orElse(OptionalLong.empty()));
    }

    /** Net weights in grams over {@code span}; a month with a row that has none is missing. */
    public static MonthSeries netWeights(MonthlyTotals totals, Span span) {
        return of(span, month -> totals.in(month).map(Totals::netWeightGrams).orElse(OptionalLong.empty()));
    }

    /** Values in thousandths of the currency's unit over {@code span}. */
    public static MonthSeries values(MonthlyTotals totals, Span span) {
        return of(span, month -> totals.in(month)
                .map(known -> OptionalLong.of(known.valueThousandths()))
                .orElse(OptionalLong.empty()));
    }

    /** Of several together: a month is known where it is known of each. */
    public static MonthSeries sum(Iterable<MonthSeries> parts) {
        MonthSeries sum = null;
        for (MonthSeries part : parts) {
            sum = sum == null ? part : sum.plus(part);
        }
        return sum == null ? new MonthSeries(NEVER, new OptionalLong[0]) : sum;
    }

    private MonthSeries plus(MonthSeries other) {
        if (isEmpty() || other.isEmpty()) {
            return new MonthSeries(NEVER, new OptionalLong[0]);
        }
        return of(
                span(),
                month -> in(month).isPresent() && other.in(month).isPresent()
                        ? OptionalLong.of(Math.addExact(
                                in(month).getAsLong(), other.in(month).getAsLong()))
                        : OptionalLong.empty());
    }

    /** The same without what came after {@code period}. */
    public MonthSeries until(YearMonth period) {
        if (isEmpty() || !span().last().isAfter(period)) {
            return this;
        }
        return period.isBefore(first)
                ? new MonthSeries(NEVER, new OptionalLong[0])
                : of(new Span(first, period), this::in);
    }

    /** Whether no month is known. */
    public boolean isEmpty() {
        return amounts.length == 0;
    }

    /**
     * From the first to the last month that is known.
     *
     * @throws IllegalStateException if none is
     */
    public Span span() {
        if (isEmpty()) {
            throw new IllegalStateException("found no month, expected a series that has one");
        }
        return new Span(first, first.plusMonths(amounts.length - 1L));
    }

    /** How much there was in {@code month}; empty if it is missing. */
    public OptionalLong in(YearMonth month) {
        long index = first.until(month, ChronoUnit.MONTHS);
        return index < 0 || index >= amounts.length ? OptionalLong.empty() : amounts[(int) index];
    }

    /** How many months without a gap end with {@code period}; 0 if that itself is missing. */
    public int monthsInARow(YearMonth period) {
        int months = 0;
        while (in(period.minusMonths(months)).isPresent()) {
            months++;
        }
        return months;
    }

    /** Why a statistic cannot be made of the months of {@code span}; empty if it can. */
    public Optional<Reason> lacking(Span span) {
        if (isEmpty() || span.first().isBefore(first)) {
            int there = isEmpty() || span.last().isBefore(first)
                    ? 0
                    : (int) first.until(span.last(), ChronoUnit.MONTHS) + 1;
            return Optional.of(new Reason.TooShort(span.length(), there));
        }
        SortedSet<YearMonth> missing = new TreeSet<>();
        for (YearMonth month = span.first(); !month.isAfter(span.last()); month = month.plusMonths(1)) {
            if (in(month).isEmpty()) {
                missing.add(month);
            }
        }
        return missing.isEmpty() ? Optional.empty() : Optional.of(new Reason.Incomplete(missing));
    }

    /**
     * How much there was over {@code span}.
     *
     * @throws ArithmeticException if it does not fit a {@code long}
     */
    public Finding<Long> sum(Span span) {
        Optional<Reason> lacking = lacking(span);
        if (lacking.isPresent()) {
            return Finding.none(lacking.get());
        }
        long sum = 0;
        for (YearMonth month = span.first(); !month.isAfter(span.last()); month = month.plusMonths(1)) {
            sum = Math.addExact(sum, in(month).getAsLong());
        }
        return Finding.found(sum);
    }

    /** The relative change of the sum over {@code span} since that over {@code base}: 0.05 is a growth by 5%. */
    public Finding<Fraction> change(Span span, Span base) {
        return sum(base).flatMap(before -> sum(span)
                .flatMap(now -> before == 0
                        ? Finding.none(new Reason.NoBase())
                        : Finding.found(Fraction.of(Math.subtractExact(now, before), before))));
    }

    @Override
    public String toString() {
        return isEmpty() ? "no months" : amounts.length + " months from " + first;
    }
}
