package dev.customsfeed.sources.gacc;

import dev.customsfeed.sources.codes.CodeTable;
import java.math.BigDecimal;
import java.math.BigInteger;
import java.text.Normalizer;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;

/**
 * A unit of weight that quantities are in. {@code units.csv} lists the spellings of China Customs' own units of quantity, which its
 * code table of units has, and of those that people put in their place.
 *
 * @param grams whole grams to the unit
 * @param nanograms what it has beyond them
 */
record UnitOfWeight(long grams, long nanograms) {

    private static final int DECIMALS = 9;
    private static final long NANOGRAMS = 1_000_000_000;

    private static final Map<String, UnitOfWeight> BY_SPELLING = new HashMap<>();
    private static final Set<String> OTHERS = new TreeSet<>();

    static {
        for (List<String> row : CodeTable.read(UnitOfWeight.class, "units.csv", "unit", "grams")) {
            if (row.get(1).isEmpty()) {
                OTHERS.add(row.get(0));
            } else {
                BY_SPELLING.put(row.get(0), of(row.get(1)));
            }
        }
    }

    private static UnitOfWeight of(String grams) {
        BigInteger[] parts = new BigDecimal(grams)
                .movePointRight(DECIMALS)
                .toBigIntegerExact()
                .divideAndRemainder(BigInteger.valueOf(NANOGRAMS));
        return new UnitOfWeight(parts[0].longValueExact(), parts[1].longValueExact());
    }

    /** The unit of weight that is spelt so, whatever its case, width and number; empty where it is none that is known. */
    static Optional<UnitOfWeight> find(String name) {
        String spelling = spelling(name);
        return Optional.ofNullable(BY_SPELLING.getOrDefault(spelling, BY_SPELLING.get(singular(spelling))));
    }

    /** Whether it is known that the unit is none of weight. */
    static boolean isKnownOther(String name) {
        String spelling = spelling(name);
        return OTHERS.contains(spelling) || OTHERS.contains(singular(spelling));
    }

    private static String spelling(String name) {
        return Normalizer.normalize(name, Normalizer.Form.NFKC)
                .toLowerCase(Locale.ROOT)
                .replace("(s)", "")
                .replaceAll("[\\s\\p{Z}.-]", "");
    }

    private static String singular(String spelling) {
        return spelling.endsWith("s") ? spelling.substring(0, spelling.length() - 1) : spelling;
    }

    /**
     * Whole grams of a number of units.
     *
     * @throws ArithmeticException if they do not fit a {@code long}
     */
    long gramsOf(long number) {
        if (nanograms == 0) {
            return Math.multiplyExact(number, grams);
        }
        return Math.addExact(
                Math.multiplyExact(number, grams),
                number / NANOGRAMS * nanograms + number % NANOGRAMS * nanograms / NANOGRAMS);
    }

    /** What a number of units has beyond whole grams. */
    long nanogramsOf(long number) {
        return nanograms == 0 ? 0 : number % NANOGRAMS * nanograms % NANOGRAMS;
    }
}
