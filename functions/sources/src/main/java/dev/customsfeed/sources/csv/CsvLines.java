package dev.customsfeed.sources.csv;

import dev.customsfeed.sources.csv.CsvSplitter.NotCsvException;
import dev.customsfeed.sources.file.CustomsFile;
import dev.customsfeed.sources.file.FileLimits;
import dev.customsfeed.sources.rejection.Problem;
import dev.customsfeed.sources.rejection.Problems;
import java.io.IOException;
import java.time.YearMonth;
import java.util.List;
import java.util.Optional;

/** The lines of a CSV file one after the other, the header and blank lines among them. */
public final class CsvLines implements Lines {

    private static final int BUFFER = 1 << 16;

    private final CsvSplitter splitter;
    private final CsvLine line;
    private final char separator;
    private final Problems problems;
    private List<String> assumed = List.of();
    private Titles titles = new Titles(List.of());

    private CsvLines(CsvSplitter splitter, CsvLine line, char separator, Problems problems) {
        this.splitter = splitter;
        this.line = line;
        this.separator = separator;
        this.problems = problems;
    }

    /**
     * Opens a file.
     *
     * @param separator between fields
     * @param problems takes what is no CSV
     * @throws IOException if the file cannot be read from disk
     */
    public static CsvLines of(CustomsFile file, char separator, FileLimits limits, Problems problems)
            throws IOException {
        CsvLine line = new CsvLine(file.encoding(), limits.maxFieldLength(), limits.maxColumns() + 1);
        if (file.hasZeroBytes()) {
            line.watchZeroBytes();
        }
        // Longer than any field may be, which is told by its place, is an open quote that swallows the file.
        int longest = Math.max(BUFFER, 4 * limits.maxFieldLength());
        CsvSplitter splitter = new CsvSplitter(file.rawReader(), separator, line, BUFFER, longest);
        return new CsvLines(splitter, line, separator, problems);
    }

    /** What parts the fields. */
    public char separator() {
        return separator;
    }

    /**
     * Says how the lines are read.
     *
     * @param sentences what was assumed
     * @param above the header
     */
    void assume(List<String> sentences, Titles above) {
        assumed = List.copyOf(sentences);
        titles = above;
    }

    /**
     * The problem of titles that name several months, or another month than the key; for tables whose rows do not say of which they are.
     *
     * @param declared by the key
     */
    public Optional<Problem> titleOfOtherMonths(YearMonth declared) {
        return titles.ofSeveralMonths().or(() -> titles.ofOtherMonth(declared));
    }

    /** The lines above the header, as text; blank ones among them. */
    public List<String> above() {
        return titles.lines();
    }

    @Override
    public boolean mayComeOfSheet() {
        return true;
    }

    @Override
    public List<String> assumed() {
        return assumed;
    }

    @Override
    public boolean next() throws IOException {
        try {
            return splitter.next();
        } catch (NotCsvException e) {
            problems.add(Problem.ofLine(
                    "not-csv",
                    line.line(),
                    "a row that cannot be split into fields: a quote is missing or misplaced, or a field does not end",
                    "quotes that are closed before the next " + separatorName()
                            + " or the end of the line, and doubled within a field",
                    "The file may be cut, or its quotes wrong: upload it as customs gave it, with a " + separatorName()
                            + " between the columns."));
            return false;
        }
    }

    @Override
    public String adviceOnMoreFields() {
        return "Put names and numbers that have a " + separatorName()
                + " in quotes, or upload the file as customs gave it.";
    }

    private String separatorName() {
        return switch (separator) {
            case ',' -> "comma";
            case ';' -> "semicolon";
            case '\t' -> "tab";
            default -> "separator";
        };
    }

    @Override
    public boolean endsWithLineEnd() {
        return splitter.endsWithLineEnd();
    }

    @Override
    public CsvLine line() {
        return line;
    }

    @Override
    public void close() throws IOException {
        splitter.close();
    }
}
