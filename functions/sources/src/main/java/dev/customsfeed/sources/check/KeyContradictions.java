package dev.customsfeed.sources.check;

import dev.customsfeed.ledger.Flow;
import dev.customsfeed.sources.key.KeyDeclarations;
import dev.customsfeed.sources.key.Months;
import dev.customsfeed.sources.layout.Field;
import dev.customsfeed.sources.layout.Row;
import dev.customsfeed.sources.layout.Rows;
import dev.customsfeed.sources.rejection.Problem;
import dev.customsfeed.sources.rejection.Problems;
import java.time.YearMonth;
import java.util.Optional;

/** What the key declares of flow, month and commodities, held against header and rows. */
final class KeyContradictions {

    private static final String FLOW_CONTRADICTION = "flow-contradiction";
    private static final String CORRECT_FLOW =
            "Correct the flow= in the path, or take it out: the file says itself which flow it is about.";

    private final KeyDeclarations key;
    private final CommodityScope scope;
    private final Problems problems;
    private final Optional<Flow> flow;

    /** The number of the declared month; 0 where none is. */
    private final int month;

    KeyContradictions(KeyDeclarations key, CommodityScope scope, Problems problems) {
        this.key = key;
        this.scope = scope;
        this.problems = problems;
        this.flow = key.flow();
        this.month = key.period().map(Months::number).orElse(0);
    }

    /**
     * A header that contradicts the key is one problem, rather than one a row.
     *
     * @param ofAllRows the flow of all rows, where header or key say it
     */
    void checkHeader(Optional<Flow> ofAllRows) {
        if (flow.isPresent() && !ofAllRows.equals(flow)) {
            String declared = flow.get().id();
            problems.add(Problem.ofLine(
                    FLOW_CONTRADICTION,
                    1,
                    "the columns of a file of " + ofAllRows.orElseThrow().id() + "s",
                    declared + "s, for the key declares flow=" + declared,
                    CORRECT_FLOW));
        }
    }

    /** Whether the key allows the row's month. */
    boolean allowsMonth(Rows rows, Row row) {
        if (month == 0 || row.month() == month) {
            return true;
        }
        YearMonth declared = Months.of(month);
        problems.add(rows.problem(
                Field.MONTH,
                "period-contradiction",
                declared.toString().replace("-", "") + ", for the key declares period=" + declared,
                "Correct the period= in the path, or take it out: the file has its own dates."));
        return false;
    }

    /** Whether the key allows the row's flow. */
    boolean allowsFlow(Rows rows, Row row) {
        if (flow.isEmpty() || row.flow() == flow.get()) {
            return true;
        }
        String declared = flow.get().id();
        problems.add(rows.problem(
                Field.FLOW, FLOW_CONTRADICTION, declared + ", for the key declares flow=" + declared, CORRECT_FLOW));
        return false;
    }

    /** Whether the key allows the row's commodity. */
    boolean allowsCommodity(Rows rows, Row row) {
        if (scope.isAskedFor(row)) {
            return true;
        }
        problems.add(rows.problem(
                Field.COMMODITY,
                "hs-contradiction",
                "a code that begins with " + String.join(" or ", key.askedFor()) + ", for the key declares hs="
                        + String.join("+", key.askedFor()),
                "Add the code to hs= in the path if the file was asked for it."));
        return false;
    }
}
