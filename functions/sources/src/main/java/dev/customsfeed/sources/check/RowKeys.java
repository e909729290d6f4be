package dev.customsfeed.sources.check;

/**
 * Which rows a file has: of each key the line that it first came on. Some 30 to 60 bytes a row and no object, for a file can have
 * millions.
 */
final class RowKeys {

    private static final int HIGH = 0;
    private static final int LOW = 1;

    /** The two halves of a key lie next to each other: looking for it reaches into one place of memory. */
    private long[] keys = new long[2 << 12];

    private int[] lines = new int[1 << 12];
    private int size;

    /**
     * Adds a key.
     *
     * @param line at most 2^31 - 1
     * @return the line on which the same key came before; 0 if it is new
     */
    int put(Fingerprint key, int line) {
        if (size > lines.length / 3 * 2) {
            grow();
        }
        int slot = slot(key.high(), key.low());
        if (!isFree(slot)) {
            return lines[slot];
        }
        set(slot, key.high(), key.low(), line);
        size++;
        return 0;
    }

    /** Whether the key is there. */
    boolean has(long keyHigh, long keyLow) {
        return !isFree(slot(keyHigh, keyLow));
    }

    /** The line of a key that all of {@code others} lack, the first of them; 0 if there is none. */
    int firstLineMissingIn(RowKeys... others) {
        int first = 0;
        for (int slot = 0; slot < lines.length; slot++) {
            if (!isFree(slot)
                    && (first == 0 || lines[slot] < first)
                    && isMissingIn(others, keys[2 * slot + HIGH], keys[2 * slot + LOW])) {
                first = lines[slot];
            }
        }
        return first;
    }

    private static boolean isMissingIn(RowKeys[] others, long keyHigh, long keyLow) {
        for (RowKeys other : others) {
            if (other.has(keyHigh, keyLow)) {
                return false;
            }
        }
        return true;
    }

    private boolean isFree(int slot) {
        return keys[2 * slot + LOW] == 0;
    }

    private void set(int slot, long keyHigh, long keyLow, int line) {
        keys[2 * slot + HIGH] = keyHigh;
        keys[2 * slot + LOW] = keyLow;
        lines[slot] = line;
    }

    private int slot(long keyHigh, long keyLow) {
        int mask = lines.length - 1;
        int slot = Fingerprint.slot(keyHigh, keyLow, lines.length);
        while (!isFree(slot) && (keys[2 * slot + LOW] != keyLow || keys[2 * slot + HIGH] != keyHigh)) {
            slot = slot + 1 & mask;
        }
        return slot;
    }

    private void grow() {
        long[] oldKeys = keys;
        int[] oldLines = lines;
        keys = new long[2 * oldKeys.length];
        lines = new int[2 * oldLines.length];
        for (int old = 0; old < oldLines.length; old++) {
            long keyLow = oldKeys[2 * old + LOW];
            if (keyLow != 0) {
                long keyHigh = oldKeys[2 * old + HIGH];
                set(slot(keyHigh, keyLow), keyHigh, keyLow, oldLines[old]);
            }
        }
    }
}
