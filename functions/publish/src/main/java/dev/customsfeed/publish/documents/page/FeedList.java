package dev.customsfeed.publish.documents.page;

import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.customsfeed.ledger.SchemaVersion;
import dev.customsfeed.publish.documents.json.Document;
import dev.customsfeed.publish.documents.json.FigureJson;
import dev.customsfeed.publish.words.Languages;
import dev.customsfeed.publish.words.SourceNames;
import dev.customsfeed.publish.words.language.Language;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Collectors;

/**
 * The feeds that are published, for the top of the feed bucket: {@code index.html} for people, in all languages at once, with the newest
 * month of each, and {@code feeds.json} for programs.
 */
public final class FeedList {

    private static final String FEEDS_JSON = "feeds.json";

    private static final List<String> FIGURES = List.of("mark", "measure", "amount", "momPct", "yoyPct", "months");

    private static final JsonMapper JSON = JsonMapper.builder()
            .enable(DeserializationFeature.USE_BIG_DECIMAL_FOR_FLOATS)
            .build();
    private static final Map<String, String> LANGUAGE_TAGS =
            Languages.PUBLISHED.all().stream().collect(Collectors.toMap(Language::texts, Language::tag));

    private FeedList() {}

    /** One feed, as its summary tells. */
    private record Feed(
            String id,
            Map<String, String> title,
            String reporter,
            String flow,
            String source,
            Map<String, String> sourceName,
            String currency,
            boolean sample,
            Optional<String> newest,
            ObjectNode figures) {}

    /** Where a feed's summary lies within its folder. */
    public static String summaryPath() {
        return SummaryDocuments.PATH;
    }

    /**
     * The documents, with their paths at the top of the bucket.
     *
     * @param overviews the {@linkplain #summaryPath summaries} of the feeds that are published, in any order
     */
    public static List<Document> documents(List<byte[]> overviews) {
        return of(overviews.stream().map(FeedList::read).toList());
    }

    /**
     * The documents after one feed changed.
     *
     * @param feedsJson the {@code feeds.json} from before
     * @param id the feed's name
     * @param overview of that feed; empty where it is no longer published
     * @return empty if {@code feedsJson} cannot be read, so that all overviews are needed
     */
    public static Optional<List<Document>> documents(byte[] feedsJson, String id, Optional<byte[]> overview) {
        List<Feed> feeds = new ArrayList<>();
        try {
            for (JsonNode feed : JSON.readTree(feedsJson).path("feeds")) {
                if (!feed.path("id").asText().equals(id)) {
                    feeds.add(new Feed(
                            feed.path("id").asText(),
                            texts(feed.path("title")),
                            feed.path("reporter").asText(),
                            feed.path("flow").asText(),
                            feed.path("source").asText(),
                            SourceNames.of(feed.path("source").asText()).byLanguage(),
                            feed.path("currency").asText(),
                            feed.path("sample").asBoolean(),
                            Optional.ofNullable(feed.get("newest"))
                                    .filter(JsonNode::isTextual)
                                    .map(JsonNode::asText),
                            figures(feed)));
                }
            }
        } catch (IOException e) {
            return Optional.empty();
        }
        overview.map(FeedList::read).ifPresent(feeds::add);
        return Optional.of(of(feeds));
    }

    /** The name of the list for programs, at the top of the bucket. */
    public static String path() {
        return FEEDS_JSON;
    }

    private static List<Document> of(List<Feed> unsorted) {
        List<Feed> feeds =
                unsorted.stream().sorted(Comparator.comparing(Feed::id)).toList();
        return List.of(
                Document.current("feeds.css", "text/css; charset=utf-8", PageFiles.resource("feeds.css")),
                Document.current("feeds.js", "text/javascript; charset=utf-8", PageFiles.resource("feeds.js")),
                Document.current(FEEDS_JSON, "application/json", json(feeds)),
                Document.current("index.html", "text/html; charset=utf-8", html(feeds)));
    }

    private static Feed read(byte[] overview) {
        try {
            JsonNode feed = JSON.readTree(overview);
            return new Feed(
                    feed.path("feed").asText(),
                    texts(feed.path("title")),
                    feed.path("reporter").asText(),
                    feed.path("flow").asText(),
                    feed.path("source").path("id").asText(),
                    texts(feed.path("source").path("name")),
                    feed.path("currency").asText(),
                    feed.path("sample").asBoolean(),
                    Optional.ofNullable(feed.get("newest"))
                            .filter(JsonNode::isTextual)
                            .map(JsonNode::asText),
                    figures(feed));
        } catch (IOException e) {
            throw new UncheckedIOException("found an overview of a feed that is no JSON", e);
        }
    }

    /** What is told of the newest month; nothing of a feed without any. */
    private static ObjectNode figures(JsonNode feed) {
        ObjectNode figures = JSON.createObjectNode();
        for (String name : FIGURES) {
            if (feed.has(name)) {
                figures.set(name, feed.get(name));
            }
        }
        return figures;
    }

    private static Map<String, String> texts(JsonNode byLanguage) {
        Map<String, String> texts = new TreeMap<>();
        byLanguage
                .properties()
                .forEach(text -> texts.put(text.getKey(), text.getValue().asText()));
        return texts;
    }

