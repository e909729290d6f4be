package dev.customsfeed.publish.figures.report;

import dev.customsfeed.publish.figures.trade.Amount;
import dev.customsfeed.publish.figures.trade.Reading;
import java.math.BigDecimal;
import java.util.Optional;

/**
 * From January to the month.
 *
 * @param amount how much
 * @param yoyPct change of the net weight on the same months a year before, in percent
 * @param valueYoyPct change of the value on the same months a year before, in percent
 */
public record YearToDate(Amount amount, Optional<BigDecimal> yoyPct, Optional<BigDecimal> valueYoyPct) {

    /** Nothing is known. */
    static final YearToDate UNKNOWN = new YearToDate(Amount.UNKNOWN, Optional.empty(), Optional.empty());

    static YearToDate of(Reading reading) {
        Amount amount = reading.ytdAmount();
        Amount yearBefore = Amount.of(reading.ytdYearBefore());
        return new YearToDate(amount, amount.changePct(yearBefore), amount.valueChangePct(yearBefore));
    }

    /** The same with quantities in it that the source made up, if {@code imputed}. */
    YearToDate imputed(boolean imputed) {
        return new YearToDate(amount.imputed(imputed), yoyPct, valueYoyPct);
    }

    /** The same without net weights: the value and its change alone. */
    YearToDate byValue() {
        return new YearToDate(amount.valueAlone(), valueYoyPct, valueYoyPct);
    }
}
