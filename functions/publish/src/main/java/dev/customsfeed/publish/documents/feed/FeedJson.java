package dev.customsfeed.publish.documents.feed;

import com.fasterxml.jackson.core.JsonGenerator;
import dev.customsfeed.ledger.SchemaVersion;
import dev.customsfeed.ledger.feed.FeedDefinition;
import dev.customsfeed.publish.documents.article.Article;
import dev.customsfeed.publish.documents.json.Document;
import dev.customsfeed.publish.documents.json.FigureJson;
import dev.customsfeed.publish.documents.json.OutlookJson;
import dev.customsfeed.publish.figures.feed.FeedData;
import dev.customsfeed.publish.figures.outlook.Outlook;
import dev.customsfeed.publish.figures.report.Analysis;
import dev.customsfeed.publish.figures.report.MonthReport;
import dev.customsfeed.publish.figures.report.ProductReport;
import dev.customsfeed.publish.words.Languages;
import dev.customsfeed.publish.words.language.Language;
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
public final class FeedJson {

    private static final String SCHEMA = "feed-extension";

    /** Who writes the articles: not the office that the figures come from. */
    private static final String AUTHOR = "customs-feed";

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
     * @param languages all that the feed is written in
     */
    public record Companions(
            Document revisions, Document availability, Map<Language, Document> translations, Languages languages) {}

    private FeedJson(Language language, FeedDefinition definition, Optional<String> root, JsonGenerator json) {
        this.language = language;
        this.definition = definition;
        this.root = root;
        this.json = json;
        this.write = new FigureJson(json);
    }

    /**
     * The feed in {@code language}.
     *
     * @param items the {@link #item items} of the newest months, newest first
     * @param next the page that goes on with older ones
     */
    public static Document document(
            Language language,
            FeedData data,
            List<String> items,
            Companions companions,
            Optional<Document> next,
            Optional<String> root) {
        return write(
                path(language), language, data.definition(), root, feed -> feed.feed(data, items, companions, next));
    }

    /**
     * The page of a year: of all that changes from month to month it says nothing, so that it stays as it is once the year is over.
     *
     * @param items the {@link #item items} of the year, newest first
     * @param next the page of the year before
     */
    static Document page(
            Language language,
            FeedDefinition definition,
            int year,
            List<String> items,
            Optional<Document> next,
            Optional<String> root) {
        String path = path(language).replaceFirst("\\.json$", "." + year + ".json");
        return write(path, language, definition, root, feed -> feed.page(path, year, items, next));
    }

    /** Writes a document. */
    @FunctionalInterface
    private interface Writing {
        void of(FeedJson feed) throws IOException;
    }

