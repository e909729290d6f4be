package dev.customsfeed.publish.documents;

import static org.assertj.core.api.Assertions.assertThat;

import dev.customsfeed.publish.documents.json.Document;
import dev.customsfeed.publish.documents.json.RowAccess;
import dev.customsfeed.publish.figures.feed.FeedData;
import dev.customsfeed.publish.figures.report.AnyTradeFiles;
import dev.customsfeed.publish.figures.report.Feeds;
import dev.customsfeed.publish.figures.report.TradeFiles;
import dev.customsfeed.publish.figures.report.TradeFiles.Row;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.Tag;
import net.jqwik.api.Tuple;

/** Whoever remembers what was published before publishes the same as who does not. */
@Tag("any-jdk")
class KnownDocumentsProperties {

    private static final long PLENTY = 1L << 40;
    /** Enough for some of the months, so that they come and go. */
    private static final long SCARCE = 100_000;
    /** Of each file; the last has a part of its months. */
    private static final List<String> FOLDERS = List.of("hs=1000+2000/", "", "", "hs=1000+2000/province=44/");

    /** Something happens to one of a few files, or to the feed itself. */
    private enum Event {
        PUT,
        REJECT,
        DELETE,
        REMOVE,
        REDEFINE,
        MOVE
    }

    private record Step(Event event, int file, List<Row> rows) {}

    @Property(tries = 60)
    void what_is_remembered_never_shows(@ForAll("steps") List<Step> steps) {
        KnownDocuments plenty = new KnownDocuments(PLENTY, PLENTY);
        KnownDocuments scarce = new KnownDocuments(SCARCE, SCARCE);
        TradeFiles files = new TradeFiles(Feeds.metals());
        boolean sample = false;
        Optional<String> baseUrl = Optional.empty();
        for (Step step : steps) {
            String key = "incoming/gacc/flow=export/" + FOLDERS.get(step.file()) + step.file() + ".csv";
            switch (step.event()) {
                case PUT -> files.put(key, step.rows());
                case REJECT -> files.reject(key, "line 2 is wrong");
                case DELETE -> files.delete(key);
                case REMOVE -> files.remove(key, "v00" + (1 + step.file()));
                case REDEFINE -> sample = !sample;
                case MOVE -> baseUrl = Optional.of("https://example.org/" + step.file());
            }
            FeedData data = Feeds.saying(files.data(), sample, true);
            Map<String, String> computed = documents(data, baseUrl, KnownDocuments.none(), files);
            assertThat(documents(data, baseUrl, plenty, files)).isEqualTo(computed);
            assertThat(documents(data, baseUrl, scarce, files)).isEqualTo(computed);
        }
    }

    private static Map<String, String> documents(
            FeedData data, Optional<String> baseUrl, KnownDocuments known, TradeFiles files) {
        Map<String, String> documents = new TreeMap<>();
        for (Document document : FeedDocuments.of(data, baseUrl, known, RowAccess.of(files.reader()))) {
            documents.put(document.path(), document.text());
        }
        return documents;
    }

    @Provide
    Arbitrary<List<Step>> steps() {
        return Combinators.combine(
                        Arbitraries.frequency(
                                Tuple.of(6, Event.PUT),
                                Tuple.of(1, Event.REJECT),
                                Tuple.of(2, Event.DELETE),
                                Tuple.of(1, Event.REMOVE),
                                Tuple.of(1, Event.REDEFINE),
                                Tuple.of(1, Event.MOVE)),
                        Arbitraries.integers().between(0, FOLDERS.size() - 1),
                        AnyTradeFiles.rows(20, 12))
                .as(Step::new)
                .list()
                .ofMinSize(2)
                .ofMaxSize(10);
    }
}
