package dev.customsfeed.ledger.feed;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.networknt.schema.Schema;
import com.networknt.schema.SchemaRegistry;
import com.networknt.schema.SchemaRegistryConfig;
import com.networknt.schema.SpecificationVersion;
import dev.customsfeed.ledger.Flow;
import dev.customsfeed.ledger.SourceRules;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.Consumer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class FeedDefinitionReaderTest {

    private static final JsonMapper JSON = new JsonMapper();

    static final String GRAPHITE = """
            {"id": "graphite", "title": {"en": "Graphite", "zh": "石墨"}, "source": "gacc", "reporter": "CN", "flow": "export",
             "currency": "CNY", "sample": true,
             "products": [{"id": "flake", "hs": ["25041010", "25041091"], "name": {"en": "Flake graphite"}},
                          {"id": "artificial", "hs": ["38011000"], "name": {"en": "Artificial graphite"}}],
             "events": [{"date": "2026-02-01", "name": {"en": "Later"}},
                        {"date": "2023-12-01", "name": {"en": "Export licence"}, "text": {"en": "Needed."}, "url": "https://example.org/a"},
                        {"id": "rule", "announced": "2025-10-09", "inForce": "2025-12-01", "name": {"en": "A rule"},
                         "concerns": {"products": ["flake"], "partners": ["JP"]}, "thirdCountries": ["KR", "TW"], "comparisons": ["artificial"]}],
             "releases": [{"period": "2025-12", "date": "2026-01-18"}],
             "prices": [{"id": "flake-194", "product": "flake", "name": {"en": "Flake -194, ex works"}}]}
            """;

    static final Map<String, SourceRules> SOURCES = Map.of(
            "gacc",
            new SourceRules(
                    "gacc",
                    new TreeSet<>(List.of(8)),
                    Optional.of("CN"),
                    true,
                    new TreeSet<>(List.of("CNY", "USD")),
                    new TreeMap<>()),
            "comext",
            new SourceRules(
                    "comext",
                    new TreeSet<>(List.of(6, 8)),
                    Optional.empty(),
                    false,
                    new TreeSet<>(List.of("EUR")),
                    new TreeMap<>(Map.of("EU27", new TreeSet<>(List.of("DE", "FR", "NL"))))));

    private static FeedDefinition read(String id, String text) throws InvalidFeedException {
        return FeedDefinitionReader.read(id, text, SOURCES);
    }

    @Test
    void a_definition_says_what_the_feed_is() throws Exception {
        FeedDefinition feed = read("graphite", GRAPHITE);

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
    void an_event_whose_traces_are_looked_for_says_beforehand_where() throws Exception {
        PolicyEvent event = read("graphite", GRAPHITE).events().get(1);

        assertThat(event.plan())
                .contains(new StudyPlan(
                        "rule",
                        LocalDate.of(2025, 10, 9),
                        LocalDate.of(2025, 12, 1),
                        List.of("flake"),
                        List.of("JP"),
                        List.of("KR", "TW"),
                        List.of("artificial")));
        assertThat(event.date()).isEqualTo(LocalDate.of(2025, 10, 9));
        assertThat(event.days()).containsExactly(LocalDate.of(2025, 10, 9), LocalDate.of(2025, 12, 1));
        assertThat(event.plan().orElseThrow().concerns("artificial")).isFalse();
    }

    @Test
    void an_event_that_says_no_more_concerns_all() throws Exception {
        PolicyEvent event = read("graphite", changed(root -> ((ObjectNode) root.at("/events/2"))
                        .remove(List.of("concerns", "thirdCountries", "comparisons"))))
                .events()
                .get(1);

        assertThat(event.plan().orElseThrow().concerns("artificial")).isTrue();
        assertThat(event.plan().orElseThrow().partners()).isEmpty();
        assertThat(read("graphite", GRAPHITE).events().get(0).plan())
                .as("with a date alone nothing is looked for")
                .isEmpty();
        assertThat(read("graphite", GRAPHITE).events().get(0).days()).containsExactly(LocalDate.of(2023, 12, 1));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "/events/2/inForce | `\"2025-10-08\"` | `a day not before '2025-10-09', when the event was announced`",
                "/events/2/concerns/products/0 | `\"ingot\"` | `one of the feed's products: flake, artificial`",
                "/events/2/concerns/partners/0 | `\"QQ\"` | `an ISO 3166-1 alpha-2 code of a country, e.g. 'JP'`",
                "/events/2/thirdCountries/0 | `\"JP\"` | `an ISO 3166-1 alpha-2 code of a country, e.g. 'JP', that the event does not concern`",
                "/events/2/thirdCountries/0 | `\"TW\"` | `each once`",
                "/events/2/comparisons/0 | `\"flake\"` | `one of the feed's products: flake, artificial, that the event does not concern`",
            })
    void an_event_concerns_what_there_is(String pointer, String value, String expected) throws Exception {
        String text = changed(root -> set(root, pointer, parse(value)));

        InvalidFeedException rejected = catchThrowableOfType(InvalidFeedException.class, () -> read("graphite", text));

        assertThat(rejected.problems()).hasSize(1);
        assertThat(rejected.problems().get(0).expected()).isEqualTo(expected);
        assertThat(rejected.problems().get(0).pointer()).startsWith(pointer.substring(0, pointer.length() - 1));
    }

    @Test
    void a_price_is_of_a_product_that_there_is() throws Exception {
        assertThat(read("graphite", GRAPHITE).prices()).singleElement().satisfies(price -> {
            assertThat(price.id()).isEqualTo("flake-194");
            assertThat(price.product()).isEqualTo("flake");
        });
        InvalidFeedException rejected = catchThrowableOfType(
                InvalidFeedException.class,
                () -> read("graphite", changed(root -> set(root, "/prices/0/product", parse("\"ingot\"")))));
        assertThat(rejected.problems()).singleElement().satisfies(problem -> {
            assertThat(problem.pointer()).isEqualTo("/prices/0/product");
            assertThat(problem.expected()).isEqualTo("one of the feed's products: flake, artificial");
        });
        assertThatExceptionOfType(InvalidFeedException.class)
                .isThrownBy(() -> read("graphite", changed(root -> ((ArrayNode) root.at("/prices"))
                        .add(root.at("/prices/0").deepCopy()))))
                .withMessageContaining("price 'flake-194' twice")
                .withMessageContaining("product 'flake' twice");
    }

    @Test
    void what_is_named_to_compare_with_stands_beside_what_is_concerned() throws Exception {
        for (String gone : List.of("products", "partners")) {
            String text = changed(root -> ((ObjectNode) root.at("/events/2/concerns")).remove(gone));
            assertThatExceptionOfType(InvalidFeedException.class)
                    .isThrownBy(() -> read("graphite", text))
                    .withMessageContaining("'" + gone + "' in 'concerns'");
            assertThat(schema().validate(JSON.readTree(text))).isNotEmpty();
        }
        assertThatExceptionOfType(InvalidFeedException.class)
                .isThrownBy(() -> read("graphite", changed(root -> ((ArrayNode) root.at("/events"))
                        .add(root.at("/events/2").deepCopy()))))
                .withMessageContaining("event 'rule' twice");
    }

    @Test
    void rows_can_only_be_switched_off() throws Exception {
        assertThat(read("graphite", changed(root -> root.put("rows", false))).rows())
                .isFalse();
        assertThat(read("graphite", changed(root -> {})).rows()).isTrue();
    }

    @Test
    void events_releases_and_sample_may_be_missing() throws Exception {
        FeedDefinition feed = read("graphite", changed(root -> root.remove(List.of("events", "releases", "sample"))));

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
                "/reporter          | `\"C\"`",
                "/flow              | `\"transit\"`",
                "/flow              | `1`",
                "/currency          | `\"usd\"`",
                "/sample            | `\"yes\"`",
                "/rows              | `true`",
                "/rows              | `\"no\"`",
                "/products          | `[]`",
                "/products          | `{}`",
                "/products/0        | `1`",
                "/products/0/id     | `7`",
                "/products/0/hs     | `[]`",
                "/products/0/hs/0   | `25041010`",
                "/products/0/hs/0   | `\"2\"`",
                "/products/0/hs/0   | `\"25041010000\"`",
                "/products/0/id     | `\"all\"`",
                "/products/0/name/en | `\"a\\uD800b\"`",
                "/products/0/name/en | `\"a\\u202Eb\"`",
                "/products/0/name/en | `\"a\\nb\"`",
                "/products/0/name/en | `\"\\u00A0\"`",
                "/title/en          | `\"\"`",
                "/events/0/date     | `\"+999999999-01-01\"`",
                "/events/0/date     | `\"1899-12-31\"`",
                "/events/0/date     | `\"2025-02-29\"`",
                "/events/0/date     | `20250101`",
                "/events/0/url      | `\"https://user@example.org/a\"`",
                "/events/0/url      | `\"https://user:secret@example.org/\"`",
                "/events/0/url      | `\"https://example.org\\\\@example.net/\"`",
                "/events/0/url      | `\"https://example.org/\\u202Egnp\"`",
                "/events/0/url      | `\"https://example.org/a b\"`",
                "/events/0/url      | `\"https://\"`",
                "/releases/0/period | `\"-2025-12\"`",
                "/releases/0/period | `\"12025-12\"`",
                "/products/0/colour | `\"black\"`",
                "/events            | `{}`",
                "/events/2/id       | `\"A rule\"`",
                "/events/2/announced | `\"2025-10\"`",
                "/events/2/inForce  | `20251201`",
                "/events/2/date     | `\"2025-12-01\"`",
                "/events/2/concerns | `{}`",
                "/events/2/concerns | `[\"flake\"]`",
                "/events/2/concerns/countries | `[\"JP\"]`",
                "/events/2/concerns/products | `[]`",
                "/events/2/concerns/products | `\"flake\"`",
                "/events/2/concerns/partners/0 | `\"Japan\"`",
                "/events/2/concerns/partners/0 | `392`",
                "/events/2/thirdCountries | `[]`",
                "/events/2/comparisons/0 | `true`",
                "/events/0/date     | `\"tomorrow\"`",
                "/events/0/url      | `\"javascript:alert(1)\"`",
                "/releases/0/period | `\"2025-13\"`",
                "/realeases         | `[]`"
            })
    void a_fault_is_named_with_its_place_and_the_schema_agrees(String pointer, String value) throws Exception {
        String text = changed(root -> set(root, pointer, parse(value)));

        InvalidFeedException rejected = catchThrowableOfType(InvalidFeedException.class, () -> read("graphite", text));

        assertThat(rejected.problems()).extracting(FeedProblem::pointer).contains(pointer);
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
                .isThrownBy(() -> read("graphite", GRAPHITE.replace("38011000", "25041010")))
                .withMessageContaining("commodity '25041010' twice");
        assertThatExceptionOfType(InvalidFeedException.class)
                .isThrownBy(() -> read("graphite", GRAPHITE.replace("artificial", "flake")))
                .withMessageContaining("product 'flake' twice");
    }

    @Test
    void no_two_products_have_one_name_in_a_language() throws Exception {
        assertThatExceptionOfType(InvalidFeedException.class)
                .isThrownBy(() -> read("graphite", GRAPHITE.replace("Artificial graphite", "flake Graphite ")))
                .withMessageContaining("the name 'flake Graphite ' (en) of 'flake' and 'artificial'")
                .withMessageContaining("names by which readers tell products apart");
        String chinese = GRAPHITE.replace("\"Flake graphite\"", "\"Flake graphite\", \"zh\": \"石墨\"");
        assertThat(read("graphite", chinese).products()).hasSize(2);
        assertThatExceptionOfType(InvalidFeedException.class)
                .isThrownBy(() -> read(
                        "graphite",
                        chinese.replace("\"Artificial graphite\"", "\"Artificial graphite\", \"zh\": \"石墨\"")))
                .withMessageContaining("the name '石墨' (zh) of 'flake' and 'artificial'");
        assertThatExceptionOfType(InvalidFeedException.class)
                .as("who has no name in Chinese is called by the English one there")
                .isThrownBy(() -> read("graphite", chinese.replace("石墨", "Artificial graphite")))
                .withMessageContaining("(zh) of 'flake' and 'artificial'");
    }

    @Test
    void a_missing_field_is_named() {
        assertThatExceptionOfType(InvalidFeedException.class)
                .isThrownBy(() -> read("graphite", "{}"))
                .withMessageContaining("'currency'")
                .withMessageContaining("'title'");
        assertThatExceptionOfType(InvalidFeedException.class)
                .isThrownBy(() -> read("graphite", "[]"))
                .withMessageContaining("a JSON object");
    }

    @Test
    void a_name_that_the_project_needs_itself_is_rejected() {
        assertThatExceptionOfType(InvalidFeedException.class)
                .isThrownBy(() -> read("schemas", GRAPHITE.replace("\"graphite\"", "\"schemas\"")))
                .withMessageContaining("taken");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "/source          | `\"inegi\"`      | `one of the sources that there are: comext, gacc`",
                "/reporter        | `\"JP\"`         | `'CN', the one reporter of the source gacc`",
                "/currency        | `\"EUR\"`        | `a currency that the source gacc has: CNY, USD`",
                "/products/0/hs/0 | `\"250410\"`     | `a commodity code of 8 digits in quotes, as the source gacc has them`",
                "/id              | `\"magnesium\"`  | `'graphite', as the file is named`"
            })
    void what_the_source_has_not_is_named_beside_what_it_has(String pointer, String value, String expected)
            throws Exception {
        String text = changed(root -> set(root, pointer, parse(value)));

        InvalidFeedException rejected = catchThrowableOfType(InvalidFeedException.class, () -> read("graphite", text));

        assertThat(rejected.problems()).containsExactly(new FeedProblem(pointer, 0, 0, value, expected));
    }

    @Test
    void a_feed_may_be_about_a_group_of_reporters_that_share_a_log() throws Exception {
        String text = GRAPHITE.replace("gacc", "comext")
                .replace("\"CN\"", "\"EU27\"")
                .replace("CNY", "EUR")
                .replace("38011000", "380110");
        FeedDefinition feed = read("graphite", text);

        assertThat(feed.isOfGroup()).isTrue();
        assertThat(feed.reporters()).containsExactly("DE", "FR", "NL");
        assertThat(feed.log()).isEqualTo("comext");
        assertThat(feed.series("NL", "380110").key()).isEqualTo("comext/NL/export/EUR/380110");
        assertThat(feed.series("380110").key()).isEqualTo("comext/EU27/export/EUR/380110");
        assertThat(schema().validate(JSON.readTree(text))).isEmpty();

        FeedDefinition one = read("graphite", text.replace("EU27", "XK"));
        assertThat(one.isOfGroup()).isFalse();
        assertThat(one.reporters()).containsExactly("XK");
        assertThatExceptionOfType(InvalidFeedException.class)
                .isThrownBy(() -> read("graphite", text.replace("EU27", "EU28")))
                .withMessageContaining("or a group of reporters: EU27");
        assertThatExceptionOfType(InvalidFeedException.class)
                .isThrownBy(() -> read("graphite", text.replace("380110", "3801")))
                .withMessageContaining("6 or 8 digits");
    }

    @Test
    void a_code_that_begins_another_would_be_counted_twice() {
        String text =
                GRAPHITE.replace("gacc", "comext").replace("\"CN\"", "\"DE\"").replace("CNY", "EUR");

        assertThatExceptionOfType(InvalidFeedException.class)
                .isThrownBy(() -> read("graphite", text.replace("38011000", "250410")))
                .satisfies(rejected -> assertThat(rejected.problems())
                        .extracting(FeedProblem::found)
                        .containsExactly(
                                "commodity '250410', which begins commodity '25041010' and has its trade in it",
                                "commodity '250410', which begins commodity '25041091' and has its trade in it"));
    }

    @Test
    void a_message_shows_what_cannot_be_seen_and_no_more_than_can_be_read() throws Exception {
        String text = changed(root -> {
            root.put("title\u202E/~", "x");
            root.put("currency", "\uD83D\uDE00".repeat(500));
            root.put("flow", "\uD800");
        });

        InvalidFeedException rejected = catchThrowableOfType(InvalidFeedException.class, () -> read("graphite", text));

        assertThat(rejected.problems()).extracting(FeedProblem::pointer).contains("/title<U+202E>~1~0");
        assertThat(rejected.problems()).extracting(FeedProblem::found).contains("\"<U+D800>\"");
        assertThat(StandardCharsets.UTF_8.newEncoder().canEncode(rejected.getMessage()))
                .isTrue();
        assertThat(rejected.getMessage()).contains("\uD83D\uDE00…").hasSizeLessThan(2_000);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "``                       | `line 1, column 1: found nothing, expected a JSON object`",
                "`{\"id\": }`              | `line 1, column 8, in /id: found '}', expected a value: a text in double quotes, a number, true, false, null, '[' or '{'`",
                "`{\"id\": 1, \"id\": 2}`  | `line 1, column 11: found the name \"id\" twice, expected each name once in an object`",
                "`{} {}`                  | `line 1, column 4: found '{', expected nothing after the end of the JSON value`",
                "`{\"id\": 1,}`            | `line 1, column 10: found '}' behind a comma, expected a name in double quotes`",
                "`{'id': 1}`              | `line 1, column 2: found ''', expected a name in double quotes or '}'`",
                "`{\"id\" 1}`              | `line 1, column 7, in /id: found '1', expected ':' between a name and its value`",
                "`{\"id\": 1 \"x\": 2}`     | `line 1, column 10: found '\"', expected ',' before the next name, or '}'`",
                "`{\"a\": [1, 2`           | `line 1, column 12, in /a: found the end of the text, expected ',' before the next value, or ']'`",
                "`{\"a\": [1,]}`           | `line 1, column 10, in /a/1: found ']' behind a comma, expected a value: a text in double quotes, a number, true, false, null, '[' or '{'`",
                "`{\"a\": True}`           | `line 1, column 7, in /a: found 'True', expected a value: a text in double quotes, a number, true, false, null, '[' or '{'`",
                "`{\"a\": 08}`             | `line 1, column 7, in /a: found a number that begins with 0, expected a number without it, or a code in double quotes`",
                "`{\"a\": 1.}`             | `line 1, column 9, in /a: found '}', expected a digit`",
                "`{\"a\": \"b`              | `line 1, column 7, in /a: found a text that does not end, expected '\"' at its end`",
                "`{\"a\": \"\\x\"}`         | `line 1, column 8, in /a: found a backslash before 'x', expected one of \" \\ / b f n r t u after a backslash`",
                "`{\"a\": \"\\u12\"}`       | `line 1, column 8, in /a: found \\u before '\"', expected four hexadecimal digits after \\u`",
                "`{“a”: 1}`               | `line 1, column 2: found '“', expected a name in double quotes or '}'`",
                "`{\u00A0}`              | `line 1, column 2: found '<U+00A0>', expected a name in double quotes or '}'`",
                "`<html>`                 | `line 1, column 1: found '<', expected a value: a text in double quotes, a number, true, false, null, '[' or '{'`"
            })
    void what_is_no_json_is_rejected_in_our_own_words(String text, String message) {
        assertThatExceptionOfType(InvalidFeedException.class)
                .isThrownBy(() -> read("graphite", text == null ? "" : text))
                .withMessage(message);
    }

    @Test
    void a_syntax_error_has_its_line_and_column() {
        assertThatExceptionOfType(InvalidFeedException.class)
                .isThrownBy(() -> read("graphite", "{\n  \"id\": ,\n}"))
                .withMessageStartingWith("line 2, column 9, in /id: found ','");
        assertThatExceptionOfType(InvalidFeedException.class)
                .isThrownBy(() -> read("graphite", "{\r\n\r  \"\uD83D\uDE00\": \"a\tb\"}"))
                .withMessageStartingWith("line 3, column 10, in /\uD83D\uDE00: found a tab within a text");
        assertThatExceptionOfType(InvalidFeedException.class)
                .isThrownBy(() -> read("graphite", "[".repeat(100_000)))
                .withMessageContaining("levels deep");
        assertThatExceptionOfType(InvalidFeedException.class)
                .isThrownBy(() -> read("graphite", "[" + "9".repeat(2_000) + "]"))
                .withMessageContaining("a number of 2000 characters");
        assertThatExceptionOfType(InvalidFeedException.class)
                .isThrownBy(() -> read("graphite", "{\"" + "x".repeat(60_000) + "\": 1}"))
                .withMessageContaining("too long");
    }

    @Test
    void a_text_needs_english() {
        assertThatIllegalArgumentException().isThrownBy(() -> new LocalizedText(new TreeMap<>()));
    }

    private static void set(ObjectNode root, String pointer, JsonNode node) {
        int slash = pointer.lastIndexOf('/');
        String last = pointer.substring(slash + 1);
        if (root.at(pointer.substring(0, slash)) instanceof ArrayNode array) {
            array.set(Integer.parseInt(last), node);
        } else {
            ((ObjectNode) root.at(pointer.substring(0, slash))).set(last, node);
        }
    }

    private static String changed(Consumer<ObjectNode> change) throws Exception {
        ObjectNode root = (ObjectNode) JSON.readTree(GRAPHITE);
        change.accept(root);
        return root.toString();
    }

    private static JsonNode parse(String json) {
        try {
            return JSON.readTree(json);
        } catch (JsonProcessingException e) {
            throw new UncheckedIOException(e);
        }
    }

    static Schema schema() {
        try (InputStream in = FeedDefinition.class.getResourceAsStream("/schemas/v1/feed-definition.schema.json")) {
            SchemaRegistryConfig config =
                    SchemaRegistryConfig.builder().formatAssertionsEnabled(true).build();
            return SchemaRegistry.withDefaultDialect(
                            SpecificationVersion.DRAFT_2020_12, registry -> registry.schemaRegistryConfig(config))
                    .getSchema(new String(in.readAllBytes(), StandardCharsets.UTF_8));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