    private static Document write(
            String path, Language language, FeedDefinition definition, Optional<String> root, Writing writing) {
        ByteArrayOutputStream out = new ByteArrayOutputStream(1 << 16);
        try (JsonGenerator json = FigureJson.generator(out)) {
            writing.of(new FeedJson(language, definition, root, json));
            json.writeRaw('\n');
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        // JSON Feed takes application/json as well as its own type, which CloudFront does not compress.
        return Document.json(path, out.toByteArray());
    }

    /**
     * An item of the feed in {@code language}.
     *
     * @param report its month
     * @param document the report as it is published
     * @param article on the report, in the same language
     */
    public static String item(
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
        return language.texts().equals(Languages.ENGLISH.texts()) ? "feed.json" : "feed." + language.texts() + ".json";
    }

    private void feed(FeedData data, List<String> items, Companions companions, Optional<Document> next)
            throws IOException {
        json.writeStartObject();
        head(path(language), next);
        json.writeObjectFieldStart("_customs");
        aboutFeed();
        json.writeObjectFieldStart("definition");
        json.writeStringField("key", data.definitionFile().key());
        json.writeStringField("version", data.definitionFile().versionId());
        json.writeEndObject();
        languages(companions.translations(), companions.languages());
        companion("revisions", companions.revisions());
        companion("availability", companions.availability());
        json.writeEndObject();
        items(items);
        json.writeEndObject();
    }

    private void page(String path, int year, List<String> items, Optional<Document> next) throws IOException {
        json.writeStartObject();
        head(path, next);
        json.writeObjectFieldStart("_customs");
        aboutFeed();
        json.writeNumberField("year", year);
        json.writeEndObject();
        items(items);
        json.writeEndObject();
    }

    private void head(String path, Optional<Document> next) throws IOException {
        json.writeStringField("version", "https://jsonfeed.org/version/1.1");
        json.writeStringField("title", definition.title().in(language.texts()));
        if (root.isPresent()) {
            json.writeStringField("home_page_url", inFeed(root.get(), "index.html#lang=" + language.texts()));
            json.writeStringField("feed_url", inFeed(root.get(), path));
        }
        if (next.isPresent()) {
            // The immutable copy: what goes on with this document is what was published with it.
            String older = next.get().archivePath();
            json.writeStringField(
                    "next_url", root.map(url -> inFeed(url, older)).orElse(older));
        }
        json.writeStringField("language", language.tag());
        json.writeArrayFieldStart("authors");
        json.writeStartObject();
        json.writeStringField("name", AUTHOR);
        if (root.isPresent()) {
            json.writeStringField("url", root.get() + "/");
        }
        json.writeEndObject();
        json.writeEndArray();
    }

    private void aboutFeed() throws IOException {
        about();
        json.writeNumberField(SchemaVersion.MEMBER, SchemaVersion.NUMBER);
        json.writeStringField("feed", definition.id());
        json.writeStringField("reporter", definition.tradeFlow().reporter());
        json.writeStringField("flow", definition.tradeFlow().flow().id());
        json.writeStringField("source", definition.tradeFlow().source());
        json.writeStringField("currency", definition.currency());
        json.writeBooleanField("sample", definition.sample());
    }

    private void items(List<String> items) throws IOException {
        json.writeArrayFieldStart("items");
        for (String item : items) {
            json.writeRawValue(item);
        }
        json.writeEndArray();
    }

    /** Documents that are written after this one cannot be named by their content. */
    private void languages(Map<Language, Document> translations, Languages languages) throws IOException {
        json.writeArrayFieldStart("languages");
        for (Language other : languages.all()) {
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
        // Of one month all outlooks have the same basis.
        boolean eventInBasis = !report.eventsInOutlook().isEmpty();
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
        outlook(report.analysis(), eventInBasis);
        json.writeEndObject();
        json.writeArrayFieldStart("products");
        for (ProductReport product : report.products()) {
            json.writeStartObject();
            json.writeStringField("id", product.product().id());
            write.text("name", product.product().name());
            write.percent("sharePct", product.sharePct());
            write.month(product.figures().month());
            write.yearToDate(product.figures().ytd());
            outlook(product.analysis(), eventInBasis);
            json.writeEndObject();
        }
        json.writeEndArray();
        json.writeEndObject();
    }

    /** Of the months ahead, where there are enough behind: by itself, so that it is not taken for trade. */
    private void outlook(Analysis analysis, boolean eventInBasis) throws IOException {
        Optional<Outlook> found = analysis.outlook().value();
        if (found.isPresent()) {
            json.writeObjectFieldStart("outlook");
            new OutlookJson(json).fields(found.get());
            if (eventInBasis) {
                json.writeBooleanField("eventInBasis", true);
            }
            json.writeEndObject();
        }
    }

    private void about() throws IOException {
        json.writeStringField("about", schema(root, SCHEMA));
    }

    /** The address of the folder that holds the feeds' folders, without a slash at its end. */
    public static Optional<String> root(Optional<String> baseUrl) {
        return baseUrl.map(url -> url.replaceAll("/+$", ""));
    }

    /** Where the schema {@code name} is, seen from the feed's folder. */
    public static String schema(Optional<String> root, String name) {
        return root.orElse("..") + "/" + SchemaVersion.path(name);
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
