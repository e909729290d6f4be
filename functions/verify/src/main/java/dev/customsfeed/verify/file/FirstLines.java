package dev.customsfeed.verify.file;

import java.util.Arrays;

/**
 * Remembers on which line a key stood first, and what that line said: 20 bytes a key, by hash. Two keys have the same hash by chance
 * once in 2^64.
 */
final class FirstLines {

    private long[] keys = new long[1 << 10];
    private long[] contents = new long[1 << 10];
    private int[] lines = new int[1 << 10];
    private int size;
    private int found;

    /** Remembers the key if it is new; whether it is. Of one that is not, {@link #line} and {@link #says} tell. */
    boolean add(String key, String content, long line) {
        if (2 * size >= keys.length) {
            grow();
        }
        long hash = hash(key);
        found = place(hash);
        if (lines[found] != 0) {
            return false;
        }
        keys[found] = hash;
        contents[found] = hash(content);
        lines[found] = (int) line;
        size++;
        return true;
    }

    /** The line that had the key first. */
    long line() {
        return lines[found];
    }

    /** Whether that line said the same. */
    boolean says(String content) {
        return contents[found] == hash(content);
    }

    private int place(long hash) {
        int at = (int) hash & keys.length - 1;
        while (lines[at] != 0 && keys[at] != hash) {
            at = at + 1 & keys.length - 1;
        }
        return at;
    }

    private void grow() {
        long[] oldKeys = keys;
        long[] oldContents = contents;
        int[] oldLines = lines;
        keys = new long[2 * oldKeys.length];
        contents = new long[keys.length];
        lines = new int[keys.length];
        Arrays.fill(lines, 0);
        for (int i = 0; i < oldKeys.length; i++) {
            if (oldLines[i] != 0) {
                int at = place(oldKeys[i]);
                keys[at] = oldKeys[i];
                contents[at] = oldContents[i];
                lines[at] = oldLines[i];
            }
        }
    }

    private static long hash(String text) {
        long hash = text.length() * 0x9E3779B97F4A7C15L;
        for (int i = 0; i < text.length(); i++) {
            hash = (hash ^ text.charAt(i)) * 0xC2B2AE3D27D4EB4FL;
            hash ^= hash >>> 29;
        }
        return hash ^ hash >>> 32;
    }
}
