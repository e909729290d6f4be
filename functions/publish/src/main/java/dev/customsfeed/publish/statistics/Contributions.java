package dev.customsfeed.publish.statistics;

import java.math.BigDecimal;
import java.math.BigInteger;
import java.math.RoundingMode;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;

/**
 * What parts contribute to the change of a whole: the change of each part's net weight by the whole's base, in percentage points
 * with two decimals.
 *
 * <p>Rounded one by one, they would not add up to the change that is shown. So they are rounded by largest remainder: each is
 * rounded down, and as many of those with the largest remainders are rounded up as it takes to reach the whole's change, which is
 * itself rounded half up (ties away from zero). None is further than a hundredth from its exact size, and a part that did not
 * change contributes nothing.
 */
public final class Contributions {

    /** Hundredths of a percentage point in a change from nothing to the base. */
    private static final BigInteger SCALE = BigInteger.valueOf(10_000);

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
        BigInteger base = BigInteger.valueOf(weight(comparison.base(whole)));
        BigInteger[] contributions = new BigInteger[parts.size()];
        BigInteger[] remainders = new BigInteger[parts.size()];
        BigInteger sum = BigInteger.ZERO;
        long changes = 0;
        for (int i = 0; i < parts.size(); i++) {
            long part = change(parts.get(i), comparison);
            changes = Math.addExact(changes, part);
            BigInteger exact = BigInteger.valueOf(part).multiply(SCALE);
            remainders[i] = exact.mod(base);
            contributions[i] = exact.subtract(remainders[i]).divide(base);
            sum = sum.add(contributions[i]);
        }
        if (changes != change(whole, comparison)) {
            throw new IllegalArgumentException("found parts that change by " + changes + " kg together, expected "
                    + change(whole, comparison) + ": the whole's change");
        }
        int up = change.get()
                .movePointRight(DECIMALS)
                .toBigIntegerExact()
                .subtract(sum)
                .intValueExact();
        IntStream.range(0, parts.size())
                .boxed()
                .sorted(Comparator.comparing((Integer i) -> remainders[i]).reversed())
                .limit(up)
                .forEach(i -> contributions[i] = contributions[i].add(BigInteger.ONE));
        List<Optional<BigDecimal>> split = new ArrayList<>();
        for (BigInteger contribution : contributions) {
            split.add(Optional.of(new BigDecimal(contribution, DECIMALS)));
        }
        return split;
    }

    /** The contribution of one part that the others do not add up with, rounded half up; empty where the change is not known. */
    public static Optional<BigDecimal> single(Reading part, Reading whole, Comparison comparison) {
        return comparison.changePct(whole).map(known -> new BigDecimal(
                        BigInteger.valueOf(change(part, comparison)).multiply(SCALE))
                .divide(BigDecimal.valueOf(weight(comparison.base(whole))), 0, RoundingMode.HALF_UP)
                .movePointLeft(DECIMALS));
    }

    private static long change(Reading reading, Comparison comparison) {
        return Math.subtractExact(weight(comparison.now(reading)), weight(comparison.base(reading)));
    }

    private static long weight(Amount amount) {
        return amount.netWeightKg()
                .orElseThrow(() -> new IllegalArgumentException(
                        "found a part whose net weight is not known, expected none where the whole's is"));
    }
}
