package dev.customsfeed.publish.documents.series;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import dev.customsfeed.publish.documents.FeedDocuments;
import dev.customsfeed.publish.documents.KnownDocuments;
import dev.customsfeed.publish.documents.SampleFiles;
import dev.customsfeed.publish.documents.json.CsvField;
import dev.customsfeed.publish.documents.json.Document;
import dev.customsfeed.publish.documents.json.RowAccess;
import dev.customsfeed.publish.figures.feed.FeedData;
import dev.customsfeed.publish.figures.feed.FeedTrade;
import dev.customsfeed.publish.figures.feed.TradeCube;
import dev.customsfeed.publish.figures.report.Feeds;
import dev.customsfeed.publish.figures.report.TradeFiles;
import dev.customsfeed.publish.words.SourceNames;
import java.security.MessageDigest;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import org.junit.jupiter.api.Test;

class SeriesDocumentsTest {

    private static final JsonMapper JSON = new JsonMapper();

    /** Product bar has October and December, rod December only; Namibia buys rods of two commodities, one of them not weighed. */
    private static TradeFiles metals() {
        return new TradeFiles(Feeds.metals())
                .put("incoming/hs=1000/october.csv", "10000001 2025-10 111 1000 2500", "10000001 2025-10 116 0 7")
                .put(
                        "incoming/hs=1000+2000/december.csv",
                        "20000001 2025-12 234 500 900",
                        "20000002 2025-12 234 - 100",
                        "20000001 2025-12 111 40 80");
    }

    private static JsonNode json(FeedData data) throws Exception {
        return JSON.readTree(document(data, "series.json").content());
    }

    private static List<Document> of(FeedData data) {
        return SeriesDocuments.of(TradeCube.of(data, FeedTrade.of(data)), Optional.empty());
    }

    private static Document document(FeedData data, String path) {
        return of(data).stream()
                .filter(document -> document.path().equals(path))
                .findFirst()
                .orElseThrow();
    }

    private static List<String> csv(FeedData data) {
        return document(data, "series.csv").text().lines().toList();
    }

    /** The cells of a cube by {@code measure/product/partner/month}: the value, or the status where there is none. */
    private static Map<String, String> cells(JsonNode cube) {
        List<List<String>> ids = new ArrayList<>();
        for (JsonNode dimension : cube.path("id")) {
            List<String> categories = new ArrayList<>();
            cube.path("dimension")
                    .path(dimension.asText())
                    .path("category")
                    .path("index")
                    .forEach(id -> categories.add(id.asText()));
            ids.add(categories);
        }
        Map<String, String> cells = new HashMap<>();
        int cell = 0;
        for (String measure : ids.get(0)) {
            for (String product : ids.get(1)) {
                for (String partner : ids.get(2)) {
                    for (String month : ids.get(3)) {
                        JsonNode value = cube.path("value").get(cell);
                        JsonNode status = cube.path("status").path(Integer.toString(cell));
                        assertThat(value.isNull())
                                .isEqualTo(!status.isMissingNode()
                                        && !status.asText().equals("P"));
                        cells.put(
                                String.join("/", measure, product, partner, month),
                                value.isNull() ? status.asText() : value.asText());
                        cell++;
                    }
                }
            }
        }
        assertThat(cube.path("value")).hasSize(cell);
        return cells;
    }

    @Test
    void a_month_that_no_file_has_is_missing_and_a_partner_that_is_absent_from_a_known_one_has_zero() throws Exception {
        Map<String, String> cells = cells(json(metals().data()));

        assertThat(cells)
                .containsEntry("net_weight_kg/bar/IN/2025-10", "1000")
                .containsEntry("value/bar/JP/2025-10", "7")
                .containsEntry("net_weight_kg/bar/JP/2025-10", "0")
                .containsEntry("net_weight_kg/bar/NA/2025-10", "0")
                .containsEntry("net_weight_kg/bar/_T/2025-10", "1000")
                .containsEntry("net_weight_kg/bar/_T/2025-11", "L")
                .containsEntry("value/bar/IN/2025-11", "L")
                .containsEntry("value/rod/_T/2025-10", "L")
                .containsEntry("net_weight_kg/bar/_T/2025-12", "0");
    }

