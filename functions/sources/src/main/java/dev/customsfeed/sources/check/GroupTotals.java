package dev.customsfeed.sources.check;

import dev.customsfeed.sources.layout.Layout;
import dev.customsfeed.sources.layout.Row;
import java.util.Arrays;
import java.util.function.Consumer;

/** The totals that a file states, and the sums of the rows that each is the total of. */
final class GroupTotals {

    private static final int HIGH = 0;
    private static final int LOW = 1;
    private static final int ROWS = 2;
    private static final int VALUE = 3;
    private static final int NET_WEIGHT = 4;
    private static final int ROWS_WITHOUT_NET_WEIGHT = 5;
    /** The line of the total; 0 where none is stated. */
    private static final int LINE = 6;

    private static final int TOTAL_VALUE = 7;
    private static final int TOTAL_NET_WEIGHT = 8;
    private static final int FIGURES = 9;

    private long[] groups = new long[FIGURES << 8];
    private int[] slots = new int[1 << 10];
    private int size;
    private long lastHigh;
    private long lastLow;
    private int last = -1;

    /**
     * A total beside the sum of its rows.
     *
     * @param line of the total
     * @param rows how many rows it is the total of
     * @param value of the total, in thousandths
     * @param sumOfValues of the rows, in thousandths
     * @param netWeight of the total, in grams; {@link Row#UNKNOWN} where it has none, or a row has none
     * @param sumOfNetWeights of the rows, in grams
     */
    record Stated(long line, long rows, long value, long sumOfValues, long netWeight, long sumOfNetWeights) {

        /** Whether the values differ by more than the rounding of each row makes, or at all if the total is the rows' sum. */
        boolean valueDiffers(Rounding rounding) {
            return Math.abs(value - sumOfValues) > (rounding.ofSumsAlone() ? 0 : tolerance(rounding.values()));
        }

        /** The same of the net weights, of which each may always be rounded to whole grams. */
        boolean netWeightDiffers(Rounding rounding) {
            return netWeight != Row.UNKNOWN
                    && Math.abs(netWeight - sumOfNetWeights)
                            > (rounding.ofSumsAlone() ? rows : tolerance(rounding.netWeights()));
        }

        /** What rounding each row by itself may make of a sum: half of {@code unit} a row. */
        private long tolerance(long unit) {
            return Math.multiplyExact(unit / 2, Math.max(1, rows));
        }
    }

    /**
     * To what the figures are rounded of which totals are compared with sums.
     *
     * @param ofSumsAlone whether totals are made from the rows' own figures, so that no row is rounded by itself
     * @param values of rows, in thousandths
     * @param netWeights of rows, in grams
     */
    record Rounding(boolean ofSumsAlone, long values, long netWeights) {

        static Rounding of(Layout layout) {
            return new Rounding(layout.totalsAreSumsOfRows(), layout.valuesRoundedTo(), layout.netWeightsRoundedTo());
        }
    }

    /** Adds a counted row to its group. */
    void addRow(Fingerprint group, Row row) {
        int at = group(group);
        groups[at + ROWS]++;
        groups[at + VALUE] = Math.addExact(groups[at + VALUE], row.valueThousandths());
        if (row.netWeightGrams() == Row.UNKNOWN) {
            groups[at + ROWS_WITHOUT_NET_WEIGHT]++;
        } else {
            groups[at + NET_WEIGHT] = Math.addExact(groups[at + NET_WEIGHT], row.netWeightGrams());
        }
    }

    /** Notes the total of a group; a total that stands in several rows, told apart by something else, is their sum. */
    void state(Fingerprint group, Row total) {
        int at = group(group);
        boolean weighed = total.netWeightGrams() != Row.UNKNOWN && groups[at + TOTAL_NET_WEIGHT] != Row.UNKNOWN;
        groups[at + LINE] = groups[at + LINE] == 0 ? total.line() : groups[at + LINE];
        groups[at + TOTAL_VALUE] = Math.addExact(groups[at + TOTAL_VALUE], total.valueThousandths());
        groups[at + TOTAL_NET_WEIGHT] =
                weighed ? Math.addExact(groups[at + TOTAL_NET_WEIGHT], total.netWeightGrams()) : Row.UNKNOWN;
    }

    /** How many groups have rows and no total. */
    long countUnstated() {
        long count = 0;
        for (int at = 0; at < size * FIGURES; at += FIGURES) {
            count += groups[at + LINE] == 0 ? 1 : 0;
        }
        return count;
    }

    /** Gives each total that is stated. */
    void forEachStated(Consumer<Stated> sink) {
        for (int at = 0; at < size * FIGURES; at += FIGURES) {
            if (groups[at + LINE] > 0) {
                boolean comparable = groups[at + ROWS_WITHOUT_NET_WEIGHT] == 0;
                sink.accept(new Stated(
                        groups[at + LINE],
                        groups[at + ROWS],
                        groups[at + TOTAL_VALUE],
                        groups[at + VALUE],
                        comparable ? groups[at + TOTAL_NET_WEIGHT] : Row.UNKNOWN,
                        groups[at + NET_WEIGHT]));
            }
        }
    }

    /** How much memory they take: while they grow, they are there twice, the second time twice as large. */
    long bytes() {
        return 3L * ((long) Long.BYTES * groups.length + (long) Integer.BYTES * slots.length);
    }

    /** Where the figures of a group begin; rows that follow each other mostly are of one. */
    private int group(Fingerprint key) {
        if (last < 0 || lastHigh != key.high() || lastLow != key.low()) {
            last = find(key);
            lastHigh = key.high();
            lastLow = key.low();
        }
        return last;
    }

    private int find(Fingerprint key) {
        int slot = slot(key.high(), key.low());
        if (slots[slot] == 0) {
            if (size * FIGURES == groups.length) {
                groups = Arrays.copyOf(groups, 2 * groups.length);
                slots = new int[2 * slots.length];
                for (int group = 0; group < size; group++) {
                    slots[slot(groups[group * FIGURES + HIGH], groups[group * FIGURES + LOW])] = group + 1;
                }
                slot = slot(key.high(), key.low());
            }
            groups[size * FIGURES + HIGH] = key.high();
            groups[size * FIGURES + LOW] = key.low();
            slots[slot] = ++size;
        }
        return (slots[slot] - 1) * FIGURES;
    }

    private int slot(long high, long low) {
        int mask = slots.length - 1;
        int slot = Fingerprint.slot(high, low, slots.length);
        while (slots[slot] > 0
                && (groups[(slots[slot] - 1) * FIGURES + LOW] != low
                        || groups[(slots[slot] - 1) * FIGURES + HIGH] != high)) {
            slot = slot + 1 & mask;
        }
        return slot;
    }
}
