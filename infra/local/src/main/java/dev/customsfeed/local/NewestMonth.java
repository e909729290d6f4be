package dev.customsfeed.local;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.io.IOException;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;

/** The newest month of each feed, as a table to read on a terminal. */
final class NewestMonth {

    private static final String ROW = "  %-28.28s %12s %9s %9s %9s %14s %9s%n";

    private NewestMonth() {}

    /** The tables of all feeds in a folder that looks like the feed bucket. */
    static String tables(Path feeds) throws IOException {
        StringBuilder tables = new StringBuilder();
        try (Stream<Path> folders = Files.list(feeds)) {
            for (Path folder : folders.filter(folder -> Files.exists(folder.resolve("feed.json")))
                    .sorted()
                    .toList()) {
                Optional<Path> newest = newestReport(folder.resolve("reports"));
                if (newest.isPresent()) {
                    JsonNode feed = new JsonMapper()
                            .readTree(folder.resolve("feed.json").toFile());
                    tables.append(table(
                            feed.path("title").asText(),
                            new JsonMapper().readTree(newest.get().toFile())));
                }
            }
        }
        return tables.toString();
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

    private static String table(String title, JsonNode report) {
        StringBuilder table = new StringBuilder();
        table.append(String.format(
                Locale.ROOT,
                "%n%s, %s (%s)%n",
                title,
                report.path("period").asText(),
                report.path("status").asText()));
        table.append(
                String.format(Locale.ROOT, ROW, "", "tonnes", "MoM %", "YoY %", "share %", "year to date", "YoY %"));
        for (JsonNode product : report.path("products")) {
            table.append(row(product.path("name").path("en").asText(), product));
        }
        table.append(row("Total", report.path("total")));
        return table.toString();
    }

    private static String row(String name, JsonNode figures) {
        JsonNode month = figures.path("month");
        JsonNode ytd = figures.path("ytd");
        return String.format(
                Locale.ROOT,
                ROW,
                name,
                tonnes(month.path("netWeightKg")),
                percent(month.path("momPct")),
                percent(month.path("yoyPct")),
                percent(figures.path("sharePct")),
                tonnes(ytd.path("netWeightKg")),
                percent(ytd.path("yoyPct")));
    }

    private static String tonnes(JsonNode kilograms) {
        return kilograms.isNumber()
                ? String.format(
                        Locale.ROOT,
                        "%,d",
                        kilograms
                                .decimalValue()
                                .movePointLeft(3)
                                .setScale(0, RoundingMode.HALF_UP)
                                .longValue())
                : "missing";
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
