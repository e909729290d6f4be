package dev.customsfeed.publish.figures.report;

import dev.customsfeed.ledger.feed.FeedDefinition;
import dev.customsfeed.ledger.feed.FeedDefinitionReader;
import dev.customsfeed.ledger.feed.InvalidFeedException;
import dev.customsfeed.publish.figures.feed.FeedData;
import dev.customsfeed.sources.Sources;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/** Feed definitions that tests use. */
public final class Feeds {

    /** The sample upload bucket. */
    public static final Path SAMPLE_BUCKET = Path.of("..", "..", "events", "files");

    private Feeds() {}

    /** The definition in the sample bucket. */
    public static FeedDefinition magnesium() {
        try {
            return read("magnesium", Files.readString(SAMPLE_BUCKET.resolve("feeds/magnesium.json")));
        } catch (IOException e) {
            throw new AssertionError(e);
        }
    }

    /** Two products, one of them of two commodities. */
    public static FeedDefinition metals() {
        return read("metals", """
                {"id": "metals", "title": {"en": "Metals"}, "source": "gacc", "reporter": "CN", "flow": "export", "currency": "USD",
                 "products": [
                   {"id": "bar", "hs": ["10000001"], "name": {"en": "Bar"}},
                   {"id": "rod", "hs": ["20000001", "20000002"], "name": {"en": "Rod"}}]}
                """);
    }

    /** Imports of the European Union from elsewhere, by Eurostat. */
    public static FeedDefinition union() {
        return read("union", """
                {"id": "union", "title": {"en": "EU magnesium imports", "zh": "欧盟镁进口"},
                 "source": "comext", "reporter": "EU27", "flow": "import", "currency": "EUR",
                 "products": [
                   {"id": "ingot", "hs": ["81041100"], "name": {"en": "Magnesium ingot", "zh": "镁锭"}},
                   {"id": "scrap", "hs": ["81042000"], "name": {"en": "Magnesium scrap", "zh": "镁废碎料"}}]}
                """);
    }

    /** Imports of Germany, by UN Comtrade. */
    public static FeedDefinition comtrade() {
        return read("germany", """
                {"id": "germany", "title": {"en": "German magnesium imports", "zh": "德国镁进口"},
                 "source": "comtrade", "reporter": "DE", "flow": "import", "currency": "USD",
                 "products": [{"id": "ingot", "hs": ["810411"], "name": {"en": "Magnesium ingot", "zh": "镁锭"}}]}
                """);
    }

    /** Imports of the United States, by their Census Bureau. */
    public static FeedDefinition uscensus() {
        return read("states", """
                {"id": "states", "title": {"en": "US magnesium imports", "zh": "美国镁进口"},
                 "source": "uscensus", "reporter": "US", "flow": "import", "currency": "USD",
                 "products": [{"id": "ingot", "hs": ["8104110000"], "name": {"en": "Magnesium ingot", "zh": "镁锭"}}]}
                """);
    }

    /** Exports of Brazil, by Comex Stat. */
    public static FeedDefinition comexstat() {
        return read("coffee", """
                {"id": "coffee", "title": {"en": "Brazil's coffee exports", "zh": "巴西咖啡出口"},
                 "source": "comexstat", "reporter": "BR", "flow": "export", "currency": "USD",
                 "products": [{"id": "beans", "hs": ["09011110"], "name": {"en": "Coffee beans", "zh": "咖啡豆"}}]}
                """);
    }

    /** The same data of a feed whose definition says otherwise whether it is of samples, and whether its rows are published. */
    public static FeedData saying(FeedData data, boolean sample, boolean rows) {
        FeedDefinition feed = data.definition();
        return new FeedData(
                new FeedDefinition(
                        feed.id(),
                        feed.title(),
                        feed.source(),
                        feed.tradeFlow(),
                        feed.currency(),
                        sample,
                        feed.products(),
                        feed.events(),
                        feed.releases(),
                        feed.prices(),
                        rows),
                data.definitionFile(),
                data.uploads(),
                data.months());
    }

    /** Reads a definition. */
    public static FeedDefinition read(String id, String text) {
        try {
            return FeedDefinitionReader.read(id, text, Sources.rules());
        } catch (InvalidFeedException e) {
            throw new AssertionError(e);
        }
    }
}
