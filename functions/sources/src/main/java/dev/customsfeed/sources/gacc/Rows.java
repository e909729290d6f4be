package dev.customsfeed.sources.gacc;

import de.siegmar.fastcsv.reader.AbstractBaseCsvCallbackHandler;
import de.siegmar.fastcsv.reader.CloseableIterator;
import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.FieldMismatchStrategy;
import dev.customsfeed.sources.file.FileLimits;
import dev.customsfeed.sources.file.SpooledFile;
import java.io.Closeable;
import java.io.IOException;
import java.io.UncheckedIOException;

/** The lines of a CSV file one after the other, the header and blank lines among them. */
final class Rows implements Closeable {

    /** Larger than any field may be; what does not fit is an open quote that swallows the file. */
    private static final int MIN_BUFFER = 1 << 16;

    private final CloseableIterator<Row> rows;
    private final Row row;

    private Rows(CloseableIterator<Row> rows, Row row) {
        this.rows = rows;
        this.row = row;
    }

    static Rows of(SpooledFile file, FileLimits limits) throws IOException {
        Row row = new Row(file.encoding(), limits.maxFieldLength(), limits.maxColumns() + 1);
        CloseableIterator<Row> rows = CsvReader.builder()
                .skipEmptyLines(false)
                .extraFieldStrategy(FieldMismatchStrategy.IGNORE)
                .missingFieldStrategy(FieldMismatchStrategy.IGNORE)
                .allowUnclosedQuote(false)
                .maxBufferSize(Math.max(MIN_BUFFER, 4 * limits.maxFieldLength()))
                .build(new FieldCopier(row), file.rawReader())
                .iterator();
        return new Rows(rows, row);
    }

    /**
     * Moves to the next line; whether there is one.
     *
     * @throws de.siegmar.fastcsv.reader.CsvParseException if what follows is not CSV
     */
    boolean next() throws IOException {
        try {
            if (!rows.hasNext()) {
                return false;
            }
            rows.next();
            return true;
        } catch (UncheckedIOException e) {
            throw e.getCause();
        }
    }

    /** The line moved to; overwritten by the next one. */
    Row row() {
        return row;
    }

    /** Keeps nothing of the names, which most of a line is: codes say the same, and their spelling never changes. */
    void passOverNames(Layout layout) {
        for (Column name : Column.NAMES) {
            if (layout.has(name)) {
                row.passOver(layout.index(name));
            }
        }
    }

    /** The line that was begun last, even if it could not be read to its end. */
    long line() {
        return row.line();
    }

    @Override
    public void close() throws IOException {
        rows.close();
    }

    /** Fields are copied as they come: the parser may move its buffer between two fields of one line. */
    private static final class FieldCopier extends AbstractBaseCsvCallbackHandler<Row> {

        private final Row row;

        FieldCopier(Row row) {
            this.row = row;
        }

        @Override
        protected void handleBegin(long startingLineNumber) {
            row.begin(startingLineNumber);
        }

        @Override
        protected void handleField(int field, char[] buffer, int offset, int length, boolean quoted) {
            row.add(buffer, offset, length);
        }

        @Override
        protected Row buildRecord() {
            return row;
        }
    }
}
