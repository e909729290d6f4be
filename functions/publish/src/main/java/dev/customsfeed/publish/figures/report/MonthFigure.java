package dev.customsfeed.publish.figures.report;

import dev.customsfeed.publish.figures.trade.Amount;
import dev.customsfeed.publish.figures.trade.Reading;
import java.math.BigDecimal;
import java.util.Optional;

/**
 * A month.
 *
 * @param amount how much
 * @param momPct change of the net weight on the month before, in percent
 * @param yoyPct change of the net weight on the same month a year before, in percent
 * @param valueMomPct change of the value on the month before, in percent
 * @param valueYoyPct change of the value on the same month a year before, in percent
 * @param estimatedPct how much of the net weight the source itself estimated, in percent; empty where that is nothing
 */
public record MonthFigure(
        Amount amount,
        Optional<BigDecimal> momPct,
        Optional<BigDecimal> yoyPct,
        Optional<BigDecimal> valueMomPct,
        Optional<BigDecimal> valueYoyPct,
        Optional<BigDecimal> estimatedPct) {

    /** Nothing is known. */
    static final MonthFigure UNKNOWN = new MonthFigure(
            Amount.UNKNOWN, Optional.empty(), Optional.empty(), Optional.empty(), Optional.empty(), Optional.empty());

    static MonthFigure of(Reading reading) {
        return new MonthFigure(
                reading.amount(),
                reading.momPct(),
                reading.yoyPct(),
                reading.amount().valueChangePct(Amount.of(reading.monthBefore())),
                reading.amount().valueChangePct(Amount.of(reading.yearBefore())),
                reading.estimatedPct());
    }

    /** The same with quantities in it that the source made up, if {@code imputed}. */
    MonthFigure imputed(boolean imputed) {
        return new MonthFigure(amount.imputed(imputed), momPct, yoyPct, valueMomPct, valueYoyPct, estimatedPct);
    }

    /** The same without net weights: the value and its changes alone. */
    MonthFigure byValue() {
        return new MonthFigure(
                amount.valueAlone(), valueMomPct, valueYoyPct, valueMomPct, valueYoyPct, Optional.empty());
    }
}
