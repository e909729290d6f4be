package dev.customsfeed.sources.check;

import dev.customsfeed.sources.codes.CodeTexts;
import dev.customsfeed.sources.key.Months;
import dev.customsfeed.sources.layout.Layout;
import dev.customsfeed.sources.layout.Row;
import java.util.Arrays;

/**
 * The series and months that the rows of one line are of. A record is found by its series, month and line: a second of the same
 * would take the place of the first, and nobody would know.
 */
final class SeriesOfLine {

    private static final int FIELDS = 4;

    private long[] seen = new long[FIELDS];
    private int length;
    private long line = -1;

    /**
     * Adds a row; rows of one line follow each other.
     *
     * @param layout that gave it
     * @throws IllegalStateException if its line gave another of the same reporter, flow, commodity and month, which no layout may
     */
    void add(Row row, Layout layout) {
        if (row.line() != line) {
            line = row.line();
            length = 0;
        }
        for (int at = 0; at < length; at += FIELDS) {
            if (seen[at] == row.month()
                    && seen[at + 1] == row.commodity()
                    && seen[at + 2] == row.reporter()
                    && seen[at + 3] == row.flow().ordinal()) {
                CodeTexts texts = new CodeTexts();
                throw new IllegalStateException("the layout " + layout.name() + " made two rows of line " + line
                        + " for " + row.flow().id() + "s of " + texts.text(row.commodity()) + " by "
                        + texts.text(row.reporter()) + " in " + Months.of(row.month())
                        + ", expected one: in the tables the second would take the place of the first");
            }
        }
        if (length == seen.length) {
            seen = Arrays.copyOf(seen, 2 * length);
        }
        seen[length] = row.month();
        seen[length + 1] = row.commodity();
        seen[length + 2] = row.reporter();
        seen[length + 3] = row.flow().ordinal();
        length += FIELDS;
    }
}
