package dev.customsfeed.publish.figures.trade;

import dev.customsfeed.ledger.Totals;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.Optional;
import java.util.OptionalLong;

/**
 * How much was traded, as far as it is known. Sums are exact; ratios are computed from them and rounded once, half up (ties away from
 * zero), as are the whole kilograms and whole units that are published.
 *
 * @param netWeightGrams in grams; empty, which is not zero, where it is not known
 * @param valueThousandths in thousandths of the currency's unit; empty where it is not known
 * @param quantityImputed whether the source made up quantities that are in the net weight: then there is no unit value
 */
public record Amount(OptionalLong netWeightGrams, OptionalLong valueThousandths, boolean quantityImputed) {

    /** Nothing is known. */
    public static final Amount UNKNOWN = new Amount(OptionalLong.empty(), OptionalLong.empty());

    private static final long HUNDREDTHS_OF_A_PERCENT = 10_000;
    /** A report has thousands of percentages, nearly all of amounts that are no larger. */
    private static final long LARGEST_IN_PLAIN_NUMBERS = Long.MAX_VALUE / HUNDREDTHS_OF_A_PERCENT;

    private static final BigDecimal HUNDRED = BigDecimal.valueOf(100);
    /** Thousandths of a unit by the gram, times this, are units by the tonne. */
    private static final BigDecimal GRAMS_PER_KG = BigDecimal.valueOf(Totals.THOUSAND);

    /** One of which nobody made up quantities. */
    public Amount(OptionalLong netWeightGrams, OptionalLong valueThousandths) {
        this(netWeightGrams, valueThousandths, false);
    }

    /** What {@code totals} says; empty totals are those of months that are missing. */
    public static Amount of(Optional<Totals> totals) {
        return totals.map(Amount::of).orElse(UNKNOWN);
    }

    /** What {@code totals} says. */
    public static Amount of(Totals totals) {
        return new Amount(totals.netWeightGrams(), OptionalLong.of(totals.valueThousandths()));
    }

    /** The net weight in whole kilograms, as it is published; empty where it is not known. */
    public OptionalLong netWeightKg() {
        return whole(netWeightGrams);
    }

    /** The value in whole units of the currency, as it is published; empty where it is not known. */
    public OptionalLong value() {
        return whole(valueThousandths);
    }

    private static OptionalLong whole(OptionalLong thousandths) {
        return thousandths.isPresent() ? OptionalLong.of(whole(thousandths.getAsLong())) : OptionalLong.empty();
    }

    /** A sum of no less than zero in thousandths as a whole number, rounded half up. */
    public static long whole(long thousandths) {
        return thousandths / Totals.THOUSAND + (thousandths % Totals.THOUSAND >= Totals.THOUSAND / 2 ? 1 : 0);
    }

    /** Whether the same whole kilograms and whole units are published of both. */
    public boolean isShownAs(Amount other) {
        return netWeightKg().equals(other.netWeightKg()) && value().equals(other.value());
    }

    /**
     * Value by tonne in whole units of the currency; empty where the net weight is zero, one of the two is not known or quantities were
     * {@linkplain #quantityImputed made up}.
     *
     * @throws ArithmeticException if it does not fit a {@code long}
     */
    public OptionalLong unitValuePerTonne() {
        if (quantityImputed
                || valueThousandths.isEmpty()
                || netWeightGrams.isEmpty()
                || netWeightGrams.getAsLong() == 0) {
            return OptionalLong.empty();
        }
        long value = valueThousandths.getAsLong();
        long weight = netWeightGrams.getAsLong();
        if (weight > 0 && value >= 0 && value <= Long.MAX_VALUE / Totals.THOUSAND) {
            long whole = value * Totals.THOUSAND / weight;
            long left = value * Totals.THOUSAND % weight;
            return OptionalLong.of(left >= weight - left ? whole + 1 : whole);
        }
        return OptionalLong.of(BigDecimal.valueOf(value)
                .multiply(GRAMS_PER_KG)
                .divide(BigDecimal.valueOf(weight), 0, RoundingMode.HALF_UP)
                .longValueExact());
    }

