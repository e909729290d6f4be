package dev.customsfeed.publish.documents.json;

import dev.customsfeed.publish.figures.report.Availability;
import dev.customsfeed.publish.words.language.Language;
import java.util.Map;
import java.util.Set;

/**
 * All that a feed publishes of one month, written.
 *
 * @param report the month report
 * @param article the article as the page loads it, in all languages
 * @param items the month's item in the feed of each language, as JSON
 * @param availability what is known of the month
 * @param partners what the page shows of the values of partners
 * @param unpriced the products, by id, that the report gives no unit value since the source made quantities up
 */
public record MonthDocuments(
        Document report,
        Document article,
        Map<Language, String> items,
        Availability.OfMonth availability,
        Document partners,
        Set<String> unpriced) {

    /** How many bytes it takes in memory, roughly. */
    public long size() {
        return report.content().length
                + article.content().length
                + partners.content().length
                + items.values().stream().mapToLong(item -> 2L * item.length()).sum();
    }
}
