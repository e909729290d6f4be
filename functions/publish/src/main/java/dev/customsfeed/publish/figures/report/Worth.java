package dev.customsfeed.publish.figures.report;

import dev.customsfeed.publish.figures.Fraction;
import dev.customsfeed.publish.figures.trade.Amount;
import dev.customsfeed.publish.figures.trade.Reading;
import java.math.BigDecimal;
import java.util.Optional;
import java.util.OptionalLong;

/**
 * How value and unit value moved, and what growth on a year before is growth from. A unit value's change is that of value by net weight,
 * exact and rounded once; it is empty where one of the two has no unit value, or one of zero to grow from.
 *
 * @param valueMomPct change of the value on the month before, in percent
 * @param valueYoyPct change of the value on the same month a year before, in percent
 * @param ytdValueYoyPct change of the value since January on the same months a year before, in percent
 * @param unitValueMomPct change of the unit value on the month before, in percent
 * @param unitValueYoyPct change of the unit value on the same month a year before, in percent
 * @param ytdUnitValuePerTonne value by tonne since January, in whole units of the currency
 * @param ytdUnitValueYoyPct its change on the same months a year before, in percent
 * @param yearBefore how much there was in the same month a year before
 * @param ytdYearBefore how much there was in the same months a year before
 */
public record Worth(
        Optional<BigDecimal> valueMomPct,
        Optional<BigDecimal> valueYoyPct,
        Optional<BigDecimal> ytdValueYoyPct,
        Optional<BigDecimal> unitValueMomPct,
        Optional<BigDecimal> unitValueYoyPct,
        OptionalLong ytdUnitValuePerTonne,
        Optional<BigDecimal> ytdUnitValueYoyPct,
        Amount yearBefore,
        Amount ytdYearBefore) {

    static Worth of(Reading reading) {
        Amount month = reading.amount();
        Amount monthBefore = Amount.of(reading.monthBefore());
        Amount yearBefore = Amount.of(reading.yearBefore());
        Amount ytd = reading.ytdAmount();
        Amount ytdYearBefore = Amount.of(reading.ytdYearBefore());
        return new Worth(
                month.valueChangePct(monthBefore),
                month.valueChangePct(yearBefore),
                ytd.valueChangePct(ytdYearBefore),
                unitValueChangePct(month, monthBefore),
                unitValueChangePct(month, yearBefore),
                ytd.unitValuePerTonne(),
                unitValueChangePct(ytd, ytdYearBefore),
                yearBefore,
                ytdYearBefore);
    }

    private static Optional<BigDecimal> unitValueChangePct(Amount now, Amount base) {
        return unitValue(now)
                .flatMap(unitValue -> unitValue(base)
                        .filter(before -> before.signum() > 0)
                        .map(before ->
                                unitValue.dividedBy(before).minus(Fraction.ONE).percent()));
    }

    /** Thousandths by gram; empty where there is no net weight to divide by. */
    private static Optional<Fraction> unitValue(Amount amount) {
        return amount.valueThousandths().isPresent() && amount.netWeightGrams().orElse(0) > 0
                ? Optional.of(Fraction.of(
                        amount.valueThousandths().getAsLong(),
                        amount.netWeightGrams().getAsLong()))
                : Optional.empty();
    }

    /** The same without net weights: unit values there are none. */
    Worth byValue() {
        return new Worth(
                valueMomPct,
                valueYoyPct,
                ytdValueYoyPct,
                Optional.empty(),
                Optional.empty(),
                OptionalLong.empty(),
                Optional.empty(),
                yearBefore.valueAlone(),
                ytdYearBefore.valueAlone());
    }
}
