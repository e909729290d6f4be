package dev.customsfeed.publish.documents;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.customsfeed.ledger.feed.FeedDefinition;
import dev.customsfeed.publish.documents.json.Document;
import dev.customsfeed.publish.documents.json.RowAccess;
import dev.customsfeed.publish.documents.report.ReportJson;
import dev.customsfeed.publish.figures.feed.FeedData;
import dev.customsfeed.publish.figures.feed.FeedTrade;
import dev.customsfeed.publish.figures.report.Feeds;
import dev.customsfeed.publish.figures.report.MonthReport;
import dev.customsfeed.publish.figures.report.MonthReports;
import dev.customsfeed.publish.figures.report.Schemas;
import dev.customsfeed.publish.words.Languages;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.StreamSupport;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;

/** What is hidden in the 84 invented months of graphite is what their reports say. */
class GraphiteSampleTest {

    private static final Path BUCKET = Feeds.SAMPLE_BUCKET.resolveSibling("graphite");
    private static final ObjectMapper JSON = new ObjectMapper();
    private static final FeedDefinition GRAPHITE = Feeds.read("graphite", text("feeds/graphite.json"));
    private static final List<String> REPORTS_WITH_PRICES = List.of("2020-10", "2024-02", "2025-12");
    private static final Map<YearMonth, JsonNode> REPORTS = new TreeMap<>();
    private static final Map<String, Document> DOCUMENTS = new TreeMap<>();

