package dev.customsfeed.publish.figures.value;

import dev.customsfeed.publish.figures.Finding;
import dev.customsfeed.publish.figures.Fraction;
import dev.customsfeed.publish.figures.MonthSeries;
import dev.customsfeed.publish.figures.Reason;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * A unit value far from the partner's own past: something to check, never to drop.
 *
 * <p>With m the median of its unit values in earlier months and R the median of the factors between each of them and m (the median
 * absolute deviation of the logarithms), a unit value is far where the factor f between it and m is 2 or more and f^5 is above R^26:
 * ln f above 5.2 ln R is the modified z-score above 3.5 of Iglewicz and Hoaglin (How to Detect and Handle Outliers, 1993). Only what
 * moves a tonne or more counts: at the usual unit value the net weight would be that much other than it is.
 *
 * @param unitValue units of the currency by kilogram
 * @param usual the median of earlier months, units of the currency by kilogram
 * @param months how many earlier months with trade that is the median of
 * @param usualGrams the net weight that the value would be at the usual unit value, in grams
 * @param grams the net weight as it was reported, in grams
 */
public record UnusualUnitValue(Fraction unitValue, Fraction usual, int months, Fraction usualGrams, long grams) {

    private static final int LEAST_MONTHS = 12;
    private static final Fraction LEAST_FACTOR = Fraction.of(2);
    /** A double is right to more digits than this leaves. */
    private static final double SURELY_BELOW_LEAST_FACTOR = 1.999;

    private static final int POWER = 5;
    private static final int POWER_OF_DEVIATION = 26;
    private static final Fraction GRAMS_PER_TONNE = Fraction.of(1_000_000);

    /**
     * What is unusual about {@code period}.
     *
     * @param netWeights of one partner, in grams; months whose quantities were made up are left out beforehand
     * @param values of the same, in thousandths of the currency's unit
     * @return empty where nothing is; {@link Reason.TooShort} where it had trade in fewer than twelve months before, {@link Reason.NoMonths}
     *     where it had none in the month itself
     */
    public static Finding<Optional<UnusualUnitValue>> of(MonthSeries netWeights, MonthSeries values, YearMonth period) {
        if (!hasTrade(netWeights, values, period)) {
            return Finding.none(new Reason.NoMonths());
        }
        List<Fraction> earlier = new ArrayList<>();
        for (YearMonth month = netWeights.span().first(); month.isBefore(period); month = month.plusMonths(1)) {
            if (hasTrade(netWeights, values, month)) {
                earlier.add(unitValue(netWeights, values, month));
            }
        }
        if (earlier.size() < LEAST_MONTHS) {
            return Finding.none(new Reason.TooShort(LEAST_MONTHS, earlier.size()));
        }
        Fraction unitValue = unitValue(netWeights, values, period);
        if (isSurelyUsual(unitValue, earlier)) {
            return Finding.found(Optional.empty());
        }
        Fraction usual = Fraction.median(earlier);
        Fraction deviation = Fraction.median(
                earlier.stream().map(each -> each.factorFrom(usual)).toList());
        Fraction factor = unitValue.factorFrom(usual);
        long grams = netWeights.in(period).orElseThrow();
        Fraction usualGrams = Fraction.of(values.in(period).orElseThrow()).dividedBy(usual);
        boolean isFar = !factor.isBelow(LEAST_FACTOR)
                && power(factor, POWER).isAbove(power(deviation, POWER_OF_DEVIATION))
                && !usualGrams.minus(Fraction.of(grams)).abs().isBelow(GRAMS_PER_TONNE);
        return Finding.found(
                isFar
                        ? Optional.of(new UnusualUnitValue(unitValue, usual, earlier.size(), usualGrams, grams))
                        : Optional.empty());
    }

    /** By what factor the unit value lies above or below the usual one. */
    public Fraction factor() {
        return unitValue.factorFrom(usual);
    }

    /** How many kilograms the net weight lies above what the value would be at the usual unit value; below it, less than zero. */
    public long kilogramsAboveUsual() {
        return Fraction.of(grams).minus(usualGrams).times(Fraction.of(1, 1_000)).whole();
    }

    private static boolean hasTrade(MonthSeries netWeights, MonthSeries values, YearMonth month) {
        return netWeights.in(month).orElse(0) > 0 && values.in(month).orElse(0) > 0;
    }

    /** Thousandths by gram, which are units by kilogram. */
    private static Fraction unitValue(MonthSeries netWeights, MonthSeries values, YearMonth month) {
        return Fraction.of(values.in(month).orElseThrow(), netWeights.in(month).orElseThrow());
    }

    /** Most are, and to see that takes no long numbers. */
    private static boolean isSurelyUsual(Fraction unitValue, List<Fraction> earlier) {
        double[] sorted =
                earlier.stream().mapToDouble(Fraction::toDouble).sorted().toArray();
        double median = (sorted[(sorted.length - 1) / 2] + sorted[sorted.length / 2]) / 2;
        double factor = unitValue.toDouble() / median;
        return Math.max(factor, 1 / factor) < SURELY_BELOW_LEAST_FACTOR;
    }

    private static Fraction power(Fraction base, int exponent) {
        return new Fraction(base.numerator().pow(exponent), base.denominator().pow(exponent));
    }
}
