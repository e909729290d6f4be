package dev.customsfeed.sources.check;

import dev.customsfeed.sources.layout.Row;

/** Grams and what there is beyond them, made grams where nothing more is added. */
final class Weights {

    private static final long NANOGRAMS = 1_000_000_000;

    private Weights() {}

    /**
     * Whole grams, half a gram upwards.
     *
     * @param nanograms any number of them
     * @throws ArithmeticException if the grams do not fit a {@code long}
     */
    static long rounded(long grams, long nanograms) {
        return Math.addExact(grams, (nanograms + NANOGRAMS / 2) / NANOGRAMS);
    }

    /** Whole grams of a row by itself; {@link Row#UNKNOWN} where it has no weight. */
    static long rounded(Row row) {
        return row.netWeightGrams() == Row.UNKNOWN
                ? Row.UNKNOWN
                : rounded(row.netWeightGrams(), row.netWeightNanograms());
    }
}
