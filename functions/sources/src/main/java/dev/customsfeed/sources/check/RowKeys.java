package dev.customsfeed.sources.check;

import java.util.Arrays;

/**
 * Which rows a file has: of each the fingerprint of its key, and its line. 16 to 32 bytes a row and no object, for a file can have
 * millions. Keys are only added while rows are read; what is to be known of them is asked for once all are there, for to look for
 * each among all before would reach all over the memory, row by row, and take longer than to read it.
 *
 * <p>Of a fingerprint 97 bits are kept: of five million keys two have the same by chance once in 10^16.
 */
final class RowKeys {

    private static final int LINE_BITS = 31;
    private static final long LINE = (1L << LINE_BITS) - 1;

    /** Keys are parted by their fingerprints, so that all that is looked up in a part lies in the processor's cache. */
    private static final int PARTS = 1 << 8;

    private static final int FIRST_LENGTH = 1 << 5;

    /** Of each key the low half of the fingerprint, and then part of the high half above the line. */
    private final long[][] parts = new long[PARTS][];

    /** How much of each part is filled. */
    private final int[] lengths = new int[PARTS];

    /** How long all parts are together. */
    private long longs;

    private final boolean each;

    private RowKeys(boolean each) {
        this.each = each;
    }

    /** Keys of which those are told that come again. */
    static RowKeys ofEachRow() {
        return new RowKeys(true);
    }

    /** Keys of which it does not matter how often they come: of rows with the same one stays, with its first line. */
    static RowKeys distinct() {
        return new RowKeys(false);
    }

    /**
     * Adds a key.
     *
     * @param line from 1 to 2^31 - 1
     */
    void add(Fingerprint key, int line) {
        long high = key.high() & ~LINE;
        int part = Fingerprint.part(high, key.low(), PARTS);
        int length = lengths[part];
        if (length == 0) {
            parts[part] = new long[FIRST_LENGTH];
            longs += FIRST_LENGTH;
        } else if (length == parts[part].length) {
            length = makeRoom(part);
        }
        parts[part][length] = key.low();
        parts[part][length + 1] = high | line;
        lengths[part] = length + 2;
    }

    private int makeRoom(int part) {
        int length = each ? lengths[part] : withoutRepeated(part);
        if (length > parts[part].length / 2) {
            longs += parts[part].length;
            parts[part] = Arrays.copyOf(parts[part], 2 * parts[part].length);
        }
        return length;
    }

    private int withoutRepeated(int part) {
        long[] keys = parts[part];
        int[] slots = slots(part);
        int length = 0;
        for (int at = 0; at < lengths[part]; at += 2) {
            int slot = slot(slots, keys, keys[at + 1] & ~LINE, keys[at]);
            if (slots[slot] == 0) {
                keys[length] = keys[at];
                keys[length + 1] = keys[at + 1];
                slots[slot] = length + 1;
                length += 2;
            }
        }
        return length;
    }

    /**
     * The keys that were added before, each with the first line of it.
     *
     * @return {@code line << 32 | first line}, sorted
     */
    long[] repeated() {
        long[] repeated = new long[FIRST_LENGTH];
        int count = 0;
        for (int part = 0; part < PARTS; part++) {
            long[] keys = parts[part];
            int[] slots = slots(part);
            for (int at = 0; at < lengths[part]; at += 2) {
                int slot = slot(slots, keys, keys[at + 1] & ~LINE, keys[at]);
                if (slots[slot] == 0) {
                    slots[slot] = at + 1;
                    continue;
                }
                if (count == repeated.length) {
                    repeated = Arrays.copyOf(repeated, 2 * count);
                }
                repeated[count++] = (keys[at + 1] & LINE) << Integer.SIZE | keys[slots[slot]] & LINE;
            }
        }
        repeated = Arrays.copyOf(repeated, count);
        Arrays.sort(repeated);
        return repeated;
    }

    /** How much memory they take. */
    long bytes() {
        return (long) Long.BYTES * longs;
    }

    /** The line of a key that all of {@code others} lack, the first of them; 0 if there is none. */
    int firstLineMissingIn(RowKeys... others) {
        int first = 0;
        for (int part = 0; part < PARTS; part++) {
            if (lengths[part] == 0) {
                continue;
            }
            int[][] slots = new int[others.length][];
            for (int i = 0; i < others.length; i++) {
                slots[i] = others[i].filledSlots(part);
            }
            for (int at = 0; at < lengths[part]; at += 2) {
                int line = (int) (parts[part][at + 1] & LINE);
                boolean missing = first == 0 || line < first;
                for (int i = 0; missing && i < others.length; i++) {
                    missing = slots[i][
                                    slot(slots[i], others[i].parts[part], parts[part][at + 1] & ~LINE, parts[part][at])]
                            == 0;
                }
                first = missing ? line : first;
            }
        }
        return first;
    }

    private int[] filledSlots(int part) {
        int[] slots = slots(part);
        long[] keys = parts[part];
        for (int at = 0; at < lengths[part]; at += 2) {
            slots[slot(slots, keys, keys[at + 1] & ~LINE, keys[at])] = at + 1;
        }
        return slots;
    }

    /** Free slots for the keys of a part: each will have one more than where its key lies. */
    private int[] slots(int part) {
        return new int[2 * Integer.highestOneBit(lengths[part] | 1)];
    }

    private static int slot(int[] slots, long[] keys, long high, long low) {
        int mask = slots.length - 1;
        int slot = Fingerprint.slot(high, low, slots.length);
        while (slots[slot] > 0 && (keys[slots[slot] - 1] != low || (keys[slots[slot]] & ~LINE) != high)) {
            slot = slot + 1 & mask;
        }
        return slot;
    }
}
