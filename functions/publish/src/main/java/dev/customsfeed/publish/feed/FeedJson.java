package dev.customsfeed.publish.feed;

import com.fasterxml.jackson.core.JsonGenerator;
import dev.customsfeed.ledger.feed.FeedDefinition;
import dev.customsfeed.publish.article.Article;
import dev.customsfeed.publish.article.Language;
import dev.customsfeed.publish.report.Document;
import dev.customsfeed.publish.report.FeedData;
import dev.customsfeed.publish.report.FigureJson;
import dev.customsfeed.publish.report.MonthReport;
import dev.customsfeed.publish.report.ProductReport;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Writes the feed itself.
 *
 * @see <a href="https://www.jsonfeed.org/version/1.1/">JSON Feed 1.1</a>
 */
final class FeedJson {

    private static final String SCHEMA = "feed-extension";

    private final Language language;
    private final FeedDefinition definition;
    private final Optional<String> root;
    private final JsonGenerator json;
    private final FigureJson write;

    /**
     * What goes with the items.
     *
     * @param revisions {@code revisions.json}
     * @param availability {@code availability.json}
     * @param translations the feed in other languages, as far as it is made
     */
    record Companions(Document revisions, Document availability, Map<Language, Document> translations) {}

    private FeedJson(Language language, FeedDefinition definition, Optional<String> root, JsonGenerator json) {
        this.language = language;
        this.definition = definition;
        this.root = root;
        this.json = json;
        this.write = new FigureJson(json);
    }

    /** The feed in {@code language}, of {@link #item items}, which are newest first. */
    static Document document(
            Language language, FeedData data, List<String> items, Companions companions, Optional<String> root) {
        ByteArrayOutputStream out = new ByteArrayOutputStream(1 << 16);
        try (JsonGenerator json = FigureJson.generator(out)) {
            new FeedJson(language, data.definition(), root, json).feed(data, items, companions);
            json.writeRaw('\n');
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        // JSON Feed takes application/json as well as its own type, which CloudFront does not compress.
        return Document.json(path(language), out.toByteArray());
    }

    /**
     * An item of the feed in {@code language}.
     *
     * @param report its month
     * @param document the report as it is published
     * @param article on the report, in the same language
     */
    static String item(
            MonthReport report, Document document, Article article, Language language, Optional<String> root) {
        StringWriter out = new StringWriter(1 << 14);
        try (JsonGenerator json = FigureJson.generator(out)) {
            new FeedJson(language, report.feed(), root, json).item(report, document, article);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return out.toString();
    }

    /** {@code feed.json} is the English one, by which a publication becomes visible; others carry their language. */
    private static String path(Language language) {
        return language == Language.ENGLISH ? "feed.json" : "feed." + language.texts() + ".json";
    }

    private void feed(FeedData data, List<String> items, Companions companions) throws IOException {
        json.writeStartObject();
        json.writeStringField("version", "https://jsonfeed.org/version/1.1");
        json.writeStringField("title", definition.title().in(language.texts()));
        if (root.isPresent()) {
            json.writeStringField("home_page_url", inFeed(root.get(), "index.html#lang=" + language.texts()));
            json.writeStringField("feed_url", inFeed(root.get(), path(language)));
        }
        json.writeStringField("language", language.tag());
        json.writeObjectFieldStart("_customs");
        about();
        json.writeStringField("feed", definition.id());
        json.writeStringField("reporter", definition.tradeFlow().reporter());
        json.writeStringField("flow", definition.tradeFlow().flow().id());
        json.writeStringField("source", definition.tradeFlow().source());
        json.writeStringField("currency", definition.currency());
        json.writeBooleanField("sample", definition.sample());
        json.writeObjectFieldStart("definition");
        json.writeStringField("key", data.definitionFile().key());
        json.writeStringField("version", data.definitionFile().versionId());
        json.writeEndObject();
        languages(companions.translations());
        companion("revisions", companions.revisions());
        companion("availability", companions.availability());
        json.writeEndObject();
        json.writeArrayFieldStart("items");
        for (String item : items) {
            json.writeRawValue(item);
        }
        json.writeEndArray();
        json.writeEndObject();
    }

    /** Documents that are written after this one cannot be named by their content. */
    private void languages(Map<Language, Document> translations) throws IOException {
        json.writeArrayFieldStart("languages");
        for (Language other : Language.values()) {
            if (other != language) {
                json.writeStartObject();
                json.writeStringField("language", other.tag());
                json.writeStringField("document", path(other));
                if (translations.containsKey(other)) {
                    json.writeStringField("archive", translations.get(other).archivePath());
                }
                json.writeEndObject();
            }
        }
        json.writeEndArray();
    }

    private void companion(String field, Document document) throws IOException {
        json.writeObjectFieldStart(field);
        json.writeStringField("document", document.path());
        json.writeStringField("archive", document.archivePath());
        json.writeEndObject();
    }

    private void item(MonthReport report, Document document, Article article) throws IOException {
        json.writeStartObject();
        json.writeStringField("id", definition.id() + "/" + report.period());
        if (root.isPresent()) {
            json.writeStringField(
                    "url", inFeed(root.get(), "index.html#lang=" + language.texts() + "&month=" + report.period()));
        }
        json.writeStringField("title", article.title());
        json.writeStringField("content_html", article.html());
        json.writeStringField("content_text", article.text());
        json.writeStringField("summary", article.summary());
        json.writeStringField("date_published", published(report).toString());
        json.writeStringField("date_modified", report.lastChanged().toString());
        extension(report, document);
        json.writeEndObject();
    }

    private void extension(MonthReport report, Document document) throws IOException {
        json.writeObjectFieldStart("_customs");
        about();
        json.writeStringField("period", report.period().toString());
        json.writeStringField("status", report.status());
        json.writeBooleanField("sample", definition.sample());
        json.writeStringField("report", document.path());
        json.writeStringField("archive", document.archivePath());
        json.writeObjectFieldStart("total");
        write.month(report.total().month());
        write.yearToDate(report.total().ytd());
        json.writeEndObject();
        json.writeArrayFieldStart("products");
        for (ProductReport product : report.products()) {
            json.writeStartObject();
            json.writeStringField("id", product.product().id());
            write.text("name", product.product().name());
            write.percent("sharePct", product.sharePct());
            write.month(product.figures().month());
            write.yearToDate(product.figures().ytd());
            json.writeEndObject();
        }
        json.writeEndArray();
        json.writeEndObject();
    }

    private void about() throws IOException {
        json.writeStringField("about", schema(root, SCHEMA));
    }

    /** The address of the folder that holds the feeds' folders, without a slash at its end. */
    static Optional<String> root(Optional<String> baseUrl) {
        return baseUrl.map(url -> url.replaceAll("/+$", ""));
    }

    /** Where the schema {@code name} is, seen from the feed's folder. */
    static String schema(Optional<String> root, String name) {
        return root.orElse("..") + "/schemas/" + name + ".schema.json";
    }

    private String inFeed(String url, String path) {
        return url + "/" + definition.id() + "/" + path;
    }

    /** The day in the release calendar; without one, when the month first arrived. */
    private Instant published(MonthReport report) {
        return definition
                .release(report.period())
                .map(date -> date.atStartOfDay(ZoneOffset.UTC).toInstant())
                .orElse(report.firstUploaded());
    }
}
