package dev.customsfeed.sources.csv;

import de.siegmar.fastcsv.reader.AbstractBaseCsvCallbackHandler;
import de.siegmar.fastcsv.reader.CloseableIterator;
import de.siegmar.fastcsv.reader.CsvParseException;
import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.FieldMismatchStrategy;
import dev.customsfeed.sources.file.CustomsFile;
import dev.customsfeed.sources.file.FileLimits;
import dev.customsfeed.sources.layout.Reading;
import dev.customsfeed.sources.rejection.Problem;
import dev.customsfeed.sources.rejection.Problems;
import java.io.FilterReader;
import java.io.IOException;
import java.io.Reader;
import java.io.UncheckedIOException;
import java.util.Optional;

/** The lines of a CSV file one after the other, the header and blank lines among them. */
public final class CsvLines implements Lines {

    /** Larger than any field may be; what does not fit is an open quote that swallows the file. */
    private static final int MIN_BUFFER = 1 << 16;

    private final CloseableIterator<CsvLine> lines;
    private final CsvLine line;
    private final LastSign text;
    private final char separator;
    private final Problems problems;

    private CsvLines(CloseableIterator<CsvLine> lines, CsvLine line, LastSign text, char separator, Problems problems) {
        this.lines = lines;
        this.line = line;
        this.text = text;
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
        LastSign text = new LastSign(file.rawReader());
        CloseableIterator<CsvLine> lines = CsvReader.builder()
                .fieldSeparator(separator)
                .skipEmptyLines(false)
                .extraFieldStrategy(FieldMismatchStrategy.IGNORE)
                .missingFieldStrategy(FieldMismatchStrategy.IGNORE)
                .allowUnclosedQuote(false)
                .maxBufferSize(Math.max(MIN_BUFFER, 4 * limits.maxFieldLength()))
                .build(new FieldCopier(line), text)
                .iterator();
        return new CsvLines(lines, line, text, separator, problems);
    }

    /**
     * Opens a file as {@link #of} does, and closes it if it cannot be read on.
     *
     * @return what {@code beginning} made of it
     */
    public static <T> Optional<T> open(
            CustomsFile file, char separator, Reading reading, Beginning<CsvLines, T> beginning) throws IOException {
        return Lines.begin(of(file, separator, reading.limits(), reading.problems()), beginning);
    }

    @Override
    public boolean next() throws IOException {
        try {
            if (!lines.hasNext()) {
                return false;
            }
            lines.next();
            return true;
        } catch (UncheckedIOException e) {
            throw e.getCause();
        } catch (CsvParseException e) {
            problems.add(Problem.ofLine(
                    "not-csv",
                    line.line(),
                    "a row that cannot be parted into fields: a quote is missing or misplaced, or a field does not end",
                    "quotes that are closed before the next " + separatorName()
                            + " or the end of the line, and doubled within a field",
                    "The file may be cut, or its quotes wrong: upload it as customs gave it, with a " + separatorName()
                            + " between the columns."));
            return false;
        }
    }

    @Override
    public String adviceOnMoreFields() {
        return "Put names that have a " + separatorName() + " in quotes, or upload the file as customs gave it.";
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
        return text.last == '\n' || text.last == '\r';
    }

    @Override
    public CsvLine line() {
        return line;
    }

    @Override
    public void close() throws IOException {
        lines.close();
    }

    /** Remembers the last sign of the text. */
    private static final class LastSign extends FilterReader {

        private char last;

        LastSign(Reader text) {
            super(text);
        }

        @Override
        public int read(char[] signs, int from, int length) throws IOException {
            int read = in.read(signs, from, length);
            if (read > 0) {
                last = signs[from + read - 1];
            }
            return read;
        }
    }

    /** Fields are copied as they come: the parser may move its buffer between two fields of one line. */
    private static final class FieldCopier extends AbstractBaseCsvCallbackHandler<CsvLine> {

        private final CsvLine line;

        FieldCopier(CsvLine line) {
            this.line = line;
        }

        @Override
        protected void handleBegin(long startingLineNumber) {
            line.begin(startingLineNumber);
        }

        @Override
        protected void handleField(int field, char[] buffer, int offset, int length, boolean quoted) {
            line.add(buffer, offset, length);
        }

        @Override
        protected CsvLine buildRecord() {
            return line;
        }
    }
}
