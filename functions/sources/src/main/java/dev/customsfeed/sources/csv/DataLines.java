package dev.customsfeed.sources.csv;

import dev.customsfeed.sources.file.ZeroBytes;
import dev.customsfeed.sources.rejection.Problem;
import dev.customsfeed.sources.rejection.Problems;
import java.io.Closeable;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;

/** The lines below the header of a table: blank ones at its end at most, and each with as many fields as there are columns. */
public final class DataLines implements Closeable {

    /** How many lines a sheet has, in programs of today and of old: what goes beyond is gone once it is saved. */
    private static final Set<Long> LINES_OF_SHEETS = Set.of(1_048_576L, 65_536L);

    private final Lines lines;
    private final CsvLine line;
    private final List<String> columns;
    private final List<String> rawColumns;
    private final String keepAsItIs;
    private final Problems problems;
    private boolean takesBlankLines;
    private int fewestAtEnd;
    private int mostAtEnd;
    private boolean alike;
    private String ifWhole = "If it is whole, put a blank line above its header.";
    private int fieldsBefore;
    private long firstBlankLine;
    private long blankLines;
    private long blankLinesAtTheEnd;
    private long firstOfAll;
    private long lastRow;

    /**
     * @param lines of which the header has been read
     * @param columns the header, as the file has it
     * @param keepAsItIs advice where a field is not what the office writes
     * @param problems takes what is wrong with lines
     */
    public DataLines(Lines lines, List<String> columns, String keepAsItIs, Problems problems) {
        this.lines = lines;
        this.line = lines.line();
        this.columns = columns;
        this.rawColumns = columns.stream().map(line::encoded).toList();
        this.keepAsItIs = keepAsItIs;
        this.problems = problems;
    }

    /** Passes over blank lines between others, too, which a warning tells; whoever writes by hand makes them. */
    public DataLines takingBlankLines() {
        takesBlankLines = true;
        return this;
    }

    /**
     * Says how many fields of nothing stand behind the last column in each line.
     *
     * @param fewest in a line
     * @param most in a line
     */
    public DataLines endingWithNothing(int fewest, int most) {
        fewestAtEnd = fewest;
        mostAtEnd = most;
        return this;
    }

    /** Demands of all lines as many fields as the first has: in one that has fewer, a field is missing. */
    public DataLines allAlike() {
        alike = true;
        return this;
    }

    /** Advises to split a file that ends where a spreadsheet cuts it and is whole; to that of others a line can be added. */
    public DataLines wholeIfSplit() {
        ifWhole = "If it is whole, split it in two.";
        return this;
    }

    /**
     * Moves to the next line that is not blank; whether there is one. A blank line between two others is a problem, unless they are
     * {@linkplain #takingBlankLines taken}.
     */
    public boolean next() throws IOException {
        while (lines.next()) {
            if (line.isBlank()) {
                firstBlankLine = firstBlankLine == 0 ? line.line() : firstBlankLine;
                blankLinesAtTheEnd++;
                continue;
            }
            if (firstBlankLine > 0 && takesBlankLines) {
                firstOfAll = firstOfAll == 0 ? firstBlankLine : firstOfAll;
                blankLines += blankLinesAtTheEnd;
                firstBlankLine = 0;
            }
            blankLinesAtTheEnd = 0;
            lastRow = line.line();
            if (firstBlankLine > 0) {
                problems.add(Problem.ofLine(
                        "blank-line",
                        firstBlankLine,
                        "a blank line between rows",
                        "blank lines at the end at most",
                        "The file may have lost a row: upload it as customs gave it."));
                firstBlankLine = 0;
            }
            return true;
        }
        checkIsNoFullSheet();
        return false;
    }

    private void checkIsNoFullSheet() {
        if (lines.mayComeOfSheet() && LINES_OF_SHEETS.contains(lastRow)) {
            problems.add(Problem.ofLine(
                    "rows-cut",
                    lastRow,
                    "a last row on line " + String.format(Locale.ROOT, "%,d", lastRow)
                            + ", which is as many as a sheet of a spreadsheet has",
                    "a table that does not end where a spreadsheet cuts it",
                    "Download the file again, and upload it as it comes. " + ifWhole));
        }
    }

    /**
     * Says that the file is cut where it does not end with a line end: the last field of the last line may have lost a digit. For
     * layouts whose lines end with a figure; asked after the last line.
     */
    public void checkLastLineEnds() {
        if (line.fieldCount() == columns.size() && !lines.endsWithLineEnd()) {
            problems.add(Problem.ofLine(
                    "last-line-cut",
                    line.line(),
                    "a last line that does not end: " + found(columns.size() - 1)
                            + " may be the beginning of a longer figure",
                    "a line end after each line",
                    "The file may be cut: download it again. If it is whole, end its last line."));
        }
    }

