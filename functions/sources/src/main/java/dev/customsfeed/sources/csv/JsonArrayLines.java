package dev.customsfeed.sources.csv;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.JsonToken;
import com.fasterxml.jackson.core.StreamReadConstraints;
import com.fasterxml.jackson.core.exc.StreamConstraintsException;
import com.fasterxml.jackson.core.io.JsonEOFException;
import dev.customsfeed.sources.file.CustomsFile;
import dev.customsfeed.sources.file.Encoding;
import dev.customsfeed.sources.file.FileLimits;
import dev.customsfeed.sources.layout.Reading;
import dev.customsfeed.sources.rejection.Problem;
import dev.customsfeed.sources.rejection.Problems;
import java.io.FilterReader;
import java.io.IOException;
import java.io.Reader;
import java.util.Optional;

/**
 * A table written as a JSON array of arrays of texts, of which the first has the names of the columns. Lines are numbered by their
 * place in the outer array, from 1. It is read piece by piece: a file may have any length.
 */
public final class JsonArrayLines implements Lines {

    /** Longer than any field may be. */
    private static final int MIN_TEXT = 1 << 16;

    private static final int LAST_ASCII = 0x7F;
    private static final int DEEPEST = 8;
    private static final String AGAIN = "Download the file again.";

    private final JsonParser parser;
    private final Text text;
    private final Encoding encoding;
    private final CsvLine line;
    private final Problems problems;
    private long count;
    private boolean ended;

    private JsonArrayLines(JsonParser parser, Text text, Encoding encoding, CsvLine line, Problems problems) {
        this.parser = parser;
        this.text = text;
        this.encoding = encoding;
        this.line = line;
        this.problems = problems;
    }

    /**
     * Opens a file, and closes it if it cannot be read on.
     *
     * @return what {@code beginning} made of it
     * @throws IOException if the file cannot be read from disk
     */
    public static <T> Optional<T> open(CustomsFile file, Reading reading, Beginning<JsonArrayLines, T> beginning)
            throws IOException {
        return Lines.begin(of(file, reading.limits(), reading.problems()), beginning);
    }

    private static JsonArrayLines of(CustomsFile file, FileLimits limits, Problems problems) throws IOException {
        JsonFactory json = JsonFactory.builder()
                .streamReadConstraints(StreamReadConstraints.builder()
                        .maxNestingDepth(DEEPEST)
                        .maxStringLength(Math.max(MIN_TEXT, 4 * limits.maxFieldLength()))
                        .build())
                .build();
        Text text = new Text(file.reader());
        return new JsonArrayLines(
                json.createParser(text),
                text,
                file.encoding(),
                new CsvLine(file.encoding(), limits.maxFieldLength(), limits.maxColumns() + 1),
                problems);
    }

    @Override
    public boolean next() throws IOException {
        if (ended) {
            return false;
        }
        try {
            ended = !readLine();
        } catch (StreamConstraintsException e) {
            ended(
                    "json-too-long",
                    "a text or a number that is longer than any of the source, or arrays within arrays",
                    "an array of arrays of texts",
                    AGAIN);
        } catch (JsonProcessingException e) {
            if (text.ended) {
                return ended(
                        "json-cut",
                        "the end of the file within the array",
                        "an array that ends",
                        "The file is cut: download it again.");
            }
            ended(
                    "not-json",
                    "text that is not JSON, in line " + e.getLocation().getLineNr() + ", column "
                            + e.getLocation().getColumnNr() + " of the text",
                    "an array of arrays of texts",
                    "Download the file again, and upload the answer as it comes.");
        }
        return !ended;
    }

    private boolean readLine() throws IOException {
        if (count == 0 && parser.nextToken() != JsonToken.START_ARRAY) {
            return ended("json-shape", "no array", "an array of arrays of texts", AGAIN);
        }
        count++;
        JsonToken token = parser.nextToken();
        if (token == JsonToken.END_ARRAY) {
            return isEnd();
        }
        if (token == null) {
            throw new JsonEOFException(parser, JsonToken.NOT_AVAILABLE, "the outer array does not end");
        }
        if (token != JsonToken.START_ARRAY) {
            return ended("json-shape", what(token) + " in place of a row", "an array of texts for each row", AGAIN);
        }
        line.begin(count);
        while (true) {
            token = parser.nextToken();
            if (token == null) {
                throw new JsonEOFException(parser, JsonToken.NOT_AVAILABLE, "a row does not end");
            }
            if (token == JsonToken.END_ARRAY) {
                return true;
            }
            if (token == JsonToken.START_ARRAY || token == JsonToken.START_OBJECT) {
                return ended("json-shape", what(token) + " within a row", "texts alone", AGAIN);
            }
            addField(token);
        }
    }

    private boolean isEnd() throws IOException {
        if (parser.nextToken() != null) {
            return ended(
                    "json-joined",
                    "more after the end of the array",
                    "one array",
                    "Several downloads seem to be joined in the file: upload each of them by itself.");
        }
        return false;
    }

    private void addField(JsonToken token) throws IOException {
        if (token == JsonToken.VALUE_NULL) {
            line.add(new char[0], 0, 0);
            return;
        }
        char[] text = parser.getTextCharacters();
        int offset = parser.getTextOffset();
        int length = parser.getTextLength();
        for (int i = offset; i < offset + length; i++) {
            if (text[i] > LAST_ASCII) {
                char[] raw = encoding.raw(new String(text, offset, length)).toCharArray();
                line.add(raw, 0, raw.length);
                return;
            }
        }
        line.add(text, offset, length);
    }

    /** Remembers whether the parser asked for more than there is: what it finds wrong then is that the text is cut. */
    private static final class Text extends FilterReader {

        private boolean ended;

        Text(Reader text) {
            super(text);
        }

        @Override
        public int read(char[] signs, int from, int length) throws IOException {
            int read = in.read(signs, from, length);
            ended |= read < 0;
            return read;
        }
    }

    private static String what(JsonToken token) {
        return switch (token) {
            case START_OBJECT -> "an object";
            case START_ARRAY -> "an array";
            default -> "a single value";
        };
    }

    private boolean ended(String code, String found, String expected, String advice) {
        problems.add(Problem.ofLine(code, Math.max(1, count), found, expected, advice));
        ended = true;
        return false;
    }

    @Override
    public CsvLine line() {
        return line;
    }

    /** A row is closed by a bracket of its own. */
    @Override
    public boolean endsWithLineEnd() {
        return true;
    }

    @Override
    public String adviceOnMoreFields() {
        return AGAIN;
    }

    @Override
    public void close() throws IOException {
        parser.close();
    }
}
