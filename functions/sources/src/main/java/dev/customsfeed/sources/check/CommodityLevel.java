package dev.customsfeed.sources.check;

import dev.customsfeed.sources.codes.Code;
import dev.customsfeed.sources.layout.Row;
import dev.customsfeed.sources.rejection.Problem;
import dev.customsfeed.sources.rejection.Problems;
import java.util.OptionalInt;

/** All commodity codes of a file have one length: a longer one is part of a shorter one. */
final class CommodityLevel {

    private final CommodityScope scope;
    private final Problems problems;
    private int length;
    private long lengthLine;
    private boolean isOne = true;
    private long lastCommodity = Code.INVALID;

    CommodityLevel(CommodityScope scope, Problems problems) {
        this.scope = scope;
        this.problems = problems;
    }

    /** Whether the codes of all rows up to this one have one length; the first that has not is a problem. */
    boolean isOneUpTo(Row row) {
        if (row.commodity() == lastCommodity) {
            return isOne;
        }
        lastCommodity = row.commodity();
        int lengthOfRow = scope.length(row);
        if (length == 0) {
            length = lengthOfRow;
            lengthLine = row.line();
        }
        if (lengthOfRow != length && isOne) {
            isOne = false;
            problems.add(Problem.ofLine(
                    "levels-mixed",
                    row.line(),
                    "the commodity code " + Code.text(row.commodity()) + " of " + lengthOfRow + " digits, and codes of "
                            + length + " digits from line " + lengthLine + " on",
                    "codes of one length: a longer one is part of a shorter one, and would be counted twice",
                    "Download each level by itself."));
        }
        return isOne;
    }

    /** How many signs the codes have; empty without a row. */
    OptionalInt length() {
        return length == 0 ? OptionalInt.empty() : OptionalInt.of(length);
    }
}
