package dev.customsfeed.publish.documents.rows;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import dev.customsfeed.ledger.CustomsRecord;
import dev.customsfeed.ledger.Flow;
import dev.customsfeed.ledger.TradeFlow;
import dev.customsfeed.ledger.Valuation;
import dev.customsfeed.ledger.feed.FeedDefinition;
import dev.customsfeed.publish.documents.FeedDocuments;
import dev.customsfeed.publish.documents.KnownDocuments;
import dev.customsfeed.publish.documents.json.Document;
import dev.customsfeed.publish.documents.json.RowAccess;
import dev.customsfeed.publish.figures.feed.FeedData;
import dev.customsfeed.publish.figures.feed.FeedTrade;
import dev.customsfeed.publish.figures.feed.TradeCube;
import dev.customsfeed.publish.figures.report.AnyTradeFiles;
import dev.customsfeed.publish.figures.report.Feeds;
import dev.customsfeed.publish.figures.report.Schemas;
import dev.customsfeed.publish.figures.report.TradeFiles;
import dev.customsfeed.publish.figures.rows.MonthRows;
import dev.customsfeed.publish.figures.rows.RowReader;
import dev.customsfeed.sources.Sources;
import dev.customsfeed.sources.layout.Source;
import java.io.IOException;
import java.io.InputStream;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.nio.charset.StandardCharsets;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.TreeMap;
import java.util.concurrent.atomic.AtomicLong;
import java.util.stream.LongStream;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Example;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;

class RowsDocumentsTest {

    private static final JsonMapper JSON = new JsonMapper();
    private static final String ALL = "incoming/gacc/flow=export/hs=8104/";
    private static final int PARTNER_CODE = RowsCsv.COLUMNS.indexOf("partner_code");

    private static Map<String, Document> documents(FeedData data, RowAccess rows) {
        Map<String, Document> documents = new TreeMap<>();
        FeedDocuments.of(data, Optional.empty(), KnownDocuments.none(), rows)
                .forEach(document -> documents.put(document.path(), document));
        return documents;
    }

    private static TradeCube cube(FeedData data) {
        return TradeCube.of(data, FeedTrade.of(data));
    }

    private static JsonNode json(Document document) throws IOException {
        Schemas.check(document);
        return JSON.readTree(document.content());
    }

    private static FeedData keepingBack(FeedData data) {
        return Feeds.saying(data, data.definition().sample(), false);
    }

    private static TradeFiles twoMonths() {
        return new TradeFiles(Feeds.magnesium())
                .put(ALL + "a.csv", "81041100 2025-11 111 1000.5 10")
                .put(ALL + "b.csv", "81041100 2025-12 111 2000.125 20.5", "81041100 2025-12 502 - 3");
    }

    @Example
    void a_row_says_where_it_stands_and_what_it_says_exactly() throws IOException {
        TradeFiles files = twoMonths();
        Map<String, Document> documents = documents(files.data(), RowAccess.of(files.reader()));
        assertThat(documents.get("rows/2025-12.csv").text())
                .isEqualTo(String.join(",", RowsCsv.COLUMNS) + "\n"
                        + ALL + "b.csv,v002,2,ingot,81041100,CN,IN,111,India,,,,,,,,,,2000.125,false,20.5,FOB\n"
                        + ALL + "b.csv,v002,3,ingot,81041100,CN,US,502,United States,,,,,,,,,,,,3,FOB\n");
        JsonNode index = json(documents.get("rows/index.json"));
        assertThat(index.get("withheld").isNull()).isTrue();
        JsonNode month = index.at("/months/0");
        assertThat(month.get("month").asText()).isEqualTo("2025-12");
        assertThat(month.get("report").asText())
                .isEqualTo(documents.get("reports/2025-12.json").archivePath());
        assertThat(month.at("/total/netWeightKg").isNull())
                .as("a row does not report it")
                .isTrue();
        assertThat(index.at("/months/1/products/0/netWeightKg").asText()).isEqualTo("1000.5");
    }

    /** Rows that were stored before they said it are such. */
    @Example
    void a_row_that_is_silent_on_what_its_value_includes_says_what_those_of_the_source_do() {
        TradeFiles files = twoMonths();
        RowReader reader = (series, month, file) -> files.reader()
                .rows(series, month, file)
                .map(row -> row.partner().equals("502") ? row.withValuation(Valuation.CIF) : row);
        assertThat(documents(files.data(), RowAccess.of(reader))
                        .get("rows/2025-12.csv")
                        .text()
                        .lines()
                        .skip(1))
                .satisfiesExactly(silent -> assertThat(silent).endsWith(",20.5,FOB"), said -> assertThat(said)
                        .endsWith(",3,CIF"));
    }

