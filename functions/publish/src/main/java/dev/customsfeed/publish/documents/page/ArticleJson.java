package dev.customsfeed.publish.documents.page;

import dev.customsfeed.publish.documents.article.Article;
import dev.customsfeed.publish.documents.json.Document;
import dev.customsfeed.publish.documents.json.FigureJson;
import dev.customsfeed.publish.words.language.Language;
import java.time.YearMonth;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;

/** Writes the article on one month: <code>{"period", "articles": {"en": {"title", "html"}}}</code>. */
final class ArticleJson {

    private ArticleJson() {}

    static Document document(YearMonth period, Map<Language, Article> articles) {
        SortedMap<String, Article> byLanguage = new TreeMap<>();
        articles.forEach((language, article) -> byLanguage.put(language.texts(), article));
        return Document.namedByContent(
                "page/articles/" + period + ".json", "application/json", FigureJson.object(json -> {
                    json.writeStringField("period", period.toString());
                    json.writeObjectFieldStart("articles");
                    for (Map.Entry<String, Article> article : byLanguage.entrySet()) {
                        json.writeObjectFieldStart(article.getKey());
                        json.writeStringField("title", article.getValue().title());
                        json.writeStringField("html", article.getValue().html());
                        json.writeEndObject();
                    }
                    json.writeEndObject();
                }));
    }
}
