package dev.customsfeed.publish.formats;

import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.customsfeed.ledger.feed.LocalizedText;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;

/** What the statistical offices are called that figures come from. */
public final class SourceNames {

    private static final Map<String, SortedMap<String, String>> NAMES = read();

    private SourceNames() {}

    /** The name of the office whose short name is {@code source}; the short name itself where nobody wrote down another. */
    public static LocalizedText of(String source) {
        return new LocalizedText(Optional.ofNullable(NAMES.get(source)).orElseGet(() -> {
            SortedMap<String, String> name = new TreeMap<>();
            name.put("en", source);
            return name;
        }));
    }

    private static Map<String, SortedMap<String, String>> read() {
        try (InputStream in = SourceNames.class.getResourceAsStream("source-names.json")) {
            return new ObjectMapper().readValue(in, new TypeReference<Map<String, SortedMap<String, String>>>() {});
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