    /** A file without the column of what its key limits it to: its figures count under that code, and so do its rows. */
    @Example
    void rows_of_a_part_have_the_code_that_only_its_key_tells() {
        TradeFiles ofPartner =
                new TradeFiles(Feeds.magnesium()).put(ALL + "partner=116/a.csv", "81041100 2025-12 116 1 2");
        RowReader silent = (series, month, file) ->
                ofPartner.reader().rows(series, month, file).map(row -> row.withPartner(""));
        assertThat(column("partner_code", documents(ofPartner.data(), RowAccess.of(silent))))
                .containsExactly("116");

        TradeFiles ofProvince =
                new TradeFiles(Feeds.magnesium()).put(ALL + "province=44/a.csv", "81041100 2025-12 116 1 2");
        assertThat(column("province", documents(ofProvince.data(), RowAccess.of(ofProvince.reader()))))
                .containsExactly("44");
    }

    private static List<String> column(String name, Map<String, Document> documents) {
        return Objects.requireNonNull(documents.get("rows/2025-12.csv"))
                .text()
                .lines()
                .skip(1)
                .map(row -> row.split(",", -1)[RowsCsv.COLUMNS.indexOf(name)])
                .toList();
    }

    @Example
    void a_document_that_is_not_held_is_what_is_said_of_it() {
        TradeFiles files = twoMonths();
        Document streamed =
                documents(files.data(), RowAccess.of(files.reader())).get("rows/2025-12.csv");
        Document held = Document.current("x.csv", "text/csv", streamed.content());
        assertThat(streamed.length()).isEqualTo(held.length());
        assertThat(streamed.md5()).isEqualTo(held.md5());
        assertThat(streamed.sha256()).isEqualTo(held.sha256());
        assertThat(streamed.held()).isZero();
    }

    @Example
    void rows_of_a_month_that_was_made_of_the_same_are_not_read_again() {
        TradeFiles files = twoMonths();
        Map<String, Document> before = documents(files.data(), RowAccess.of(files.reader()));
        files.put(ALL + "c.csv", "81041100 2025-12 304 9 9");
        List<YearMonth> read = new ArrayList<>();
        RowReader reader = (series, month, file) -> {
            read.add(month);
            return files.reader().rows(series, month, file);
        };
        RowAccess access = new RowAccess(
                reader,
                RowsIndex.read(before.get("rows/index.json").content()),
                RowAccess.none().together());
        Map<String, Document> after = documents(files.data(), access);
        assertThat(read).containsOnly(YearMonth.of(2025, 12));
        assertThat(after.get("rows/2025-12.csv").text()).contains("c.csv").doesNotContain("b.csv");
        assertThat(after.get("rows/index.json").text())
                .as("what is known makes no difference")
                .isEqualTo(documents(files.data(), RowAccess.of(files.reader()))
                        .get("rows/index.json")
                        .text());
        assertThat(RowsIndex.read("nonsense".getBytes(StandardCharsets.UTF_8))).isEmpty();
    }

    @Example
    void rows_of_a_source_whose_terms_forbid_it_are_never_published() throws IOException {
        TradeFiles files = new TradeFiles(Feeds.comtrade())
                .put("incoming/comtrade/hs=8104/a.csv", "DE/810411 2024-12 156 1000 10");
        RowReader reader = (series, month, file) -> {
            throw new AssertionError("nobody may read them");
        };
        for (FeedData data : List.of(files.data(), keepingBack(files.data()))) {
            Map<String, Document> documents = documents(data, RowAccess.of(reader));
            assertThat(documents.keySet()).noneMatch(path -> path.startsWith("rows/") && path.endsWith(".csv"));
            JsonNode index = json(documents.get("rows/index.json"));
            assertThat(index.get("withheld").asText()).isEqualTo("terms");
            assertThat(index.at("/months/0/withheld").asText()).isEqualTo("terms");
            assertThat(index.at("/months/0/total/netWeightKg").asText())
                    .as("the figure is no row")
                    .isEqualTo("1000");
        }
    }

    @Example
    void the_terms_of_each_source_are_heeded() {
        assertThat(Sources.ALL)
                .filteredOn(source -> !source.rowsMayBePublished())
                .extracting(Source::id)
                .as("README, what to upload: terms")
                .containsExactly("comtrade");
        for (Source source : Sources.ALL) {
            FeedDefinition feed = Feeds.metals();
            FeedData data = new FeedData(
                    new FeedDefinition(
                            feed.id(),
                            feed.title(),
                            source.rules(),
                            new TradeFlow(source.id(), source.soleReporter().orElse("DE"), Flow.EXPORT),
                            source.currencies().first(),
                            false,
                            feed.products(),
                            List.of(),
                            List.of(),
                            List.of(),
                            true),
                    twoMonths().data().definitionFile(),
                    twoMonths().data().uploads(),
                    Map.of());
            assertThat(RowsDocuments.withheld(data).isEmpty()).isEqualTo(source.rowsMayBePublished());
        }
    }

    @Example
    void a_definition_can_keep_rows_back() throws IOException {
        Map<String, Document> documents = documents(
                keepingBack(twoMonths().data()), RowAccess.of(twoMonths().reader()));
        assertThat(documents).doesNotContainKeys("rows/2025-12.csv", "rows/2025-11.csv");
        assertThat(json(documents.get("rows/index.json")).get("withheld").asText())
                .isEqualTo("definition");
    }

