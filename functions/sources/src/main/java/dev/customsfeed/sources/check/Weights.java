package dev.customsfeed.sources.check;

import dev.customsfeed.ledger.Totals;
import dev.customsfeed.sources.layout.Row;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;

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

    /**
     * Lets sums that were rounded one by one add up to their own sum, rounded once: by largest remainder, so that none is further than a
     * gram from its exact size.
     *
     * @param sums by code; what is changed is changed there
     * @param nanograms what each has beyond whole grams, any number of them
     */
    static void addUp(SortedMap<String, Totals> sums, Map<String, Long> nanograms) {
        long remainders = 0;
        long surplus = 0;
        List<String> byRemainder = new ArrayList<>(sums.keySet());
        for (String code : byRemainder) {
            long remainder = nanograms.getOrDefault(code, 0L) % NANOGRAMS;
            remainders += remainder;
            surplus += rounded(0, remainder);
        }
        surplus -= rounded(0, remainders);
        byRemainder.sort(Comparator.comparing((String code) -> -(nanograms.getOrDefault(code, 0L) % NANOGRAMS)));
        if (surplus > 0) {
            // Of those that were rounded up, the ones with the smallest remainders.
            List<String> up = byRemainder.stream()
                    .filter(code -> rounded(0, nanograms.getOrDefault(code, 0L) % NANOGRAMS) > 0)
                    .toList();
            up.subList(up.size() - Math.toIntExact(surplus), up.size())
                    .forEach(code -> sums.computeIfPresent(code, (any, totals) -> withGrams(totals, -1)));
        } else {
            // Of those that were rounded down, the ones with the largest.
            byRemainder.stream()
                    .filter(code -> rounded(0, nanograms.getOrDefault(code, 0L) % NANOGRAMS) == 0)
                    .limit(-surplus)
                    .forEach(code -> sums.computeIfPresent(code, (any, totals) -> withGrams(totals, 1)));
        }
    }

    private static Totals withGrams(Totals totals, long more) {
        return new Totals(
                totals.rows(),
                Math.addExact(totals.reportedNetWeightGrams(), more),
                totals.rowsWithoutNetWeight(),
                totals.estimatedNetWeightGrams(),
                totals.valueThousandths());
    }

    /** Whole grams of a row by itself; {@link Row#UNKNOWN} where it has no weight. */
    static long rounded(Row row) {
        return row.netWeightGrams() == Row.UNKNOWN
                ? Row.UNKNOWN
                : rounded(row.netWeightGrams(), row.netWeightNanograms());
    }
}