    @Test
    void a_net_weight_that_rows_do_not_report_is_missing_and_its_value_is_there() throws Exception {
        assertThat(cells(json(metals().data())))
                .containsEntry("net_weight_kg/rod/NA/2025-12", "O")
                .containsEntry("net_weight_kg/rod/_T/2025-12", "O")
                .containsEntry("net_weight_kg/rod/IN/2025-12", "40")
                .containsEntry("value/rod/NA/2025-12", "1000")
                .containsEntry("value/rod/_T/2025-12", "1080");
    }

    @Test
    void the_table_has_a_row_for_each_partner_with_trade_and_says_what_is_missing() {
        assertThat(csv(metals().data()))
                .containsExactly(
                        "month,product,partner,partner_name,net_weight_kg,value,status,source,sample",
                        "2025-10,bar,IN,India,1000,2500,reported,gacc,false",
                        "2025-10,bar,JP,Japan,0,7,reported,gacc,false",
                        "2025-10,rod,_T,All partners,,,missing,gacc,false",
                        "2025-11,bar,_T,All partners,,,missing,gacc,false",
                        "2025-11,rod,_T,All partners,,,missing,gacc,false",
                        "2025-12,bar,_T,All partners,0,0,no-trade,gacc,false",
                        "2025-12,rod,IN,India,40,80,reported,gacc,false",
                        "2025-12,rod,NA,Namibia,,1000,weight-missing,gacc,false");
    }

    @Test
    void a_month_that_files_have_in_part_has_rows_of_that_part_and_no_total() throws Exception {
        FeedData data = new TradeFiles(Feeds.metals())
                .put("incoming/gacc/flow=export/hs=1000+2000/partner=116/a.csv", "10000001 2025-10 116 1000 2500")
                .put("incoming/gacc/flow=export/hs=1000+2000/province=44/b.csv", "10000001 2025-11 111 1000 2500")
                .data();
        assertThat(csv(data).stream().skip(1))
                .containsExactly(
                        "2025-10,bar,_T,All partners,,,partial,gacc,false",
                        "2025-10,bar,JP,Japan,1000,2500,reported,gacc,false",
                        "2025-10,rod,_T,All partners,,,partial,gacc,false",
                        "2025-11,bar,_T,All partners,,,partial,gacc,false",
                        "2025-11,rod,_T,All partners,,,partial,gacc,false");
        assertThat(cells(json(data)))
                .containsEntry("net_weight_kg/bar/_T/2025-10", "L")
                .containsEntry("net_weight_kg/bar/JP/2025-10", "1000")
                .containsEntry("net_weight_kg/bar/IN/2025-10", "L")
                .containsEntry("value/bar/IN/2025-11", "L");
        assertThat(document(data, "series.json").text()).contains("or the whole of it");
        assertThat(document(data, "datapackage.json").text())
                .contains("\"partial\"", "partial: files have a part of it");
    }

    @Test
    void files_that_do_not_tell_partners_have_one_row_for_all() throws Exception {
        FeedData data = new TradeFiles(Feeds.metals())
                .put("incoming/hs=1000+2000/a.csv", "10000001 2025-10 - 1000 2500")
                .put("incoming/hs=1000+2000/b.csv", "10000001 2025-11 111 1000 2500")
                .data();
        assertThat(csv(data)).contains("2025-10,bar,_T,All partners,1000,2500,reported,gacc,false");
        assertThat(cells(json(data)))
                .containsEntry("net_weight_kg/bar/_T/2025-10", "1000")
                .containsEntry("net_weight_kg/bar/IN/2025-10", "K");
        assertThat(document(data, "series.json").text()).contains("\"K\":\"the file does not tell partners");
    }

