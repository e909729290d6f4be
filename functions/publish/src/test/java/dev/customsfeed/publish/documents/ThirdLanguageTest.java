package dev.customsfeed.publish.documents;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import dev.customsfeed.publish.documents.json.Document;
import dev.customsfeed.publish.documents.json.RowAccess;
import dev.customsfeed.publish.figures.report.MonthReport;
import dev.customsfeed.publish.words.Languages;
import dev.customsfeed.publish.words.language.Language;
import dev.customsfeed.publish.words.language.MissingSentences;
import dev.customsfeed.publish.words.language.Names;
import dev.customsfeed.publish.words.language.NoteSentences;
import dev.customsfeed.publish.words.language.PageWords;
import dev.customsfeed.publish.words.language.Phrases;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

/** One line in the list of languages is all that a new one takes beside its own words. */
class ThirdLanguageTest {

    private static final JsonMapper JSON = new JsonMapper();

    private static final Languages THREE = new Languages(List.of(Languages.ENGLISH, Languages.CHINESE, new British()));

    private final Map<String, Document> documents = FeedDocuments.of(
                    SampleFiles.all().data(),
                    Optional.of("https://example.com"),
                    THREE,
                    KnownDocuments.none(),
                    RowAccess.none())
            .stream()
            .collect(Collectors.toMap(Document::path, Function.identity()));

    /** Speaks as English does, under a tag of its own. */
    private static final class British implements Language {

        @Override
        public String tag() {
            return "en-GB";
        }

        @Override
        public String texts() {
            return "gb";
        }

        @Override
        public Phrases phrases(MonthReport report) {
            return Languages.ENGLISH.phrases(report);
        }

        @Override
        public NoteSentences notes() {
            return Languages.ENGLISH.notes();
        }

        @Override
        public MissingSentences missing() {
            return Languages.ENGLISH.missing();
        }

        @Override
        public Names names() {
            return Languages.ENGLISH.names();
        }

        @Override
        public String page() {
            return Languages.ENGLISH.page();
        }
    }

    private JsonNode json(String path) throws IOException {
        assertThat(documents).containsKey(path);
        return JSON.readTree(documents.get(path).content());
    }

    @Test
    void its_feed_articles_and_notes_are_written() throws IOException {
        assertThat(json("feed.gb.json").path("language").asText()).isEqualTo("en-GB");
        assertThat(json("feed.gb.json").path("items").size())
                .isEqualTo(json("feed.json").path("items").size())
                .isPositive();
        JsonNode notes = json("reports/2025-12.json").path("notes");
        assertThat(notes).isNotEmpty().allSatisfy(note -> assertThat(
                        note.path("text").path("gb").asText())
                .isEqualTo(note.path("text").path("en").asText())
                .isNotEmpty());
        assertThat(documents.keySet().stream().filter(path -> path.startsWith("page/articles/")))
                .isNotEmpty()
                .allSatisfy(path -> assertThat(
                                json(path).path("articles").path("gb").path("html"))
                        .isEqualTo(json(path).path("articles").path("en").path("html")));
    }

    @Test
    void one_that_lacks_the_words_of_the_page_says_so() {
        assertThatThrownBy(() -> PageWords.of(British.class))
                .hasMessageContaining("page.json")
                .hasMessageContaining(British.class.getPackageName());
    }

    @Test
    void nothing_is_announced_that_is_not_written() throws IOException {
        List<String> written = new ArrayList<>(documents.keySet());
        documents.values().stream()
                .filter(document -> document.keeping() == Document.Keeping.CITABLE)
                .map(Document::archivePath)
                .forEach(written::add);
        for (Language language : THREE.all()) {
            JsonNode feed = json(language == Languages.ENGLISH ? "feed.json" : "feed." + language.texts() + ".json");
            JsonNode others = feed.path("_customs").path("languages");
            assertThat(others).hasSize(THREE.all().size() - 1).allSatisfy(other -> {
                assertThat(written).contains(other.path("document").asText());
                if (other.has("archive")) {
                    assertThat(written).contains(other.path("archive").asText());
                }
            });
            assertThat(feed.path("items")).allSatisfy(item -> assertThat(written)
                    .contains(item.path("_customs").path("archive").asText()));
        }
        assertThat(json("feed.json").path("_customs").path("languages"))
                .as("the feed that is written last names the copies of all others")
                .allSatisfy(other -> assertThat(other.has("archive")).isTrue());
    }
}
