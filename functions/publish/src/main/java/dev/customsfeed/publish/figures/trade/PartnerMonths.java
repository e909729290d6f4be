package dev.customsfeed.publish.figures.trade;

import dev.customsfeed.ledger.Totals;
import java.time.YearMonth;
import java.time.temporal.ChronoField;
import java.util.Optional;
import java.util.function.Predicate;

/**
 * The months in which a partner had trade; the others are zero. An array, not a map, because all partners of all products are
 * summed anew for each of many reports; and what lies within a window is a view of it.
 */
final class PartnerMonths {

    private static final int YEAR = 12;

    private final Months all;
    /** The first month that is in view, and the last. */
    private final long from;

    private final long to;

    /** All that is known, whatever is in view of it. */
    private static final class Months {
        private final long first;
        private final Totals[] traded;
        private Optional<Totals[]> sinceJanuary = Optional.empty();
        private boolean isSummed;

        private Months(long first, Totals[] traded) {
            this.first = first;
            this.traded = traded;
        }

        /** Of each month the sum from January to it: most that is asked for is one of these. Empty where one does not fit a {@code long}. */
        private Optional<Totals[]> sinceJanuary() {
            if (!isSummed) {
                isSummed = true;
                try {
                    sinceJanuary = Optional.of(sums());
                } catch (ArithmeticException e) {
                    // Who asks for that sum is told; others may go on.
                    sinceJanuary = Optional.empty();
                }
            }
            return sinceJanuary;
        }

        private Totals[] sums() {
            Totals[] sums = new Totals[traded.length];
            Totals sum = Totals.NONE;
            for (int i = 0; i < sums.length; i++) {
                if ((first + i) % YEAR == 0) {
                    sum = Totals.NONE;
                }
                if (traded[i] != null) {
                    sum = sum == Totals.NONE ? traded[i] : sum.plus(traded[i]);
                }
                sums[i] = sum;
            }
            return sums;
        }
    }

    /**
     * Of the months in a row that {@code months} has, null where there was none.
     *
     * @param first the first of them
     * @param months not to be changed afterwards
     */
    PartnerMonths(YearMonth first, Totals[] months) {
        this(number(first), months);
    }

    private PartnerMonths(long first, Totals[] months) {
        this(new Months(first, months), first, first + months.length - 1);
    }

    private PartnerMonths(Months all, long from, long to) {
        this.all = all;
        this.from = from;
        this.to = to;
    }

    private Totals traded(long month) {
        return all.traded[(int) (month - all.first)];
    }

    /** The sum of both. */
    PartnerMonths plus(PartnerMonths other) {
        long first = Math.min(from, other.from);
        Totals[] sum = new Totals[(int) (Math.max(to, other.to) - first + 1)];
        for (long month = from; month <= to; month++) {
            sum[(int) (month - first)] = traded(month);
        }
        for (long month = other.from; month <= other.to; month++) {
            Totals added = other.traded(month);
            if (added != null) {
                int at = (int) (month - first);
                sum[at] = sum[at] == null ? added : sum[at].plus(added);
            }
        }
        return new PartnerMonths(first, sum);
    }

    /** The same without what lies outside of {@code window}; empty if nothing is left. */
    Optional<PartnerMonths> within(Span window) {
        return hasTradeIn(window)
                ? Optional.of(new PartnerMonths(
                        all, Math.max(from, number(window.first())), Math.min(to, number(window.last()))))
                : Optional.empty();
    }

    /** The same without the months for which {@code keep} does not hold; empty if nothing is left. */
    Optional<PartnerMonths> only(Predicate<YearMonth> keep) {
        Totals[] kept = new Totals[(int) (to - from + 1)];
        boolean traded = false;
        for (long month = from; month <= to; month++) {
            Totals totals = traded(month);
            if (totals != null && keep.test(month(month))) {
                kept[(int) (month - from)] = totals;
                traded = true;
            }
        }
        return traded ? Optional.of(new PartnerMonths(from, kept)) : Optional.empty();
    }

    private static YearMonth month(long number) {
        return YearMonth.of(Math.toIntExact(number / YEAR), (int) (number % YEAR) + 1);
    }

    private static long number(YearMonth month) {
        return month.getLong(ChronoField.PROLEPTIC_MONTH);
    }

    /** What was traded in {@code month}. */
    Totals in(YearMonth month) {
        long number = number(month);
        Totals traded = number < from || number > to ? null : traded(number);
        return traded == null ? Totals.NONE : traded;
    }

    /** The sum over {@code span}. */
    Totals in(Span span) {
        long first = Math.max(number(span.first()), from);
        long last = Math.min(number(span.last()), to);
        if (first > last) {
            return Totals.NONE;
        }
        if (first == last) {
            Totals only = traded(first);
            return only == null ? Totals.NONE : only;
        }
        if (first % YEAR == 0 && last - first < YEAR) {
            Optional<Totals[]> sinceJanuary = all.sinceJanuary();
            if (sinceJanuary.isPresent()) {
                return sinceJanuary.get()[(int) (last - all.first)];
            }
        }
        // Plain numbers: a report makes tens of thousands of these sums, and each would leave a dozen records behind.
        long rows = 0;
        long weight = 0;
        long unweighed = 0;
        long estimated = 0;
        long value = 0;
        for (long number = first; number <= last; number++) {
            Totals month = traded(number);
            if (month != null) {
                rows = Math.addExact(rows, month.rows());
                weight = Math.addExact(weight, month.reportedNetWeightGrams());
                unweighed = Math.addExact(unweighed, month.rowsWithoutNetWeight());
                estimated = Math.addExact(estimated, month.estimatedNetWeightGrams());
                value = Math.addExact(value, month.valueThousandths());
            }
        }
        return new Totals(rows, weight, unweighed, estimated, value);
    }

    /** Whether there was trade in {@code span}, be it of no weight and no value. */
    boolean hasTradeIn(Span span) {
        long last = Math.min(number(span.last()), to);
        for (long month = Math.max(number(span.first()), from); month <= last; month++) {
            if (traded(month) != null) {
                return true;
            }
        }
        return false;
    }
}
