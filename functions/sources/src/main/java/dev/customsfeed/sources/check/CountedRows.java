package dev.customsfeed.sources.check;

import dev.customsfeed.ledger.Totals;
import dev.customsfeed.ledger.UnknownWeight;
import dev.customsfeed.sources.layout.Row;
import java.util.List;

/** The sums over all rows that count: exact, or a problem where they do not fit. */
final class CountedRows {

    private final SumTooLarge tooLarge;
    private final UnknownWeights unknownWeights = new UnknownWeights();
    private long count;
    private long netWeightGrams;
    private long netWeightNanograms;
    private long withoutNetWeight;
    private long estimatedGrams;
    private long valueThousandths;

    CountedRows(SumTooLarge tooLarge) {
        this.tooLarge = tooLarge;
    }

    /** Adds a row. */
    void add(Row row) {
        count++;
        try {
            valueThousandths = Math.addExact(valueThousandths, row.valueThousandths());
            if (row.netWeightGrams() == Row.UNKNOWN) {
                withoutNetWeight++;
                unknownWeights.add(row);
            } else {
                netWeightGrams = Math.addExact(netWeightGrams, row.netWeightGrams());
                if (row.netWeightNanograms() > 0) {
                    netWeightNanograms += row.netWeightNanograms();
                    // What it will be rounded to must fit as well.
                    Weights.rounded(netWeightGrams, netWeightNanograms);
                }
                estimatedGrams += row.netWeightEstimated() ? row.netWeightGrams() : 0;
            }
        } catch (ArithmeticException e) {
            tooLarge.tell(row.line());
        }
    }

    /** How many there are. */
    long count() {
        return count;
    }

    /** Their sums; only where they fit. */
    Totals totals() {
        return new Totals(
                count,
                Weights.rounded(netWeightGrams, netWeightNanograms),
                withoutNetWeight,
                estimatedGrams,
                valueThousandths);
    }

    /** Why some have no net weight. */
    List<UnknownWeight> unknownWeights() {
        return unknownWeights.reasons();
    }
}
