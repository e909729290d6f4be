package dev.customsfeed.publish.feed;

import dev.customsfeed.publish.article.Article;
import dev.customsfeed.publish.article.ArticleWriter;
import dev.customsfeed.publish.article.Language;
import dev.customsfeed.publish.page.PageDocuments;
import dev.customsfeed.publish.report.Document;
import dev.customsfeed.publish.report.MonthReport;
import dev.customsfeed.publish.report.ReportJson;
import java.util.EnumMap;
import java.util.Map;
import java.util.Optional;

/**
 * All that a feed publishes of one month, written.
 *
 * @param report the month report
 * @param article the article as the page loads it, in all languages
 * @param items the month's item in the feed of each language, as JSON
 * @param availability what is known of the month
 */
record MonthDocuments(
        Document report, Document article, Map<Language, String> items, Availability.OfMonth availability) {

    /** Writes down what {@code report} says, for a feed that is served under {@code root}. */
    static MonthDocuments of(MonthReport report, Optional<String> root) {
        Document document = ReportJson.document(report);
        Map<Language, Article> articles = new EnumMap<>(Language.class);
        Map<Language, String> items = new EnumMap<>(Language.class);
        for (Language language : Language.values()) {
            Article article = ArticleWriter.write(report, language);
            articles.put(language, article);
            items.put(language, FeedJson.item(report, document, article, language, root));
        }
        return new MonthDocuments(
                document, PageDocuments.article(report.period(), articles), items, Availability.OfMonth.of(report));
    }

    /** How many bytes it takes in memory, roughly. */
    long size() {
        return report.content().length
                + article.content().length
                + items.values().stream().mapToLong(item -> 2L * item.length()).sum();
    }
}
