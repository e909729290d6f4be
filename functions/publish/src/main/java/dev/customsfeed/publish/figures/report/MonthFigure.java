package dev.customsfeed.publish.figures.report;

import dev.customsfeed.publish.figures.trade.Amount;
import dev.customsfeed.publish.figures.trade.Reading;
import java.math.BigDecimal;
import java.time.YearMonth;
import java.util.Optional;
import java.util.Set;

/**
 * A month.
 *
 * @param amount how much
 * @param momPct change of the net weight on the month before, in percent
 * @param yoyPct change of the net weight on the same month a year before, in percent
 * @param valueMomPct change of the value on the month before, in percent
 * @param valueYoyPct change of the value on the same month a year before, in percent
 * @param estimatedPct how much of the net weight the source itself estimated, in percent; empty where that is nothing
 * @param unitValueMomPct change of the value of a tonne on the month before, in percent
 * @param unitValueYoyPct change of the value of a tonne on the same month a year before, in percent
 */
public record MonthFigure(
        Amount amount,
        Optional<BigDecimal> momPct,
        Optional<BigDecimal> yoyPct,
        Optional<BigDecimal> valueMomPct,
        Optional<BigDecimal> valueYoyPct,
        Optional<BigDecimal> estimatedPct,
        Optional<BigDecimal> unitValueMomPct,
        Optional<BigDecimal> unitValueYoyPct) {

    /** Nothing is known. */
    static final MonthFigure UNKNOWN = new MonthFigure(
            Amount.UNKNOWN,
            Optional.empty(),
            Optional.empty(),
            Optional.empty(),
            Optional.empty(),
            Optional.empty(),
            Optional.empty(),
            Optional.empty());

    static MonthFigure of(Reading reading) {
        Amount amount = reading.amount();
        Amount monthBefore = Amount.of(reading.monthBefore());
        Amount yearBefore = Amount.of(reading.yearBefore());
        return new MonthFigure(
                amount,
                amount.changePct(monthBefore),
                amount.changePct(yearBefore),
                amount.valueChangePct(monthBefore),
                amount.valueChangePct(yearBefore),
                reading.estimatedPct(),
                amount.unitValueChangePct(monthBefore),
                amount.unitValueChangePct(yearBefore));
    }

    /** The same where the source made up quantities in {@code months}: what needs one of them has no unit value, and no change of it. */
    MonthFigure imputed(YearMonth period, Set<YearMonth> months) {
        if (months.isEmpty()) {
            return this;
        }
        boolean imputed = months.contains(period);
        return new MonthFigure(
                amount.imputed(imputed),
                momPct,
                yoyPct,
                valueMomPct,
                valueYoyPct,
                estimatedPct,
                imputed || months.contains(period.minusMonths(1)) ? Optional.empty() : unitValueMomPct,
                imputed || months.contains(period.minusYears(1)) ? Optional.empty() : unitValueYoyPct);
    }

    /** The same without net weights: the value and its changes alone. */
    MonthFigure byValue() {
        return new MonthFigure(
                amount.valueAlone(),
                valueMomPct,
                valueYoyPct,
                valueMomPct,
                valueYoyPct,
                Optional.empty(),
                Optional.empty(),
                Optional.empty());
    }
}