    private static String text(String key) {
        try {
            return Files.readString(BUCKET.resolve(key));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static JsonNode hidden() throws IOException {
        return JSON.readTree(text("../graphite.expected.json")).get("hidden");
    }

    private static synchronized JsonNode report(String period) throws IOException {
        if (REPORTS.isEmpty()) {
            FeedData data = SampleFiles.of(BUCKET, GRAPHITE).data().with(SampleFiles.prices(BUCKET, GRAPHITE));
            MonthReports reports = MonthReports.of(data, FeedTrade.of(data));
            Set<YearMonth> needed = new HashSet<>();
            hidden().findValuesAsText("period").forEach(month -> needed.add(YearMonth.parse(month)));
            needed.add(YearMonth.of(2023, 6));
            for (int year = 2019; year <= 2025; year++) {
                needed.addAll(List.of(YearMonth.of(year, 2), YearMonth.of(year, 3)));
            }
            reports.bases().stream()
                    .filter(basis -> needed.contains(basis.period()))
                    .map(reports::report)
                    .forEach(report -> REPORTS.put(report.period(), json(report)));
        }
        return REPORTS.get(YearMonth.parse(period));
    }

    /** All that is published of the sample. */
    private static synchronized Map<String, Document> documents() {
        if (DOCUMENTS.isEmpty()) {
            FeedData data = SampleFiles.of(BUCKET, GRAPHITE).data().with(SampleFiles.prices(BUCKET, GRAPHITE));
            FeedDocuments.of(data, Optional.empty(), KnownDocuments.none(), RowAccess.none())
                    .forEach(document -> DOCUMENTS.put(document.path(), document));
        }
        return DOCUMENTS;
    }

    private static JsonNode json(String path) throws IOException {
        return JSON.readTree(Objects.requireNonNull(documents().get(path)).content());
    }

    private static JsonNode json(MonthReport report) {
        Document document = ReportJson.document(report, Languages.PUBLISHED);
        Schemas.check(document);
        try {
            return JSON.readTree(document.text());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static JsonNode trace(JsonNode report, String event) {
        return StreamSupport.stream(report.get("traces").spliterator(), false)
                .filter(trace -> trace.get("event").asText().equals(event))
                .findFirst()
                .orElseThrow();
    }

    @TestFactory
    List<DynamicTest> reports_say_what_is_hidden() throws IOException {
        List<DynamicTest> tests = new ArrayList<>();
        for (JsonNode one : hidden()) {
            tests.add(DynamicTest.dynamicTest(one.get("what").asText(), () -> {
                JsonNode report = report(one.get("period").asText());
                JsonNode said =
                        one.has("event") ? trace(report, one.get("event").asText()) : report;
                one.get("says").properties().forEach(expected -> {
                    JsonNode found = said.at(expected.getKey());
                    if (expected.getValue().isNumber()) {
                        assertThat(found.decimalValue())
                                .as(expected.getKey())
                                .isEqualByComparingTo(expected.getValue().decimalValue());
                    } else {
                        assertThat(found).as(expected.getKey()).isEqualTo(expected.getValue());
                    }
                });
            }));
        }
        return tests;
    }

    @Test
    void each_reading_of_an_event_and_of_a_deflection_occurs() throws IOException {
        assertThat(hidden().findValuesAsText("/study/reading"))
                .contains("untestable", "within-ordinary", "rush-and-payback", "rush", "fall");
        assertThat(hidden().findValuesAsText("/study/payment"))
                .containsExactlyInAnyOrder("brought-forward", "not-paid-back-so-far");
        assertThat(hidden().findValuesAsText("/deflection/reading"))
                .containsExactlyInAnyOrder("gain-beyond-ordinary", "within-ordinary");
        assertThat(hidden().findValuesAsText("event"))
                .as("what is hidden is told of each event")
                .hasSameElementsAs(GRAPHITE.events().stream()
                        .map(event -> event.plan().orElseThrow().id())
                        .toList());
    }

    @Test
    void of_the_private_price_there_is_no_more_than_direction_and_class_of_the_gap_and_lag() throws IOException {
        for (String period : REPORTS_WITH_PRICES) {
            assertThat(report(period).at("/products/0/price").fieldNames())
                    .toIterable()
                    .containsExactly("id", "name", "license", "comparison", "lag");
            assertThat(report(period).at("/products/1/price").fieldNames())
                    .toIterable()
                    .contains("monthAverage", "exTax", "rate", "inFeedCurrency", "gapPct");
        }
    }

    @Test
    void no_change_is_told_that_made_up_quantities_go_into() throws IOException {
        assertThat(report("2023-06").get("telling").findValuesAsText("id"))
                .contains("graphite/2023-06/flake/yoy", "graphite/2023-06/all/mom", "graphite/2023-06/all/value-yoy")
                .doesNotContain(
                        "graphite/2023-06/all/yoy",
                        "graphite/2023-06/all/unit-value-yoy",
                        "graphite/2023-06/artificial/yoy");
        assertThat(report("2025-12").get("telling").findValuesAsText("id"))
                .contains("graphite/2025-12/all/unit-value-yoy", "graphite/2025-12/artificial/yoy");
    }

    @Test
    void an_outlook_from_months_around_an_event_says_so() throws IOException {
        JsonNode february = report("2024-02").get("notes");
        assertThat(february.findValuesAsText("code")).containsOnlyOnce("event-in-basis");
        assertThat(february.findValuesAsText("subject")).contains("total.analysis.outlook");
        assertThat(february.findValuesAsText("en"))
                .contains(
                        "The outlook is the mean of three months that lie around an event: Announcement No. 39 of 2023 of"
                                + " the Ministry of Commerce and the General Administration of Customs.");
        assertThat(february.findValuesAsText("zh")).contains("展望所依据的三个月处于以下事件前后：商务部、海关总署公告2023年第39号。");
        assertThat(report("2025-12").get("notes").findValuesAsText("code")).doesNotContain("event-in-basis");
    }

    @Test
    void the_months_ahead_stand_in_a_table_of_their_own_that_the_data_package_describes() throws Exception {
        Map<String, Document> documents = documents();

        List<String> rows = Objects.requireNonNull(documents.get("outlook.csv"))
                .text()
                .lines()
                .toList();

        assertThat(rows.subList(1, rows.size()))
                .containsExactlyElementsOf(StreamSupport.stream(
                                JSON.readTree(text("../graphite.expected.json"))
                                        .get("outlook.csv")
                                        .spliterator(),
                                false)
                        .map(JsonNode::asText)
                        .toList());
        JsonNode resources = json("datapackage.json").get("resources");
        assertThat(resources.findValuesAsText("path")).containsExactly("series.csv", "series.json", "outlook.csv");
        JsonNode outlook = resources.get(2);
        assertThat(outlook.at("/schema/fields").findValuesAsText("name"))
                .isEqualTo(List.of(rows.get(0).split(",")));
        assertThat(outlook.get("hash").asText())
                .isEqualTo("md5:"
                        + Objects.requireNonNull(documents.get("outlook.csv")).md5());
        assertThat(outlook.get("description").asText())
                .startsWith("An outlook, not trade: what the months after 2025-12 come to")
                .contains("computed from samples")
                .doesNotContain("lie around an event");
    }

    @Test
    void nobody_who_adds_up_net_weights_of_the_series_counts_a_month_ahead() throws Exception {
        List<String> table = Objects.requireNonNull(documents().get("series.csv"))
                .text()
                .lines()
                .toList();
        List<String> ahead = Objects.requireNonNull(documents().get("outlook.csv"))
                .text()
                .lines()
                .toList();

        assertThat(table.stream().skip(1).map(row -> row.substring(0, 7)).max(String::compareTo))
                .contains("2025-12");
        assertThat(ahead.get(0).split(","))
                .as("no column is called as one of trade")
                .doesNotContain("month", "partner", "net_weight_kg", "value", "status", "source");
        JsonNode months = json("series.json").at("/dimension/month/category/index");
        assertThat(months.get(months.size() - 1).asText()).isEqualTo("2025-12");
    }

    @Test
    void an_item_and_json_stat_have_the_outlook_of_the_report() throws Exception {
        JsonNode report = report("2025-12");
        JsonNode item = json("feed.json").at("/items/0/_customs");
        assertThat(item.at("/total/outlook")).isEqualTo(withoutLast(report.get("total")));
        for (int i = 0; i < 3; i++) {
            assertThat(item.get("products").get(i).get("outlook"))
                    .isEqualTo(withoutLast(report.get("products").get(i)));
        }
        assertThat(StreamSupport.stream(json("feed.json").get("items").spliterator(), false)
                        .map(any -> any.get("_customs"))
                        .filter(any -> any.get("period").asText().equals("2024-02"))
                        .map(any -> any.at("/total/outlook/eventInBasis").asBoolean()))
                .containsExactly(true);
        JsonNode beside = json("series.json").at("/extension/outlook");
        assertThat(beside.get("asOf").asText()).isEqualTo("2025-12");
        assertThat(beside.get("ranges")).hasSize(8);
        assertThat(beside.get("ranges").get(0).get("product").asText()).isEqualTo("_T");
        assertThat(beside.get("ranges").get(0).get("outlookKg"))
                .isEqualTo(report.at("/total/analysis/outlook/ranges/0/netWeightKg"));
        Schemas.check(Objects.requireNonNull(documents().get("feed.json")));
    }

    @Test
    void a_month_with_fewer_than_36_behind_it_has_no_outlook_in_its_item() throws Exception {
        JsonNode page = json("feed.2021.json").get("items");
        for (JsonNode item : page) {
            assertThat(item.at("/_customs/total").has("outlook"))
                    .as(item.get("id").asText())
                    .isEqualTo(item.at("/_customs/period").asText().equals("2021-12"));
        }
    }

    private static JsonNode withoutLast(JsonNode figures) {
        ObjectNode outlook = figures.at("/analysis/outlook").deepCopy();
        outlook.remove("last");
        return outlook;
    }

    @Test
    void the_fortnight_after_the_new_year_dips_in_each_year() throws IOException {
        for (int year = 2019; year <= 2025; year++) {
            JsonNode february = report(year + "-02").get("total");
            JsonNode march = report(year + "-03").get("total");
            long marchKg = march.at("/month/netWeightKg").asLong();
            assertThat(february.at("/month/netWeightKg").asDouble() / marchKg)
                    .as("February to March " + year)
                    .isBetween(0.70, 1.00);
        }
    }
}
