package dev.customsfeed.sources.check;

import dev.customsfeed.sources.codes.Code;
import dev.customsfeed.sources.key.KeyDeclarations;
import dev.customsfeed.sources.layout.Row;
import java.util.Optional;
import java.util.SortedSet;

/**
 * What the key says of commodities: which the file was asked for and which of its rows are kept. What was found out of a commodity
 * is remembered, since millions of rows have a few thousand of them.
 */
final class CommodityScope {

    private static final int SLOTS = 1 << 15;
    private static final int ASKED_FOR = 1;
    private static final int KEPT = 2;
    private static final int LENGTH_SHIFT = 2;

    private final SortedSet<String> askedFor;
    private final SortedSet<String> kept;
    private final long[] codes = new long[SLOTS];
    private final byte[] answers = new byte[SLOTS];
    private long last = Code.NONE;
    private int answer;

    CommodityScope(KeyDeclarations key) {
        askedFor = key.askedFor();
        kept = key.kept();
    }

    /** Whether the file was asked for the row's commodity: always where its key does not say what it was asked for. */
    boolean isAskedFor(Row row) {
        return (answer(row) & ASKED_FOR) != 0;
    }

    /**
     * Whether the row's commodity is kept. A residual hides what may be kept, so that it is kept too where its digits begin a code
     * that is. A total over commodities is kept with all of them alone.
     */
    boolean isKept(Row row) {
        return kept.isEmpty() || (row.totalOver() & Row.OVER_COMMODITIES) == 0 && (answer(row) & KEPT) != 0;
    }

    /**
     * No row has a commodity that is kept.
     *
     * @param rows how many count or would count if they were kept
     * @param counted how many count
     */
    Optional<String> warningOfNoneKept(long rows, long counted) {
        return counted == 0 && rows > 0
                ? Optional.of("No row of " + rows + " has a commodity of keep=" + String.join("+", kept)
                        + ": the file says that there was no trade in it.")
                : Optional.empty();
    }

    /** How many signs the row's commodity has. */
    int length(Row row) {
        return answer(row) >> LENGTH_SHIFT;
    }

    private int answer(Row row) {
        long commodity = row.commodity();
        if (commodity != last) {
            int slot = (int) (commodity * 0x9E3779B97F4A7C15L >>> 49);
            // No code is remembered as the empty one, which free slots have.
            if (codes[slot] != commodity || commodity == Code.NONE) {
                codes[slot] = commodity;
                answers[slot] = (byte) findOut(row);
            }
            last = commodity;
            answer = answers[slot];
        }
        return answer;
    }

    private int findOut(Row row) {
        String code = Code.text(row.commodity());
        boolean asked = askedFor.isEmpty() || beginsWithOneOf(askedFor, code);
        boolean keep = kept.isEmpty()
                || beginsWithOneOf(kept, code)
                || row.isResidual() && kept.stream().anyMatch(one -> one.startsWith(row.residualPrefix()));
        return (asked ? ASKED_FOR : 0) | (keep ? KEPT : 0) | code.length() << LENGTH_SHIFT;
    }

    private static boolean beginsWithOneOf(SortedSet<String> prefixes, String code) {
        return prefixes.stream().anyMatch(code::startsWith);
    }
}
