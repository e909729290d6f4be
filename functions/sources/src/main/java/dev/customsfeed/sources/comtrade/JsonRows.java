package dev.customsfeed.sources.comtrade;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.JsonToken;
import com.fasterxml.jackson.core.StreamReadConstraints;
import com.fasterxml.jackson.core.exc.StreamConstraintsException;
import com.fasterxml.jackson.core.io.JsonEOFException;
import dev.customsfeed.sources.csv.CsvLine;
import dev.customsfeed.sources.file.CustomsFile;
import dev.customsfeed.sources.layout.Reading;
import dev.customsfeed.sources.rejection.Problem;
import dev.customsfeed.sources.rejection.Problems;
import java.io.IOException;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;

/**
 * The rows of an answer of the API. The file is read token by token and one element is held at a time, so that memory does not grow
 * with the file. Lines are elements of {@code data}, from 1.
 */
final class JsonRows extends ComtradeRows {

    private static final int MAX_TEXT = 1 << 16;
    private static final int MAX_NAME = 1 << 8;
    private static final int MAX_DEPTH = 16;

    /** Numbers with larger exponents are none of trade, and as plain digits would fill memory. */
    private static final int MAX_EXPONENT = 30;

    /** So many fields and values beside the rows are read; an answer has four. */
    private static final int MAX_BESIDE_ROWS = 1_000;

    private static final JsonFactory JSON = JsonFactory.builder()
            .disable(JsonFactory.Feature.INTERN_FIELD_NAMES)
            .streamReadConstraints(StreamReadConstraints.builder()
                    .maxStringLength(MAX_TEXT)
                    .maxNameLength(MAX_NAME)
                    .maxNestingDepth(MAX_DEPTH)
                    .build())
            .build();

    private static final char[] NOTHING = {};
    private static final char[] TRUE = {'t', 'r', 'u', 'e'};
    private static final char[] FALSE = {'f', 'a', 'l', 's', 'e'};

    private static final String DOWNLOAD_AGAIN = "Download the answer again, and upload it as UN Comtrade gave it.";

    private final JsonParser json;
    private final CsvLine line;
    private final Columns columns;
    private final Problems problems;
    private final int maxColumns;
    private final Answer answer = new Answer();
    private long elements;
    private boolean ended;
    private boolean complete;
    private int besideRows;

    private JsonRows(JsonParser json, CsvLine line, Columns columns, Reading reading, String layout) {
        super(new RecordReader(line, columns, reading, false), layout);
        this.json = json;
        this.line = line;
        this.columns = columns;
        this.problems = reading.problems();
        this.maxColumns = reading.limits().maxColumns();
    }

    static JsonRows of(CustomsFile file, Reading reading, String layout) throws IOException {
        CsvLine line = new CsvLine(
                file.encoding(),
                reading.limits().maxFieldLength(),
                reading.limits().maxColumns() + 1);
        return new JsonRows(JSON.createParser(file.rawReader()), line, new Columns(), reading, layout);
    }

    /** Reads up to the first element of {@code data}; whether there is one, or an empty list. */
    boolean begin() throws IOException {
        try {
            if (json.nextToken() != JsonToken.START_OBJECT) {
                problems.add(Problem.ofFile(
                        "json-not-an-answer",
                        "JSON that is no object but " + kind(json.currentToken()),
                        "an answer of the API as a whole: an object with count and data",
                        "Save the whole answer, for its count tells whether all rows are there."));
                return false;
            }
            if (readToData()) {
                return true;
            }
            problems.add(answer.problemWithoutData());
            return false;
        } catch (JsonProcessingException e) {
            broken(e);
            return false;
        }
    }

    /** Reads the fields of the answer up to the list of rows; whether it came. */
    private boolean readToData() throws IOException {
        while (json.nextToken() == JsonToken.FIELD_NAME && besideRows++ < MAX_BESIDE_ROWS) {
            String name = json.currentName();
            JsonToken value = json.nextToken();
            if (name.equals("data") && value == JsonToken.START_ARRAY) {
                return true;
            }
            readOfAnswer(name, value);
        }
        return false;
    }

    private void readOfAnswer(String name, JsonToken value) throws IOException {
        if (value.isScalarValue() && Answer.reads(name)) {
            answer.put(name, value == JsonToken.VALUE_NULL ? "" : line.decoded(json.getText()));
            return;
        }
        // Not skipped at once: the parser keeps the names that it meets, and these could be any number.
        for (int depth = value.isStructStart() ? 1 : 0; depth > 0 && besideRows < MAX_BESIDE_ROWS; besideRows++) {
            JsonToken token = json.nextToken();
            depth += token.isStructStart() ? 1 : token.isStructEnd() ? -1 : 0;
        }
    }

    @Override
    public boolean next() throws IOException {
        if (ended) {
            return false;
        }
        try {
            JsonToken token = json.nextToken();
            if (token == JsonToken.END_ARRAY) {
                ended = true;
                readRest();
                return false;
            }
            line.begin(++elements);
            if (token == JsonToken.START_OBJECT) {
                readElement();
            } else {
                json.skipChildren();
                problems.add(Problem.ofLine(
                        "json-no-row", elements, kind(token) + " in data", "a row, as an object", DOWNLOAD_AGAIN));
                record.unreadable();
            }
            return true;
        } catch (JsonProcessingException e) {
            ended = true;
            broken(e);
            return false;
        }
    }

