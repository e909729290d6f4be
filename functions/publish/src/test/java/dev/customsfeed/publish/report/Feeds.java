package dev.customsfeed.publish.report;

import dev.customsfeed.ledger.feed.FeedDefinition;
import dev.customsfeed.ledger.feed.FeedDefinitionReader;
import dev.customsfeed.ledger.feed.InvalidFeedException;
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

    /** Reads a definition. */
    public static FeedDefinition read(String id, String text) {
        try {
            return FeedDefinitionReader.read(id, text);
        } catch (InvalidFeedException e) {
            throw new AssertionError(e);
        }
    }
}
