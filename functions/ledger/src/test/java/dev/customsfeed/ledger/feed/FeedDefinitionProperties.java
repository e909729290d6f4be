package dev.customsfeed.ledger.feed;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.StreamReadFeature;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.networknt.schema.Schema;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;

/** The reader and the JSON Schema agree, and so do the two readers of JSON. */
class FeedDefinitionProperties {

    private static final JsonMapper JSON = JsonMapper.builder()
            .enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION)
            .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
            .build();
    private static final Schema SCHEMA = FeedDefinitionReaderTest.schema();

    /** Something done to one place of a definition: places are counted round. */
    record Change(int place, String value, boolean removes) {}

    @Property(tries = 3_000)
    void the_reader_takes_what_the_schema_takes(@ForAll("changes") List<Change> changes) throws Exception {
        ObjectNode root = (ObjectNode) JSON.readTree(FeedDefinitionReaderTest.GRAPHITE);
        for (Change change : changes) {
            change(root, change);
        }
        String text = root.toString();

        List<FeedProblem> problems = problems(text);

        if (SCHEMA.validate(JSON.readTree(text)).isEmpty()) {
            assertThat(problems).allMatch(FeedDefinitionProperties::isBeyondASchema);
        } else {
            assertThat(problems).isNotEmpty();
        }
        assertThat(problems).allMatch(problem -> problem.found().codePoints().noneMatch(Character::isISOControl));
    }

    /** What hangs on the source, on the file's name, or on more than one place. */
    private static boolean isBeyondASchema(FeedProblem problem) {
        return problem.expected().contains("source")
                || problem.expected().contains("as the file is named")
                || problem.expected().contains("feed's products")
                || problem.expected().contains("code of a country")
                || problem.expected().contains("when the event was announced")
                || problem.found().endsWith(" twice")
                || problem.found().contains("which begins commodity");
    }

    private static List<FeedProblem> problems(String text) {
        try {
            FeedDefinitionReader.read("graphite", text, FeedDefinitionReaderTest.SOURCES);
            return List.of();
        } catch (InvalidFeedException rejected) {
            return rejected.problems();
        }
    }

    private static void change(ObjectNode root, Change change) throws JsonProcessingException {
        List<Runnable> removals = new ArrayList<>();
        List<Runnable> settings = new ArrayList<>();
        collect(root, JSON.readTree(change.value()), removals, settings);
        List<Runnable> acts = change.removes() ? removals : settings;
        acts.get(change.place() % acts.size()).run();
    }

    private static void collect(JsonNode node, JsonNode value, List<Runnable> removals, List<Runnable> settings) {
        if (node instanceof ObjectNode object) {
            object.properties().forEach(entry -> {
                removals.add(() -> object.remove(entry.getKey()));
                settings.add(() -> object.set(entry.getKey(), value));
                collect(entry.getValue(), value, removals, settings);
            });
            settings.add(() -> object.set("colour", value));
        } else if (node instanceof ArrayNode array) {
            for (int i = 0; i < array.size(); i++) {
                int index = i;
                removals.add(() -> array.remove(index));
                settings.add(() -> array.set(index, value));
                collect(array.get(i), value, removals, settings);
            }
            settings.add(() -> array.add(value));
        }
    }

    @Provide
    Arbitrary<List<Change>> changes() {
        Arbitrary<String> known = Arbitraries.of(
                "null",
                "true",
                "1",
                "1.5",
                "[]",
                "{}",
                "\"\"",
                "\"all\"",
                "\"assets\"",
                "\"a-1\"",
                "\"A\"",
                "\"flake\"",
                "[\"artificial\"]",
                "[\"JP\", \"XK\"]",
                "[\"JP\", \"JP\"]",
                "[\"QQ\"]",
                "{\"partners\": [\"US\"]}",
                "{\"products\": [\"flake\"]}",
                "\"CN\"",
                "\"JP\"",
                "\"EU27\"",
                "\"CNY\"",
                "\"USD\"",
                "\"EUR\"",
                "\"gacc\"",
                "\"comext\"",
                "\"export\"",
                "\"import\"",
                "\"81041100\"",
                "\"810411\"",
                "\"8104110000\"",
                "\"2504\"",
                "[\"81041100\", \"25041010\"]",
                "[\"81041100\", \"81041100\"]",
                "\"2024-02-29\"",
                "\"2025-02-29\"",
                "\"2025-12\"",
                "\"2025-13\"",
                "\"1900-01-01\"",
                "\"1899-12-31\"",
                "\"9999-12-31\"",
                "\"10000-01-01\"",
                "\"2025-12-01\\n\"",
                "{\"en\": \"x\"}",
                "{\"zh\": \"镁\"}",
                "{\"en\": \"\uD83D\uDE00\", \"zh-Hant\": \"鎂\"}",
                "{\"en\": \"\\uD83D\"}",
                "{\"en\": \"\\u2067x\"}",
                "{\"en\": \"\\u2028\"}",
                "{\"en\": \" \\u00A0\\u3000\"}",
                "{\"en\": \"\\uFEFF.\"}",
                "\"https://example.org\"",
                "\"http://例え.jp/a?b=c#d\"",
                "\"https://a@b\"",
                "\"https://a\\\\@b\"",
                "\"https://a/\\u00A0\"",
                "\"HTTPS://a\"",
                "\"javascript:alert(1)\"",
                "\"https://a/@b\"",
                "\"https://a?@b\\t\"");
        Arbitrary<String> any = Arbitraries.strings()
                .withChars("aZ9- \t\n/:@.\\\"\u0000\u00A0\u202E\uD83D\uDE00镁")
                .ofMaxLength(8)
                .map(text -> JSON.getNodeFactory().textNode(text).toString());
        return Combinators.combine(
                        Arbitraries.integers().between(0, 200),
                        Arbitraries.oneOf(known, known, any),
                        Arbitraries.of(false, false, false, true))
                .as(Change::new)
                .list()
                .ofMinSize(1)
                .ofMaxSize(3);
    }

    @Property(tries = 5_000)
    void what_has_no_fault_is_json_and_what_is_json_has_none(@ForAll("texts") String text) {
        Optional<FeedProblem> fault = JsonSyntax.firstFault(text);

        assertThat(fault.isEmpty()).as("%s in %s", fault, text).isEqualTo(isJson(text));
        assertThat(fault.stream()).allMatch(problem -> problem.line() > 0 && problem.column() > 0);
    }

    private static boolean isJson(String text) {
        try {
            return !JSON.readTree(text).isMissingNode();
        } catch (JsonProcessingException e) {
            return false;
        }
    }

    /** Right texts with a few characters taken out, put in or put in others' places. */
    @Provide
    Arbitrary<String> texts() {
        String right =
                "{\"a\": [1, -2.5e+3, 0, true, null, \"b\\u00e9\\n\"], \"c\": {}, \"d\": {\"a\": [[]]}, \"e\": false}\r\n";
        Arbitrary<Character> sign = Arbitraries.of("{}[]\",:\\/ 0123456789eE+-.truefalsnacdb\n\t\u0000\u00A0é"
                .chars()
                .mapToObj(c -> (char) c)
                .toList());
        return Combinators.combine(
                        Arbitraries.integers().between(0, right.length() - 1),
                        Arbitraries.integers().between(0, 2),
                        sign.list().ofMaxSize(2))
                .as((at, cut, signs) -> {
                    StringBuilder text = new StringBuilder(right);
                    text.delete(at, Math.min(text.length(), at + cut));
                    signs.forEach(one -> text.insert((int) at, one.charValue()));
                    return text.toString();
                });
    }
}
