package dev.customsfeed.sources.csv;

import java.io.Closeable;
import java.io.IOException;
import java.io.Reader;
import java.util.Arrays;

/**
 * Parts raw text into lines and fields, strictly as RFC 4180 says, but that a line may end with CR, LF or both, and that a quote
 * within a field without quotes is a sign like others. A file is read twice and most of its fields are codes and figures: they stay
 * where they were read to, for to copy each, or to make a text of it, would take longer than all that is done with them.
 */
final class CsvSplitter implements Closeable {

    private static final char QUOTE = '"';

    /** Stands for the end of the text. */
    private static final char END = 0;

    /** Raw text has one sign for each byte. */
    private static final int SIGNS = 256;

    private final Reader text;
    private final CsvLine line;
    private final char separator;
    private final int longest;
    private final boolean[] endsField = new boolean[SIGNS];

    private char[] buffer;
    private int limit;
    private int at;
    private int fieldFrom;
    private int fieldTo;
    private boolean allRead;
    private boolean lineFeedMayFollow;
    private char last;
    private long nextLine = 1;

    /** Text that cannot be parted: a quote is missing or misplaced, or a field is too long. */
    static final class NotCsvException extends Exception {

        private static final long serialVersionUID = 1;

        NotCsvException(String what) {
            super(what);
        }
    }

    /**
     * @param text raw: one sign for each byte of the file
     * @param line takes the fields
     * @param length how many signs are read at once, at first
     * @param longest how many signs a field may have: more are an open quote that swallows the file
     */
    CsvSplitter(Reader text, char separator, CsvLine line, int length, int longest) {
        this.text = text;
        this.separator = separator;
        this.line = line;
        this.buffer = new char[length];
        this.longest = longest;
        endsField[separator] = true;
        endsField['\r'] = true;
        endsField['\n'] = true;
    }

    /** Moves to the next line; whether there is one. If there is none, the last one stays. */
    boolean next() throws IOException, NotCsvException {
        if (lineFeedMayFollow && hasSign() && buffer[at] == '\n') {
            at++;
        }
        lineFeedMayFollow = false;
        if (!hasSign()) {
            return false;
        }
        line.begin(nextLine, buffer);
        char end = field();
        while (end == separator) {
            end = field();
        }
        lineFeedMayFollow = end == '\r';
        nextLine++;
        return true;
    }

    /** Whether a sign follows, between two lines: nothing has to be kept of the line before. */
    private boolean hasSign() throws IOException {
        if (at == limit && !allRead) {
            int read = text.read(buffer, 0, buffer.length);
            allRead = read < 0;
            if (!allRead) {
                at = 0;
                limit = read;
                last = buffer[read - 1];
            }
        }
        return at < limit;
    }

    /** Adds a field to the line; the sign that ends it. */
    private char field() throws IOException, NotCsvException {
        fieldFrom = at;
        if (at == limit && !readOn()) {
            line.add(at, at);
            return END;
        }
        if (buffer[at] == QUOTE) {
            fieldFrom = ++at;
            return quotedField();
        }
        while (true) {
            char[] signs = buffer;
            int to = limit;
            int i = at;
            while (i < to && !endsField[signs[i] & SIGNS - 1]) {
                i++;
            }
            at = i;
            if (i < to) {
                add(i);
                at++;
                return signs[i];
            }
            if (!readOn()) {
                add(at);
                return END;
            }
        }
    }

    private void add(int fieldEnd) throws NotCsvException {
        if (fieldEnd - fieldFrom > longest) {
            throw tooLong();
        }
        line.add(fieldFrom, fieldEnd);
    }

    private static NotCsvException tooLong() {
        return new NotCsvException("a field that does not end");
    }

    /** Adds a field of which the opening quote has been read. Of doubled quotes one stays: what follows moves to the front. */
    private char quotedField() throws IOException, NotCsvException {
        fieldTo = at;
        boolean afterReturn = false;
        while (true) {
            if (fieldTo == at && passOverPlain()) {
                afterReturn = false;
            }
            if (at == limit && !readOn()) {
                throw new NotCsvException("a quote that is not closed");
            }
            char sign = buffer[at++];
            if (sign != QUOTE) {
                nextLine += sign == '\r' || sign == '\n' && !afterReturn ? 1 : 0;
                afterReturn = sign == '\r';
                buffer[fieldTo++] = sign;
                continue;
            }
            afterReturn = false;
            char follows = at < limit || readOn() ? buffer[at] : END;
            if (at == limit) {
                add(fieldTo);
                return END;
            }
            at++;
            if (follows == QUOTE) {
                buffer[fieldTo++] = QUOTE;
            } else if (endsField[follows & SIGNS - 1]) {
                add(fieldTo);
                return follows;
            } else {
                throw new NotCsvException("a character after a closing quote");
            }
        }
    }

    /** Passes over what is neither quote nor line end; whether there was such. */
    private boolean passOverPlain() {
        char[] signs = buffer;
        int to = limit;
        int i = at;
        while (i < to && signs[i] != QUOTE && signs[i] > '\r') {
            i++;
        }
        boolean any = i > at;
        at = i;
        fieldTo = i;
        return any;
    }

    /** Reads on within a line; whether there was anything. The line's fields and the one that is being read move to the front. */
    private boolean readOn() throws IOException, NotCsvException {
        if (allRead) {
            return false;
        }
        if (limit - fieldFrom > longest) {
            throw tooLong();
        }
        int kept = line.moveToFront();
        int moved = fieldFrom - kept;
        System.arraycopy(buffer, fieldFrom, buffer, kept, limit - fieldFrom);
        fieldFrom = kept;
        fieldTo -= moved;
        at -= moved;
        limit -= moved;
        if (limit == buffer.length) {
            buffer = Arrays.copyOf(buffer, 2 * buffer.length);
            line.moveTo(buffer);
        }
        int read = text.read(buffer, limit, buffer.length - limit);
        allRead = read < 0;
        if (!allRead) {
            limit += read;
            last = buffer[limit - 1];
        }
        return !allRead;
    }

    /** Whether the text that was read ends with a line end. */
    boolean endsWithLineEnd() {
        return last == '\n' || last == '\r';
    }

    @Override
    public void close() throws IOException {
        text.close();
    }
}