    /** What was assumed and passed over, as sentences; asked after the last line. */
    public List<String> warnings() {
        List<String> warnings = new ArrayList<>(lines.assumed());
        if (blankLines == 1) {
            warnings.add("1 blank line between rows is passed over, line " + firstOfAll + ".");
        } else if (blankLines > 0) {
            warnings.add(
                    blankLines + " blank lines between rows are passed over, the first is line " + firstOfAll + ".");
        }
        return warnings;
    }

    /** Whether the line has as many fields as there are columns, and nothing behind them, and none is too long. */
    public boolean hasRightFields() {
        if (line.zeroByteField() >= 0) {
            problems.add(ZeroBytes.broken(line.line(), "a zero byte in field " + (line.zeroByteField() + 1)));
            return false;
        }
        int fields = line.fieldCount();
        int more = fields - columns.size();
        if (more != fewestAtEnd && more != mostAtEnd) {
            wrongLength(columns.size() + fewestAtEnd + " fields, as the header has");
            return false;
        }
        if (!hasNothingAtEnd(more)) {
            return false;
        }
        if (fieldsBefore > 0 && alike && fields != fieldsBefore) {
            wrongLength(fieldsBefore + " fields, as the rows before have");
            return false;
        }
        fieldsBefore = fields;
        if (line.longField() >= 0) {
            wrong(
                    "field-too-long",
                    Math.min(line.longField(), columns.size() - 1),
                    line.longFieldLength() + " characters",
                    "at most " + line.maxFieldLength() + " characters",
                    keepAsItIs);
            return false;
        }
        return true;
    }

    private boolean hasNothingAtEnd(int fields) {
        for (int i = columns.size(); i < columns.size() + fields; i++) {
            if (!line.isEmpty(i)) {
                if (fewestAtEnd == 0) {
                    wrongLength(columns.size() + " fields, as the header has");
                } else {
                    problems.add(new Problem(
                            "column-without-name",
                            line.line(),
                            i + 1,
                            "",
                            found(i),
                            "nothing, for the header has no name for the column",
                            "Name the column if it is one of the office's, or take it out; if a number has moved into it, put"
                                    + " what has a separator in quotes."));
                }
                return false;
            }
        }
        return true;
    }

    /** Says that the line has too many or too few fields. */
    public void wrongLength(String expected) {
        problems.add(
                Problem.ofLine(
                        "row-length",
                        line.line(),
                        line.fieldCount() + (line.fieldCount() == 1 ? " field" : " fields"),
                        expected,
                        line.fieldCount() > columns.size()
                                ? lines.adviceOnMoreFields()
                                : "The line may be cut: download the file again. A total or a note does not belong in the file: take it out."));
    }

    /** Whether a field has the name of its column, which is a problem: two downloads were joined. */
    public boolean isHeaderAgain(int column) {
        if (column >= line.fieldCount() || !line.is(column, rawColumns.get(column))) {
            return false;
        }
        headerAgain();
        return true;
    }

    /** Says that the line is the header once more. */
    public void headerAgain() {
        problems.add(Problem.ofLine(
                "header-again",
                line.line(),
                "the names of the columns once more",
                "them in the first line and nowhere else",
                "Several downloads seem to be joined in the file: upload each of them by itself."));
    }

    /** The line moved to; overwritten by the next one. */
    public CsvLine line() {
        return line;
    }

    /** What stands in a field, in quotes. */
    public String found(int index) {
        return Problem.quote(line.text(index)) + line.readings(index);
    }

    /** Says that a field is wrong. */
    public void wrong(String code, int index, String found, String expected, String advice) {
        problems.add(new Problem(code, line.line(), index + 1, columns.get(index), found, expected, advice));
    }

    /** Says that what stands in a field is wrong, and that the file should be uploaded as the office gave it. */
    public void wrong(String code, int index, String expected) {
        wrong(code, index, found(index), expected, keepAsItIs);
    }

    /**
     * A problem of the field in a column of the line.
     *
     * @param column -1 where the file has no such column
     * @param label what the column is called
     */
    public Problem problem(int column, String label, String code, String expected, String advice) {
        return column < 0
                ? Problem.ofLine(code, line.line(), "no column " + label, expected, advice)
                : new Problem(code, line.line(), column + 1, columns.get(column), found(column), expected, advice);
    }

    @Override
    public void close() throws IOException {
        lines.close();
    }
}
