package dev.customsfeed.publish.figures.trade;

import dev.customsfeed.ledger.Totals;
import java.time.YearMonth;
import java.time.temporal.ChronoField;
import java.util.Arrays;
import java.util.Optional;
import java.util.function.Predicate;

/**
 * The months in which a partner had trade; the others are zero. An array, not a map, because all partners of all products are
 * summed anew for each of many reports.
 */
final class PartnerMonths {

    private final long first;
    private final Totals[] months;

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
        this.first = first;
        this.months = months;
    }

    /** The sum of both. */
    PartnerMonths plus(PartnerMonths other) {
        long from = Math.min(first, other.first);
        Totals[] sum = new Totals[(int) (Math.max(first + months.length, other.first + other.months.length) - from)];
        System.arraycopy(months, 0, sum, (int) (first - from), months.length);
        for (int i = 0; i < other.months.length; i++) {
            if (other.months[i] != null) {
                int at = (int) (other.first - from) + i;
                sum[at] = sum[at] == null ? other.months[i] : sum[at].plus(other.months[i]);
            }
        }
        return new PartnerMonths(from, sum);
    }

    /** The same without what lies outside of {@code window}; empty if nothing is left. */
    Optional<PartnerMonths> within(Span window) {
        if (!hasTradeIn(window)) {
            return Optional.empty();
        }
        int from = (int) Math.max(number(window.first()) - first, 0);
        int to = (int) Math.min(number(window.last()) - first + 1, months.length);
        return Optional.of(new PartnerMonths(first + from, Arrays.copyOfRange(months, from, to)));
    }

    /** The same without the months for which {@code keep} does not hold; empty if nothing is left. */
    Optional<PartnerMonths> only(Predicate<YearMonth> keep) {
        Totals[] kept = months.clone();
        boolean traded = false;
        for (int i = 0; i < kept.length; i++) {
            if (kept[i] != null && !keep.test(month(first + i))) {
                kept[i] = null;
            }
            traded |= kept[i] != null;
        }
        return traded ? Optional.of(new PartnerMonths(first, kept)) : Optional.empty();
    }

    private static YearMonth month(long number) {
        return YearMonth.of(Math.toIntExact(number / 12), (int) (number % 12) + 1);
    }

    private static long number(YearMonth month) {
        return month.getLong(ChronoField.PROLEPTIC_MONTH);
    }

    /** What was traded in {@code month}. */
    Totals in(YearMonth month) {
        long at = number(month) - first;
        Totals traded = at < 0 || at >= months.length ? null : months[(int) at];
        return traded == null ? Totals.NONE : traded;
    }

    /** The sum over {@code span}. */
    Totals in(Span span) {
        // Plain numbers: a report makes tens of thousands of these sums, and each would leave a dozen records behind.
        long rows = 0;
        long weight = 0;
        long unweighed = 0;
        long estimated = 0;
        long value = 0;
        long last = Math.min(number(span.last()) - first, months.length - 1L);
        for (long i = Math.max(number(span.first()) - first, 0); i <= last; i++) {
            Totals month = months[(int) i];
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
        long last = Math.min(number(span.last()) - first, months.length - 1L);
        for (long i = Math.max(number(span.first()) - first, 0); i <= last; i++) {
            if (months[(int) i] != null) {
                return true;
            }
        }
        return false;
    }
}