    /** Reads an element into the line. Most have the same fields in the same order as the one before. */
    private void readElement() throws IOException {
        long before = problems.count();
        int at = 0;
        while (json.nextToken() == JsonToken.FIELD_NAME) {
            String name = json.currentName();
            if (!columns.has(at, name)) {
                columns.truncate(at);
                complete = false;
                if (at == maxColumns) {
                    problems.add(Problem.ofLine(
                            "too-many-columns",
                            elements,
                            "more than " + at + " fields",
                            "at most " + at,
                            DOWNLOAD_AGAIN));
                    ended = true;
                    break;
                }
                addColumn(name);
            }
            if (columns.has(at, name)) {
                readValue(json.nextToken(), name);
                at++;
            } else {
                json.nextToken();
                json.skipChildren();
            }
        }
        if (at < columns.count()) {
            columns.truncate(at);
            complete = false;
        }
        if (problems.count() == before && !complete) {
            checkComplete();
        }
        if (problems.count() == before && line.longField() >= 0) {
            problems.add(new Problem(
                    "field-too-long",
                    elements,
                    line.longField() + 1,
                    columns.names().get(line.longField()),
                    line.longFieldLength() + " characters",
                    "at most " + line.maxFieldLength() + " characters",
                    DOWNLOAD_AGAIN));
        }
        if (problems.count() == before) {
            record.read();
        } else {
            record.unreadable();
        }
    }

    private void addColumn(String name) {
        if (!Column.isKnown(name)) {
            problems.add(Problem.ofLine(
                    "json-unknown-field",
                    elements,
                    "the field " + Problem.quote(name),
                    "a field of UN Comtrade: a new one may split rows further, so that they would be counted twice",
                    DOWNLOAD_AGAIN));
            ended = true;
        }
        if (!columns.add(name)) {
            problems.add(Problem.ofLine(
                    "json-repeated-field",
                    elements,
                    "the field " + Problem.quote(name) + " a second time",
                    "each field at most once",
                    DOWNLOAD_AGAIN));
        }
    }

    private void checkComplete() {
        List<String> missing = columns.missing();
        if (missing.isEmpty()) {
            complete = true;
        } else {
            problems.add(Problem.ofLine(
                    "json-missing-field",
                    elements,
                    columns.count() + " fields without " + String.join(", ", missing),
                    "all of " + String.join(", ", Column.required()),
                    DOWNLOAD_AGAIN));
        }
    }

    private void readValue(JsonToken value, String name) throws IOException {
        switch (value) {
            case VALUE_TRUE -> line.add(TRUE, 0, TRUE.length);
            case VALUE_FALSE -> line.add(FALSE, 0, FALSE.length);
            case VALUE_STRING, VALUE_NUMBER_INT, VALUE_NUMBER_FLOAT -> {
                if (Column.of(name).isEmpty()) {
                    line.add(NOTHING, 0, 0);
                } else if (value == JsonToken.VALUE_NUMBER_FLOAT) {
                    addNumber();
                } else {
                    line.add(json.getTextCharacters(), json.getTextOffset(), json.getTextLength());
                }
            }
            case VALUE_NULL -> line.add(NOTHING, 0, 0);
            default -> {
                json.skipChildren();
                line.add(NOTHING, 0, 0);
                problems.add(new Problem(
                        "json-nested",
                        elements,
                        columns.count(),
                        name,
                        kind(value),
                        "a text, a number, true, false or null",
                        DOWNLOAD_AGAIN));
            }
        }
    }

    /** Adds a number as plain digits, even if it is written with an exponent, which JSON allows. */
    private void addNumber() throws IOException {
        String text = json.getText();
        if (text.indexOf('e') >= 0 || text.indexOf('E') >= 0) {
            BigDecimal number = new BigDecimal(text);
            text = Math.abs((long) number.scale()) <= MAX_EXPONENT ? number.toPlainString() : text;
        }
        line.add(text.toCharArray(), 0, text.length());
    }

    /** Reads what follows the rows, and holds them against what the answer says of them. */
    private void readRest() throws IOException {
        boolean again = readToData();
        if (again || json.currentToken() != JsonToken.END_OBJECT || json.nextToken() != null) {
            problems.add(Problem.ofFile(
                    "json-more-than-one",
                    again ? "data a second time" : "something after the end of the answer",
                    "one answer of the API",
                    "Upload each answer in a file of its own."));
            return;
        }
        answer.problem(elements).ifPresent(problems::add);
    }

    /** What the parser says is for programmers; where it is, and that something ends there, is for all. */
    private void broken(JsonProcessingException e) {
        String where = (elements == 0 ? "" : "in element " + elements + " of data, ") + "at character "
                + json.currentLocation().getCharOffset();
        if (e instanceof JsonEOFException) {
            add("json-cut", "an answer that ends too early, " + where, "an answer that ends with }", DOWNLOAD_AGAIN);
        } else if (e instanceof StreamConstraintsException) {
            add(
                    "json-too-large",
                    "a text, name or number that is too long, or lists within lists, " + where,
                    "texts of at most " + MAX_TEXT + " characters, and rows as lists of fields",
                    DOWNLOAD_AGAIN);
        } else {
            add("not-json", "characters that are not JSON, " + where, "JSON as the API answers it", DOWNLOAD_AGAIN);
        }
    }

    private void add(String code, String found, String expected, String advice) {
        problems.add(
                elements == 0
                        ? Problem.ofFile(code, found, expected, advice)
                        : Problem.ofLine(code, elements, found, expected, advice));
    }

    private static String kind(JsonToken token) {
        return switch (token) {
            case START_ARRAY -> "a list";
            case START_OBJECT -> "an object";
            case VALUE_STRING -> "a text";
            case VALUE_NULL -> "null";
            default -> "a number or truth value";
        };
    }

    @Override
    public List<String> warnings() {
        List<String> warnings = new ArrayList<>(super.warnings());
        if (!answer.hasCount()) {
            warnings.add("The answer has no count: whether all of its rows are there cannot be told.");
        }
        return warnings;
    }

    @Override
    public void close() throws IOException {
        json.close();
    }
}
