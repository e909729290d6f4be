package dev.customsfeed.publish.feed;

import dev.customsfeed.publish.article.Language;
import dev.customsfeed.publish.feed.FeedJson.Companions;
import dev.customsfeed.publish.formats.SeriesDocuments;
import dev.customsfeed.publish.formats.TradeCube;
import dev.customsfeed.publish.page.PageDocuments;
import dev.customsfeed.publish.report.Document;
import dev.customsfeed.publish.report.FeedData;
import dev.customsfeed.publish.report.FeedTrade;
import dev.customsfeed.publish.report.MonthReports;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;

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
     * @param known spares computing again what was computed before; the documents are the same whatever it knows
     * @throws IllegalArgumentException if the project has no partner codes of the feed's source
     * @throws ArithmeticException if a sum does not fit a {@code long}
     */
    public static List<Document> of(FeedData data, Optional<String> baseUrl, KnownDocuments known) {
        Optional<String> root = FeedJson.root(baseUrl);
        return known.feed(data, root, () -> compute(data, root, known));
    }

    private static List<Document> compute(FeedData data, Optional<String> root, KnownDocuments known) {
        FeedTrade trade = FeedTrade.of(data);
        MonthReports reports = MonthReports.of(data, trade);
        List<MonthDocuments> months = reports.bases().stream()
                .map(basis -> known.month(basis, root, any -> MonthDocuments.of(reports.report(any), root)))
                .toList();
        List<Document> documents =
                new ArrayList<>(months.stream().map(MonthDocuments::report).toList());
        TradeCube cube = TradeCube.of(data, trade);
        documents.addAll(SeriesDocuments.of(cube));
        Document revisions = CompanionJson.revisions(data, reports.revisions(), root);
        Document availability = CompanionJson.availability(
                data, months.stream().map(MonthDocuments::availability).toList(), root);
        Document chinese = FeedJson.document(
                Language.CHINESE,
                data,
                items(months, Language.CHINESE),
                new Companions(revisions, availability, Map.of()),
                root);
        documents.addAll(List.of(revisions, availability, chinese));
        documents.add(FeedJson.document(
                Language.ENGLISH,
                data,
                items(months, Language.ENGLISH),
                new Companions(revisions, availability, Map.of(Language.CHINESE, chinese)),
                root));
        SortedMap<YearMonth, Document> articles = new TreeMap<>();
        months.forEach(month -> articles.put(month.availability().period(), month.article()));
        documents.addAll(PageDocuments.of(data, cube, documents, articles));
        return List.copyOf(documents);
    }

    private static List<String> items(List<MonthDocuments> months, Language language) {
        return months.stream().map(month -> month.items().get(language)).toList();
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