    private static byte[] json(List<Feed> feeds) {
        return FigureJson.legible(json -> {
            json.writeStringField("about", SchemaVersion.path("feeds"));
            json.writeNumberField(SchemaVersion.MEMBER, SchemaVersion.NUMBER);
            json.writeArrayFieldStart("feeds");
            for (Feed feed : feeds) {
                json.writeStartObject();
                json.writeStringField("id", feed.id());
                json.writeObjectFieldStart("title");
                for (Map.Entry<String, String> title : feed.title().entrySet()) {
                    json.writeStringField(title.getKey(), title.getValue());
                }
                json.writeEndObject();
                json.writeStringField("reporter", feed.reporter());
                json.writeStringField("flow", feed.flow());
                json.writeStringField("source", feed.source());
                json.writeStringField("currency", feed.currency());
                json.writeBooleanField("sample", feed.sample());
                if (feed.newest().isPresent()) {
                    json.writeStringField("newest", feed.newest().get());
                } else {
                    json.writeNullField("newest");
                }
                for (Map.Entry<String, JsonNode> figure : feed.figures().properties()) {
                    figure(json, figure.getKey(), figure.getValue());
                }
                json.writeStringField("feed", feed.id() + "/feed.json");
                json.writeStringField("page", feed.id() + "/index.html");
                json.writeEndObject();
            }
            json.writeEndArray();
        });
    }

    private static void figure(JsonGenerator json, String name, JsonNode value) throws IOException {
        json.writeFieldName(name);
        if (value.isArray()) {
            json.writeStartArray();
            for (JsonNode one : value) {
                number(json, one);
            }
            json.writeEndArray();
        } else if (value.isTextual()) {
            json.writeString(value.asText());
        } else {
            number(json, value);
        }
    }

    private static void number(JsonGenerator json, JsonNode value) throws IOException {
        if (value.isNumber()) {
            json.writeNumber(value.decimalValue());
        } else {
            json.writeNull();
        }
    }

    private static byte[] html(List<Feed> feeds) {
        StringBuilder items = new StringBuilder();
        feeds.forEach(feed -> item(feed, items));
        String list = feeds.isEmpty()
                ? "<p>No feed is published. <span lang=\"zh-CN\">尚无已发布的数据。</span></p>"
                : "<ul>\n" + items + "</ul>";
        String template = new String(PageFiles.resource("feeds.html"), StandardCharsets.UTF_8);
        return template.replace("{{feeds}}", list).getBytes(StandardCharsets.UTF_8);
    }

    private static void item(Feed feed, StringBuilder html) {
        html.append("<li data-feed=\"")
                .append(Html.escape(feed.id()))
                .append("\" data-newest=\"")
                .append(Html.escape(feed.newest().orElse("")))
                .append("\" data-mark=\"")
                .append(Html.escape(feed.figures().path("mark").asText()))
                .append("\">\n");
        feed.title().forEach((language, title) -> html.append("<a lang=\"")
                .append(LANGUAGE_TAGS.getOrDefault(language, language))
                .append("\" href=\"")
                .append(Html.escape(feed.id()))
                .append("/index.html#lang=")
                .append(Html.escape(language))
                .append("\">")
                .append(Html.escape(title))
                .append("</a>\n"));
        if (feed.figures().path("amount").isNumber()) {
            html.append("<p class=\"figure\"><b>")
                    .append(Html.escape(amount(feed)))
                    .append("</b>")
                    .append(change(feed.figures().path("momPct"), "on the month before", "环比"))
                    .append(change(feed.figures().path("yoyPct"), "on a year before", "同比"))
                    .append(Sparkline.of(feed.figures().path("months")))
                    .append("</p>\n");
        }
        html.append("<p class=\"news\" hidden></p>\n");
        html.append("<p>")
                .append(feed.newest().map(Html::escape).orElse("No month yet <span lang=\"zh-CN\">尚无数据</span>"))
                .append(" · ")
                .append(Html.escape(Objects.requireNonNull(feed.sourceName().get("en"))));
        if (feed.sample()) {
            html.append(" · <strong>Sample data <span lang=\"zh-CN\">样例数据</span></strong>");
        }
        html.append(" · <a href=\"").append(Html.escape(feed.id())).append("/feed.json\">feed.json</a></p>\n</li>\n");
    }

    private static String amount(Feed feed) {
        BigDecimal amount = feed.figures().path("amount").decimalValue();
        return feed.figures().path("measure").asText().equals("value")
                ? grouped(amount) + " " + feed.currency()
                : grouped(amount.movePointLeft(3)) + " t";
    }

    /** Whole from a hundred on, else with one decimal. */
    private static String grouped(BigDecimal number) {
        boolean large = number.compareTo(BigDecimal.valueOf(100)) >= 0 || number.signum() == 0;
        return String.format(Locale.ROOT, large ? "%,.0f" : "%,.1f", number);
    }

    private static String change(JsonNode percent, String english, String chinese) {
        if (!percent.isNumber()) {
            return "";
        }
        String number = percent.decimalValue().setScale(2, RoundingMode.HALF_UP).toPlainString();
        String signed = number.startsWith("-") ? "\u2212" + number.substring(1) : "+" + number;
        return "<span>" + signed + "% " + english + " <span lang=\"zh-CN\">" + chinese + "</span></span>";
    }
}
