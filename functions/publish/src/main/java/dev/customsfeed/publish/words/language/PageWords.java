package dev.customsfeed.publish.words.language;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;

/** What the page says by itself, which lies as {@code page.json} beside the classes of each language. */
public final class PageWords {

    private PageWords() {}

    /** Those that lie beside {@code language}. */
    public static String of(Class<? extends Language> language) {
        try (InputStream in = language.getResourceAsStream("page.json")) {
            if (in == null) {
                throw new IllegalStateException("found no page.json among the resources of " + language.getPackageName()
                        + ", expected what the page says in that language");
            }
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
