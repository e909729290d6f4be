package dev.customsfeed.sources.check;

/**
 * 128 bits of a key of several numbers. Of five million keys two have the same by chance once in 10^25: a table of them need not
 * keep the keys themselves. One object is used for all keys in turn.
 */
final class Fingerprint {

    private static final long ONE = 0x9E3779B97F4A7C15L;
    private static final long TWO = 0xC2B2AE3D27D4EB4FL;

    private long high;
    private long low;

    /** Begins the key that {@code kind} tells from keys of other kinds. */
    Fingerprint begin(long kind) {
        high = kind * ONE;
        low = kind * TWO + 1;
        return this;
    }

    Fingerprint with(long number) {
        high = (Long.rotateLeft(high, 29) ^ number) * ONE;
        low = (Long.rotateLeft(low, 31) + number) * TWO;
        high ^= high >>> 32;
        low ^= low >>> 29;
        return this;
    }

    long high() {
        return high;
    }

    /** Never zero, which marks a free slot of a table. */
    long low() {
        return low == 0 ? 1 : low;
    }

    /** Where to look first in a table of {@code slots}, a power of two. */
    static int slot(long high, long low, int slots) {
        return (int) (mixed(high, low) >>> 33) & slots - 1;
    }

    /** Which of {@code parts}, a power of two and 256 at most, a key belongs to: by other bits than its slot in a table of the part. */
    static int part(long high, long low, int parts) {
        return (int) (mixed(high, low) >>> 56) & parts - 1;
    }

    private static long mixed(long high, long low) {
        return (high * TWO ^ low) * ONE;
    }
}
