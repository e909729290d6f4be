package dev.customsfeed.publish.documents.series;

import com.fasterxml.jackson.databind.JsonNode;
import dev.customsfeed.publish.documents.json.CsvField;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.StreamSupport;

/**
 * What the newest month's report expects of the months ahead, as rows of {@code outlook.csv}. It has a table of its own, and its
 * columns names of their own: whoever adds up net weights of {@code series.csv} counts no month that has not been.
 *
 * @param asOf the newest month, at the end of which it was made
 * @param eventInBasis whether the months that it is the mean of lie around an event
 * @param sample whether it is made of samples
 * @param rows the total first, then products in the order of the report; of each, the months ahead in their order
 */
record OutlookTable(String asOf, boolean eventInBasis, boolean sample, List<Row> rows) {

    static final List<String> COLUMNS = List.of(
            "as_of",
            "product",
            "from",
            "to",
            "outlook_kg",
            "low_kg",
            "high_kg",
            "level_pct",
            "ranges_before",
            "ranges_held",
            "method",
            "event_in_basis",
            "sample");

    /** Stands for all products together, as in SDMX. */
    static final String ALL_PRODUCTS = "_T";

    /**
     * A month ahead, or January and February as one, as the report has it.
     *
     * @param product the id, or {@link #ALL_PRODUCTS}
     * @param from the first month, e.g. {@code 2026-01}
     * @param to the last month
     * @param outlookKg what they come to, in kilograms
     * @param lowKg four of five such ranges went from this
     * @param highKg to this
     * @param levelPct how many ranges in a hundred are to hold
     * @param origins how many such ranges are over
     * @param covered how many of those held
     * @param method how it was computed
     */
    record Row(
            String product,
            String from,
            String to,
            long outlookKg,
            long lowKg,
            long highKg,
            int levelPct,
            int origins,
            int covered,
            String method) {}

    /** Of {@code report}, a month report as it is written; empty where it has no outlook. */
    static Optional<OutlookTable> of(JsonNode report) {
        List<Row> rows = new ArrayList<>();
        add(rows, ALL_PRODUCTS, report.path("total"));
        report.path("products").forEach(product -> add(rows, product.path("id").asText(), product));
        if (rows.isEmpty()) {
            return Optional.empty();
        }
        boolean eventInBasis = StreamSupport.stream(report.path("notes").spliterator(), false)
                .anyMatch(note -> note.path("code").asText().equals("event-in-basis"));
        return Optional.of(new OutlookTable(
                report.path("period").asText(),
                eventInBasis,
                report.path("sample").asBoolean(),
                List.copyOf(rows)));
    }

    private static void add(List<Row> rows, String product, JsonNode figures) {
        // Of a part of the trade series.csv has no totals either, and a row would be taken for the whole.
        if (figures.has("scope")) {
            return;
        }
        JsonNode outlook = figures.at("/analysis/outlook");
        outlook.path("ranges")
                .forEach(range -> rows.add(new Row(
                        product,
                        range.path("from").asText(),
                        range.path("to").asText(),
                        range.path("netWeightKg").asLong(),
                        range.path("lowKg").asLong(),
                        range.path("highKg").asLong(),
                        outlook.path("levelPct").asInt(),
                        range.path("origins").asInt(),
                        range.path("covered").asInt(),
                        outlook.path("method").asText())));
    }

    /** {@code outlook.csv}. */
    byte[] csv() {
        StringBuilder csv = new StringBuilder(1 << 12);
        csv.append(String.join(",", COLUMNS)).append('\n');
        for (Row row : rows) {
            csv.append(asOf)
                    .append(',')
                    .append(CsvField.of(row.product()))
                    .append(',')
                    .append(row.from())
                    .append(',')
                    .append(row.to())
                    .append(',')
                    .append(row.outlookKg())
                    .append(',')
                    .append(row.lowKg())
                    .append(',')
                    .append(row.highKg())
                    .append(',')
                    .append(row.levelPct())
                    .append(',')
                    .append(row.origins())
                    .append(',')
                    .append(row.covered())
                    .append(',')
                    .append(row.method())
                    .append(',')
                    .append(eventInBasis)
                    .append(',')
                    .append(sample)
                    .append('\n');
        }
        return csv.toString().getBytes(StandardCharsets.UTF_8);
    }

    /** What whoever reads it must know. */
    String note() {
        return "An outlook, not trade: what the months after " + asOf
                + " come to if things run on as they did, the mean of"
                + " the last three, with the range in which four of five past ones lay. Nobody reported these figures"
                + (sample ? ", and they are computed from samples" : "")
                + (eventInBasis ? "; the three months lie around an event, see the report's notes" : "")
                + ". January and February, which the New Year moves between, are one sum; " + ALL_PRODUCTS
                + " is all products together.";
    }
}
