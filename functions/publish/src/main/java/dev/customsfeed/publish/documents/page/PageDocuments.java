package dev.customsfeed.publish.documents.page;

import dev.customsfeed.publish.documents.article.Article;
import dev.customsfeed.publish.documents.json.Document;
import dev.customsfeed.publish.documents.json.FeedContent;
import dev.customsfeed.publish.documents.json.Output;
import dev.customsfeed.publish.words.language.Language;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * The page of a feed, {@code index.html}, and what only it reads, in the folder {@code page/}: its static files, an overview with all
 * months, and the articles one by one, so that nobody loads ten years of them to read one.
 */
public final class PageDocuments implements Output {

    /** All of them; the page links to the feed's other documents. */
    @Override
    public List<Document> of(FeedContent content, List<Document> before) {
        SortedMap<YearMonth, Document> articles = new TreeMap<>();
        content.months().forEach(month -> articles.put(month.availability().period(), month.article()));
        List<Document> page = new ArrayList<>(articles.values());
        page.add(Overview.document(
                content.data(), content.cube(), content.missing(), before, articles, content.languages()));
        page.addAll(PageFiles.ALL.documents());
        page.add(PageFiles.ALL.index(content.data().definition()));
        return List.copyOf(page);
    }

    /** What the page loads to show the article on a month: the languages side by side. */
    public static Document article(YearMonth period, Map<Language, Article> articles) {
        return ArticleJson.document(period, articles);
    }
}
