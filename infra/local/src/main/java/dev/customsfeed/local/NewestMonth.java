package dev.customsfeed.local;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.io.IOException;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;

/** The newest month of each feed, as a table to read on a terminal. */
final class NewestMonth {

    private static final String ROW = "  %-28.28s %12s %9s %9s %9s %14s %9s";

    private NewestMonth() {}

    /** The lines of the tables of all feeds in a folder that looks like the feed bucket. */
    static List<String> tables(Path feeds) throws IOException {
        List<String> tables = new ArrayList<>();
        if (!Files.isDirectory(feeds)) {
            return tables;
        }
        try (Stream<Path> folders = Files.list(feeds)) {
            for (Path folder : folders.filter(folder -> Files.exists(folder.resolve("feed.json")))
                    .sorted()
                    .toList()) {
                Optional<Path> newest = newestReport(folder.resolve("reports"));
                if (newest.isPresent()) {
                    JsonNode feed = new JsonMapper()
                            .readTree(folder.resolve("feed.json").toFile());
                    tables.addAll(table(
                            feed.path("title").asText(),
                            new JsonMapper().readTree(newest.get().toFile())));
                }
            }
        }
        return tables;
    }

    private static Optional<Path> newestReport(Path reports) throws IOException {
        if (!Files.isDirectory(reports)) {
            return Optional.empty();
        }
        try (Stream<Path> files = Files.list(reports)) {
            List<Path> sorted = files.filter(file -> file.toString().endsWith(".json"))
                    .sorted()
                    .toList();
            return sorted.isEmpty() ? Optional.empty() : Optional.of(sorted.get(sorted.size() - 1));
        }
    }

    private static List<String> table(String title, JsonNode report) {
        List<String> lines = new ArrayList<>();
        lines.add("");
        lines.add(title + ", " + report.path("period").asText() + " ("
                + report.path("status").asText() + ")");
        lines.add(String.format(Locale.ROOT, ROW, "", "tonnes", "MoM %", "YoY %", "share %", "year to date", "YoY %"));
        for (JsonNode product : report.path("products")) {
            lines.add(row(product.path("name").path("en").asText(), product));
        }
        lines.add(row("Total", report.path("total")));
        return lines;
    }

    private static String row(String name, JsonNode figures) {
        JsonNode month = figures.path("month");
        JsonNode ytd = figures.path("ytd");
        return String.format(
                Locale.ROOT,
                ROW,
                name,
                tonnes(month),
                percent(month.path("momPct")),
                percent(month.path("yoyPct")),
                percent(figures.path("sharePct")),
                tonnes(ytd),
                percent(ytd.path("yoyPct")));
    }

    /** The weight; whether it is unknown or all of the span is missing, the value tells. */
    private static String tonnes(JsonNode span) {
        JsonNode kilograms = span.path("netWeightKg");
        String none = span.path("value").isNumber() ? "unknown" : "missing";
        return kilograms.isNumber()
                ? String.format(
                        Locale.ROOT,
                        "%,d",
                        kilograms
                                .decimalValue()
                                .movePointLeft(3)
                                .setScale(0, RoundingMode.HALF_UP)
                                .longValue())
                : none;
    }

    private static String percent(JsonNode percent) {
        if (percent.isMissingNode()) {
            return "";
        }
        return percent.isNumber()
                ? new BigDecimal(percent.asText())
                        .setScale(2, RoundingMode.HALF_UP)
                        .toPlainString()
                : "-";
    }
}
