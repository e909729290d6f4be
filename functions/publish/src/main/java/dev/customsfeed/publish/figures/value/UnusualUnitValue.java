package dev.customsfeed.publish.figures.value;

import dev.customsfeed.publish.figures.Finding;
import dev.customsfeed.publish.figures.Fraction;
import dev.customsfeed.publish.figures.Reason;
import dev.customsfeed.publish.figures.trade.Span;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * A unit value far from the partner's own past: something to check, never to drop.
 *
 * <p>With m the median of its unit values in earlier months and R the median of the factors between each of them and m (the median
 * absolute deviation of the logarithms; of an even number the root of the product of the two in the middle), a unit value is far where the factor f between it and m is 2 or more and f^5 is above R^26:
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
    private static final int POWER_OF_SQUARE = 13;
    private static final Fraction GRAMS_PER_TONNE = Fraction.of(1_000_000);

    /**
     * What is unusual about the last month of {@code span}, by the months of it before that.
     *
     * @param unitValues of one partner; months whose quantities were made up have none
     * @return empty where nothing is; {@link Reason.TooShort} where it had trade in fewer than twelve months before, {@link Reason.NoMonths}
     *     where it had none in the month itself
     */
    public static Finding<Optional<UnusualUnitValue>> of(UnitValues unitValues, Span span) {
        int period = unitValues.index(span.last());
        if (!unitValues.isKnown(period)) {
            return Finding.none(new Reason.NoMonths());
        }
        int first = Math.max(unitValues.index(span.first()), 0);
        int months = 0;
        // Most are usual, which is seen without sorting and without long numbers: so many lie too far below it, so many
        // above.
        int below = 0;
        int above = 0;
        double now = unitValues.approximate(period);
        double lowest = now / SURELY_BELOW_LEAST_FACTOR;
        double highest = now * SURELY_BELOW_LEAST_FACTOR;
        for (int i = first; i < period; i++) {
            double then = unitValues.approximate(i);
            if (then > 0) {
                months++;
                if (then < lowest) {
                    below++;
                } else if (then > highest) {
                    above++;
                }
            }
        }
        if (months < LEAST_MONTHS) {
            return Finding.none(new Reason.TooShort(LEAST_MONTHS, months));
        }
        // Neither of the two in the middle is one of those.
        if (Math.max(below, above) <= (months - 1) / 2) {
            return Finding.found(Optional.empty());
        }
        List<Fraction> earlier = new ArrayList<>();
        for (int i = first; i < period; i++) {
            if (unitValues.isKnown(i)) {
                earlier.add(unitValues.exact(i));
            }
        }
        return Finding.found(of(unitValues, period, earlier));
    }

    private static Optional<UnusualUnitValue> of(UnitValues unitValues, int period, List<Fraction> earlier) {
        Fraction unitValue = unitValues.exact(period);
        Fraction usual = Fraction.median(earlier);
        List<Fraction> factors =
                earlier.stream().map(each -> each.factorFrom(usual)).sorted().toList();
        // R times R: the mean of the two logarithms in the middle is that of the root of the product.
        Fraction squareOfDeviation = factors.get((factors.size() - 1) / 2).times(factors.get(factors.size() / 2));
        Fraction factor = unitValue.factorFrom(usual);
        long grams = unitValues.grams(period);
        Fraction usualGrams = Fraction.of(unitValues.thousandths(period)).dividedBy(usual);
        boolean isFar = !factor.isBelow(LEAST_FACTOR)
                && power(factor, POWER).isAbove(power(squareOfDeviation, POWER_OF_SQUARE))
                && !usualGrams.minus(Fraction.of(grams)).abs().isBelow(GRAMS_PER_TONNE);
        return isFar
                ? Optional.of(new UnusualUnitValue(unitValue, usual, earlier.size(), usualGrams, grams))
                : Optional.empty();
    }

    /** By what factor the unit value lies above or below the usual one. */
    public Fraction factor() {
        return unitValue.factorFrom(usual);
    }

    /** How many kilograms the net weight lies above what the value would be at the usual unit value; below it, less than zero. */
    public long kilogramsAboveUsual() {
        return Fraction.of(grams).minus(usualGrams).times(Fraction.of(1, 1_000)).whole();
    }

    private static Fraction power(Fraction base, int exponent) {
        return new Fraction(base.numerator().pow(exponent), base.denominator().pow(exponent));
    }
}
