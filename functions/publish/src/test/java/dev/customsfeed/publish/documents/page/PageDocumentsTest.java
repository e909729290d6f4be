package dev.customsfeed.publish.documents.page;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.customsfeed.ledger.Totals;
import dev.customsfeed.publish.bench.TenYears;
import dev.customsfeed.publish.documents.FeedDocuments;
import dev.customsfeed.publish.documents.KnownDocuments;
import dev.customsfeed.publish.documents.SampleFiles;
import dev.customsfeed.publish.documents.json.Document;
import dev.customsfeed.publish.documents.json.Kept;
import dev.customsfeed.publish.documents.json.RowAccess;
import dev.customsfeed.publish.figures.feed.FeedData;
import dev.customsfeed.publish.figures.feed.FeedTrade;
import dev.customsfeed.publish.figures.feed.TradeCube;
import dev.customsfeed.publish.figures.report.Feeds;
import dev.customsfeed.publish.figures.report.TradeFiles;
import dev.customsfeed.publish.words.Languages;
import dev.customsfeed.publish.words.language.Language;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.zip.GZIPOutputStream;
import org.junit.jupiter.api.Test;

class PageDocumentsTest {

    private static final JsonMapper JSON = new JsonMapper();
    private static final Kept NOTHING = (name, madeOf, bytes, make) -> make.get();
    private static final List<String> SUMS = List.of(
            "/ytd/netWeightKg",
            "/ytd/value",
            "/ytd/unitValuePerTonne",
            "/twelveMonths/netWeightKg",
            "/twelveMonths/value",
            "/twelveMonths/unitValuePerTonne",
            "/netWeightSharePct",
            "/valueSharePct");

    private static Map<String, Document> documents(TradeFiles files) {
        Map<String, Document> byPath = new TreeMap<>();
        FeedDocuments.of(files.data(), Optional.empty(), KnownDocuments.none(), RowAccess.none())
                .forEach(document -> byPath.put(document.path(), document));
        return byPath;
    }

