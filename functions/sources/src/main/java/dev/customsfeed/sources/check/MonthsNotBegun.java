package dev.customsfeed.sources.check;

import dev.customsfeed.sources.key.BegunMonths;
import dev.customsfeed.sources.key.Months;
import dev.customsfeed.sources.layout.Field;
import dev.customsfeed.sources.layout.Row;
import dev.customsfeed.sources.layout.Rows;
import dev.customsfeed.sources.rejection.Problems;

/** No row is of a month that had not begun on the day of the upload. */
final class MonthsNotBegun {

    private final BegunMonths begun;
    private final int last;
    private final Problems problems;

    MonthsNotBegun(BegunMonths begun, Problems problems) {
        this.begun = begun;
        this.last = Months.number(begun.last());
        this.problems = problems;
    }

    /** Whether the row's month had begun. */
    boolean allow(Rows rows, Row row) {
        if (row.month() <= last) {
            return true;
        }
        problems.add(rows.problem(
                Field.MONTH,
                "date-not-begun",
                begun.expected(),
                "Download the file again; if customs dates it so, upload it once the month has begun."));
        return false;
    }
}
