package dev.customsfeed.sources.comext;

import dev.customsfeed.ledger.Flow;
import dev.customsfeed.sources.comext.Indicator.Figure;
import dev.customsfeed.sources.layout.Row;
import java.util.Arrays;

/**
 * Rows of one indicator each, joined by their key: reporter, partner, product, flow and month.
 *
 * <p>Rows come in any order. Keys are held until {@value #HELD_AT_MOST} of them are; then all are given but those of the series that
 * is being read, for Eurostat sorts by series. So a file of any length that is sorted passes in {@value #MEGABYTES} MB. Of one that is
 * not, a key may be parted in two: whoever takes them finds it twice, or without a value.
 */
final class Observations {

    /** How many keys are held. */
    static final int HELD_AT_MOST = 1 << 18;

    /** What the keys that are held take at most. */
    static final int MEGABYTES = 40;

    private static final int REPORTER = 0;
    private static final int PARTNER = 1;
    private static final int PRODUCT = 2;
    private static final int MONTH_AND_FLOW = 3;
    /** Where the figures begin, in the order of {@link Figure}. */
    private static final int FIGURES = 4;
    /** Where the lines of the figures begin; 0 for a figure that is not there. */
    private static final int LINES = 7;

    private static final int SIZE = 10;
    private static final int FIGURE_COUNT = LINES - FIGURES;

    private static final Flow[] FLOWS = Flow.values();

    private final int heldAtMost;
    private long[] keys = new long[SIZE << 8];
    private int[] slots = new int[1 << 9];
    private int size;
    private int last;
    private int next;
    private boolean giving;
    private boolean givingAll;

    /** @param heldAtMost how many keys */
    Observations(int heldAtMost) {
        this.heldAtMost = heldAtMost;
    }

    /**
     * Adds a figure.
     *
     * @return the line on which the key has such a figure already; 0 if it has none
     */
    long add(long reporter, long partner, long product, Flow flow, int month, Figure figure, long amount, long line) {
        int at = at(reporter, partner, product, month * 2L + flow.ordinal()) * SIZE;
        last = at;
        long firstLine = keys[at + LINES + figure.ordinal()];
        if (firstLine == 0) {
            keys[at + FIGURES + figure.ordinal()] = amount;
            keys[at + LINES + figure.ordinal()] = line;
        }
        return firstLine;
    }

    /** Whether as many keys are held as may be. */
    boolean isFull() {
        return size >= heldAtMost;
    }

    /** Begins to give keys. */
    void give(boolean all) {
        giving = true;
        givingAll = all;
        next = 0;
    }

    /**
     * Moves to the next key that is to be given; whether there is one. Those given are no longer held.
     *
     * <p>Keys come in the order in which they were added.
     */
    boolean next() {
        while (giving) {
            if (next == size) {
                keepRest();
                giving = false;
            } else if (givingAll || !isOfLastSeries(next)) {
                next++;
                return true;
            } else {
                next++;
            }
        }
        return false;
    }

    private boolean isOfLastSeries(int key) {
        int at = key * SIZE;
        return keys[at + REPORTER] == keys[last + REPORTER]
                && keys[at + PARTNER] == keys[last + PARTNER]
                && keys[at + PRODUCT] == keys[last + PRODUCT]
                && keys[at + MONTH_AND_FLOW] % 2 == keys[last + MONTH_AND_FLOW] % 2;
    }

    private void keepRest() {
        int kept = 0;
        for (int key = 0; key < size && !givingAll; key++) {
            if (isOfLastSeries(key)) {
                System.arraycopy(keys, key * SIZE, keys, kept * SIZE, SIZE);
                // The last one moves with the others.
                last = key * SIZE == last ? kept * SIZE : last;
                kept++;
            }
        }
        size = kept;
        refill(slots.length);
    }

    long reporter() {
        return keys[(next - 1) * SIZE + REPORTER];
    }

    long partner() {
        return keys[(next - 1) * SIZE + PARTNER];
    }

    long product() {
        return keys[(next - 1) * SIZE + PRODUCT];
    }

    Flow flow() {
        return FLOWS[(int) (keys[(next - 1) * SIZE + MONTH_AND_FLOW] % 2)];
    }

    int month() {
        return (int) (keys[(next - 1) * SIZE + MONTH_AND_FLOW] / 2);
    }

    /** The figure, or {@link Row#UNKNOWN}. */
    long figure(Figure figure) {
        return has(figure) ? keys[(next - 1) * SIZE + FIGURES + figure.ordinal()] : Row.UNKNOWN;
    }

    boolean has(Figure figure) {
        return keys[(next - 1) * SIZE + LINES + figure.ordinal()] > 0;
    }

    /** The first line that has a figure of the key. */
    long line() {
        long first = Long.MAX_VALUE;
        for (int figure = 0; figure < FIGURE_COUNT; figure++) {
            long line = keys[(next - 1) * SIZE + LINES + figure];
            first = line > 0 ? Math.min(first, line) : first;
        }
        return first;
    }

    private int at(long reporter, long partner, long product, long monthAndFlow) {
        // Of sorted rows, those of a second indicator come in the order of those of the first.
        int after = last / SIZE + 1;
        if (after < size && isKey(after * SIZE, reporter, partner, product, monthAndFlow)) {
            return after;
        }
        int slot = slot(reporter, partner, product, monthAndFlow);
        if (slots[slot] == 0) {
            if ((size + 1) * SIZE > keys.length) {
                keys = Arrays.copyOf(keys, 2 * keys.length);
                refill(2 * slots.length);
                slot = slot(reporter, partner, product, monthAndFlow);
            }
            int at = size * SIZE;
            Arrays.fill(keys, at, at + SIZE, 0);
            keys[at + REPORTER] = reporter;
            keys[at + PARTNER] = partner;
            keys[at + PRODUCT] = product;
            keys[at + MONTH_AND_FLOW] = monthAndFlow;
            slots[slot] = ++size;
        }
        return slots[slot] - 1;
    }

    private boolean isKey(int at, long reporter, long partner, long product, long monthAndFlow) {
        return keys[at + MONTH_AND_FLOW] == monthAndFlow
                && keys[at + PRODUCT] == product
                && keys[at + PARTNER] == partner
                && keys[at + REPORTER] == reporter;
    }

    private void refill(int count) {
        slots = new int[count];
        for (int key = 0; key < size; key++) {
            int at = key * SIZE;
            slots[slot(keys[at + REPORTER], keys[at + PARTNER], keys[at + PRODUCT], keys[at + MONTH_AND_FLOW])] =
                    key + 1;
        }
    }

    private int slot(long reporter, long partner, long product, long monthAndFlow) {
        long hash = ((reporter * 31 + partner) * 1_000_003 + product) * 31 + monthAndFlow;
        hash *= 0x9E3779B97F4A7C15L;
        int slot = (int) (hash >>> 33) & slots.length - 1;
        while (slots[slot] > 0) {
            int at = (slots[slot] - 1) * SIZE;
            if (isKey(at, reporter, partner, product, monthAndFlow)) {
                return slot;
            }
            slot = slot + 1 & slots.length - 1;
        }
        return slot;
    }
}
