package dev.customsfeed.sources.check;

/**
 * Which rows a file has: of each key the line that it first came on. Some 30 to 60 bytes a row and no object, for a file can have
 * millions.
 */
final class RowKeys {

    private long[] high = new long[1 << 12];
    private long[] low = new long[1 << 12];
    private int[] lines = new int[1 << 12];
    private int size;

    /**
     * Adds a key.
     *
     * @param line at most 2^31 - 1
     * @return the line on which the same key came before; 0 if it is new
     */
    int put(Fingerprint key, int line) {
        if (size > low.length / 3 * 2) {
            grow();
        }
        int slot = slot(key.high(), key.low());
        if (low[slot] != 0) {
            return lines[slot];
        }
        high[slot] = key.high();
        low[slot] = key.low();
        lines[slot] = line;
        size++;
        return 0;
    }

    /** Whether the key is there. */
    boolean has(long keyHigh, long keyLow) {
        return low[slot(keyHigh, keyLow)] != 0;
    }

    /** The line of a key that {@code other} lacks, the first of them; 0 if it has them all. */
    int firstLineMissingIn(RowKeys other) {
        int first = 0;
        for (int slot = 0; slot < low.length; slot++) {
            if (low[slot] != 0 && !other.has(high[slot], low[slot]) && (first == 0 || lines[slot] < first)) {
                first = lines[slot];
            }
        }
        return first;
    }

    private int slot(long keyHigh, long keyLow) {
        int mask = low.length - 1;
        int slot = Fingerprint.slot(keyHigh, keyLow, low.length);
        while (low[slot] != 0 && (low[slot] != keyLow || high[slot] != keyHigh)) {
            slot = slot + 1 & mask;
        }
        return slot;
    }

    private void grow() {
        long[] oldHigh = high;
        long[] oldLow = low;
        int[] oldLines = lines;
        high = new long[2 * oldLow.length];
        low = new long[high.length];
        lines = new int[high.length];
        for (int i = 0; i < oldLow.length; i++) {
            if (oldLow[i] != 0) {
                int slot = slot(oldHigh[i], oldLow[i]);
                high[slot] = oldHigh[i];
                low[slot] = oldLow[i];
                lines[slot] = oldLines[i];
            }
        }
    }
}
