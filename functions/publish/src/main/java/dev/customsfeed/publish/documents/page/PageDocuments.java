package dev.customsfeed.publish.documents.page;

import dev.customsfeed.publish.documents.article.Article;
import dev.customsfeed.publish.documents.json.Document;
import dev.customsfeed.publish.documents.json.FeedContent;
import dev.customsfeed.publish.documents.json.Output;
import dev.customsfeed.publish.documents.page.PartDocuments.OfParts;
import dev.customsfeed.publish.figures.report.MonthReport;
import dev.customsfeed.publish.words.language.Language;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.TreeSet;

/**
 * The page of a feed, {@code index.html}, and what only it reads, in the folder {@code page/}: its static files, an overview with all
 * months, what is asked for later by product and destination, and the articles one by one, so that nobody loads ten years of them to read one.
 */
public final class PageDocuments implements Output {

    /** All of them; the page links to the feed's other documents. */
    @Override
    public List<Document> of(FeedContent content, List<Document> before) {
        SortedMap<YearMonth, Document> articles = new TreeMap<>();
        content.months().forEach(month -> articles.put(month.availability().period(), month.article()));
        SortedMap<YearMonth, Document> values = new TreeMap<>();
        content.months().forEach(month -> values.put(month.availability().period(), month.partners()));
        List<Document> page = new ArrayList<>(articles.values());
        page.addAll(values.values());
        PartnerMonths partners = new PartnerMonths(content.cube());
        Unpriced unpriced = Unpriced.of(content.months());
        Map<String, Document> courses = Courses.documents(content.cube(), partners, unpriced);
        PartDocuments parts = new PartDocuments(content.cube(), unpriced, content.kept());
        Destinations destinations =
                new Destinations(content.cube(), partners, content.data().reporters(), parts);
        Dimensions dimensions = new Dimensions(content.data(), content.cube(), parts);
        SortedMap<String, OfParts> partDocuments = destinations.documents();
        partDocuments.putAll(dimensions.documents());
        page.add(Overview.document(
                content.data(),
                content.cube(),
                content.missing(),
                before,
                articles,
                values,
                unpriced,
                courses,
                destinations,
                dimensions,
                partDocuments,
                content.languages()));
        page.addAll(courses.values());
        partDocuments.values().forEach(some -> page.addAll(some.documents()));
        PageFiles files = PageFiles.of(content.languages());
        page.addAll(files.documents());
        page.add(files.index(content.data().definition()));
        return List.copyOf(page);
    }

    /** What the page loads to show the article on a month: the languages side by side. */
    public static Document article(YearMonth period, Map<Language, Article> articles) {
        return ArticleJson.document(period, articles);
    }

    /** What the page loads to show partners by their values. */
    public static Document partners(MonthReport report) {
        return PartnerValues.document(report);
    }

    /** The products, and {@code all}, whose month has no unit value in the report since the source made quantities up. */
    public static Set<String> unpriced(MonthReport report) {
        Set<String> unpriced = new TreeSet<>();
        if (report.total().month().amount().quantityImputed()) {
            unpriced.add(Courses.ALL);
        }
        report.products().stream()
                .filter(product -> product.figures().month().amount().quantityImputed())
                .forEach(product -> unpriced.add(product.product().id()));
        return Collections.unmodifiableSet(unpriced);
    }
}
