package dev.customsfeed.publish.page;

import dev.customsfeed.publish.formats.TradeCube;
import dev.customsfeed.publish.report.Document;
import dev.customsfeed.publish.report.FeedData;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.List;
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
     * @param documents the feed's other documents: the page links to them, and shows the articles of the JSON Feeds among them
     */
    public static List<Document> of(FeedData data, TradeCube cube, List<Document> documents) {
        SortedMap<YearMonth, Document> articles = Articles.of(documents);
        List<Document> page = new ArrayList<>(articles.values());
        page.add(Overview.document(data, cube, documents, articles));
        page.addAll(PageFiles.ALL.documents());
        page.add(PageFiles.ALL.index(data.definition()));
        return List.copyOf(page);
    }
}
