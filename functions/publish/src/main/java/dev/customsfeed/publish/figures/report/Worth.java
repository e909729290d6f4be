package dev.customsfeed.publish.figures.report;

import dev.customsfeed.publish.figures.Fraction;
import dev.customsfeed.publish.figures.trade.Amount;
import dev.customsfeed.publish.figures.trade.Reading;
import dev.customsfeed.publish.figures.trade.Span;
import java.math.BigDecimal;
import java.time.YearMonth;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Set;

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

    private static final int YEAR = 12;

    /** @param imputed the months whose quantities the source made up: what has one of them has no unit value */
    static Worth of(Reading reading, YearMonth period, Set<YearMonth> imputed) {
        Span span = Span.yearToDate(period);
        Amount month = reading.amount().imputed(imputed.contains(period));
        Amount monthBefore = Amount.of(reading.monthBefore()).imputed(imputed.contains(period.minusMonths(1)));
        Amount yearBefore = Amount.of(reading.yearBefore()).imputed(imputed.contains(period.minusYears(1)));
        Amount ytd = reading.ytdAmount().imputed(imputed.stream().anyMatch(span::has));
        Amount ytdYearBefore =
                Amount.of(reading.ytdYearBefore()).imputed(imputed.stream().anyMatch(span.back(YEAR)::has));
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
        return unitValue(now).flatMap(unitValue -> unitValue(base)
                .filter(before -> before.signum() > 0)
                .map(before -> unitValue.dividedBy(before).minus(Fraction.ONE).percent()));
    }

    /** Thousandths by gram; empty where there is no unit value. */
    private static Optional<Fraction> unitValue(Amount amount) {
        return amount.unitValuePerTonne().isPresent()
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
