package dev.customsfeed.sources.file;

import java.lang.invoke.MethodHandles;
import java.lang.invoke.VarHandle;
import java.nio.ByteOrder;

/** Looks at bytes eight at a time: all bytes of a file are looked at, and few of them are what is looked for. */
final class Bytes {

    private static final VarHandle LONGS = MethodHandles.byteArrayViewVarHandle(long[].class, ByteOrder.LITTLE_ENDIAN);

    /** The highest bit of each byte, which no character of ASCII has. */
    private static final long HIGHEST = 0x8080808080808080L;

    private static final long ONES = 0x0101010101010101L;

    private Bytes() {}

    /** Whether a byte from {@code from} to before {@code to} is zero. */
    static boolean hasZero(byte[] bytes, int from, int to) {
        long found = 0;
        int at = from;
        for (; at + Long.BYTES <= to; at += Long.BYTES) {
            long eight = (long) LONGS.get(bytes, at);
            // Taking one from a byte reaches its highest bit where that was not set before only if the byte is zero.
            found |= eight - ONES & ~eight & HIGHEST;
        }
        for (; at < to; at++) {
            found |= bytes[at] == 0 ? 1 : 0;
        }
        return found != 0;
    }

    /** Whether all bytes from {@code from} to before {@code to} are characters of ASCII, and none is zero. */
    static boolean areAscii(byte[] bytes, int from, int to) {
        long found = 0;
        int at = from;
        for (; at + Long.BYTES <= to; at += Long.BYTES) {
            long eight = (long) LONGS.get(bytes, at);
            found |= (eight - ONES | eight) & HIGHEST;
        }
        for (; at < to; at++) {
            found |= bytes[at] <= 0 ? 1 : 0;
        }
        return found == 0;
    }

    /** The first byte from {@code from} on that is no character of ASCII; {@code to} if there is none before. */
    static int firstBeyondAscii(byte[] bytes, int from, int to) {
        int at = from;
        while (at + Long.BYTES <= to && ((long) LONGS.get(bytes, at) & HIGHEST) == 0) {
            at += Long.BYTES;
        }
        while (at < to && bytes[at] >= 0) {
            at++;
        }
        return at;
    }
}
