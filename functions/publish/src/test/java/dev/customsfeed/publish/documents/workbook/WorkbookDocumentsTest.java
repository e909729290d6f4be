package dev.customsfeed.publish.documents.workbook;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import dev.customsfeed.publish.documents.FeedDocuments;
import dev.customsfeed.publish.documents.KnownDocuments;
import dev.customsfeed.publish.documents.SampleFiles;
import dev.customsfeed.publish.documents.json.Document;
import dev.customsfeed.publish.documents.json.RowAccess;
import dev.customsfeed.publish.documents.series.NewestMonths;
import dev.customsfeed.publish.documents.workbook.SheetWriter.Column;
import dev.customsfeed.publish.figures.report.Feeds;
import dev.customsfeed.publish.figures.report.TradeFiles;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.YearMonth;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.TreeMap;
import java.util.regex.Pattern;
import java.util.zip.ZipEntry;
import java.util.zip.ZipInputStream;
import org.dhatim.fastexcel.Workbook;
import org.junit.jupiter.api.Test;

/** What is in it is compared with the reports by {@code openpyxl}, in {@code infra/local/browser/clients}. */
class WorkbookDocumentsTest {

    private static Optional<Document> workbook(TradeFiles files) {
        return FeedDocuments.of(files.data(), Optional.empty(), KnownDocuments.none(), RowAccess.of(files.reader()))
                .stream()
                .filter(document -> document.path().equals("workbook.xlsx"))
                .findFirst();
    }

    private static Map<String, String> parts(Document workbook) throws IOException {
        Map<String, String> parts = new TreeMap<>();
        try (ZipInputStream zip = new ZipInputStream(new ByteArrayInputStream(workbook.content()))) {
            for (ZipEntry entry = zip.getNextEntry(); entry != null; entry = zip.getNextEntry()) {
                assertThat(entry.getTimeLocal()).isEqualTo(LocalDateTime.of(1980, 1, 1, 0, 0));
                parts.put(entry.getName(), new String(zip.readAllBytes(), StandardCharsets.UTF_8));
            }
        }
        return parts;
    }

    @Test
    void the_same_data_give_the_same_bytes_whenever_they_are_written() throws Exception {
        TradeFiles files = SampleFiles.all();
        Document first = workbook(files).orElseThrow();
        assertThat(workbook(files).orElseThrow().sha256()).isEqualTo(first.sha256());
        assertThat(parts(first).get("docProps/core.xml")).contains(">2026-01-01T00:00:");
    }

    @Test
    void it_has_a_sheet_for_each_of_what_analysts_go_on_with() throws IOException {
        assertThat(parts(workbook(SampleFiles.all()).orElseThrow()).get("xl/workbook.xml"))
                .containsSubsequence(
                        "\"Month\"",
                        "\"Products\"",
                        "\"Destinations\"",
                        "\"Regions\"",
                        "\"Series\"",
                        "\"Rows\"",
                        "\"Notes\"",
                        "\"Sources\"");
    }

    @Test
    void a_feed_without_any_month_has_none() {
        assertThat(workbook(new TradeFiles(Feeds.magnesium()))).isEmpty();
    }

    @Test
    void a_name_that_looks_like_a_formula_is_a_text() throws IOException {
        TradeFiles files = new TradeFiles(Feeds.magnesium())
                .naming("987", "=1+1")
                .put("incoming/gacc/flow=export/hs=8104/a.csv", "81041100 2025-12 987 1000 10");
        Map<String, String> parts = parts(workbook(files).orElseThrow());
        assertThat(parts.values()).noneMatch(part -> part.contains("<f>"));
        assertThat(String.join("", parts.values())).contains("=1+1");
    }

    private interface Sheets {

        void write(Workbook workbook) throws IOException;
    }

    private static String onlySheet(Sheets sheets) throws IOException {
        return Objects.requireNonNull(onlyWorkbook(sheets).get("xl/worksheets/sheet1.xml"));
    }

    private static Map<String, String> onlyWorkbook(Sheets sheets) throws IOException {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        try (Workbook workbook = new Workbook(out, "test", "1.0")) {
            sheets.write(workbook);
        }
        Path file = Files.createTempFile("sheet", ".xlsx");
        try {
            Files.write(file, out.toByteArray());
            Document same = Document.current("a.xlsx", "", SameBytes.of(file, Instant.EPOCH));
            return parts(same);
        } finally {
            Files.delete(file);
        }
    }

    @Test
    void a_note_on_every_country_there_is_gets_the_highest_row_that_a_sheet_has() throws IOException {
        String note = "Bosnia and Herzegovina, ".repeat(240);
        assertThat(onlySheet(workbook -> {
                    SheetWriter sheet = new SheetWriter(workbook, "Notes", List.of(Column.prose("Note", 90)));
                    sheet.row(JsonNodeFactory.instance.textNode(note));
                    sheet.finish();
                }))
                .contains("ht=\"409.5\"");
    }

    @Test
    void a_series_of_many_rows_has_its_newest_months_and_says_where_the_others_are() throws IOException {
        NewestMonths months = new NewestMonths(
                "month,net_weight_kg\n2025-12,2\n", List.of(YearMonth.of(2025, 9), YearMonth.of(2025, 11)));
        assertThat(texts(workbook -> WorkbookDocuments.series(workbook, months)))
                .endsWith("The months from 2025-09 to 2025-11 are in series.csv.");
        assertThat(texts(workbook -> WorkbookDocuments.series(
                        workbook, new NewestMonths(months.csv(), List.of(YearMonth.of(2025, 11))))))
                .endsWith("The month 2025-11 is in series.csv.");
    }

    @Test
    void a_series_that_has_room_says_nothing_more() throws IOException {
        assertThat(texts(workbook -> WorkbookDocuments.series(
                        workbook, new NewestMonths("month,net_weight_kg\n2025-12,2\n", List.of()))))
                .containsExactly("month", "net_weight_kg");
    }

    /** What the only sheet says in words. */
    private static List<String> texts(Sheets sheets) throws IOException {
        return Pattern.compile("<t[^>]*>([^<]*)<")
                .matcher(Objects.requireNonNull(onlyWorkbook(sheets).get("xl/sharedStrings.xml")))
                .results()
                .map(text -> text.group(1))
                .toList();
    }
}
