package dev.customsfeed.publish.documents;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import dev.customsfeed.ledger.SchemaVersion;
import dev.customsfeed.publish.documents.article.Article;
import dev.customsfeed.publish.documents.article.ArticleWriter;
import dev.customsfeed.publish.documents.feed.AtomDocuments;
import dev.customsfeed.publish.documents.feed.CompanionDocuments;
import dev.customsfeed.publish.documents.feed.FeedJson;
import dev.customsfeed.publish.documents.feed.FeedsByLanguage;
import dev.customsfeed.publish.documents.json.Document;
import dev.customsfeed.publish.documents.json.FeedContent;
import dev.customsfeed.publish.documents.json.MonthDocuments;
import dev.customsfeed.publish.documents.json.Output;
import dev.customsfeed.publish.documents.json.RowAccess;
import dev.customsfeed.publish.documents.page.PageDocuments;
import dev.customsfeed.publish.documents.page.SummaryDocuments;
import dev.customsfeed.publish.documents.report.ReportDocuments;
import dev.customsfeed.publish.documents.report.ReportJson;
import dev.customsfeed.publish.documents.rows.RowsDocuments;
import dev.customsfeed.publish.documents.series.SeriesDocuments;
import dev.customsfeed.publish.documents.workbook.WorkbookDocuments;
import dev.customsfeed.publish.figures.feed.FeedData;
import dev.customsfeed.publish.figures.feed.FeedTrade;
import dev.customsfeed.publish.figures.feed.TradeCube;
import dev.customsfeed.publish.figures.missing.MissingReasons;
import dev.customsfeed.publish.figures.report.Availability;
import dev.customsfeed.publish.figures.report.MonthReport;
import dev.customsfeed.publish.figures.report.MonthReports;
import dev.customsfeed.publish.words.Languages;
import dev.customsfeed.publish.words.language.Language;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** All documents of a feed. */
public final class FeedDocuments {

    /** What a feed has, in the order in which it is written: a new output is one class and one line here. */
    private static final List<Output> OUTPUTS = List.of(
            new ReportDocuments(),
            new RowsDocuments(),
            new SeriesDocuments(),
            new WorkbookDocuments(),
            new CompanionDocuments(),
            new FeedsByLanguage(),
            new AtomDocuments(),
            new PageDocuments(),
            new SummaryDocuments());

    private static final List<String> SCHEMAS =
            List.of("availability", "feed-definition", "feed-extension", "feeds", "month-report", "revisions", "rows");

    private static final JsonMapper JSON = new JsonMapper();

    private FeedDocuments() {}

    /**
     * The documents within the feed's folder: a report a month, newest first, the rows behind it, the open formats and the page, revisions and
     * availability, {@code feed.zh.json} and {@code feed.json} with their pages of older months. Without any month there is a {@code feed.json} without items.
     *
     * @param baseUrl the absolute address of the folder that holds the feed's folder; without it no document holds an absolute
     *     address of its own
     * @param known spares computing again what was computed before; the documents are the same whatever it knows
     * @param rows where the rows are that the figures add up from
     * @throws IllegalArgumentException if the project has no partner codes of the feed's source
     * @throws ArithmeticException if a sum does not fit a {@code long}
     */
    public static List<Document> of(FeedData data, Optional<String> baseUrl, KnownDocuments known, RowAccess rows) {
        return of(data, baseUrl, Languages.PUBLISHED, known, rows);
    }

    /** The same in {@code languages}, which are always the same of one {@code known}. */
    static List<Document> of(
            FeedData data, Optional<String> baseUrl, Languages languages, KnownDocuments known, RowAccess rows) {
        Optional<String> root = FeedJson.root(baseUrl);
        return known.feed(data, root, () -> compute(data, root, languages, known, rows));
    }

    private static List<Document> compute(
            FeedData data, Optional<String> root, Languages languages, KnownDocuments known, RowAccess rows) {
        FeedTrade trade = FeedTrade.of(data);
        MonthReports reports = MonthReports.of(data, trade);
        List<MonthDocuments> months = reports.bases().stream()
                .map(basis -> known.month(basis, root, any -> month(reports.report(any), languages, root)))
                .toList();
        FeedContent content = new FeedContent(
                data,
                TradeCube.of(data, trade),
                MissingReasons.of(data, trade),
                reports.revisions(),
                months,
                months.stream().findFirst().map(newest -> read(newest.report())),
                languages,
                root,
                rows,
                known.documents(data.definition().id()));
        List<Document> documents = new ArrayList<>();
        for (Output output : OUTPUTS) {
            documents.addAll(output.of(content, List.copyOf(documents)));
        }
        return List.copyOf(documents);
    }

    private static JsonNode read(Document document) {
        try {
            return JSON.readTree(document.content());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Writes down what {@code report} says. */
    private static MonthDocuments month(MonthReport report, Languages languages, Optional<String> root) {
        Document document = ReportJson.document(report, languages);
        Map<Language, Article> articles = new LinkedHashMap<>();
        Map<Language, String> items = new LinkedHashMap<>();
        for (Language language : languages.all()) {
            Article article = ArticleWriter.write(report, language);
            articles.put(language, article);
            items.put(language, FeedJson.item(report, document, article, language, root));
        }
        return new MonthDocuments(
                document,
                PageDocuments.article(report.period(), articles),
                items,
                Availability.OfMonth.of(report),
                PageDocuments.partners(report),
                PageDocuments.unpriced(report));
    }

    /** The JSON Schemas of what the project defines itself, for the folder {@code schemas/} beside the feeds, in one folder for each version. */
    public static List<Document> schemas() {
        return SCHEMAS.stream().map(FeedDocuments::schema).toList();
    }

    private static Document schema(String name) {
        String path = SchemaVersion.path(name);
        try (InputStream in = FeedDocuments.class.getResourceAsStream("/" + path)) {
            return new Document(path, "application/schema+json", in.readAllBytes());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
