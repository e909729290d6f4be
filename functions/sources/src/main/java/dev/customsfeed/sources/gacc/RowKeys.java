package dev.customsfeed.sources.gacc;

/**
 * Which rows a file has: of each (month, commodity, partner, regime, province) the line that it first came on. Twelve bytes a
 * slot and no object a row, for a file can have millions.
 */
final class RowKeys {

    // All fields are packed into 62 bits: 27 for the commodity, 11 for the month, 10, 7 and 7 for the codes.
    private static final int MONTH_BITS = 11;
    private static final int PARTNER_BITS = 10;
    private static final int CODE_BITS = 7;

    /** A slot that nothing is in; no key is zero, for months are numbered from 1. */
    private static final long FREE = 0;

    private long[] keys = new long[1 << 12];
    private int[] lines = new int[keys.length];
    private int size;

    /**
     * Adds a row.
     *
     * @param line at most 2^31 - 1
     * @return the line of the row that had the same key before; 0 if there was none
     */
    int put(RowReader row, int line) {
        if (size > keys.length / 3 * 2) {
            grow();
        }
        long key = row.commodityCode();
        key = key << MONTH_BITS | row.monthNumber();
        key = key << PARTNER_BITS | row.partnerCode();
        // A column that the file does not have is 0, all codes are one more than they are.
        key = key << CODE_BITS | row.regimeCode() + 1;
        key = key << CODE_BITS | row.provinceCode() + 1;
        int slot = slot(key);
        if (keys[slot] == key) {
            return lines[slot];
        }
        keys[slot] = key;
        lines[slot] = line;
        size++;
        return 0;
    }

    private int slot(long key) {
        int mask = keys.length - 1;
        int slot = (int) Hash.spread(key) & mask;
        while (keys[slot] != FREE && keys[slot] != key) {
            slot = slot + 1 & mask;
        }
        return slot;
    }

    private void grow() {
        long[] oldKeys = keys;
        int[] oldLines = lines;
        keys = new long[2 * oldKeys.length];
        lines = new int[keys.length];
        for (int i = 0; i < oldKeys.length; i++) {
            if (oldKeys[i] != FREE) {
                int slot = slot(oldKeys[i]);
                keys[slot] = oldKeys[i];
                lines[slot] = oldLines[i];
            }
        }
    }
}
