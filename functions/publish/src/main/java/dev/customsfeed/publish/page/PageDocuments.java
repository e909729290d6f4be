package dev.customsfeed.publish.page;

import dev.customsfeed.publish.article.Article;
import dev.customsfeed.publish.article.Language;
import dev.customsfeed.publish.formats.TradeCube;
import dev.customsfeed.publish.report.Document;
import dev.customsfeed.publish.report.FeedData;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;

/**
 * The page of a feed, {@code index.html}, and what only it reads, in the folder {@code page/}: its static files, an overview with all
 * months, and the articles one by one, so that nobody loads ten years of them to read one.
 */
public final class PageDocuments {

    private PageDocuments() {}

    /**
     * All of them.
     *
     * @param documents the feed's other documents, which the page links to
     * @param articles those of its months that {@link #article} wrote
     */
    public static List<Document> of(
            FeedData data, TradeCube cube, List<Document> documents, SortedMap<YearMonth, Document> articles) {
        List<Document> page = new ArrayList<>(articles.values());
        page.add(Overview.document(data, cube, documents, articles));
        page.addAll(PageFiles.ALL.documents());
        page.add(PageFiles.ALL.index(data.definition()));
        return List.copyOf(page);
    }

    /** What the page loads to show the article on a month: the languages side by side. */
    public static Document article(YearMonth period, Map<Language, Article> articles) {
        return ArticleJson.document(period, articles);
    }
}
