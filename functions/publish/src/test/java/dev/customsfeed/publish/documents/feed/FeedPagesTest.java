package dev.customsfeed.publish.documents.feed;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.customsfeed.publish.documents.FeedDocuments;
import dev.customsfeed.publish.documents.KnownDocuments;
import dev.customsfeed.publish.documents.json.Document;
import dev.customsfeed.publish.documents.json.RowAccess;
import dev.customsfeed.publish.figures.report.Feeds;
import dev.customsfeed.publish.figures.report.Schemas;
import dev.customsfeed.publish.figures.report.TradeFiles;
import dev.customsfeed.publish.words.Languages;
import java.io.IOException;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.NavigableMap;
import java.util.Optional;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;

/** A feed of more than two years. */
class FeedPagesTest {

    private static final ObjectMapper JSON = new ObjectMapper();
    private static final YearMonth FIRST = YearMonth.of(2022, 11);
    private static final String FOLDER = "incoming/gacc/flow=export/hs=8104/";

    private final TradeFiles files = new TradeFiles(Feeds.magnesium());

    private void upload(YearMonth month, int kilograms) {
        files.put(FOLDER + month + ".csv", "81041100 " + month + " 111 " + kilograms + " 10");
    }

    private void upload(int months) {
        for (int i = 0; i < months; i++) {
            upload(FIRST.plusMonths(i), 1000 + i);
        }
    }

    private Map<String, Document> documents(Optional<String> baseUrl) {
        Map<String, Document> documents = new TreeMap<>();
        FeedDocuments.of(files.data(), baseUrl, KnownDocuments.none(), RowAccess.none())
                .forEach(document -> documents.put(document.path(), document));
        return documents;
    }

    private static JsonNode json(Document document) throws IOException {
        return JSON.readTree(document.content());
    }

    private static List<String> periods(JsonNode feed) {
        List<String> periods = new ArrayList<>();
        feed.get("items")
                .forEach(item -> periods.add(item.at("/_customs/period").asText()));
        return periods;
    }

    private static List<String> pages(Map<String, Document> documents) {
        return documents.keySet().stream()
                .filter(path -> path.matches("feed\\.(zh\\.)?\\d{4}\\.json"))
                .toList();
    }

    @Test
    void two_years_are_one_document() throws Exception {
        upload(24);
        Map<String, Document> documents = documents(Optional.empty());

        assertThat(pages(documents)).isEmpty();
        assertThat(json(documents.get("feed.json")).has("next_url")).isFalse();
        assertThat(periods(json(documents.get("feed.json")))).hasSize(24);
    }

    @Test
    void a_reader_who_follows_next_url_finds_every_month_newest_first_in_either_language() throws Exception {
        upload(38);
        for (Optional<String> baseUrl : List.of(Optional.<String>empty(), Optional.of("https://example.org/feeds"))) {
            Map<String, Document> documents = documents(baseUrl);
            Map<String, Document> byArchive = new TreeMap<>();
            documents.values().forEach(document -> byArchive.put(document.archivePath(), document));
            assertThat(pages(documents))
                    .containsExactly("feed.2022.json", "feed.2023.json", "feed.zh.2022.json", "feed.zh.2023.json");
            for (String start : List.of("feed.json", "feed.zh.json")) {
                List<String> found = new ArrayList<>();
                Optional<Document> document = Optional.of(documents.get(start));
                while (document.isPresent()) {
                    assertThat(Schemas.problems("feed-extension", document.get().text()))
                            .as(document.get().path())
                            .isEmpty();
                    JsonNode feed = json(document.get());
                    assertThat(feed.get("language").asText()).isEqualTo(start.equals("feed.json") ? "en" : "zh-CN");
                    periods(feed).stream()
                            .filter(period -> !found.contains(period))
                            .forEach(found::add);
                    document = Optional.ofNullable(feed.get("next_url"))
                            .map(url -> byArchive.get(url.asText()
                                    .replace(
                                            baseUrl.map(root -> root + "/magnesium/")
                                                    .orElse(""),
                                            "")));
                }
                assertThat(found).hasSize(38).isSortedAccordingTo(java.util.Comparator.reverseOrder());
            }
        }
    }

    @Test
    void what_a_page_is_found_by_tells_its_items_apart_and_counts_what_it_holds_of_them() {
        NavigableMap<YearMonth, String> items = new TreeMap<>();
        for (int i = 0; i < 26; i++) {
            items.put(YearMonth.of(2022, 11).plusMonths(i), item(i));
        }
        Basis before = onlyPageMadeOf(items);
        assertThat(onlyPageMadeOf(new TreeMap<>(items))).isEqualTo(before);
        assertThat(before.bytes()).isGreaterThanOrEqualTo(item(0).length() + item(1).length());

        items.put(YearMonth.of(2022, 12), item(0));
        assertThat(onlyPageMadeOf(items).madeOf()).isNotEqualTo(before.madeOf());
    }

    private static String item(int content) {
        return "{\"content_text\":\"" + String.valueOf(content).repeat(100_000) + "\"}";
    }

    private record Basis(Object madeOf, long bytes) {}

    private static Basis onlyPageMadeOf(NavigableMap<YearMonth, String> items) {
        List<Basis> all = new ArrayList<>();
        FeedPages.of(Languages.ENGLISH, Feeds.metals(), items, Optional.empty(), (name, madeOf, bytes, make) -> {
            all.add(new Basis(madeOf, bytes));
            return make.get();
        });
        assertThat(all).hasSize(1);
        return all.get(0);
    }

    @Test
    void a_page_stays_as_it_is_while_months_are_added_and_changes_where_one_of_its_months_is_revised() {
        upload(38);
        Map<String, Document> before = documents(Optional.empty());

        upload(FIRST.plusMonths(38), 77);
        Map<String, Document> after = documents(Optional.empty());
        assertThat(after.get("feed.json").text())
                .isNotEqualTo(before.get("feed.json").text());
        assertThat(pages(after)).containsAll(pages(before));
        pages(before).forEach(path -> assertThat(after.get(path).text())
                .as(path)
                .isEqualTo(before.get(path).text()));

        upload(FIRST, 5);
        Map<String, Document> revised = documents(Optional.empty());
        assertThat(revised.get("feed.2022.json").text())
                .isNotEqualTo(before.get("feed.2022.json").text());
        assertThat(revised.get("feed.2023.json").text())
                .as("it goes on to the page that is new")
                .contains(revised.get("feed.2022.json").archivePath());
    }
}
