package dev.customsfeed.publish.documents.feed;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import dev.customsfeed.publish.documents.FeedDocuments;
import dev.customsfeed.publish.documents.KnownDocuments;
import dev.customsfeed.publish.documents.json.Document;
import dev.customsfeed.publish.documents.json.RowAccess;
import dev.customsfeed.publish.figures.report.Feeds;
import dev.customsfeed.publish.figures.report.TradeFiles;
import java.io.ByteArrayInputStream;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import javax.xml.parsers.DocumentBuilderFactory;
import org.junit.jupiter.api.Test;
import org.w3c.dom.Element;
import org.w3c.dom.NodeList;

/** Whether readers take it is tested with one that others wrote, in {@code infra/local/browser/clients}. */
class AtomDocumentsTest {

    private static final String ALL = "incoming/gacc/flow=export/hs=8104/";

    private final TradeFiles files = new TradeFiles(Feeds.magnesium())
            .put(ALL + "a.csv", "81041100 2025-10 111 1000 10")
            .put(ALL + "b.csv", "81041100 2025-12 111 2000 20");

    private Map<String, Document> documents(Optional<String> baseUrl) {
        Map<String, Document> documents = new TreeMap<>();
        FeedDocuments.of(files.data(), baseUrl, KnownDocuments.none(), RowAccess.none())
                .forEach(document -> documents.put(document.path(), document));
        return documents;
    }

    private static Element feed(Document document) throws Exception {
        return DocumentBuilderFactory.newInstance()
                .newDocumentBuilder()
                .parse(new ByteArrayInputStream(document.content()))
                .getDocumentElement();
    }

    private static List<String> texts(Element feed, String name) {
        NodeList found = feed.getElementsByTagName(name);
        List<String> texts = new ArrayList<>();
        for (int i = 0; i < found.getLength(); i++) {
            texts.add(found.item(i).getTextContent());
        }
        return texts;
    }

    private static List<String> links(Element feed) {
        NodeList found = feed.getElementsByTagName("link");
        List<String> links = new ArrayList<>();
        for (int i = 0; i < found.getLength(); i++) {
            links.add(((Element) found.item(i)).getAttribute("href"));
        }
        return links;
    }

    @Test
    void it_has_the_items_of_the_feed_in_each_language() throws Exception {
        Map<String, Document> documents = documents(Optional.empty());
        for (String name : List.of("feed", "feed.zh")) {
            JsonNode json =
                    new JsonMapper().readTree(documents.get(name + ".json").content());
            Element atom = feed(documents.get(name + ".atom"));
            assertThat(atom.getAttribute("xml:lang"))
                    .isEqualTo(json.get("language").asText());
            List<String> titles = new ArrayList<>(List.of(json.get("title").asText()));
            json.get("items").forEach(item -> titles.add(item.get("title").asText()));
            assertThat(texts(atom, "title")).isEqualTo(titles);
            assertThat(texts(atom, "content"))
                    .first()
                    .isEqualTo(json.at("/items/0/content_html").asText());
            assertThat(texts(atom, "updated"))
                    .as("the feed is as new as its newest item")
                    .containsExactly("2026-01-01T00:00:02Z", "2026-01-01T00:00:02Z", "2026-01-01T00:00:01Z");
            assertThat(texts(atom, "name")).containsExactly("customs-feed");
        }
    }

    @Test
    void ids_stay_whatever_changes_and_wherever_it_is_served() throws Exception {
        List<String> before = texts(feed(documents(Optional.empty()).get("feed.atom")), "id");
        files.put(ALL + "b.csv", "81041100 2025-12 111 2100 20");
        Map<String, Document> moved = documents(Optional.of("https://example.org/feeds"));
        assertThat(texts(feed(moved.get("feed.atom")), "id")).isEqualTo(before).doesNotHaveDuplicates();
        assertThat(texts(feed(moved.get("feed.zh.atom")), "id")).doesNotContainAnyElementsOf(before);
    }

    @Test
    void its_addresses_are_absolute_where_the_feed_knows_its_own() throws Exception {
        assertThat(links(
                        feed(documents(Optional.of("https://example.org/feeds")).get("feed.zh.atom"))))
                .contains("https://example.org/feeds/magnesium/feed.zh.atom")
                .contains("https://example.org/feeds/magnesium/index.html#lang=zh&month=2025-12")
                .allMatch(link -> link.startsWith("https://example.org/feeds/magnesium/"));
        assertThat(links(feed(documents(Optional.empty()).get("feed.atom"))))
                .containsExactly(
                        "feed.atom",
                        "index.html#lang=en",
                        "index.html#lang=en&month=2025-12",
                        "index.html#lang=en&month=2025-10");
    }

    @Test
    void a_feed_without_items_was_never_updated_and_has_none() {
        files.delete(ALL + "a.csv").delete(ALL + "b.csv");
        assertThat(documents(Optional.empty())).doesNotContainKeys("feed.atom", "feed.zh.atom");
    }
}
