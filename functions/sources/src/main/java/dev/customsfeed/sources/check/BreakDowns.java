package dev.customsfeed.sources.check;

import dev.customsfeed.sources.layout.Dimension;
import dev.customsfeed.sources.layout.Layout;
import dev.customsfeed.sources.layout.Row;
import dev.customsfeed.sources.layout.Rows;
import dev.customsfeed.sources.rejection.Problem;
import java.util.Optional;

/** A row that says a part of a figure has a row that says the whole beside it. */
final class BreakDowns {

    private final RowKeys wholes = RowKeys.distinct();
    private final RowKeys parts = RowKeys.distinct();
    private final RowFingerprint fingerprint;
    private final boolean keysAreWholes;
    private final boolean remembersWholes;

    BreakDowns(Layout layout, Rows rows) {
        this.fingerprint = new RowFingerprint(layout.dimensions());
        // Where nothing else tells rows apart, a row's key is what its break-downs have in common with it.
        this.keysAreWholes = layout.dimensions().stream().noneMatch(Dimension::inKey);
        this.remembersWholes = layout.breaksDown() && rows.hasBreakDowns() && !keysAreWholes;
    }

    /** Adds a row that says a whole. */
    void addWhole(Row row, int line) {
        if (remembersWholes) {
            wholes.add(fingerprint.ofWhole(row), line);
        }
    }

    /** Adds a row that says a part. */
    void addPart(Row row, int line) {
        parts.add(keysAreWholes ? fingerprint.ofKey(row) : fingerprint.ofWhole(row), line);
    }

    /**
     * The first part that has no whole.
     *
     * @param rowsAndTotals the keys of all rows that say a whole
     */
    Optional<Problem> withoutWhole(RowKeys... rowsAndTotals) {
        int line = keysAreWholes ? parts.firstLineMissingIn(rowsAndTotals) : parts.firstLineMissingIn(wholes);
        return line == 0
                ? Optional.empty()
                : Optional.of(
                        Problem.ofLine(
                                "break-down-alone",
                                line,
                                "a row that is a part of a figure, and no row of the whole figure",
                                "the row of the whole beside its parts",
                                "Download again with the totals of all break-downs; parts cannot be added up safely, for they overlap."));
    }

    /** How much memory they take. */
    long bytes() {
        return wholes.bytes() + parts.bytes();
    }
}
