package dev.customsfeed.ledger.feed;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.networknt.schema.Schema;
import com.networknt.schema.SchemaRegistry;
import com.networknt.schema.SpecificationVersion;
import dev.customsfeed.ledger.Flow;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class FeedDefinitionReaderTest {

    private static final JsonMapper JSON = new JsonMapper();

    private static final String GRAPHITE = """
            {"id": "graphite", "title": {"en": "Graphite", "zh": "石墨"}, "source": "gacc", "reporter": "CN", "flow": "export",
             "currency": "CNY", "sample": true,
             "products": [{"id": "flake", "hs": ["25041010", "25041091"], "name": {"en": "Flake graphite"}},
                          {"id": "artificial", "hs": ["38011000"], "name": {"en": "Artificial graphite"}}],
             "events": [{"date": "2026-02-01", "name": {"en": "Later"}},
                        {"date": "2023-12-01", "name": {"en": "Export licence"}, "text": {"en": "Needed."}, "url": "https://example.org/a"}],
             "releases": [{"period": "2025-12", "date": "2026-01-18"}]}
            """;

    @Test
    void a_definition_says_what_the_feed_is() throws Exception {
        FeedDefinition feed = FeedDefinitionReader.read("graphite", GRAPHITE);

        assertThat(feed.title().in("zh")).isEqualTo("石墨");
        assertThat(feed.title().in("fr")).isEqualTo("Graphite");
        assertThat(feed.tradeFlow().flow()).isEqualTo(Flow.EXPORT);
        assertThat(feed.sample()).isTrue();
        assertThat(feed.commodities()).containsExactly("25041010", "25041091", "38011000");
        assertThat(feed.series("38011000").key()).isEqualTo("gacc/CN/export/CNY/38011000");
        assertThat(feed.events()).extracting(PolicyEvent::date).first().isEqualTo(LocalDate.of(2023, 12, 1));
        assertThat(feed.releases()).containsExactly(new Release(YearMonth.of(2025, 12), LocalDate.of(2026, 1, 18)));
    }

    @Test
    void events_releases_and_sample_may_be_missing() throws Exception {
        FeedDefinition feed = FeedDefinitionReader.read(
                "graphite", changed(root -> root.remove(java.util.List.of("events", "releases", "sample"))));

        assertThat(feed.events()).isEmpty();
        assertThat(feed.releases()).isEmpty();
        assertThat(feed.sample()).isFalse();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "/id                | `\"Graphite\"`",
                "/id                | `\"magnesium\"`",
                "/title             | `{\"zh\": \"石墨\"}`",
                "/title             | `\"Graphite\"`",
                "/title/en          | `\" \"`",
                "/title/English     | `\"Graphite\"`",
                "/source            | `\"\"`",
                "/reporter          | `\"CHN\"`",
                "/flow              | `\"transit\"`",
                "/flow              | `1`",
                "/currency          | `\"usd\"`",
                "/sample            | `\"yes\"`",
                "/products          | `[]`",
                "/products          | `{}`",
                "/products/0        | `1`",
                "/products/0/id     | `7`",
                "/products/0/hs     | `[]`",
                "/products/0/hs/0   | `25041010`",
                "/products/0/hs/0   | `\"250410\"`",
                "/products/0/colour | `\"black\"`",
                "/events            | `{}`",
                "/events/0/date     | `\"tomorrow\"`",
                "/events/0/url      | `\"javascript:alert(1)\"`",
                "/releases/0/period | `\"2025-13\"`",
                "/realeases         | `[]`"
            })
    void a_fault_is_named_with_its_place_and_the_schema_agrees(String pointer, String value) throws Exception {
        String text = changed(root -> {
            int slash = pointer.lastIndexOf('/');
            JsonNode parent = root.at(pointer.substring(0, slash));
            JsonNode node = parse(value);
            if (parent.isArray()) {
                ((com.fasterxml.jackson.databind.node.ArrayNode) parent)
                        .set(Integer.parseInt(pointer.substring(slash + 1)), node);
            } else {
                ((com.fasterxml.jackson.databind.node.ObjectNode) parent).set(pointer.substring(slash + 1), node);
            }
        });

        InvalidFeedException refused =
                catchThrowableOfType(InvalidFeedException.class, () -> FeedDefinitionReader.read("graphite", text));

        assertThat(refused.problems()).extracting(FeedProblem::pointer).contains(pointer);
        if (!value.equals("\"magnesium\"")) {
            assertThat(schema().validate(JSON.readTree(text))).isNotEmpty();
        }
    }

    @Test
    void the_schema_takes_what_the_reader_takes() throws Exception {
        assertThat(schema().validate(JSON.readTree(GRAPHITE))).isEmpty();
    }

    @Test
    void nothing_may_be_there_twice() {
        assertThatExceptionOfType(InvalidFeedException.class)
                .isThrownBy(() -> FeedDefinitionReader.read("graphite", GRAPHITE.replace("38011000", "25041010")))
                .withMessageContaining("commodity '25041010' twice");
        assertThatExceptionOfType(InvalidFeedException.class)
                .isThrownBy(() -> FeedDefinitionReader.read("graphite", GRAPHITE.replace("artificial", "flake")))
                .withMessageContaining("product 'flake' twice");
    }

    @Test
    void a_missing_field_is_named() {
        assertThatExceptionOfType(InvalidFeedException.class)
                .isThrownBy(() -> FeedDefinitionReader.read("graphite", "{}"))
                .withMessageContaining("'currency'")
                .withMessageContaining("'title'");
        assertThatExceptionOfType(InvalidFeedException.class)
                .isThrownBy(() -> FeedDefinitionReader.read("graphite", "[]"))
                .withMessageContaining("a JSON object");
    }

    @Test
    void a_name_that_the_project_needs_itself_is_refused() {
        assertThatExceptionOfType(InvalidFeedException.class)
                .isThrownBy(() -> FeedDefinitionReader.read("schemas", GRAPHITE.replace("\"graphite\"", "\"schemas\"")))
                .withMessageContaining("taken");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {"`{\"id\": }`", "`{\"id\": 1, \"id\": 2}`", "`{} {}`", "``"})
    void what_is_no_json_is_refused(String text) {
        assertThatExceptionOfType(InvalidFeedException.class)
                .isThrownBy(() -> FeedDefinitionReader.read("graphite", text));
    }

    @Test
    void a_syntax_error_has_its_line_and_column() {
        InvalidFeedException refused = catchThrowableOfType(
                InvalidFeedException.class, () -> FeedDefinitionReader.read("graphite", "{\n  \"id\": ,\n}"));

        assertThat(refused.problems().get(0).line()).isEqualTo(2);
        assertThat(refused.getMessage()).startsWith("line 2, column");
    }

    @Test
    void a_text_needs_english() {
        assertThatIllegalArgumentException().isThrownBy(() -> new LocalizedText(new TreeMap<>()));
    }

    private static String changed(java.util.function.Consumer<com.fasterxml.jackson.databind.node.ObjectNode> change)
            throws Exception {
        com.fasterxml.jackson.databind.node.ObjectNode root =
                (com.fasterxml.jackson.databind.node.ObjectNode) JSON.readTree(GRAPHITE);
        change.accept(root);
        return root.toString();
    }

    private static JsonNode parse(String json) {
        try {
            return JSON.readTree(json);
        } catch (com.fasterxml.jackson.core.JsonProcessingException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static Schema schema() throws Exception {
        try (InputStream in = FeedDefinition.class.getResourceAsStream("/schemas/feed-definition.schema.json")) {
            return SchemaRegistry.withDefaultDialect(SpecificationVersion.DRAFT_2020_12)
                    .getSchema(new String(in.readAllBytes(), StandardCharsets.UTF_8));
        }
    }
}
