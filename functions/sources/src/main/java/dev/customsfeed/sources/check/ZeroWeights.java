package dev.customsfeed.sources.check;

import dev.customsfeed.sources.layout.Layout;
import dev.customsfeed.sources.layout.Row;
import dev.customsfeed.sources.rejection.Figure;
import java.util.Optional;

/** Rows with a weight of 0 beside a value, which offices that round their weights report. */
final class ZeroWeights {

    private final boolean areReported;
    private long rows;
    private long value;

    ZeroWeights(Layout layout) {
        this.areReported = layout.roundsWeights();
    }

    /** Adds a row that counts. */
    void add(Row row) {
        if (row.netWeightGrams() == 0 && row.valueThousandths() > 0) {
            rows++;
            value += row.valueThousandths();
        }
    }

    /** How many there are and what they are worth, where the office rounds. */
    Optional<String> warning(String currency) {
        return rows > 0 && areReported
                ? Optional.of((rows == 1 ? "1 row has" : rows + " rows have") + " a weight of 0 kg beside a value, "
                        + Figure.ofThousandths(value) + " " + currency
                        + " together: taken as reported, for the office rounds its weights.")
                : Optional.empty();
    }
}
