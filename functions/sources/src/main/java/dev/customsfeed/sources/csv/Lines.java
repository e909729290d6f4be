package dev.customsfeed.sources.csv;

import java.io.Closeable;
import java.io.IOException;
import java.util.List;
import java.util.Optional;

/** The lines of a table one after the other, the header among them, whatever the file is written in. */
public interface Lines extends Closeable {

    /** Makes something of lines. */
    @FunctionalInterface
    interface Beginning<L extends Lines, T> {

        /**
         * Begins to read lines.
         *
         * @param lines of which none has been read
         * @return empty if they cannot be read on
         */
        Optional<T> begin(L lines) throws IOException;
    }

    /**
     * Begins to read lines, and closes them if they cannot be read on.
     *
     * @return what {@code beginning} made of them
     */
    static <L extends Lines, T> Optional<T> begin(L lines, Beginning<L, T> beginning) throws IOException {
        try {
            Optional<T> begun = beginning.begin(lines);
            if (begun.isEmpty()) {
                lines.close();
            }
            return begun;
        } catch (IOException | RuntimeException e) {
            lines.close();
            throw e;
        }
    }

    /**
     * Moves to the next line; whether there is one. What follows and is no table is a problem, and the end.
     *
     * @throws IOException if the file cannot be read from disk
     */
    boolean next() throws IOException;

    /** The line moved to; the same object each time. */
    CsvLine line();

    /** Whether the last line ends as all others do; one that does not may be cut. Asked once there is no next line. */
    boolean endsWithLineEnd();

    /** Whether a spreadsheet may have saved them. */
    default boolean mayComeOfSheet() {
        return false;
    }

    /** What was assumed to read them, as sentences. */
    default List<String> assumed() {
        return List.of();
    }

    /** What to do about a line with more fields than the header. */
    String adviceOnMoreFields();
}
