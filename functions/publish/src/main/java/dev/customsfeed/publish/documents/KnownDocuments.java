package dev.customsfeed.publish.documents;

import dev.customsfeed.publish.documents.json.Document;
import dev.customsfeed.publish.documents.json.Kept;
import dev.customsfeed.publish.documents.json.MonthDocuments;
import dev.customsfeed.publish.figures.feed.FeedData;
import dev.customsfeed.publish.figures.report.ReportBasis;
import dev.customsfeed.runtime.cache.LruCache;
import java.time.YearMonth;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.Supplier;

/**
 * What was written before, for as long as it is still made of the same: it is found by all that it is computed from, so that whoever
 * asks gets what would be computed now.
 */
public final class KnownDocuments {

    private final LruCache<Name, Month> months;
    private final LruCache<String, Feed> feeds;
    private final LruCache<Path, Made> documents;

    private record Name(String feed, YearMonth period) {}

    private record Month(ReportBasis basis, Optional<String> root, MonthDocuments documents) {}

    private record Path(String feed, String name) {}

    private record Made(Object of, long bytes, Document document) {}

    private record Feed(FeedData data, Optional<String> root, List<Document> documents) {

        long size() {
            return documents.stream().mapToLong(Document::held).sum();
        }
    }

    /**
     * Knows nothing yet.
     *
     * @param monthBytes how many bytes the documents of months may have that it keeps
     * @param feedBytes how many bytes all documents of feeds may have, those of their months among them; and as many those of them that
     *     are also found by themselves
     */
    public KnownDocuments(long monthBytes, long feedBytes) {
        months = new LruCache<>(monthBytes, month -> month.documents().size());
        feeds = new LruCache<>(feedBytes, Feed::size);
        documents =
                new LruCache<>(feedBytes, made -> made.bytes() + made.document().held());
    }

    /** One that keeps nothing. */
    public static KnownDocuments none() {
        return new KnownDocuments(0, 0);
    }

    /** The documents that are made of {@code basis}, for a feed that is served under {@code root}: kept, or computed now. */
    MonthDocuments month(ReportBasis basis, Optional<String> root, Function<ReportBasis, MonthDocuments> compute) {
        Name name = new Name(basis.feed().id(), basis.period());
        return months.get(name)
                .filter(known -> known.root().equals(root) && known.basis().equals(basis))
                .map(Month::documents)
                .orElseGet(() -> {
                    MonthDocuments documents = compute.apply(basis);
                    months.put(name, new Month(basis, root, documents));
                    return documents;
                });
    }

    /** The documents that are made of {@code data}, for a feed that is served under {@code root}: kept, or computed now. */
    List<Document> feed(FeedData data, Optional<String> root, Supplier<List<Document>> compute) {
        String name = data.definition().id();
        return feeds.get(name)
                .filter(known -> known.root().equals(root) && known.data().equals(data))
                .map(Feed::documents)
                .orElseGet(() -> {
                    List<Document> documents = compute.get();
                    feeds.put(name, new Feed(data, root, documents));
                    return documents;
                });
    }

    /** Documents of the feed {@code id} that do not change with each of its months; those of all feeds are kept among them. */
    Kept documents(String id) {
        return (name, madeOf, bytes, make) -> {
            Path path = new Path(id, name);
            return documents
                    .get(path)
                    .filter(known -> known.of().equals(madeOf))
                    .map(Made::document)
                    .orElseGet(() -> {
                        Document document = make.get();
                        documents.put(path, new Made(madeOf, bytes, document));
                        return document;
                    });
        };
    }

    /** Forgets all documents of the feed {@code id}, so that what they are made of is looked at again. */
    public void forgetFeed(String id) {
        feeds.remove(id);
    }
}
