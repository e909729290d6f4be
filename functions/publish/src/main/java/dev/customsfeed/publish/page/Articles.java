package dev.customsfeed.publish.page;

import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import dev.customsfeed.publish.report.Document;
import dev.customsfeed.publish.report.FigureJson;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.YearMonth;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.regex.Pattern;

/** Takes the articles out of the JSON Feeds, a document a month with the languages side by side. */
final class Articles {

    private static final JsonMapper JSON = new JsonMapper();

    /** The feed in English or in another language. */
    private static final Pattern FEED = Pattern.compile("feed(\\.[a-z]+)?\\.json");

    private Articles() {}

    /** What an article is made of on the page. */
    private record Article(String title, String html) {}

    /** By month: <code>{"period", "articles": {"en": {"title", "html"}}}</code>. */
    static SortedMap<YearMonth, Document> of(List<Document> documents) {
        SortedMap<YearMonth, SortedMap<String, Article>> articles = new TreeMap<>();
        documents.stream()
                .filter(document -> FEED.matcher(document.path()).matches())
                .forEach(feed -> read(feed, articles));
        SortedMap<YearMonth, Document> byMonth = new TreeMap<>();
        articles.forEach((period, byLanguage) -> byMonth.put(period, document(period, byLanguage)));
        return byMonth;
    }

    private static void read(Document document, SortedMap<YearMonth, SortedMap<String, Article>> articles) {
        try {
            JsonNode feed = JSON.readTree(document.content());
            // The page's language is en or zh, whatever the script or region that a feed's tag adds.
            String language = feed.path("language").asText("en").split("-", 2)[0];
            for (JsonNode item : feed.path("items")) {
                articles.computeIfAbsent(
                                YearMonth.parse(
                                        item.path("_customs").path("period").asText()),
                                any -> new TreeMap<>())
                        .put(
                                language,
                                new Article(
                                        item.path("title").asText(),
                                        item.path("content_html").asText()));
            }
        } catch (IOException e) {
            throw new UncheckedIOException("found a feed that is no JSON: " + document.path(), e);
        }
    }

    private static Document document(YearMonth period, SortedMap<String, Article> byLanguage) {
        ByteArrayOutputStream out = new ByteArrayOutputStream(1 << 14);
        try (JsonGenerator json = FigureJson.generator(out)) {
            json.writeStartObject();
            json.writeStringField("period", period.toString());
            json.writeObjectFieldStart("articles");
            for (Map.Entry<String, Article> article : byLanguage.entrySet()) {
                json.writeObjectFieldStart(article.getKey());
                json.writeStringField("title", article.getValue().title());
                json.writeStringField("html", article.getValue().html());
                json.writeEndObject();
            }
            json.writeEndObject();
            json.writeEndObject();
            json.writeRaw('\n');
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return Document.namedByContent("page/articles/" + period + ".json", "application/json", out.toByteArray());
    }
}
