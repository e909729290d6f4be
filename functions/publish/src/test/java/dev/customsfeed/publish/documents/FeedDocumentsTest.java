package dev.customsfeed.publish.documents;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.customsfeed.publish.documents.json.Document;
import dev.customsfeed.publish.documents.json.RowAccess;
import dev.customsfeed.publish.figures.report.Feeds;
import dev.customsfeed.publish.figures.report.Schemas;
import dev.customsfeed.publish.figures.report.TradeFiles;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;

class FeedDocumentsTest {

    private static final ObjectMapper JSON = new ObjectMapper();
    private static final String ALL = "incoming/gacc/flow=export/hs=8104/";
    private static final List<String> OURS =
            List.of("availability.json", "feed.json", "feed.zh.json", "revisions.json", "rows/index.json");

    private final TradeFiles files = new TradeFiles(Feeds.magnesium());

    private Map<String, Document> documents(Optional<String> baseUrl) {
        Map<String, Document> documents = new TreeMap<>();
        FeedDocuments.of(files.data(), baseUrl, KnownDocuments.none(), RowAccess.none())
                .forEach(document -> documents.put(document.path(), document));
        return documents;
    }

    private JsonNode json(String path) throws IOException {
        return JSON.readTree(documents(Optional.empty()).get(path).content());
    }

    private static List<String> texts(JsonNode array) {
        List<String> texts = new ArrayList<>();
        array.forEach(text -> texts.add(text.asText()));
        return texts;
    }

    private static List<String> of(JsonNode items, String pointer) {
        List<String> texts = new ArrayList<>();
        items.forEach(item -> texts.add(item.at(pointer).asText()));
        return texts;
    }

    private void twoMonths() {
        files.put(ALL + "a.csv", "81041100 2025-10 111 1000 10").put(ALL + "b.csv", "81041100 2025-12 111 2000 20");
    }

    @Test
    void every_document_is_what_its_schema_says() {
        twoMonths();
        files.put(ALL + "c.csv", "81041100 2025-12 304 2500 20").delete(ALL + "a.csv");
        for (Optional<String> baseUrl : List.of(Optional.<String>empty(), Optional.of("https://example.org/feeds/"))) {
            Map<String, Document> documents = documents(baseUrl);
            OURS.forEach(path -> Schemas.check(documents.get(path)));
        }
        assertThat(documents(Optional.of("https://example.org/feeds/"))
                        .get("feed.zh.json")
                        .text())
                .contains("\"feed_url\":\"https://example.org/feeds/magnesium/feed.zh.json\"")
                .contains("\"url\":\"https://example.org/feeds/magnesium/index.html#lang=zh&month=2025-12\"")
                .contains("\"about\":\"https://example.org/feeds/schemas/v1/feed-extension.schema.json\"");
    }

    @Test
    void the_chinese_feed_has_the_same_items_in_chinese() throws Exception {
        twoMonths();
        JsonNode english = json("feed.json");
        JsonNode chinese = json("feed.zh.json");
        assertThat(chinese.get("language").asText()).isEqualTo("zh-CN");
        assertThat(chinese.get("title").asText()).isEqualTo("中国镁产品出口");
        for (String pointer : List.of("/id", "/date_published", "/date_modified", "/_customs")) {
            assertThat(chinese.get("items").findValues(pointer.substring(1)))
                    .as(pointer)
                    .isEqualTo(english.get("items").findValues(pointer.substring(1)));
        }
        assertThat(of(chinese.get("items"), "/id")).containsExactly("magnesium/2025-12", "magnesium/2025-10");
        assertThat(of(chinese.get("items"), "/content_html")).allMatch(html -> html.contains("出口总量"));
        assertThat(of(english.get("items"), "/content_html"))
                .allMatch(html -> html.contains("China's magnesium exports in"));
    }

    @Test
    void feed_json_names_the_immutable_copies_of_all_that_belongs_to_it() throws Exception {
        twoMonths();
        Map<String, Document> documents = documents(Optional.empty());
        JsonNode about = json("feed.json").get("_customs");
        assertThat(about.at("/revisions/archive").asText())
                .isEqualTo(documents.get("revisions.json").archivePath());
        assertThat(about.at("/availability/archive").asText())
                .isEqualTo(documents.get("availability.json").archivePath());
        assertThat(about.at("/languages/0/language").asText()).isEqualTo("zh-CN");
        assertThat(about.at("/languages/0/archive").asText())
                .isEqualTo(documents.get("feed.zh.json").archivePath());
        JsonNode chinese = json("feed.zh.json").get("_customs");
        assertThat(chinese.get("revisions")).isEqualTo(about.get("revisions"));
        assertThat(chinese.at("/languages/0/document").asText()).isEqualTo("feed.json");
        assertThat(chinese.at("/languages/0").has("archive"))
                .as("feed.json is written after it")
                .isFalse();
    }

