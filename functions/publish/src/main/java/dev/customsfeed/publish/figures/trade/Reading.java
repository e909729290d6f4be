package dev.customsfeed.publish.figures.trade;

import dev.customsfeed.ledger.Totals;
import java.math.BigDecimal;
import java.time.YearMonth;
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

    private static Optional<Totals> sum(Optional<Totals> one, Optional<Totals> other) {
        return one.isPresent() && other.isPresent() ? Optional.of(one.get().plus(other.get())) : Optional.empty();
    }

    /** How much in the month. */
    public Amount amount() {
        return Amount.of(month);
    }

    /** How much of the month's net weight the source itself estimated, in percent; empty where that is nothing. */
    public Optional<BigDecimal> estimatedPct() {
        return month.filter(known -> known.netWeightGrams().isPresent())
                .flatMap(known -> Amount.percent(known.estimatedNetWeightGrams(), known.reportedNetWeightGrams()))
                .filter(percent -> percent.signum() > 0);
    }

    /** How much from January to the month. */
    public Amount ytdAmount() {
        return Amount.of(ytd);
    }

    /** Change on the month before, in percent. */
    public Optional<BigDecimal> momPct() {
        return amount().changePct(Amount.of(monthBefore));
    }

    /** Change on the same month a year before, in percent. */
    public Optional<BigDecimal> yoyPct() {
        return amount().changePct(Amount.of(yearBefore));
    }

    /** Change of the cumulative figure on a year before, in percent. */
    public Optional<BigDecimal> ytdYoyPct() {
        return ytdAmount().changePct(Amount.of(ytdYearBefore));
    }
}
