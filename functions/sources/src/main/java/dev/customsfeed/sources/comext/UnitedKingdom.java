package dev.customsfeed.sources.comext;

import dev.customsfeed.sources.codes.Code;
import dev.customsfeed.sources.key.Months;
import dev.customsfeed.sources.rejection.Problem;
import java.util.BitSet;
import java.util.Optional;

/**
 * Guards against a United Kingdom that is counted twice: GB is the sum of XI (Northern Ireland) and XU (the rest), and
 * {@code full_partxixu_v2} has all three.
 */
final class UnitedKingdom {

    private static final long WHOLE = Code.of("GB");
    private static final long NORTHERN_IRELAND = Code.of("XI");
    private static final long THE_REST = Code.of("XU");

    private final BitSet wholes = new BitSet();
    private final BitSet parts = new BitSet();
    private boolean others;

    /** Notes the partner of a row. */
    void see(long partner, int month) {
        if (partner == WHOLE) {
            wholes.set(month);
        } else if (partner == NORTHERN_IRELAND || partner == THE_REST) {
            parts.set(month);
        } else {
            others = true;
        }
    }

    /** Whether rows have it, or its parts, for a partner, and nobody else. */
    boolean isAlone() {
        return !others && !(wholes.isEmpty() && parts.isEmpty());
    }

    /** What is wrong where a month has it both as a whole and in parts. */
    Optional<Problem> countedTwice() {
        BitSet both = (BitSet) wholes.clone();
        both.and(parts);
        return both.isEmpty()
                ? Optional.empty()
                : Optional.of(Problem.ofFile(
                        "united-kingdom-twice",
                        "rows of " + Months.of(both.nextSetBit(0)) + " with partner GB, and others with XI or XU",
                        "the United Kingdom once: GB is the sum of XI (Northern Ireland) and XU (the rest)",
                        "Download the file again with GB alone."));
    }
}
