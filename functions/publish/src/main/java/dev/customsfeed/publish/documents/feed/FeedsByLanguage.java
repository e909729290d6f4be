package dev.customsfeed.publish.documents.feed;

import dev.customsfeed.publish.documents.feed.FeedJson.Companions;
import dev.customsfeed.publish.documents.json.Document;
import dev.customsfeed.publish.documents.json.FeedContent;
import dev.customsfeed.publish.documents.json.Output;
import dev.customsfeed.publish.words.Languages;
import dev.customsfeed.publish.words.language.Language;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** The feed in each language with its pages of older months: the first language last, whose feed names the others. */
public final class FeedsByLanguage implements Output {

    @Override
    public List<Document> of(FeedContent content, List<Document> before) {
        List<Document> documents = new ArrayList<>();
        Map<Language, Document> written = new LinkedHashMap<>();
        Languages languages = content.languages();
        for (int i = languages.all().size() - 1; i >= 0; i--) {
            Language language = languages.all().get(i);
            FeedPages pages = FeedPages.of(
                    language, content.data().definition(), items(content, language), content.root(), content.kept());
            documents.addAll(pages.pages());
            Companions companions = new Companions(
                    written(before, CompanionDocuments.REVISIONS),
                    written(before, CompanionDocuments.AVAILABILITY),
                    i == 0 ? Map.copyOf(written) : Map.of(),
                    languages);
            written.put(
                    language,
                    FeedJson.document(
                            language, content.data(), pages.newest(), companions, pages.next(), content.root()));
        }
        documents.addAll(written.values());
        return documents;
    }

    private static TreeMap<YearMonth, String> items(FeedContent content, Language language) {
        TreeMap<YearMonth, String> items = new TreeMap<>();
        content.months()
                .forEach(month ->
                        items.put(month.availability().period(), month.items().get(language)));
        return items;
    }

    private static Document written(List<Document> before, String path) {
        return before.stream()
                .filter(document -> document.path().equals(path))
                .findFirst()
                .orElseThrow(
                        () -> new IllegalStateException("found no " + path + " among the documents before the feed"));
    }
}
