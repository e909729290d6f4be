package dev.customsfeed.sources.check;

import dev.customsfeed.sources.codes.Code;
import java.util.SortedSet;
import java.util.TreeSet;

/** The codes that a file has in some place, each once, as numbers: few, though rows are many. */
final class DistinctCodes {

    /** A free slot has {@link Code#NONE}, which is no code. */
    private long[] slots = new long[1 << 6];

    private int size;

    void add(long code) {
        int slot = slot(code);
        if (code == Code.NONE || slots[slot] == code) {
            return;
        }
        slots[slot] = code;
        if (++size > slots.length / 2) {
            long[] before = slots;
            slots = new long[2 * before.length];
            for (long one : before) {
                if (one != Code.NONE) {
                    slots[slot(one)] = one;
                }
            }
        }
    }

    private int slot(long code) {
        int mask = slots.length - 1;
        int slot = (int) (code * 0x9E3779B97F4A7C15L >>> 33) & mask;
        while (slots[slot] != Code.NONE && slots[slot] != code) {
            slot = slot + 1 & mask;
        }
        return slot;
    }

    /** Them, as texts. */
    SortedSet<String> texts() {
        SortedSet<String> texts = new TreeSet<>();
        for (long code : slots) {
            if (code != Code.NONE) {
                texts.add(Code.text(code));
            }
        }
        return texts;
    }
}
