package dev.customsfeed.ledger.feed;

import java.util.Collections;
import java.util.Objects;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * A text in one or more languages; English is always among them.
 *
 * @param byLanguage BCP 47 language tag to text
 */
public record LocalizedText(SortedMap<String, String> byLanguage) {

    /** Keeps a copy. */
    public LocalizedText {
        if (!byLanguage.containsKey("en")) {
            throw new IllegalArgumentException("a text without English: " + byLanguage);
        }
        byLanguage = Collections.unmodifiableSortedMap(new TreeMap<>(byLanguage));
    }

    /** The text in {@code language}, in English where there is none. */
    public String in(String language) {
        String text = byLanguage.get(language);
        return text == null ? Objects.requireNonNull(byLanguage.get("en")) : text;
    }
}