    /** The change of the net weight since {@code base}, in percent of it; empty where one is not known or the base is zero. */
    public Optional<BigDecimal> changePct(Amount base) {
        if (netWeightGrams.isEmpty() || base.netWeightGrams.isEmpty()) {
            return Optional.empty();
        }
        return percent(
                Math.subtractExact(netWeightGrams.getAsLong(), base.netWeightGrams.getAsLong()),
                base.netWeightGrams.getAsLong());
    }

    /** The change of the value since {@code base}, in percent of it; empty where one is not known or the base is zero. */
    public Optional<BigDecimal> valueChangePct(Amount base) {
        if (valueThousandths.isEmpty() || base.valueThousandths.isEmpty()) {
            return Optional.empty();
        }
        return percent(
                Math.subtractExact(valueThousandths.getAsLong(), base.valueThousandths.getAsLong()),
                base.valueThousandths.getAsLong());
    }

    /** The change of the value of a tonne since {@code base}, in percent of it; empty where one is not known or the base is zero. */
    public Optional<BigDecimal> unitValueChangePct(Amount base) {
        if (netWeightGrams.isEmpty()
                || valueThousandths.isEmpty()
                || base.netWeightGrams.isEmpty()
                || base.valueThousandths.isEmpty()) {
            return Optional.empty();
        }
        // value / weight against baseValue / baseWeight, without a division before the last.
        BigDecimal now = product(valueThousandths, base.netWeightGrams);
        BigDecimal then = product(base.valueThousandths, netWeightGrams);
        if (netWeightGrams.getAsLong() == 0 || base.netWeightGrams.getAsLong() == 0 || then.signum() == 0) {
            return Optional.empty();
        }
        return Optional.of(now.subtract(then).multiply(HUNDRED).divide(then, 2, RoundingMode.HALF_UP));
    }

    private static BigDecimal product(OptionalLong one, OptionalLong other) {
        return BigDecimal.valueOf(one.getAsLong()).multiply(BigDecimal.valueOf(other.getAsLong()));
    }

    /** The share of the value in that of {@code whole}, in percent; empty where one is not known or the whole is zero. */
    public Optional<BigDecimal> valueSharePct(Amount whole) {
        if (valueThousandths.isEmpty() || whole.valueThousandths.isEmpty()) {
            return Optional.empty();
        }
        return percent(valueThousandths.getAsLong(), whole.valueThousandths.getAsLong());
    }

    /** Whether the value is known and the net weight is not: then there is nothing but the value to go by. */
    public boolean isOfValueAlone() {
        return valueThousandths.isPresent() && netWeightGrams.isEmpty();
    }

    /** The same with quantities in it that the source made up, if {@code imputed}. */
    public Amount imputed(boolean imputed) {
        return imputed ? new Amount(netWeightGrams, valueThousandths, true) : this;
    }

    /** The same without its net weight. */
    public Amount valueAlone() {
        return new Amount(OptionalLong.empty(), valueThousandths);
    }

    /** The share of the net weight in that of {@code whole}, in percent; empty where one is not known or the whole is zero. */
    public Optional<BigDecimal> sharePct(Amount whole) {
        if (netWeightGrams.isEmpty() || whole.netWeightGrams.isEmpty()) {
            return Optional.empty();
        }
        return percent(netWeightGrams.getAsLong(), whole.netWeightGrams.getAsLong());
    }

    /** {@code part} in percent of {@code whole}, with two decimals; empty where the whole is zero. */
    static Optional<BigDecimal> percent(long part, long whole) {
        if (whole == 0) {
            return Optional.empty();
        }
        if (whole > 0 && part >= -LARGEST_IN_PLAIN_NUMBERS && part <= LARGEST_IN_PLAIN_NUMBERS) {
            long hundredths = part * HUNDREDTHS_OF_A_PERCENT / whole;
            long left = Math.abs(part * HUNDREDTHS_OF_A_PERCENT % whole);
            return Optional.of(
                    BigDecimal.valueOf(left >= whole - left ? hundredths + Long.signum(part) : hundredths, 2));
        }
        return Optional.of(
                BigDecimal.valueOf(part).multiply(HUNDRED).divide(BigDecimal.valueOf(whole), 2, RoundingMode.HALF_UP));
    }
}
