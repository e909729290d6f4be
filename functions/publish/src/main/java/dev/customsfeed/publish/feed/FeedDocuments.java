package dev.customsfeed.publish.feed;

import dev.customsfeed.publish.article.Language;
import dev.customsfeed.publish.feed.FeedJson.Companions;
import dev.customsfeed.publish.formats.SeriesDocuments;
import dev.customsfeed.publish.formats.TradeCube;
import dev.customsfeed.publish.page.PageDocuments;
import dev.customsfeed.publish.report.Document;
import dev.customsfeed.publish.report.FeedData;
import dev.customsfeed.publish.report.MonthReport;
import dev.customsfeed.publish.report.MonthReports;
import dev.customsfeed.publish.report.ReportJson;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** All documents of a feed. What is to be published beside them is added here. */
public final class FeedDocuments {

    private static final List<String> SCHEMAS = List.of(
            "availability.schema.json",
            "feed-definition.schema.json",
            "feed-extension.schema.json",
            "feeds.schema.json",
            "month-report.schema.json",
            "revisions.schema.json");

    private FeedDocuments() {}

    /**
     * The documents within the feed's folder: a report a month, newest first, the open formats and the page, revisions and
     * availability, {@code feed.zh.json} and {@code feed.json}. Without any month there is a {@code feed.json} without items.
     *
     * @param baseUrl the absolute address of the folder that holds the feed's folder; without it no document holds an absolute
     *     address of its own
     * @throws IllegalArgumentException if the project has no partner codes of the feed's source
     * @throws ArithmeticException if a sum does not fit a {@code long}
     */
    public static List<Document> of(FeedData data, Optional<String> baseUrl) {
        List<Document> documents = new ArrayList<>();
        List<FeedJson.Item> items = new ArrayList<>();
        List<MonthReport> reports = MonthReports.of(data);
        for (MonthReport report : reports) {
            Document document = ReportJson.document(report);
            documents.add(document);
            items.add(new FeedJson.Item(report, document.path(), document.archivePath()));
        }
        TradeCube cube = TradeCube.of(data);
        documents.addAll(SeriesDocuments.of(cube));
        Document revisions = CompanionJson.revisions(data, MonthReports.revisions(data), baseUrl);
        Document availability = CompanionJson.availability(data, reports, baseUrl);
        Document chinese = FeedJson.document(
                Language.CHINESE, data, items, new Companions(revisions, availability, Map.of()), baseUrl);
        documents.addAll(List.of(revisions, availability, chinese));
        documents.add(FeedJson.document(
                Language.ENGLISH,
                data,
                items,
                new Companions(revisions, availability, Map.of(Language.CHINESE, chinese)),
                baseUrl));
        documents.addAll(PageDocuments.of(data, cube, documents));
        return List.copyOf(documents);
    }

    /** The JSON Schemas of what the project defines itself, for the folder {@code schemas/} beside the feeds. */
    public static List<Document> schemas() {
        return SCHEMAS.stream().map(FeedDocuments::schema).toList();
    }

    private static Document schema(String name) {
        try (InputStream in = FeedDocuments.class.getResourceAsStream("/schemas/" + name)) {
            return new Document("schemas/" + name, "application/schema+json", in.readAllBytes());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
