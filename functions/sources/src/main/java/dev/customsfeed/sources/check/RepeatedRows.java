package dev.customsfeed.sources.check;

import dev.customsfeed.sources.codes.Code;
import dev.customsfeed.sources.layout.Dimension;
import dev.customsfeed.sources.layout.Layout;
import dev.customsfeed.sources.layout.Row;
import dev.customsfeed.sources.layout.Rows;
import dev.customsfeed.sources.layout.Source;
import dev.customsfeed.sources.rejection.Problem;
import dev.customsfeed.sources.rejection.Problems;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.stream.LongStream;

/** Rows and totals whose key comes a second time, and files that hold a download twice. */
final class RepeatedRows {

    private final RowKeys rows = RowKeys.ofEachRow();
    private final RowKeys totals = RowKeys.ofEachRow();
    private final RowKeys rowsWithFigures = RowKeys.ofEachRow();
    private final RowFingerprint fingerprint;
    private final boolean tellReporters;
    private final List<Dimension> dimensions;
    private final boolean areTaken;
    private final boolean lackPartners;

    /** How many rows come again and are added up. */
    private long addedUp;

    /** How many come again with all their figures, where a key may come again. */
    private long sameFigures;

    /** @param hasPartners whether the file tells partners: without them, rows of one key may be of several */
    RepeatedRows(Source source, Layout layout, boolean hasPartners) {
        this.fingerprint = new RowFingerprint(layout.dimensions());
        this.tellReporters = source.soleReporter().isEmpty();
        this.dimensions = layout.dimensions();
        this.areTaken = layout.takesRepeatedRows();
        this.lackPartners = !hasPartners;
    }

    /** Adds a row that counts. */
    void addRow(Row row, int line) {
        rows.add(fingerprint.ofKey(row), line);
        if (areTaken || lackPartners) {
            rowsWithFigures.add(fingerprint.withFigures(row), line);
        }
    }

    /** Adds a total. */
    void addTotal(Row total, int line) {
        totals.add(fingerprint.ofKey(total), line);
    }

    /** The keys of all rows that count. */
    RowKeys keysOfRows() {
        return rows;
    }

    /** The keys of all totals. */
    RowKeys keysOfTotals() {
        return totals;
    }

    /**
     * Holds the keys of all rows against each other, once all are there.
     *
     * @return those that may not come again, see {@link RowKeys#repeated}: the file is to be read once more to {@link #name} them
     */
    long[] find() {
        long[] sameKey = rows.repeated();
        long[] same = sameKey.length == 0 ? sameKey : rowsWithFigures.repeated();
        sameFigures = same.length;
        if (areTaken) {
            addedUp = sameKey.length;
            return new long[0];
        }
        long[] rejected = lackPartners ? same : sameKey;
        addedUp = sameKey.length - rejected.length;
        return LongStream.concat(LongStream.of(rejected), LongStream.of(totals.repeated()))
                .sorted()
                .toArray();
    }

    /**
     * Adds a problem for each row that comes again; reads up to the last of them.
     *
     * @param again the file's rows from their beginning
     * @param lines what {@link #find} gave
     */
    void name(Rows again, long[] lines, Problems problems) throws IOException {
        Row row = again.row();
        for (int left = lines.length; left > 0 && again.next(); ) {
            int at = Arrays.binarySearch(lines, row.line() << Integer.SIZE);
            // Lines are from 1 on: what is searched for is in no place, and would be right before its line.
            int place = -at - 1;
            if (place < lines.length && lines[place] >>> Integer.SIZE == row.line()) {
                problems.add(repeated(row, (int) lines[place]));
                left--;
            }
        }
    }

    private Problem repeated(Row row, int firstLine) {
        List<String> names = new ArrayList<>(List.of("month", "commodity"));
        if (tellReporters) {
            names.addAll(0, List.of("reporter", "flow"));
        }
        boolean partnerTold = row.partner() != Code.NONE || (row.totalOver() & Row.OVER_PARTNERS) != 0;
        if (partnerTold) {
            names.add("partner");
        }
        for (int i = 0; i < dimensions.size(); i++) {
            boolean told = row.dimension(i) != Code.NONE || (row.totalOver() & Row.overDimension(i)) != 0;
            if (dimensions.get(i).inKey() && told) {
                names.add(dimensions.get(i).name());
            }
        }
        String fields = String.join(", ", names.subList(0, names.size() - 1)) + " and " + names.get(names.size() - 1);
        return Problem.ofLine(
                "repeated-row",
                row.line(),
                "the same " + fields + " as in line " + firstLine,
                "each of them once",
                "Find out which of the two rows is right, or download the file again."
                        + (partnerTold
                                ? ""
                                : " If rows differ in a column that was taken out of the file, such as the partner, upload it with"
                                        + " that column."));
    }

    /**
     * Half of the rows come a second time with all their figures: the file holds itself twice.
     *
     * @param counted how many rows count
     */
    Optional<Problem> ofWholeFile(long counted) {
        return sameFigures > 0 && 2 * sameFigures >= counted
                ? Optional.of(Problem.ofFile(
                        "rows-doubled",
                        sameFigures + " of " + counted
                                + " rows that come a second time, with the same codes and figures",
                        "each row once",
                        "The file seems to hold a download twice: download it again."))
                : Optional.empty();
    }

    /** How many rows come again and are added up. */
    Optional<String> warning() {
        if (addedUp == 0) {
            return Optional.empty();
        }
        if (lackPartners) {
            return Optional.of(addedUp
                    + (addedUp == 1 ? " row has the codes of another row" : " rows have the codes of another row")
                    + " and other figures: taken for trade with other partners, which the file does not tell, and added up. If they"
                    + " correct each other, upload the file with its partners.");
        }
        return Optional.of(
                addedUp + (addedUp == 1 ? " row has" : " rows have") + " the key of another row; they are added up.");
    }

    /** How much memory they take. */
    long bytes() {
        return rows.bytes() + totals.bytes() + rowsWithFigures.bytes();
    }
}
