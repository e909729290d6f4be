package dev.customsfeed.publish.documents.page;

import dev.customsfeed.ledger.feed.FeedDefinition;
import dev.customsfeed.publish.documents.json.Document;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * The static files of the page, the same for every feed. They lie in a folder that is named by the content of all of them: a browser
 * that has them never asks again, and never mixes those of two versions.
 */
final class PageFiles {

    private static final List<String> NAMES = List.of(
            "page.css",
            "icon.svg",
            "main.js",
            "address.js",
            "charts.js",
            "data.js",
            "elements.js",
            "format.js",
            "sources.js",
            "tables.js",
            "words.js",
            "chart.umd.min.js",
            "chart.LICENSE.txt");

    static final PageFiles ALL = new PageFiles(Map.of(
            "js", "text/javascript; charset=utf-8",
            "css", "text/css; charset=utf-8",
            "svg", "image/svg+xml",
            "txt", "text/plain; charset=utf-8"));

    private final Map<String, byte[]> contents = new LinkedHashMap<>();
    private final Map<String, String> types;
    private final String folder;
    private final String template;

    private PageFiles(Map<String, String> types) {
        this.types = types;
        ByteArrayOutputStream all = new ByteArrayOutputStream();
        for (String name : NAMES) {
            byte[] content = resource(name);
            contents.put(name, content);
            all.writeBytes(content);
        }
        this.folder = "page/" + Document.hash16(all.toByteArray()) + "/";
        this.template = new String(resource("index.html"), StandardCharsets.UTF_8);
    }

    /** A file of this package. */
    static byte[] resource(String name) {
        try (InputStream in = PageFiles.class.getResourceAsStream(name)) {
            return in.readAllBytes();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** All but {@code index.html}. */
    List<Document> documents() {
        return contents.entrySet().stream()
                .map(file ->
                        Document.inFolderNamedByContent(folder + file.getKey(), type(file.getKey()), file.getValue()))
                .toList();
    }

    private String type(String name) {
        return types.get(name.substring(name.lastIndexOf('.') + 1));
    }

    /** {@code index.html} of a feed: its title, and where the other files are. */
    Document index(FeedDefinition feed) {
        String html = template.replace("{{files}}", folder)
                .replace("{{title}}", Html.escape(feed.title().in("en")));
        return Document.current("index.html", "text/html; charset=utf-8", html.getBytes(StandardCharsets.UTF_8));
    }
}