    @Test
    void commas_and_quotes_stay_within_their_field() {
        assertThat(CsvField.of("plain")).isEqualTo("plain");
        assertThat(CsvField.of("a, \"b\"")).isEqualTo("\"a, \"\"b\"\"\"");
    }

    @Test
    void what_the_samples_add_up_to_is_what_the_reports_say() throws Exception {
        FeedData data = SampleFiles.all().data();
        Map<String, String> cells = cells(json(data));
        Map<String, Long> rows = new HashMap<>();
        csv(data).stream().skip(1).map(row -> row.split(",")).forEach(row -> {
            rows.merge(row[0] + row[1], Long.parseLong(row[4]), Long::sum);
            rows.merge(row[0] + row[1] + "value", Long.parseLong(row[5]), Long::sum);
        });
        int reports = 0;
        for (Document document : FeedDocuments.of(data, Optional.empty(), KnownDocuments.none(), RowAccess.none())) {
            if (!document.path().startsWith("reports/")) {
                continue;
            }
            reports++;
            JsonNode report = JSON.readTree(document.content());
            String period = report.path("period").asText();
            for (JsonNode product : report.path("products")) {
                String id = product.path("id").asText();
                JsonNode month = product.path("month");
                assertThat(cells)
                        .containsEntry(
                                "net_weight_kg/" + id + "/_T/" + period,
                                month.path("netWeightKg").asText())
                        .containsEntry(
                                "value/" + id + "/_T/" + period,
                                month.path("value").asText());
                assertThat(rows.get(period + id))
                        .isEqualTo(month.path("netWeightKg").asLong());
                assertThat(rows.get(period + id + "value"))
                        .isEqualTo(month.path("value").asLong());
                for (JsonNode partner : product.path("partners")) {
                    String code =
                            partner.path("iso2").asText(partner.path("code").asText());
                    assertThat(cells)
                            .containsEntry(
                                    "net_weight_kg/" + id + "/" + code + "/" + period,
                                    partner.path("netWeightKg").asText());
                }
            }
        }
        assertThat(reports).isEqualTo(24);
    }

    @Test
    void every_document_says_that_samples_are_samples_and_where_they_come_from() throws Exception {
        FeedData data = SampleFiles.all().data();

        assertThat(json(data).path("extension").path("sample").asBoolean()).isTrue();
        assertThat(json(data).path("source").asText()).startsWith("Sample data").contains("China");
        assertThat(csv(data).stream().skip(1)).allMatch(row -> row.endsWith(",gacc,true"));
        JsonNode dataPackage = JSON.readTree(document(data, "datapackage.json").content());
        assertThat(dataPackage.path("sample").asBoolean()).isTrue();
        assertThat(dataPackage.path("sources").get(0).path("title").asText()).startsWith("Sample data");
        assertThat(json(metals().data()).path("source").asText()).doesNotContain("Sample");
    }

    @Test
    void the_data_package_names_columns_size_and_hash_of_the_table() throws Exception {
        FeedData data = metals().data();
        byte[] csv = document(data, "series.csv").content();

        JsonNode resource = JSON.readTree(document(data, "datapackage.json").content())
                .path("resources")
                .get(0);

        assertThat(resource.path("path").asText()).isEqualTo("series.csv");
        assertThat(resource.path("bytes").asInt()).isEqualTo(csv.length);
        assertThat(resource.path("hash").asText())
                .isEqualTo("md5:"
                        + HexFormat.of()
                                .formatHex(MessageDigest.getInstance("MD5").digest(csv)));
        assertThat(resource.path("schema").path("fields").findValuesAsText("name"))
                .isEqualTo(List.of(csv(data).get(0).split(",")));
    }

