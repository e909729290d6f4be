package dev.customsfeed.publish.documents.page;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import dev.customsfeed.ledger.feed.FeedDefinition;
import dev.customsfeed.publish.documents.json.Document;
import dev.customsfeed.publish.words.Languages;
import dev.customsfeed.publish.words.language.Language;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Collectors;

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
            "card.js",
            "d3.js",
            "data.js",
            "datatables.js",
            "elements.js",
            "figures.js",
            "format.js",
            "header.js",
            "keyfigures.js",
            "live.js",
            "measures.js",
            "plots.js",
            "rows.js",
            "scene.js",
            "sources.js",
            "tables.js",
            "takeaway.js",
            "texts.js",
            "theme.js",
            "views/bridge.js",
            "views/common.js",
            "views/cumulative.js",
            "views/dimensions.js",
            "views/indexed.js",
            "views/outlook.js",
            "views/place-share.js",
            "views/ranked.js",
            "views/regions.js",
            "views/season.js",
            "views/series.js",
            "views/shares.js",
            "views/twelve.js",
            "views/unit-values.js",
            "words.js",
            "d3.LICENSE.txt");

    private static final Map<String, String> TYPES = Map.of(
            "js", "text/javascript; charset=utf-8",
            "css", "text/css; charset=utf-8",
            "svg", "image/svg+xml",
            "txt", "text/plain; charset=utf-8");

    /** What the page says in each language, which is made of what the languages have. */
    private static final String LANGUAGES = "languages.js";

    private static final JsonMapper JSON = new JsonMapper();

    private static final Map<Languages, PageFiles> BY_LANGUAGES = new ConcurrentHashMap<>();

    private final Map<String, byte[]> contents = new LinkedHashMap<>();
    private final String folder;
    private final String template;
    private final List<Document> documents;

    /** Those of a page that speaks {@code languages}: read once, since nothing changes them while a program runs. */
    static PageFiles of(Languages languages) {
        return BY_LANGUAGES.computeIfAbsent(languages, PageFiles::new);
    }

    private PageFiles(Languages languages) {
        NAMES.forEach(name -> contents.put(name, resource(name)));
        contents.put(LANGUAGES, words(languages));
        ByteArrayOutputStream all = new ByteArrayOutputStream();
        contents.values().forEach(all::writeBytes);
        this.folder = "page/" + Document.hash16(all.toByteArray()) + "/";
        this.template = new String(resource("index.html"), StandardCharsets.UTF_8);
        this.documents = contents.entrySet().stream()
                .map(file ->
                        Document.inFolderNamedByContent(folder + file.getKey(), type(file.getKey()), file.getValue()))
                .toList();
    }

    private static byte[] words(Languages languages) {
        ArrayNode all = JSON.createArrayNode();
        try {
            for (Language language : languages.all()) {
                all.addObject()
                        .put("id", language.texts())
                        .put("tag", language.tag())
                        .set("words", JSON.readTree(language.page()));
            }
            return ("/** What the page says, in each language. */\nexport const LANGUAGES = "
                            + JSON.writeValueAsString(all) + ";\n")
                    .getBytes(StandardCharsets.UTF_8);
        } catch (JsonProcessingException e) {
            throw new UncheckedIOException(e);
        }
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
        return documents;
    }

    /** Links to all modules, so that none waits for the one that asks for it. */
    private String modules() {
        return contents.keySet().stream()
                .filter(name -> name.endsWith(".js") && !name.equals("main.js"))
                .map(name -> "<link rel=\"modulepreload\" href=\"{{files}}" + name + "\">\n")
                .collect(Collectors.joining());
    }

    private static String type(String name) {
        return Objects.requireNonNull(TYPES.get(name.substring(name.lastIndexOf('.') + 1)));
    }

    /** {@code index.html} of a feed: its title, and where the other files are. */
    Document index(FeedDefinition feed) {
        String html = template.replace("{{modules}}", modules())
                .replace("{{files}}", folder)
                .replace("{{title}}", Html.escape(feed.title().in("en")));
        return Document.current("index.html", "text/html; charset=utf-8", html.getBytes(StandardCharsets.UTF_8));
    }
}
