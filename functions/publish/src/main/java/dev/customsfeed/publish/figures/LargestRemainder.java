package dev.customsfeed.publish.figures;

import java.math.BigDecimal;
import java.math.BigInteger;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.stream.IntStream;

/**
 * Rounds parts so that they add up to their rounded sum: each is rounded down, and as many of those with the largest remainders are
 * rounded up as it takes (Hamilton's method). None is a whole step from its exact size or further.
 */
public final class LargestRemainder {

    private LargestRemainder() {}

    /**
     * The parts with {@code decimals} decimals, in their order, which decides between equal remainders. They add up to the exact sum,
     * rounded half up (ties away from zero).
     */
    public static List<BigDecimal> round(List<Fraction> parts, int decimals) {
        Fraction steps = new Fraction(BigInteger.TEN.pow(decimals), BigInteger.ONE);
        List<BigInteger> rounded = new ArrayList<>();
        List<Fraction> remainders = new ArrayList<>();
        Fraction sum = Fraction.ZERO;
        for (Fraction part : parts) {
            Fraction exact = part.times(steps);
            BigInteger[] divided = exact.numerator().divideAndRemainder(exact.denominator());
            BigInteger floor = divided[1].signum() < 0 ? divided[0].subtract(BigInteger.ONE) : divided[0];
            rounded.add(floor);
            remainders.add(exact.minus(new Fraction(floor, BigInteger.ONE)));
            sum = sum.plus(exact);
        }
        int left = sum.rounded(0)
                .toBigIntegerExact()
                .subtract(rounded.stream().reduce(BigInteger.ZERO, BigInteger::add))
                .intValueExact();
        IntStream.range(0, parts.size())
                .boxed()
                .sorted(Comparator.comparing(remainders::get, Comparator.reverseOrder()))
                .limit(left)
                .forEach(i -> rounded.set(i, rounded.get(i).add(BigInteger.ONE)));
        return rounded.stream().map(whole -> new BigDecimal(whole, decimals)).toList();
    }
}