    @Test
    void a_revision_keeps_the_id_and_moves_the_date() throws Exception {
        twoMonths();
        JsonNode before = json("feed.json").at("/items/0");
        files.put(ALL + "b.csv", "81041100 2025-12 111 2100 20");
        JsonNode after = json("feed.json").at("/items/0");
        assertThat(after.get("id")).isEqualTo(before.get("id"));
        assertThat(after.get("date_published")).isEqualTo(before.get("date_published"));
        assertThat(before.get("date_modified").asText()).isEqualTo("2026-01-01T00:00:02Z");
        assertThat(after.get("date_modified").asText()).isEqualTo("2026-01-01T00:00:03Z");
        assertThat(after.get("content_text").asText()).contains("from 2 mt to 2.1 mt (+5.00%)");
        JsonNode revision = json("revisions.json").at("/revisions/0");
        assertThat(revision.at("/period").asText()).isEqualTo("2025-12");
        assertThat(revision.at("/from/netWeightKg").asLong()).isEqualTo(2000);
        assertThat(revision.at("/to/netWeightKg").asLong()).isEqualTo(2100);
        assertThat(revision.at("/by/key").asText()).isEqualTo(ALL + "b.csv");
        assertThat(revision.at("/by/version").asText()).isEqualTo("v003");
        assertThat(json("reports/2025-12.json").at("/revisions/0")).isEqualTo(revision);
    }

    @Test
    void revisions_of_a_month_that_is_gone_stay() throws Exception {
        twoMonths();
        files.delete(ALL + "a.csv");
        assertThat(json("feed.json").get("items")).hasSize(1);
        JsonNode revision = json("revisions.json").at("/revisions/0");
        assertThat(revision.at("/period").asText()).isEqualTo("2025-10");
        assertThat(revision.at("/kind").asText()).isEqualTo("withdrawn");
        assertThat(revision.get("to").isNull()).isTrue();
        assertThat(revision.at("/by/event").asText()).isEqualTo("deleted");
    }

    @Test
    void availability_has_the_newest_the_missing_and_the_next() throws Exception {
        files.put(
                        "incoming/gacc/flow=export/a.csv",
                        "81041100 2025-10 111 1000 10",
                        "81041900 2025-10 111 1000 10",
                        "81041100 2025-12 111 1000 10")
                .put(ALL + "period=2025-09/b.csv", List.of());
        JsonNode availability = json("availability.json");
        assertThat(availability.get("newestMonth").asText()).isEqualTo("2025-12");
        assertThat(texts(availability.get("missingMonths"))).containsExactly("2025-11");
        assertThat(availability.at("/nextRelease/period").asText()).isEqualTo("2026-01");
        assertThat(availability.at("/nextRelease/date").asText()).isEqualTo("2026-03-18");
        assertThat(of(availability.get("months"), "/period"))
                .containsExactly("2025-12", "2025-11", "2025-10", "2025-09");
        assertThat(of(availability.get("months"), "/status"))
                .containsExactly("incomplete", "missing", "incomplete", "incomplete");
        JsonNode ingot = availability.at("/products/0");
        assertThat(ingot.get("newestMonth").asText()).isEqualTo("2025-12");
        assertThat(texts(ingot.get("missingMonths"))).containsExactly("2025-11");
        JsonNode alloy = availability.at("/products/1");
        assertThat(alloy.get("newestMonth").asText()).isEqualTo("2025-10");
        assertThat(texts(alloy.get("missingMonths"))).containsExactly("2025-11", "2025-12");
        assertThat(texts(availability.at("/months/0/missingProducts")))
                .containsExactly("alloy", "powder", "scrap", "wrought", "articles");
    }

    @Test
    void after_the_last_release_there_is_no_next_and_before_the_first_month_there_is_the_first() throws Exception {
        files.put(ALL + "a.csv", "81041100 2026-06 111 1000 10");
        assertThat(json("availability.json").get("nextRelease").isNull()).isTrue();
        files.delete(ALL + "a.csv");
        JsonNode empty = json("availability.json");
        assertThat(empty.get("newestMonth").isNull()).isTrue();
        assertThat(empty.at("/nextRelease/period").asText()).isEqualTo("2024-01");
        assertThat(empty.get("months")).isEmpty();
        OURS.forEach(path -> Schemas.check(documents(Optional.empty()).get(path)));
    }

    @Test
    void the_same_files_give_the_same_bytes_whatever_the_order_they_became_known_in() {
        twoMonths();
        files.put(ALL + "b.csv", "81041100 2025-12 111 2100 20").delete(ALL + "a.csv");
        Map<String, Document> before = documents(Optional.empty());
        files.data(new Random(7));
        Map<String, Document> after = documents(Optional.empty());
        OURS.forEach(path ->
                assertThat(after.get(path).text()).isEqualTo(before.get(path).text()));
    }

    @Test
    void every_schema_is_json() throws Exception {
        assertThat(FeedDocuments.schemas())
                .extracting(Document::path)
                .contains("schemas/v1/revisions.schema.json", "schemas/v1/availability.schema.json");
        for (Document schema : FeedDocuments.schemas()) {
            JsonNode json = JSON.readTree(schema.content());
            assertThat(json.get("$schema").asText()).contains("2020-12");
            assertThat(schema.path())
                    .isEqualTo("schemas/v1/" + json.get("$id").asText().replaceFirst("^urn:customs-feed:v1:", "")
                            + ".schema.json");
        }
    }
}
