package dev.customsfeed.publish.figures.trade;

import dev.customsfeed.ledger.Totals;
import java.math.BigDecimal;
import java.time.YearMonth;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;

/**
 * A month and what it is held against. Each is empty where a month of it is missing.
 *
 * @param month the month itself
 * @param monthBefore the month before
 * @param yearBefore the same month a year before
 * @param ytd from January to the month
 * @param ytdYearBefore from January to the same month a year before
 */
public record Reading(
        Optional<Totals> month,
        Optional<Totals> monthBefore,
        Optional<Totals> yearBefore,
        Optional<Totals> ytd,
        Optional<Totals> ytdYearBefore) {

    /** The reading of {@code period} from a source that says what was traded over a span. */
    public static Reading of(YearMonth period, Function<Span, Optional<Totals>> trade) {
        Span month = Span.of(period);
        Span ytd = Span.yearToDate(period);
        return new Reading(
                trade.apply(month),
                trade.apply(month.back(1)),
                trade.apply(month.back(12)),
                trade.apply(ytd),
                trade.apply(ytd.back(12)));
    }

    /** The sum of both; what one does not know, the sum does not know. */
    public Reading plus(Reading other) {
        return new Reading(
                sum(month, other.month),
                sum(monthBefore, other.monthBefore),
                sum(yearBefore, other.yearBefore),
                sum(ytd, other.ytd),
                sum(ytdYearBefore, other.ytdYearBefore));
    }

    /** The sum of all of {@code readings}, at least one; what one does not know, the sum does not know. */
    public static Reading sum(List<Reading> readings) {
        return new Reading(
                sum(readings, Reading::month),
                sum(readings, Reading::monthBefore),
                sum(readings, Reading::yearBefore),
                sum(readings, Reading::ytd),
                sum(readings, Reading::ytdYearBefore));
    }

    private static Optional<Totals> sum(List<Reading> readings, Function<Reading, Optional<Totals>> what) {
        Totals sum = Totals.NONE;
        for (Reading reading : readings) {
            Optional<Totals> one = what.apply(reading);
            if (one.isEmpty()) {
                return Optional.empty();
            }
            // Most have no trade in most months.
            if (one.get() != Totals.NONE) {
                sum = sum.plus(one.get());
            }
        }
        return Optional.of(sum);
    }

    private static Optional<Totals> sum(Optional<Totals> one, Optional<Totals> other) {
        return one.isPresent() && other.isPresent() ? Optional.of(one.get().plus(other.get())) : Optional.empty();
    }

    /** How much in the month. */
    public Amount amount() {
        return Amount.of(month);
    }

    /** How much of the month's net weight the source itself estimated, in percent; empty where that is nothing. */
    public Optional<BigDecimal> estimatedPct() {
        if (month.isEmpty() || month.get().estimatedNetWeightGrams() == 0) {
            return Optional.empty();
        }
        return month.filter(known -> known.netWeightGrams().isPresent())
                .flatMap(known -> Amount.percent(known.estimatedNetWeightGrams(), known.reportedNetWeightGrams()))
                .filter(percent -> percent.signum() > 0);
    }

    /** How much from January to the month. */
    public Amount ytdAmount() {
        return Amount.of(ytd);
    }
}
