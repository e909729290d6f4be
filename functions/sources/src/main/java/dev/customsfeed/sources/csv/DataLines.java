package dev.customsfeed.sources.csv;

import dev.customsfeed.sources.file.ZeroBytes;
import dev.customsfeed.sources.rejection.Problem;
import dev.customsfeed.sources.rejection.Problems;
import java.io.Closeable;
import java.io.IOException;
import java.util.List;
import java.util.Optional;

/** The lines below the header of a table: blank ones at its end at most, and each with as many fields as there are columns. */
public final class DataLines implements Closeable {

    private final Lines lines;
    private final CsvLine line;
    private final List<String> columns;
    private final String keepAsItIs;
    private final Problems problems;
    private boolean takesBlankLines;
    private long firstBlankLine;
    private long blankLines;
    private long blankLinesAtTheEnd;
    private long firstOfAll;

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
        this.keepAsItIs = keepAsItIs;
        this.problems = problems;
    }

    /** Passes over blank lines between others, too, which a warning tells; whoever writes by hand makes them. */
    public DataLines takingBlankLines() {
        takesBlankLines = true;
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
        return false;
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

    /** What was passed over, as a sentence; asked after the last line. */
    public Optional<String> warning() {
        return blankLines == 0
                ? Optional.empty()
                : Optional.of(
                        blankLines == 1
                                ? "1 blank line between rows is passed over, line " + firstOfAll + "."
                                : blankLines + " blank lines between rows are passed over, the first is line "
                                        + firstOfAll + ".");
    }

    /** Whether the line has as many fields as there are columns, none of them too long. A comma may follow the last. */
    public boolean hasRightFields() {
        if (line.zeroByteField() >= 0) {
            problems.add(ZeroBytes.broken(line.line(), "a zero byte in field " + (line.zeroByteField() + 1)));
            return false;
        }
        int fields = line.fieldCount();
        boolean endsWithComma = fields == columns.size() + 1 && line.isEmpty(columns.size());
        if (fields != columns.size() && !endsWithComma) {
            wrongLength(columns.size() + " fields, as the header has");
            return false;
        }
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
        if (column >= line.fieldCount() || !line.is(column, columns.get(column))) {
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
        return Problem.quote(line.text(index));
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