    @Example
    void rows_that_are_not_those_of_the_figures_are_not_published() throws IOException {
        TradeFiles files = twoMonths();
        RowReader oneLost = (series, month, file) -> files.reader()
                .rows(series, month, file)
                .filter(row -> !row.partner().equals("502"));
        Map<String, Document> documents = documents(files.data(), RowAccess.of(oneLost));
        assertThat(documents).containsKey("rows/2025-11.csv").doesNotContainKey("rows/2025-12.csv");
        JsonNode index = json(documents.get("rows/index.json"));
        assertThat(index.at("/months/0/withheld").asText()).isEqualTo("rows-missing");
        assertThat(index.at("/months/1/withheld").isNull()).isTrue();
    }

    @Example
    void of_very_many_rows_those_of_the_newest_months_are_published() throws IOException {
        TradeFiles files = twoMonths();
        Map<String, Document> before = documents(files.data(), RowAccess.of(files.reader()));
        RowsDocuments two = new RowsDocuments(2);
        List<Document> documents = two.of(
                files.data(),
                cube(files.data()),
                Optional.empty(),
                RowAccess.of(files.reader()),
                List.copyOf(before.values()));
        assertThat(documents).extracting(Document::path).containsExactly("rows/2025-12.csv", "rows/index.json");
        assertThat(json(documents.get(1)).at("/months/1/withheld").asText()).isEqualTo("too-many-rows");
    }

    @Example
    void a_month_of_very_many_rows_is_never_held() throws IOException {
        TradeFiles files = twoMonths();
        AtomicLong made = new AtomicLong();
        long many = 3_000_000;
        RowReader reader = (series, month, file) -> {
            CustomsRecord row =
                    files.reader().rows(series, month, file).findFirst().orElseThrow();
            return LongStream.range(0, many).mapToObj(i -> {
                made.incrementAndGet();
                return row;
            });
        };
        List<MonthRows> months = MonthRows.of(files.data(), cube(files.data()));
        try (InputStream csv = RowsCsv.open(months.get(0), reader, row -> {})) {
            csv.readNBytes(100_000);
        }
        assertThat(made.get()).isBetween(500L, 5_000L);
    }

    @Property(tries = 100)
    void rows_add_up_to_the_figures_whatever_was_uploaded(@ForAll("files") TradeFiles files) throws IOException {
        Map<String, Document> documents = documents(files.data(), RowAccess.of(files.reader()));
        for (JsonNode month : documents.containsKey("rows/index.json")
                ? json(documents.get("rows/index.json")).get("months")
                : JSON.createArrayNode()) {
            assertThat(month.get("withheld").isNull()).isTrue();
            Map<String, BigDecimal> values = new TreeMap<>();
            Map<String, BigDecimal> weights = new TreeMap<>();
            Map<String, BigDecimal> partners = new TreeMap<>();
            documents.get(month.get("document").asText()).text().lines().skip(1).forEach(line -> {
                List<String> fields = List.of(line.split(",", -1));
                String product = fields.get(RowsCsv.COLUMNS.indexOf("product"));
                BigDecimal value = new BigDecimal(fields.get(RowsCsv.COLUMNS.indexOf("value")));
                values.merge(product, value, BigDecimal::add);
                partners.merge(product + " " + fields.get(RowsCsv.COLUMNS.indexOf("partner")), value, BigDecimal::add);
                String weight = fields.get(RowsCsv.COLUMNS.indexOf("net_weight_kg"));
                if (!weight.isEmpty()) {
                    weights.merge(product, new BigDecimal(weight), BigDecimal::add);
                }
                assertThat(fields.get(PARTNER_CODE)).matches("[0-9]{3}");
            });
            JsonNode report = JSON.readTree(documents
                    .get("reports/" + month.get("month").asText() + ".json")
                    .content());
            for (JsonNode product : report.get("products")) {
                String id = product.get("id").asText();
                JsonNode figures = product.get("month");
                if (!figures.get("value").isNull()) {
                    assertThat(rounded(values.getOrDefault(id, BigDecimal.ZERO)))
                            .isEqualTo(figures.get("value").asLong());
                } else {
                    assertThat(values).doesNotContainKey(id);
                }
                if (!figures.get("netWeightKg").isNull()) {
                    assertThat(rounded(weights.getOrDefault(id, BigDecimal.ZERO)))
                            .isEqualTo(figures.get("netWeightKg").asLong());
                }
                for (JsonNode partner : product.get("partners")) {
                    if (!partner.get("value").isNull()) {
                        assertThat(rounded(partners.getOrDefault(id + " " + partnerId(partner), BigDecimal.ZERO)))
                                .isEqualTo(partner.get("value").asLong());
                    }
                }
            }
        }
    }

    private static String partnerId(JsonNode partner) {
        return partner.path("iso2").isTextual()
                ? partner.get("iso2").asText()
                : partner.at("/codes/0").asText();
    }

    private static long rounded(BigDecimal exact) {
        return exact.setScale(0, RoundingMode.HALF_UP).longValueExact();
    }

    @Provide
    Arbitrary<TradeFiles> files() {
        return AnyTradeFiles.of(6, 12);
    }
}
