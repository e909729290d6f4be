package dev.customsfeed.publish.figures;

import java.math.BigDecimal;
import java.math.BigInteger;
import java.math.MathContext;
import java.math.RoundingMode;
import java.util.Collection;
import java.util.List;

/**
 * An exact quotient of whole numbers, so that nothing is rounded before it is shown. Two are equal if they are worth the same.
 *
 * @param numerator any whole number
 * @param denominator greater than zero
 */
public record Fraction(BigInteger numerator, BigInteger denominator) implements Comparable<Fraction> {

    /** Nothing. */
    public static final Fraction ZERO = of(0);

    /** The whole. */
    public static final Fraction ONE = of(1);

    private static final int PERCENT_DECIMALS = 2;
    private static final int HUNDRED_AS_SHIFT = 2;

    /** Quotients of doubles are right to some sixteen digits: those that differ by more than this are told apart without long numbers. */
    private static final double SURELY_DIFFERENT = 1e-12;

    /** Does not take a denominator of zero; a negative one gives its sign to the numerator. */
    public Fraction {
        if (denominator.signum() == 0) {
            throw new ArithmeticException("found a quotient " + numerator + "/0, expected another denominator");
        }
        if (denominator.signum() < 0) {
            numerator = numerator.negate();
            denominator = denominator.negate();
        }
    }

    /** A whole number. */
    public static Fraction of(long whole) {
        return new Fraction(BigInteger.valueOf(whole), BigInteger.ONE);
    }

    /**
     * {@code numerator} by {@code denominator}.
     *
     * @throws ArithmeticException if the denominator is zero
     */
    public static Fraction of(long numerator, long denominator) {
        return new Fraction(BigInteger.valueOf(numerator), BigInteger.valueOf(denominator));
    }

    /** A decimal number as it is written. */
    public static Fraction of(BigDecimal decimal) {
        return decimal.scale() <= 0
                ? new Fraction(decimal.toBigIntegerExact(), BigInteger.ONE)
                : new Fraction(decimal.unscaledValue(), BigInteger.TEN.pow(decimal.scale()));
    }

    /** The sum of both. */
    public Fraction plus(Fraction other) {
        return denominator.equals(other.denominator)
                ? new Fraction(numerator.add(other.numerator), denominator)
                : new Fraction(
                        numerator.multiply(other.denominator).add(other.numerator.multiply(denominator)),
                        denominator.multiply(other.denominator));
    }

    /** This without the other. */
    public Fraction minus(Fraction other) {
        return plus(other.negated());
    }

    /** The same with the other sign. */
    public Fraction negated() {
        return new Fraction(numerator.negate(), denominator);
    }

    /** The product of both. */
    public Fraction times(Fraction other) {
        return new Fraction(numerator.multiply(other.numerator), denominator.multiply(other.denominator));
    }

    /**
     * This by the other.
     *
     * @throws ArithmeticException if the other is zero
     */
    public Fraction dividedBy(Fraction other) {
        return new Fraction(numerator.multiply(other.denominator), denominator.multiply(other.numerator));
    }

    /** How far it is from zero. */
    public Fraction abs() {
        return signum() < 0 ? negated() : this;
    }

    /** -1, 0 or 1. */
    public int signum() {
        return numerator.signum();
    }

    /** Whether it is more than the other. */
    public boolean isAbove(Fraction other) {
        return compareTo(other) > 0;
    }

    /** Whether it is less than the other. */
    public boolean isBelow(Fraction other) {
        return compareTo(other) < 0;
    }

    /**
     * By what factor it lies above or below the other: a half and a double are both two times.
     *
     * @param other above zero, as this is
     */
    public Fraction factorFrom(Fraction other) {
        return isBelow(other) ? other.dividedBy(this) : dividedBy(other);
    }

    /** The median of {@code fractions}, at least one: the middle one, or the mean of the two in the middle. */
    public static Fraction median(Collection<Fraction> fractions) {
        List<Fraction> sorted = fractions.stream().sorted().toList();
        int size = sorted.size();
        Fraction upper = sorted.get(size / 2);
        return size % 2 == 1 ? upper : sorted.get(size / 2 - 1).plus(upper).times(of(1, 2));
    }

    /** With {@code decimals} decimals, rounded half up (ties away from zero). */
    public BigDecimal rounded(int decimals) {
        return new BigDecimal(numerator).divide(new BigDecimal(denominator), decimals, RoundingMode.HALF_UP);
    }

    /** As a whole number, rounded half up (ties away from zero). */
    public long whole() {
        return rounded(0).longValueExact();
    }

    /** In percent with two decimals, rounded half up (ties away from zero): a quarter is 25.00. */
    public BigDecimal percent() {
        return new BigDecimal(numerator)
                .movePointRight(HUNDRED_AS_SHIFT)
                .divide(new BigDecimal(denominator), PERCENT_DECIMALS, RoundingMode.HALF_UP);
    }

    /** The nearest double, for logarithms and other functions that have no exact value. */
    public double toDouble() {
        double exactParts = numerator.doubleValue() / denominator.doubleValue();
        return Double.isFinite(exactParts)
                ? exactParts
                : new BigDecimal(numerator)
                        .divide(new BigDecimal(denominator), MathContext.DECIMAL64)
                        .doubleValue();
    }

    @Override
    public int compareTo(Fraction other) {
        if (signum() != other.signum()) {
            return Integer.compare(signum(), other.signum());
        }
        double mine = numerator.doubleValue() / denominator.doubleValue();
        double its = other.numerator.doubleValue() / other.denominator.doubleValue();
        if (Math.abs(mine - its) > SURELY_DIFFERENT * Math.max(Math.abs(mine), Math.abs(its))) {
            return Double.compare(mine, its);
        }
        return numerator.multiply(other.denominator).compareTo(other.numerator.multiply(denominator));
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof Fraction fraction && compareTo(fraction) == 0;
    }

    @Override
    public int hashCode() {
        BigInteger divisor = numerator.gcd(denominator);
        return numerator.divide(divisor).hashCode() * 31
                + denominator.divide(divisor).hashCode();
    }

    @Override
    public String toString() {
        return numerator + "/" + denominator;
    }
}
