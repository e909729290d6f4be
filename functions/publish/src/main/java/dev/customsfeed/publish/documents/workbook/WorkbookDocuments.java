package dev.customsfeed.publish.documents.workbook;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.CsvRecord;
import dev.customsfeed.ledger.Flow;
import dev.customsfeed.ledger.feed.FeedDefinition;
import dev.customsfeed.publish.documents.json.Document;
import dev.customsfeed.publish.documents.json.FeedContent;
import dev.customsfeed.publish.documents.json.Output;
import dev.customsfeed.publish.documents.series.NewestMonths;
import dev.customsfeed.publish.documents.series.SeriesDocuments;
import dev.customsfeed.publish.documents.workbook.SheetWriter.Column;
import dev.customsfeed.publish.documents.workbook.SheetWriter.Format;
import dev.customsfeed.publish.words.SourceNames;
import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.zip.Deflater;
import org.dhatim.fastexcel.Workbook;

/**
 * {@code workbook.xlsx}: the newest month with its products, partners, regions, rows, notes and sources, and the series, a sheet each,
 * for those who go on in a spreadsheet. It says what the report, {@code series.csv} and the rows of the month say. A feed without any
 * month has none.
 */
public final class WorkbookDocuments implements Output {

    /** Of more, the document of the rows has all. */
    static final int MOST_ROWS = 100_000;

    /**
     * Of more, {@code series.csv} has all: a sheet is made anew with each publication, and would cost the more the longer the feed is.
     */
    private static final int MOST_OF_SERIES = 25_000;

    private static final String PATH = "workbook.xlsx";
    private static final String TYPE = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet";
    private static final String MONTH = "month";
    /** Of columns of CSV files, in characters, where they need more or less than others. */
    private static final Map<String, Integer> WIDTHS = Map.of(
            "file", 64, "version", 38, "line", 8, "partner_name", 24, "customs_regime_name", 36, "province_name", 20);

    private static final Set<String> WHOLE = Set.of("net_weight_kg", "value");
    private static final Set<String> DECIMAL =
            Set.of("line", "quantity", "supplementary_quantity", "net_weight_kg", "value");

    @Override
    public List<Document> of(FeedContent content, List<Document> before) {
        return content.newest()
                .map(report -> List.of(workbook(content, report, before)))
                .orElse(List.of());
    }

