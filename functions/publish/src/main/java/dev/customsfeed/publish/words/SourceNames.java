package dev.customsfeed.publish.words;

import dev.customsfeed.ledger.feed.LocalizedText;
import dev.customsfeed.sources.Sources;
import dev.customsfeed.sources.layout.Source;
import java.util.Map;
import java.util.TreeMap;

/** What the statistical offices are called that figures come from. */
public final class SourceNames {

    private SourceNames() {}

    /** The name of the office whose short name is {@code source}; the short name itself where there is no such source. */
    public static LocalizedText of(String source) {
        return new LocalizedText(
                Sources.find(source).map(Source::names).orElseGet(() -> new TreeMap<>(Map.of("en", source))));
    }
}
