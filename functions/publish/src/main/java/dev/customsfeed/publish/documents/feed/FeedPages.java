package dev.customsfeed.publish.documents.feed;

import dev.customsfeed.ledger.feed.FeedDefinition;
import dev.customsfeed.publish.documents.json.Document;
import dev.customsfeed.publish.documents.json.Kept;
import dev.customsfeed.publish.words.language.Language;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.List;
import java.util.NavigableMap;
import java.util.Optional;
import java.util.TreeMap;

/**
 * The items of a feed: the newest are in the feed itself, older ones on pages that readers find by {@code next_url}. A page is about a
 * calendar year, all of it, also those months that the feed still has: so a page stays as it is while the feed moves on. Readers tell
 * items that come twice by their ids.
 *
 * @param newest the items of the feed itself, newest first
 * @param pages the pages, oldest year first; none where the feed has all items
 */
public record FeedPages(List<String> newest, List<Document> pages) {

    /** Two years: with a month and the same of the year before, a reader has all that an article compares. */
    static final int MOST_ITEMS = 24;

    /** What the page of a year is made of. Items that were kept are the same objects, so that they are not compared letter by letter. */
    private record MadeOf(FeedDefinition definition, List<String> items, Optional<String> next, Optional<String> root) {

        /** A letter has two bytes. */
        long bytes() {
            return items.stream().mapToLong(item -> 2L * item.length()).sum();
        }
    }

    /** Those of a feed in one language, of the items by month. */
    public static FeedPages of(
            Language language,
            FeedDefinition definition,
            NavigableMap<YearMonth, String> items,
            Optional<String> root,
            Kept kept) {
        List<String> newest =
                items.descendingMap().values().stream().limit(MOST_ITEMS).toList();
        List<Document> pages = new ArrayList<>();
        if (items.size() > MOST_ITEMS) {
            int last = items.descendingKeySet().stream()
                    .skip(MOST_ITEMS)
                    .findFirst()
                    .orElseThrow()
                    .getYear();
            NavigableMap<Integer, List<String>> byYear = new TreeMap<>();
            items.descendingMap().forEach((month, item) -> {
                if (month.getYear() <= last) {
                    byYear.computeIfAbsent(month.getYear(), any -> new ArrayList<>())
                            .add(item);
                }
            });
            byYear.forEach((year, some) -> {
                Optional<Document> next = last(pages);
                MadeOf madeOf = new MadeOf(definition, List.copyOf(some), next.map(Document::archivePath), root);
                pages.add(kept.document(
                        "feed." + language.tag() + "." + year,
                        madeOf,
                        madeOf.bytes(),
                        () -> FeedJson.page(language, definition, year, some, next, root)));
            });
        }
        return new FeedPages(newest, List.copyOf(pages));
    }

    private static Optional<Document> last(List<Document> pages) {
        return pages.isEmpty() ? Optional.empty() : Optional.of(pages.get(pages.size() - 1));
    }

    /** The page that goes on where the feed ends. */
    public Optional<Document> next() {
        return last(pages);
    }
}
