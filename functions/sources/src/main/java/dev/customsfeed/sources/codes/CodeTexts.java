package dev.customsfeed.sources.codes;

/** Texts of codes, remembered: records hold millions of a few. For one thread. */
public final class CodeTexts {

    private static final int SLOTS = 1 << 12;

    private final long[] codes = new long[SLOTS];
    private final String[] texts = new String[SLOTS];

    /** The text of a code, mostly the same object as the last time. */
    public String text(long code) {
        int slot = (int) (code * 0x9E3779B97F4A7C15L >>> 52);
        if (texts[slot] == null || codes[slot] != code) {
            codes[slot] = code;
            texts[slot] = Code.text(code);
        }
        return texts[slot];
    }
}