    private static JsonNode json(Document document) {
        try {
            return JSON.readTree(document.content());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static JsonNode overview(TradeFiles files) {
        return json(documents(files).get("page/overview.json"));
    }

    private static JsonNode course(Map<String, Document> documents, JsonNode product) {
        return json(documents.get(product.path("course").asText()));
    }

    /** Where the overview has a part, and what the part's documents call those that are like it. */
    private record Place(String kind, int file) {}

    private static Place place(JsonNode overview, String id) {
        Map<String, JsonNode> lists = new TreeMap<>();
        overview.path("dimensions").properties().forEach(one -> lists.put(one.getKey(), one.getValue()));
        lists.put("destinations", overview.path("destinations"));
        lists.put(Destinations.REGIONS, overview.path("regions"));
        for (Map.Entry<String, JsonNode> list : lists.entrySet()) {
            for (JsonNode one : list.getValue()) {
                if (one.path("id").asText().equals(id)) {
                    return new Place(
                            list.getKey().equals(Destinations.REGIONS) ? "destinations" : list.getKey(),
                            one.path("file").asInt());
                }
            }
        }
        throw new AssertionError("no " + id + " in the overview");
    }

    /** The amounts of a destination, a region, a customs regime or a province. */
    private static JsonNode part(Map<String, Document> documents, JsonNode overview, String id) {
        Place place = place(overview, id);
        return json(documents.get(overview.path("partFiles").get(place.file()).asText()))
                .path(place.kind())
                .path(id);
    }

    /** Its sums and shares in each of the feed's months: of a year without trade, what the course says of parts without trade. */
    private static JsonNode sums(Map<String, Document> documents, JsonNode overview, String id) {
        Place place = place(overview, id);
        Map<String, JsonNode> years = new TreeMap<>();
        overview.path("sumFiles")
                .get(place.file())
                .properties()
                .forEach(year -> years.put(
                        year.getKey(), json(documents.get(year.getValue().asText()))));
        Map<String, JsonNode> wholes = new TreeMap<>(Map.of(Courses.ALL, overview.path("total")));
        overview.path("products").forEach(one -> wholes.put(one.path("id").asText(), one));
        ObjectNode sums = JSON.createObjectNode();
        part(documents, overview, id).fieldNames().forEachRemaining(product -> {
            JsonNode none = course(documents, wholes.get(product)).path("none");
            for (String field : SUMS) {
                ArrayNode list = JSON.createArrayNode();
                List<String> months = overview.path("months").findValuesAsText("period");
                for (int at = 0; at < months.size(); at++) {
                    JsonNode year = years.getOrDefault(months.get(at).substring(0, 4), JSON.missingNode());
                    JsonNode own = year.path(place.kind()).path(id).path(product);
                    JsonNode figure = own.isMissingNode()
                            ? none.at(field).get(at)
                            : own.at(field).get(texts(year.path("months")).indexOf(months.get(at)));
                    list.add(Objects.requireNonNull(figure));
                }
                int slash = field.lastIndexOf('/');
                sums.withObject("/" + product + field.substring(0, slash)).set(field.substring(slash + 1), list);
            }
        });
        return sums;
    }

    private static List<String> texts(JsonNode list) {
        List<String> texts = new ArrayList<>();
        list.forEach(one -> texts.add(one.asText()));
        return texts;
    }

    private static TradeFiles metals() {
        return new TradeFiles(Feeds.metals())
                .put(
                        "incoming/hs=1000+2000/october.csv",
                        "10000001 2025-10 111 1000 2500",
                        "20000001 2025-10 116 10 20")
                .put("incoming/hs=1000/december.csv", "10000001 2025-12 111 300 700");
    }

    @Test
    void months_that_nobody_has_are_there_without_figures_and_without_a_report() {
        JsonNode overview = overview(metals());

        assertThat(overview.path("months").findValuesAsText("period")).containsExactly("2025-10", "2025-11", "2025-12");
        assertThat(overview.path("months").get(1).has("report")).isFalse();
        assertThat(texts(overview.path("products").get(0).path("netWeightKg"))).containsExactly("1000", "null", "300");
        assertThat(texts(overview.path("products").get(1).path("value"))).containsExactly("20", "null", "null");
        assertThat(texts(overview.path("total").path("netWeightKg")))
                .as("known where every product is")
                .containsExactly("1010", "null", "null");
    }

    @Test
    void months_of_which_a_part_is_known_say_which_and_are_told_from_whole_ones() {
        TradeFiles parts = new TradeFiles(Feeds.metals())
                .put("incoming/gacc/flow=export/hs=1000+2000/a.csv", "10000001 2025-10 111 1000 2500")
                .put(
                        "incoming/gacc/flow=export/hs=1000+2000/partner=116+309/b.csv",
                        "10000001 2025-11 116 1000 2500",
                        "20000001 2025-11 309 500 2500");
        JsonNode overview = overview(parts);
        assertThat(texts(overview.path("total").path("coverage"))).containsExactly("null", "0");
        assertThat(overview.path("coverages").get(0).path("en").asText())
                .isEqualTo("exports to Japan and the Netherlands alone");
        assertThat(overview.path("coverages").get(0).path("part").asBoolean()).isTrue();
        assertThat(texts(overview.path("total").path("netWeightKg"))).containsExactly("1000", "1500");
        Map<String, Document> documents = documents(parts);
        JsonNode course = course(documents, overview.path("total"));
        for (JsonNode partner : course.path("partners")) {
            assertThat(texts(partner.path("netWeightKg")).get(1))
                    .as(partner.path("id").asText())
                    .isEqualTo(
                            switch (partner.path("id").asText()) {
                                case "JP" -> "1000";
                                case "NL" -> "500";
                                default -> "null";
                            });
            assertThat(texts(partner.path("netWeightSharePct")).get(1)).isEqualTo("null");
        }
        assertThat(texts(course.path("netWeightKg").path("momPct")))
                .as("a part is not held against the whole")
                .containsExactly("null", "null");
        assertThat(overview(metals()).has("coverages")).isFalse();
    }

    /** Bars from one province each month, rods from all, then both from all. */
    private static TradeFiles ofUnlikeCoverage() {
        String folder = "incoming/gacc/flow=export/hs=";
        return new TradeFiles(Feeds.metals())
                .put(folder + "1000/province=44/a.csv", "10000001 2025-01 111 1000 2500")
                .put(folder + "1000/province=31/b.csv", "10000001 2025-02 111 500 1500")
                .put(folder + "2000/c.csv", "20000001 2025-01 111 40 100", "20000001 2025-02 111 60 100")
                .put(folder + "1000+2000/d.csv", "10000001 2025-03 111 3000 2500", "20000001 2025-03 111 70 100");
    }

    @Test
    void products_of_unlike_coverage_are_not_added_up_with_any_partner_either() {
        Map<String, Document> documents = documents(ofUnlikeCoverage());
        JsonNode overview = json(documents.get("page/overview.json"));

        assertThat(texts(overview.path("total").path("netWeightKg"))).containsExactly("null", "null", "3070");
        JsonNode india = part(documents, overview, "IN");
        assertThat(weights(india, Courses.ALL)).containsExactly("null", "null", "3070");
        assertThat(weights(india, "bar")).containsExactly("1000", "500", "3000");
        assertThat(texts(course(documents, overview.path("total"))
                        .path("partners")
                        .get(0)
                        .path("netWeightKg")))
                .containsExactly("null", "null", "3070");
        JsonNode sums = sums(documents, overview, "IN");
        assertThat(texts(sums.path(Courses.ALL).path("ytd").path("netWeightKg")))
                .containsOnly("null");
        assertThat(texts(sums.path("bar").path("ytd").path("netWeightKg"))).containsExactly("1000", "null", "null");
        assertThat(texts(sums.path("rod").path("ytd").path("netWeightKg"))).containsExactly("40", "100", "170");
    }

    @Test
    void months_of_products_of_unlike_coverage_are_in_no_sum_whatever_is_known_of_a_part() {
        FeedData data = ofUnlikeCoverage().data();
        TradeCube cube = TradeCube.of(data, FeedTrade.of(data));
        List<Optional<Totals>> known = List.of(
                Optional.of(Totals.ofWhole(1, 1, 1)),
                Optional.of(Totals.ofWhole(1, 2, 2)),
                Optional.of(Totals.ofWhole(1, 4, 4)));

        PartDocuments.OfParts documents = new PartDocuments(cube, new Unpriced(Map.of()), NOTHING)
                .documents("destinations", "I", Map.of("IN", Map.of(Courses.ALL, known, "rod", known)));

        JsonNode india = json(documents.sums().get(2025)).path("destinations").path("IN");
        assertThat(texts(india.path(Courses.ALL).path("ytd").path("value"))).containsOnly("null");
        assertThat(texts(india.path("rod").path("ytd").path("value"))).containsExactly("1", "3", "7");
    }

    @Test
    void who_never_had_trade_in_a_product_is_left_out_of_it_unless_that_is_not_known_of_each_month() {
        String folder = "incoming/gacc/flow=export/hs=1000+2000/";
        Map<String, Document> documents = documents(new TradeFiles(Feeds.metals())
                .put(
                        folder + "a.csv",
                        "10000001 2025-10 111 1000 2500",
                        "10000001 2025-10 116 800 2500",
                        "20000001 2025-10 309 500 2500")
                .put(folder + "partner=116/b.csv", "10000001 2025-11 116 700 2500"));
        JsonNode overview = json(documents.get("page/overview.json"));

        assertThat(part(documents, overview, "JP").has("rod"))
                .as("known in both months")
                .isFalse();
        assertThat(weights(part(documents, overview, "IN"), "rod")).containsExactly("0", "null");
        assertThat(weights(part(documents, overview, "asia"), "rod")).containsExactly("0", "null");
        assertThat(weights(part(documents, overview, "NL"), "bar")).containsExactly("0", "null");
    }

    @Test
    void where_the_report_has_no_unit_value_of_a_month_neither_has_the_page_nor_sums_with_that_month() {
        FeedData data = new TradeFiles(Feeds.metals())
                .put("incoming/hs=1000/a.csv", "10000001 2025-01 111 100 200", "10000001 2025-02 111 100 300")
                .put("incoming/hs=1000/b.csv", "10000001 2025-03 111 100 400")
                .data();
        TradeCube cube = TradeCube.of(data, FeedTrade.of(data));
        PartnerMonths partners = new PartnerMonths(cube);
        Unpriced february = new Unpriced(Map.of("bar", Set.of(YearMonth.of(2025, 2))));

        JsonNode course = json(Courses.documents(cube, partners, february).get("bar"));

        assertThat(texts(course.path("unitValuePerTonne").path("momPct"))).containsExactly("null", "null", "null");
        assertThat(texts(course.path("unitValuePerTonne").path("ytd"))).containsExactly("2000", "null", "null");
        assertThat(texts(course.path("value").path("momPct"))).containsExactly("null", "50.0", "33.33");
        assertThat(texts(course.path("partners").get(0).path("unitValuePerTonne")))
                .containsExactly("2000", "null", "4000");
        PartDocuments.OfParts destination = new Destinations(
                        cube, partners, data.reporters(), new PartDocuments(cube, february, NOTHING))
                .documents()
                .values()
                .iterator()
                .next();
        assertThat(texts(json(destination.amounts())
                        .path("destinations")
                        .elements()
                        .next()
                        .path("bar")
                        .path("unitValuePerTonne")))
                .containsExactly("2000", "null", "4000");
        assertThat(texts(json(destination.sums().get(2025))
                        .path("destinations")
                        .elements()
                        .next()
                        .path("bar")
                        .path("ytd")
                        .path("unitValuePerTonne")))
                .containsExactly("2000", "null", "null");
    }

    @Test
    void a_currency_has_the_name_that_the_chinese_article_gives_it() {
        assertThat(overview(metals()).path("currencyName").path("zh").asText()).isEqualTo("美元");
    }

    @Test
    void each_document_that_the_page_lists_is_described_in_each_language() throws IOException {
        List<String> listed = new ArrayList<>();
        overview(metals()).path("documents").forEach(path -> listed.add(path.asText()));

        assertThat(listed).contains("feed.json", "feed.atom", "workbook.xlsx");
        for (Language language : Languages.PUBLISHED.all()) {
            assertThat(JSON.readTree(language.page()).path("aboutDownloads").properties())
                    .as(language.tag())
                    .extracting(Map.Entry::getKey)
                    .containsAll(listed);
        }
    }

    @Test
    void each_month_of_a_product_leads_to_the_files_it_comes_from() {
        JsonNode overview = overview(metals());

        JsonNode bar = overview.path("products").get(0).path("files");
        assertThat(bar.get(0)).hasSize(1);
        assertThat(bar.get(1)).isEmpty();
        assertThat(overview.path("files")
                        .get(bar.get(2).get(0).asInt())
                        .path("key")
                        .asText())
                .isEqualTo("incoming/hs=1000/december.csv");
        assertThat(overview.path("files").get(0).path("sha256").asText()).isEqualTo("sha-1");
    }

    @Test
    void the_figures_of_the_samples_are_those_of_the_reports() {
        Map<String, Document> documents = documents(SampleFiles.all());
        JsonNode overview = json(documents.get("page/overview.json"));

        Map<String, JsonNode> sums = new TreeMap<>();
        JsonNode months = overview.path("months");
        assertThat(months).hasSize(24);
        for (int i = 0; i < months.size(); i++) {
            JsonNode report = json(documents.get(months.get(i).path("report").asText()));
            assertThat(months.get(i).path("archive").asText())
                    .isEqualTo(
                            documents.get(months.get(i).path("report").asText()).archivePath());
            assertThat(overview.path("total").path("netWeightKg").get(i))
                    .isEqualTo(report.path("total").path("month").path("netWeightKg"));
            for (int product = 0; product < report.path("products").size(); product++) {
                assertThat(overview.path("products").get(product).path("value").get(i))
                        .isEqualTo(report.path("products")
                                .get(product)
                                .path("month")
                                .path("value"));
            }
            coursesAreThoseOf(report, i, documents, overview, sums);
        }
        assertThat(overview.path("sample").asBoolean()).isTrue();
        assertThat(course(documents, overview.path("total")).path("partners")).hasSize(8);
    }

    /** The changes, sums and shares of the course of each product, and each destination's figures, are those of the month's report. */
    private static void coursesAreThoseOf(
            JsonNode report,
            int month,
            Map<String, Document> documents,
            JsonNode overview,
            Map<String, JsonNode> sums) {
        List<JsonNode> told = new ArrayList<>();
        List<JsonNode> shown = new ArrayList<>();
        told.add(report.path("total"));
        shown.add(overview.path("total"));
        report.path("products").forEach(told::add);
        overview.path("products").forEach(shown::add);
        for (int i = 0; i < told.size(); i++) {
            JsonNode figures = told.get(i);
            JsonNode weight = course(documents, shown.get(i)).path("netWeightKg");
            String product = shown.get(i).path("id").asText(Courses.ALL);
            assertThat(weight.path("momPct").get(month))
                    .isEqualTo(figures.path("month").path("momPct"));
            assertThat(weight.path("yoyPct").get(month))
                    .isEqualTo(figures.path("month").path("yoyPct"));
            assertThat(weight.path("ytd").get(month))
                    .isEqualTo(figures.path("ytd").path("netWeightKg"));
            assertThat(weight.path("ytdYoyPct").get(month))
                    .isEqualTo(figures.path("ytd").path("yoyPct"));
            assertThat(shown.get(i).path("unitValuePerTonne").get(month))
                    .isEqualTo(figures.path("month").path("unitValuePerTonne"));
            JsonNode twelve = figures.path("analysis").path("twelveMonths");
            if (!twelve.has("none")) {
                assertThat(weight.path("twelveMonths").get(month)).isEqualTo(twelve.path("netWeightKg"));
            }
            for (JsonNode partner : course(documents, shown.get(i)).path("partners")) {
                for (JsonNode reported : figures.path("partners")) {
                    if (reported.path("iso2").equals(partner.path("id"))) {
                        assertThat(partner.path("netWeightSharePct").get(month)).isEqualTo(reported.path("sharePct"));
                    }
                }
            }
            for (String list : List.of("partners", "regions")) {
                for (JsonNode reported : figures.path(list)) {
                    String id = reported.path("iso2")
                            .asText(reported.path("id")
                                    .asText(reported.path("code").asText()));
                    if (reported.path("value").asLong() > 0) {
                        JsonNode destination = part(documents, overview, id).path(product);
                        assertThat(destination.path("netWeightKg").get(month))
                                .as("%s of %s", product, id)
                                .isEqualTo(reported.path("netWeightKg"));
                        assertThat(destination.path("value").get(month)).isEqualTo(reported.path("value"));
                        partIsAsReported(
                                destination,
                                sums.computeIfAbsent(id, any -> sums(documents, overview, any))
                                        .path(product),
                                month,
                                reported);
                    }
                }
            }
        }
    }

    /** What the report says of a part of the trade besides its amounts. */
    private static void partIsAsReported(JsonNode part, JsonNode sums, int month, JsonNode reported) {
        for (String field : List.of("netWeightKg", "value")) {
            assertThat(part.path(field).get(month)).isEqualTo(reported.path(field));
            assertThat(sums.path("ytd").path(field).get(month))
                    .isEqualTo(reported.path("ytd").path(field));
        }
        assertThat(sums.path("netWeightSharePct").get(month)).isEqualTo(reported.path("sharePct"));
    }

    private static TradeFiles byRegime() {
        TradeFiles files = new TradeFiles(Feeds.metals());
        for (int month = 1; month <= 14; month++) {
            YearMonth period = YearMonth.of(2024, 12).plusMonths(month);
            files.put(
                    "incoming/gacc/flow=export/hs=1000+2000/period=" + period + "/a.csv",
                    "10000001 " + period + " 111 " + 1000 * month + " 3000 regime=10 province=44",
                    month == 3
                            ? "10000001 " + period + " 304 500 1000 province=31"
                            : "10000001 " + period + " 304 500 1000 regime=14 province=31",
                    "20000001 " + period + " 304 4000 9000 regime=10 province=31");
        }
        return files;
    }

    @Test
    void customs_regimes_and_provinces_have_each_month_as_its_report_has_it() {
        Map<String, Document> documents = documents(byRegime());
        JsonNode overview = json(documents.get("page/overview.json"));
        int compared = 0;
        for (String dimension : List.of("regimes", "provinces")) {
            for (JsonNode one : overview.path("dimensions").path(dimension)) {
                String id = one.path("id").asText();
                JsonNode part = part(documents, overview, id);
                JsonNode sums = sums(documents, overview, id);
                for (int month = 0; month < overview.path("months").size(); month++) {
                    JsonNode report = json(documents.get(
                            overview.path("months").get(month).path("report").asText()));
                    for (JsonNode reported :
                            report.path("total").path(dimension).path("figures")) {
                        if (reported.path("code").equals(one.path("code"))) {
                            partIsAsReported(part.path(Courses.ALL), sums.path(Courses.ALL), month, reported);
                            compared++;
                        }
                    }
                    for (JsonNode product : report.path("products")) {
                        for (JsonNode reported : product.path(dimension).path("figures")) {
                            if (reported.path("code").equals(one.path("code"))) {
                                String of = product.path("id").asText();
                                partIsAsReported(part.path(of), sums.path(of), month, reported);
                                compared++;
                            }
                        }
                    }
                }
            }
        }
        assertThat(compared).isGreaterThan(100);
    }

    @Test
    void a_month_whose_files_do_not_tell_customs_regimes_is_not_known_of_any_and_neither_are_sums_with_it() {
        Map<String, Document> documents = documents(byRegime());
        JsonNode overview = json(documents.get("page/overview.json"));
        JsonNode regimes = overview.path("dimensions").path("regimes");

        assertThat(regimes.findValuesAsText("id")).containsExactly("regimes.10", "regimes.14");
        assertThat(regimes.get(0).path("name").path("zh").asText()).isEqualTo("一般贸易");
        JsonNode ordinary = part(documents, overview, "regimes.10");
        assertThat(texts(ordinary.path("bar").path("netWeightKg")))
                .startsWith("1000", "2000", "null", "4000")
                .endsWith("13000", "14000");
        JsonNode sums = sums(documents, overview, "regimes.10");
        JsonNode bar = sums.path("bar");
        assertThat(texts(bar.path("ytd").path("netWeightKg")))
                .containsExactly(
                        "1000", "3000", "null", "null", "null", "null", "null", "null", "null", "null", "null", "null",
                        "13000", "27000");
        assertThat(texts(bar.path("twelveMonths").path("value"))).containsOnly("null");
        assertThat(texts(bar.path("netWeightSharePct"))).startsWith("66.67", "80.0", "null");
        assertThat(texts(sums.path("rod").path("twelveMonths").path("value")))
                .as("of a product whose files tell them in each month")
                .endsWith("108000", "108000", "108000");
        assertThat(overview(metals()).path("dimensions")).isEmpty();
    }

    private static List<String> weights(JsonNode part, String product) {
        return texts(part.path(product).path("netWeightKg"));
    }

    @Test
    void
            a_month_whose_files_were_limited_to_some_provinces_or_regimes_is_not_known_of_the_others_and_neither_are_sums() {
        String folder = "incoming/gacc/flow=export/hs=1000+2000/";
        Map<String, Document> documents = documents(new TradeFiles(Feeds.metals())
                .put(
                        folder + "whole.csv",
                        "10000001 2024-12 111 1000 3000 regime=10 province=44",
                        "10000001 2024-12 111 500 1000 regime=14 province=31",
                        "10000001 2024-12 111 200 400 regime=14 province=11")
                .put(
                        folder + "province=44/a.csv",
                        "10000001 2025-01 111 700 900 regime=10 province=44",
                        "10000001 2025-02 111 650 900 regime=10 province=44")
                .put(
                        folder + "period=2025-01+2025-02/province=31/a.csv",
                        "10000001 2025-02 111 300 600 regime=14 province=31")
                .put(folder + "regime=10/a.csv", "10000001 2025-03 111 600 800 regime=10 province=44"));
        JsonNode overview = json(documents.get("page/overview.json"));
        Map<String, List<String>> told = Map.of(
                "provinces.44", List.of("1000", "700", "650", "600"),
                "provinces.31", List.of("500", "0", "300", "0"),
                "provinces.11", List.of("200", "null", "null", "0"),
                "regimes.10", List.of("1000", "700", "650", "600"),
                "regimes.14", List.of("700", "0", "300", "null"));
        told.forEach((id, weights) -> {
            JsonNode part = part(documents, overview, id);
            assertThat(weights(part, "bar")).as(id).isEqualTo(weights);
            assertThat(weights(part, Courses.ALL)).as(id).isEqualTo(weights);
            assertThat(weights(part, "rod"))
                    .as("of %s, of which there were none", id)
                    .isEqualTo(weights.stream()
                            .map(weight -> weight.equals("null") ? weight : "0")
                            .toList());
        });
        Map<String, List<String>> sums = Map.of(
                "provinces.44", List.of("null", "700", "1350", "null"),
                "provinces.31", List.of("null", "0", "300", "null"),
                "provinces.11", List.of("null", "null", "null", "null"));
        sums.forEach((id, weights) -> assertThat(texts(
                        sums(documents, overview, id).path("bar").path("ytd").path("netWeightKg")))
                .as(id)
                .isEqualTo(weights));
    }

    @Test
    void the_unit_values_of_partners_have_their_changes_unless_quantities_were_made_up() {
        Map<String, Document> documents = documents(new TradeFiles(Feeds.metals())
                .put("incoming/hs=1000+2000/a.csv", "10000001 2024-11 111 3000 1000", "20000001 2024-11 111 1 1")
                .put("incoming/hs=1000+2000/b.csv", "10000001 2025-10 111 2000 1000", "20000001 2025-10 111 1 1")
                .put("incoming/hs=1000+2000/c.csv", "10000001 2025-11 111 7000 2000", "20000001 2025-11 111 1 1"));
        JsonNode november = json(documents.get(json(documents.get("page/overview.json"))
                .path("months")
                .get(12)
                .path("partners")
                .asText()));

        JsonNode bar = november.path("products").path("bar");
        int india = texts(bar.path("ids")).indexOf("IN");
        // 2000/7 against 1000/2, and against 1000/3.
        assertThat(bar.path("unitValueMomPct").get(india).asText()).isEqualTo("-42.86");
        assertThat(bar.path("unitValueYoyPct").get(india).asText()).isEqualTo("-14.29");
    }

    @Test
    void changes_of_value_and_of_the_value_of_a_tonne_are_rounded_once() {
        TradeFiles files = new TradeFiles(Feeds.metals())
                .put("incoming/hs=1000+2000/october.csv", "10000001 2025-10 111 3000 1000")
                .put("incoming/hs=1000+2000/november.csv", "10000001 2025-11 111 7000 2000");
        Map<String, Document> documents = documents(files);
        JsonNode course = course(documents, overview(files).path("total"));

        assertThat(texts(course.path("value").path("momPct"))).containsExactly("null", "100.0");
        // 2000/7 against 1000/3 is 6/7.
        assertThat(texts(course.path("unitValuePerTonne").path("momPct"))).containsExactly("null", "-14.29");
        assertThat(texts(course.path("unitValuePerTonne").path("ytd"))).containsExactly("null", "null");
    }

    @Test
    void articles_are_those_of_the_feed_one_document_a_month() {
        Map<String, Document> documents = documents(SampleFiles.all());
        JsonNode overview = json(documents.get("page/overview.json"));

        for (JsonNode item : json(documents.get("feed.json")).path("items")) {
            String period = item.path("_customs").path("period").asText();
            JsonNode month = find(overview.path("months"), period);
            JsonNode article = json(documents.get(month.path("article").asText()));
            assertThat(article.path("articles").path("en").path("html")).isEqualTo(item.path("content_html"));
            assertThat(article.path("articles").path("en").path("title")).isEqualTo(item.path("title"));
        }
    }

    private static JsonNode find(JsonNode months, String period) {
        for (JsonNode month : months) {
            if (month.path("period").asText().equals(period)) {
                return month;
            }
        }
        throw new AssertionError("no " + period + " in " + months);
    }

    @Test
    void the_page_is_named_after_the_feed_and_a_title_is_no_markup() {
        TradeFiles files = new TradeFiles(Feeds.read("odd", """
                {"id": "odd", "title": {"en": "<b>A & \\"B\\"</b>"}, "source": "gacc", "reporter": "CN", "flow": "import", "currency": "CNY",
                 "products": [{"id": "bar", "hs": ["10000001"], "name": {"en": "Bar"}}]}
                """))
                .put("incoming/hs=1000/october.csv", "10000001 2025-10 111 1000 2500");

        String page = documents(files).get("index.html").text();

        assertThat(page)
                .contains("<title>&lt;b&gt;A &amp; &quot;B&quot;&lt;/b&gt;</title>")
                .doesNotContain("{{", "<b>");
    }

    @Test
    void static_files_never_mix_with_those_of_another_version() {
        Map<String, Document> documents = documents(metals());

        List<String> folders = documents.keySet().stream()
                .filter(path -> path.matches("page/[0-9a-f]{16}/.*"))
                .map(path -> path.substring(0, path.indexOf('/', "page/".length())))
                .distinct()
                .toList();
        assertThat(folders).hasSize(1);
        assertThat(documents.keySet())
                .contains(
                        folders.get(0) + "/main.js",
                        folders.get(0) + "/d3.LICENSE.txt",
                        folders.get(0) + "/views/season.js");
    }

    @Test
    void ten_years_of_six_commodities_and_a_hundred_partners_weigh_less_than_250_kilobytes_on_the_first_view()
            throws Exception {
        Map<String, Document> documents = documents(TenYears.files());

        int compressed = 0;
        for (String path : documents.keySet()) {
            if (path.equals("page/overview.json")
                    || path.equals("index.html")
                    || path.equals("reports/2025-12.json")
                    || path.startsWith("page/courses/all.")
                    || path.matches("page/[0-9a-f]{16}/.*\\.(js|css|svg)")
                    || path.startsWith("page/articles/2025-12.")) {
                ByteArrayOutputStream out = new ByteArrayOutputStream();
                try (GZIPOutputStream gzip = new GZIPOutputStream(out)) {
                    gzip.write(documents.get(path).content());
                }
                compressed += out.size();
            }
        }

        assertThat(compressed).isBetween(100_000, 250_000);
    }

    @Test
    void made_up_quantities_have_no_unit_value_on_the_page_and_neither_has_what_needs_them() {
        List<String> november = new ArrayList<>(List.of("20000001 2025-11 116 5000 10000"));
        for (String partner : List.of("116", "133", "304", "305", "303")) {
            november.add("10000001 2025-11 " + partner + " 100000 20000");
        }
        String folder = "incoming/gacc/flow=export/hs=1000+2000/";
        Map<String, Document> documents = documents(new TradeFiles(Feeds.metals())
                .put(
                        folder + "october.csv",
                        "10000001 2025-10 116 4000 8000",
                        "20000001 2025-10 116 5000 10000",
                        "20000002 2025-10 116 5000 10000")
                .put(folder + "november.csv", november.toArray(String[]::new))
                .put(
                        folder + "december.csv",
                        "10000001 2025-12 116 4000 12000",
                        "20000001 2025-12 116 5000 10000",
                        "20000002 2025-12 116 5000 10000"));
        JsonNode overview = json(documents.get("page/overview.json"));
        JsonNode bar = overview.path("products").get(0);
        assertThat(texts(bar.path("unitValuePerTonne"))).containsExactly("2000", "null", "3000");
        assertThat(texts(overview.path("total").path("unitValuePerTonne")))
                .element(1)
                .isEqualTo("null");
        assertThat(texts(overview.path("products").get(1).path("unitValuePerTonne")))
                .as("of another product")
                .containsExactly("2000", "2000", "2000");
        JsonNode course = course(documents, bar);
        assertThat(texts(course.path("unitValuePerTonne").path("momPct"))).containsExactly("null", "null", "null");
        assertThat(texts(course.path("partners").get(0).path("unitValuePerTonne")))
                .element(1)
                .isEqualTo("null");
        JsonNode japan = part(documents, overview, "JP");
        assertThat(texts(japan.path("bar").path("unitValuePerTonne"))).containsExactly("2000", "null", "3000");
        assertThat(texts(japan.path("rod").path("unitValuePerTonne"))).doesNotContain("null");
        for (int month : List.of(1, 2)) {
            JsonNode values = json(documents.get(
                    overview.path("months").get(month).path("partners").asText()));
            assertThat(texts(values.path("products").path("bar").path("unitValueMomPct")))
                    .as("a change from or to such a month")
                    .containsOnly("null");
        }
    }
}
