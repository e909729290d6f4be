package dev.customsfeed.sources.comext;

import dev.customsfeed.sources.codes.Code;

/** Codes of partners. */
final class Partners {

    /** What problems say is expected. */
    static final String EXPECTED = "a partner's code of two capital letters, such as CN; GR for Greece";

    private static final int LENGTH = 2;

    /** Greece as other data sets of Eurostat write it. */
    private static final long GREECE_ELSEWHERE = Code.of("EL");

    /** The union and the euro area, which stand beside their members where they stand at all. */
    private static final long UNION = Code.of("EU");

    private static final long EURO_AREA = Code.of("EA");

    private Partners() {}

    /** Whether it looks like the code of one partner, in the list or not. */
    static boolean isCode(long code) {
        return code != GREECE_ELSEWHERE && !isGroup(code) && Code.isLetters(code, LENGTH);
    }

    /** Whether it is the code of several countries together. */
    static boolean isGroup(long code) {
        return code == UNION || code == EURO_AREA;
    }
}
