package dev.customsfeed.publish.figures.trade;

import java.math.BigDecimal;
import java.math.BigInteger;
import java.math.RoundingMode;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/**
 * What parts contribute to the change of a whole: the change of each part's net weight by the whole's base, in percentage points
 * with two decimals. It is how statistical offices have contributions to growth: a part's own growth, weighted by its share in the whole of
 * the period before (Insee, Contribution to GDP growth; of amounts that add up the two are the same).
 *
 * <p>Rounded one by one, they would not add up to the change that is shown. So they are rounded by largest remainder (Hamilton's method): each is
 * rounded down, and as many of those with the largest remainders are rounded up as it takes to reach the whole's change, which is
 * itself rounded half up (ties away from zero). None is further than a hundredth from its exact size, and a part that did not
 * change contributes nothing.
 */
public final class Contributions {

    /** Hundredths of a percentage point in a change from nothing to the base. */
    private static final long SCALE = 10_000;

    private static final int DECIMALS = 2;

    private Contributions() {}

    /**
     * The contributions of {@code parts}, in their order, which decides between equal remainders: they add up to the change of
     * {@code whole}. All are empty where that change is not known.
     *
     * @throws IllegalArgumentException if the parts' changes do not add up to that of the whole
     */
    public static List<Optional<BigDecimal>> split(List<Reading> parts, Reading whole, Comparison comparison) {
        Optional<BigDecimal> change = comparison.changePct(whole);
        if (change.isEmpty()) {
            return parts.stream().map(part -> Optional.<BigDecimal>empty()).toList();
        }
        long base = weight(comparison.base(whole));
        long[] contributions = new long[parts.size()];
        long[] remainders = new long[parts.size()];
        long changes = 0;
        long left = change.get().movePointRight(DECIMALS).longValueExact();
        for (int i = 0; i < contributions.length; i++) {
            long part = change(parts.get(i), comparison);
            changes = Math.addExact(changes, part);
            if (Math.abs(part) <= Long.MAX_VALUE / SCALE) {
                contributions[i] = Math.floorDiv(part * SCALE, base);
                remainders[i] = Math.floorMod(part * SCALE, base);
            } else {
                BigInteger exact = BigInteger.valueOf(part).multiply(BigInteger.valueOf(SCALE));
                remainders[i] = exact.mod(BigInteger.valueOf(base)).longValueExact();
                contributions[i] = exact.subtract(BigInteger.valueOf(remainders[i]))
                        .divide(BigInteger.valueOf(base))
                        .longValueExact();
            }
            left -= contributions[i];
        }
        if (changes != change(whole, comparison)) {
            throw new IllegalArgumentException("found parts that change by " + changes + " g together, expected "
                    + change(whole, comparison) + ": the whole's change");
        }
        addToLargest(contributions, remainders, Math.toIntExact(left));
        return Arrays.stream(contributions)
                .mapToObj(contribution -> Optional.of(BigDecimal.valueOf(contribution, DECIMALS)))
                .toList();
    }

    /** Adds one to those with the {@code count} largest remainders, the first ones of equal remainders. */
    private static void addToLargest(long[] contributions, long[] remainders, int count) {
        if (count == 0) {
            return;
        }
        long[] sorted = remainders.clone();
        Arrays.sort(sorted);
        long least = sorted[sorted.length - count];
        long ofLeast = count - Arrays.stream(remainders).filter(r -> r > least).count();
        for (int i = 0; i < contributions.length; i++) {
            if (remainders[i] > least || remainders[i] == least && ofLeast-- > 0) {
                contributions[i]++;
            }
        }
    }

    /** The contribution of one part that the others do not add up with, rounded half up; empty where the change is not known. */
    public static Optional<BigDecimal> single(Reading part, Reading whole, Comparison comparison) {
        return comparison.changePct(whole).map(known -> BigDecimal.valueOf(change(part, comparison))
                .multiply(BigDecimal.valueOf(SCALE))
                .divide(BigDecimal.valueOf(weight(comparison.base(whole))), 0, RoundingMode.HALF_UP)
                .movePointLeft(DECIMALS));
    }

    private static long change(Reading reading, Comparison comparison) {
        return Math.subtractExact(weight(comparison.now(reading)), weight(comparison.base(reading)));
    }

    private static long weight(Amount amount) {
        return amount.netWeightGrams()
                .orElseThrow(() -> new IllegalArgumentException(
                        "found a part whose net weight is not known, expected none where the whole's is"));
    }
}