    @Test
    void the_newest_months_are_those_that_have_room_together_and_always_one() {
        FeedData data = metals().data();
        TradeCube cube = TradeCube.of(data, FeedTrade.of(data));
        List<String> all = csv(data);
        List<String> rows = all.subList(1, all.size());
        for (int most = 0; most <= rows.size(); most++) {
            NewestMonths newest = SeriesDocuments.newest(cube, most);

            List<String> found = newest.csv().lines().toList();
            assertThat(found.get(0)).isEqualTo(all.get(0));
            List<String> kept = found.subList(1, found.size());
            assertThat(kept).isEqualTo(rows.subList(rows.size() - kept.size(), rows.size()));
            List<String> months =
                    rows.stream().map(SeriesDocumentsTest::month).distinct().toList();
            List<String> keptMonths =
                    kept.stream().map(SeriesDocumentsTest::month).distinct().toList();
            assertThat(newest.older().stream().map(YearMonth::toString).toList())
                    .isEqualTo(months.subList(0, months.size() - keptMonths.size()));
            assertThat(kept.size() <= most || keptMonths.size() == 1).isTrue();
            if (!newest.older().isEmpty()) {
                String next = newest.older().get(newest.older().size() - 1).toString();
                long more = rows.stream().filter(row -> month(row).equals(next)).count();
                assertThat(kept.size() + more).isGreaterThan(most);
            }
        }
    }

    private static String month(String row) {
        return row.substring(0, row.indexOf(','));
    }

    @Test
    void the_data_package_says_what_ends_a_row_of_the_table() throws Exception {
        FeedData data = metals().data();

        String ending = JSON.readTree(document(data, "datapackage.json").content())
                .path("resources")
                .get(0)
                .path("dialect")
                .path("lineTerminator")
                .asText();

        assertThat(document(data, "series.csv").text().split(ending, -1))
                .hasSize(csv(data).size() + 1)
                .noneMatch(row -> row.contains("\r"))
                .endsWith("");
    }

    @Test
    void every_part_of_the_data_package_names_the_profile_that_holds_for_it() throws Exception {
        JsonNode dataPackage =
                JSON.readTree(document(metals().data(), "datapackage.json").content());

        assertThat(dataPackage.findValuesAsText("$schema"))
                .containsExactlyInAnyOrder(
                        "https://datapackage.org/profiles/2.0/datapackage.json",
                        "https://datapackage.org/profiles/2.0/dataresource.json",
                        "https://datapackage.org/profiles/2.0/tabledialect.json",
                        "https://datapackage.org/profiles/2.0/tableschema.json",
                        "https://datapackage.org/profiles/2.0/dataresource.json");
    }

    @Test
    void the_same_data_give_the_same_bytes_in_whatever_order_they_were_learnt() {
        TradeFiles files = metals();
        List<Document> first = of(files.data());

        List<Document> again = of(files.data(new Random(7)));

        assertThat(again.stream().map(Document::text).toList())
                .isEqualTo(first.stream().map(Document::text).toList());
    }

    @Test
    void a_month_with_too_few_behind_it_has_no_table_of_months_ahead() throws Exception {
        FeedData data = metals().data();
        List<Document> documents = FeedDocuments.of(data, Optional.empty(), KnownDocuments.none(), RowAccess.none());

        assertThat(documents).extracting(Document::path).contains("series.csv").doesNotContain("outlook.csv");
        JsonNode resources =
                JSON.readTree(document(data, "datapackage.json").content()).path("resources");
        assertThat(resources.findValuesAsText("name")).contains("series").doesNotContain("outlook");
        assertThat(json(data).path("extension").has("outlook")).isFalse();
    }

    @Test
    void a_feed_without_months_has_no_series() {
        assertThat(of(new TradeFiles(Feeds.metals()).data())).isEmpty();
    }

    @Test
    void a_source_without_a_name_goes_by_its_short_one() {
        assertThat(SourceNames.of("elsewhere").in("zh")).isEqualTo("elsewhere");
    }
}