    private static Document workbook(FeedContent content, JsonNode report, List<Document> before) {
        try {
            Path file = Files.createTempFile("workbook", ".xlsx");
            try {
                try (OutputStream out = new BufferedOutputStream(Files.newOutputStream(file), 1 << 16)) {
                    write(content, report, before, out);
                }
                return Document.current(
                        PATH, TYPE, SameBytes.of(file, content.cube().updated().orElseThrow()));
            } finally {
                Files.delete(file);
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static void write(FeedContent content, JsonNode report, List<Document> before, OutputStream out)
            throws IOException {
        try (Workbook workbook = new Workbook(out, "customs-feed", "1.0")) {
            // It is compressed again once its clock is taken out; a million rows that were not compressed at all would
            // fill a function's disk.
            workbook.setCompressionLevel(Deflater.BEST_SPEED);
            month(workbook, content, report);
            products(workbook, report);
            partners(workbook, report);
            regions(workbook, report);
            series(workbook, SeriesDocuments.newest(content.cube(), MOST_OF_SERIES));
            rows(workbook, document(before, "rows/" + report.path("period").asText() + ".csv"));
            notes(workbook, report);
            sources(workbook, report);
        }
    }

    private static Optional<Document> document(List<Document> before, String path) {
        return before.stream().filter(document -> document.path().equals(path)).findFirst();
    }

    private static JsonNode text(String text) {
        return JsonNodeFactory.instance.textNode(text);
    }

    private static void month(Workbook workbook, FeedContent content, JsonNode report) throws IOException {
        FeedDefinition feed = content.data().definition();
        SheetWriter sheet = new SheetWriter(
                workbook, "Month", List.of(Column.text("What", 34), new Column("Figure", Format.DECIMAL, 44)));
        sheet.row(text("Feed"), text(feed.title().in("en")));
        sheet.figure(text("Month"), report.path("period"), Format.MONTH);
        sheet.row(text("Flow"), report.path("flow"));
        sheet.row(text("Reporter"), report.path("reporter"));
        sheet.row(text("Source"), text(SourceNames.of(feed.tradeFlow().source()).in("en")));
        sheet.row(text("Currency"), report.path("currency"));
        sheet.row(text("Status"), report.path("status"));
        sheet.row(text("Data"), text(feed.sample() ? "samples, not customs data" : "customs statistics"));
        JsonNode month = report.at("/total/month");
        sheet.row(text("Net weight, kg"), month.path("netWeightKg"));
        sheet.row(text("Value, " + feed.currency()), month.path("value"));
        sheet.row(text("Unit value, " + feed.currency() + "/t"), month.path("unitValuePerTonne"));
        sheet.figure(text("Net weight on the month before, %"), month.path("momPct"), Format.PERCENT);
        sheet.figure(text("Net weight on a year before, %"), month.path("yoyPct"), Format.PERCENT);
        JsonNode ytd = report.at("/total/ytd");
        sheet.row(text("Year to date: net weight, kg"), ytd.path("netWeightKg"));
        sheet.row(text("Year to date: value, " + feed.currency()), ytd.path("value"));
        sheet.figure(text("Year to date: net weight on a year before, %"), ytd.path("yoyPct"), Format.PERCENT);
        if (content.root().isPresent()) {
            sheet.row(text("Page"), text(content.root().get() + "/" + feed.id() + "/index.html"));
        }
        sheet.finish();
    }

    private static List<Column> figures(String currency, List<Column> first) {
        List<Column> columns = new ArrayList<>(first);
        columns.addAll(List.of(
                Column.whole("Net weight, kg"),
                Column.whole("Value, " + currency),
                Column.percent("Share, %"),
                Column.percent("MoM, %"),
                Column.percent("YoY, %"),
                Column.whole("YTD net weight, kg"),
                Column.whole("YTD value, " + currency),
                Column.percent("YTD YoY, %")));
        return columns;
    }

    private static void figures(SheetWriter sheet, JsonNode amounts, JsonNode of, JsonNode... first) {
        List<JsonNode> cells = new ArrayList<>(List.of(first));
        cells.addAll(List.of(
                amounts.path("netWeightKg"),
                amounts.path("value"),
                of.path("sharePct"),
                amounts.path("momPct"),
                amounts.path("yoyPct"),
                of.at("/ytd/netWeightKg"),
                of.at("/ytd/value"),
                of.at("/ytd/yoyPct")));
        sheet.row(cells.toArray(JsonNode[]::new));
    }

    private static void products(Workbook workbook, JsonNode report) throws IOException {
        String currency = report.path("currency").asText();
        SheetWriter sheet = new SheetWriter(
                workbook,
                "Products",
                figures(
                        currency,
                        List.of(
                                Column.text("Product", 28),
                                Column.text("产品", 20),
                                Column.text("Id", 16),
                                Column.text("HS", 20),
                                Column.whole("Unit value, " + currency + "/t"))));
        for (JsonNode product : report.path("products")) {
            List<String> codes = new ArrayList<>();
            product.path("hs").forEach(code -> codes.add(code.asText()));
            figures(
                    sheet,
                    product.path("month"),
                    product,
                    product.at("/name/en"),
                    product.at("/name/zh"),
                    product.path("id"),
                    text(String.join("+", codes)),
                    product.at("/month/unitValuePerTonne"));
        }
        JsonNode total = report.path("total");
        figures(
                sheet,
                total.path("month"),
                total,
                text("All products"),
                text("全部产品"),
                text("all"),
                text(""),
                total.at("/month/unitValuePerTonne"));
        sheet.finish();
    }

    private static void partners(Workbook workbook, JsonNode report) throws IOException {
        SheetWriter sheet = new SheetWriter(
                workbook,
                report.path("flow").asText().equals(Flow.IMPORT.id()) ? "Origins" : "Destinations",
                figures(
                        report.path("currency").asText(),
                        List.of(
                                Column.text("Product", 16),
                                Column.text("Partner", 24),
                                Column.text("伙伴", 16),
                                Column.text("Code", 8))));
        for (JsonNode product : withTotal(report)) {
            for (JsonNode partner : product.path("partners")) {
                figures(
                        sheet,
                        partner,
                        partner,
                        product.has("id") ? product.path("id") : text("all"),
                        partner.at("/name/en"),
                        partner.at("/name/zh"),
                        partner.path("iso2").isTextual() ? partner.path("iso2") : partner.at("/codes/0"));
            }
        }
        sheet.finish();
    }

    private static void regions(Workbook workbook, JsonNode report) throws IOException {
        SheetWriter sheet = new SheetWriter(
                workbook,
                "Regions",
                figures(
                        report.path("currency").asText(),
                        List.of(Column.text("Product", 16), Column.text("Scheme", 10), Column.text("Region", 24))));
        for (JsonNode product : withTotal(report)) {
            for (JsonNode region : product.path("regions")) {
                figures(
                        sheet,
                        region,
                        region,
                        product.has("id") ? product.path("id") : text("all"),
                        region.path("scheme"),
                        region.path("id"));
            }
        }
        sheet.finish();
    }

    /** The total first, then the products. */
    private static List<JsonNode> withTotal(JsonNode report) {
        List<JsonNode> all = new ArrayList<>();
        all.add(report.path("total"));
        report.path("products").forEach(all::add);
        return all;
    }

    /** The series; where it lacks months, with where they are. */
    static void series(Workbook workbook, NewestMonths months) throws IOException {
        try (CsvReader<CsvRecord> csv = CsvReader.builder().ofCsvRecord(months.csv())) {
            Iterator<CsvRecord> rows = csv.iterator();
            SheetWriter sheet = table(workbook, "Series", rows.next().getFields(), WHOLE, Format.WHOLE);
            boolean all = rows(sheet, rows, SheetWriter.MOST_ROWS - 1);
            if (!all) {
                sheet.sentence("There are more: see series.csv.");
            } else if (!months.older().isEmpty()) {
                sheet.sentence(elsewhere(months.older()));
            }
            sheet.finish();
        }
    }

    private static String elsewhere(List<YearMonth> older) {
        YearMonth first = older.get(0);
        YearMonth last = older.get(older.size() - 1);
        return first.equals(last)
                ? "The month " + first + " is in series.csv."
                : "The months from " + first + " to " + last + " are in series.csv.";
    }

    /** The rows behind the month; where they are not published, a sheet that says so. */
    private static void rows(Workbook workbook, Optional<Document> document) throws IOException {
        if (document.isEmpty()) {
            SheetWriter none = new SheetWriter(workbook, "Rows", List.of(Column.text("Note", 60)));
            none.sentence("Not published: see rows/index.json.");
            none.finish();
            return;
        }
        try (CsvReader<CsvRecord> csv = CsvReader.builder()
                .ofCsvRecord(new InputStreamReader(document.get().open(), StandardCharsets.UTF_8))) {
            Iterator<CsvRecord> rows = csv.iterator();
            SheetWriter sheet = table(workbook, "Rows", rows.next().getFields(), DECIMAL, Format.DECIMAL);
            if (!rows(sheet, rows, MOST_ROWS)) {
                sheet.sentence("There are more: see " + document.get().path() + ".");
            }
            sheet.finish();
        }
    }

    private static SheetWriter table(
            Workbook workbook, String name, List<String> head, Set<String> numbers, Format format) {
        return new SheetWriter(
                workbook,
                name,
                head.stream()
                        .map(column -> new Column(
                                column,
                                numbers.contains(column) ? format : column.equals(MONTH) ? Format.MONTH : Format.TEXT,
                                WIDTHS.getOrDefault(column, 16)))
                        .toList());
    }

    /** Writes {@code most} rows at most; whether these were all. */
    private static boolean rows(SheetWriter sheet, Iterator<CsvRecord> rows, int most) {
        for (int left = most; left > 0 && rows.hasNext(); left--) {
            sheet.csv(rows.next().getFields());
        }
        return !rows.hasNext();
    }

    private static void notes(Workbook workbook, JsonNode report) throws IOException {
        SheetWriter sheet = new SheetWriter(
                workbook,
                "Notes",
                List.of(
                        Column.text("Of", 16),
                        Column.text("Code", 20),
                        Column.prose("Note", 90),
                        Column.prose("说明", 90)));
        for (JsonNode note : report.path("notes")) {
            sheet.row(text("report"), note.path("code"), note.at("/text/en"), note.at("/text/zh"));
        }
        for (JsonNode product : report.path("products")) {
            for (JsonNode note : product.path("notes")) {
                sheet.row(product.path("id"), note.path("code"), note.at("/text/en"), note.at("/text/zh"));
            }
        }
        sheet.finish();
    }

    private static void sources(Workbook workbook, JsonNode report) throws IOException {
        SheetWriter sheet = new SheetWriter(
                workbook,
                "Sources",
                List.of(Column.text("File", 70), Column.text("Version", 40), Column.text("SHA-256", 70)));
        for (JsonNode file : report.path("files")) {
            sheet.row(file.path("key"), file.path("version"), file.path("sha256"));
        }
        sheet.finish();
    }
}
