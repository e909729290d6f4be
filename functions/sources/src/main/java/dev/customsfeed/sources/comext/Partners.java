package dev.customsfeed.sources.comext;

import dev.customsfeed.sources.codes.Code;

/** Codes of partners. */
final class Partners {

    /** What problems say is expected. */
    static final String EXPECTED = "a partner's code of two capital letters, such as CN; GR for Greece";

    private static final int LENGTH = 2;

    /** Greece as other data sets of Eurostat write it. */
    private static final long GREECE_ELSEWHERE = Code.of("EL");

    private Partners() {}

    /** Whether it looks like the code of one partner, in the list or not. */
    static boolean isCode(long code) {
        return code != GREECE_ELSEWHERE && Code.isLetters(code, LENGTH);
    }
}
