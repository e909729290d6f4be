package dev.customsfeed.sources.gacc;

/** Spreads packed keys, which differ in few bits, over the slots of a table. */
final class Hash {

    private Hash() {}

    static long spread(long key) {
        long mixed = key * 0x9E3779B97F4A7C15L;
        return mixed ^ mixed >>> 32;
    }
}
