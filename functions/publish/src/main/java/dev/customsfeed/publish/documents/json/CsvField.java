package dev.customsfeed.publish.documents.json;

/** Fields of CSV files, as RFC 4180 wants them. */
public final class CsvField {

    private CsvField() {}

    /** {@code text} as a field: in quotes where it needs them. */
    public static String of(String text) {
        boolean plain = text.chars().noneMatch(c -> c == ',' || c == '"' || c == '\n' || c == '\r');
        return plain ? text : '"' + text.replace("\"", "\"\"") + '"';
    }
}
