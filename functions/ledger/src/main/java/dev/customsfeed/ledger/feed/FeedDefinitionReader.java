package dev.customsfeed.ledger.feed;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.StreamReadFeature;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import dev.customsfeed.ledger.Flow;
import dev.customsfeed.ledger.TradeFlow;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.regex.Pattern;

/**
 * Reads a feed definition and finds all that is wrong with it. It takes what {@code schemas/feed-definition.schema.json} takes,
 * and checks beyond it that no product, commodity or period comes twice.
 */
public final class FeedDefinitionReader {

    /** Names that stand for something else at the top of the feed bucket. */
    private static final Set<String> RESERVED = Set.of("schemas", "assets");

    private static final Pattern ID = Pattern.compile("[a-z0-9][a-z0-9-]{0,62}");
    private static final Pattern LANGUAGE = Pattern.compile("[a-z]{2,3}(-[A-Za-z0-9]{2,8})*");
    private static final Pattern ALPHA_2 = Pattern.compile("[A-Z]{2}");
    private static final Pattern ALPHA_3 = Pattern.compile("[A-Z]{3}");
    private static final Pattern COMMODITY = Pattern.compile("[0-9]{8}");
    private static final Pattern WEB_ADDRESS = Pattern.compile("https?://\\S+");

    private static final JsonMapper JSON = JsonMapper.builder()
            .enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION)
            .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
            .build();

    private final List<FeedProblem> problems = new ArrayList<>();

    private FeedDefinitionReader() {}

    /**
     * Reads the definition of the feed {@code id}.
     *
     * @param id the name that the file has: {@code magnesium} for {@code feeds/magnesium.json}
     * @param text the file's text
     * @throws InvalidFeedException if it is not a definition of that feed
     */
    public static FeedDefinition read(String id, String text) throws InvalidFeedException {
        JsonNode root;
        try {
            root = JSON.readTree(text);
        } catch (JsonProcessingException e) {
            int line = e.getLocation() == null ? 0 : e.getLocation().getLineNr();
            int column = e.getLocation() == null ? 0 : e.getLocation().getColumnNr();
            throw new InvalidFeedException(
                    List.of(new FeedProblem("", line, column, e.getOriginalMessage(), "a JSON object")));
        }
        FeedDefinitionReader reader = new FeedDefinitionReader();
        Optional<FeedDefinition> definition = reader.definition(id, root);
        if (definition.isEmpty() || !reader.problems.isEmpty()) {
            throw new InvalidFeedException(reader.problems);
        }
        return definition.get();
    }

    private Optional<FeedDefinition> definition(String fileId, JsonNode root) {
        if (!root.isObject()) {
            problem("", root, "a JSON object");
            return Optional.empty();
        }
        onlyFields(
                root,
                "",
                "id",
                "title",
                "source",
                "reporter",
                "flow",
                "currency",
                "sample",
                "products",
                "events",
                "releases");
        Optional<String> id = text(root, "", "id", ID, "a name of lower-case letters, digits and hyphens");
        if (id.isPresent() && !id.get().equals(fileId)) {
            problem("/id", root.get("id"), "'" + fileId + "', as the file is named");
        }
        if (RESERVED.contains(fileId)) {
            problem("/id", root.path("id"), "another name: this one is taken by the project");
        }
        Optional<LocalizedText> title = required(root, "", "title", "a text in one or more languages", this::localized);
        Optional<String> source = text(root, "", "source", ID, "the short name of a source, e.g. 'gacc'");
        Optional<String> reporter = text(root, "", "reporter", ALPHA_2, "an ISO 3166-1 alpha-2 code, e.g. 'CN'");
        Optional<Flow> flow = required(root, "", "flow", "'export' or 'import'", (node, pointer) -> {
            Optional<Flow> read = node.isTextual() ? Flow.of(node.asText()) : Optional.empty();
            if (read.isEmpty()) {
                problem(pointer, node, "'export' or 'import'");
            }
            return read;
        });
        Optional<String> currency = text(root, "", "currency", ALPHA_3, "an ISO 4217 code, e.g. 'USD'");
        JsonNode sample = root.path("sample");
        if (!sample.isMissingNode() && !sample.isBoolean()) {
            problem("/sample", sample, "true or false");
        }
        List<Product> products = list(root, "products", true, this::product);
        noneTwice(products, Product::id, "/products", "product");
        noneTwice(
                products.stream().flatMap(product -> product.hs().stream()).toList(),
                hs -> hs,
                "/products",
                "commodity");
        List<PolicyEvent> events = list(root, "events", false, this::event);
        List<Release> releases = list(root, "releases", false, this::release);
        noneTwice(releases, Release::period, "/releases", "period");
        if (id.isEmpty()
                || title.isEmpty()
                || source.isEmpty()
                || reporter.isEmpty()
                || flow.isEmpty()
                || currency.isEmpty()) {
            return Optional.empty();
        }
        return Optional.of(new FeedDefinition(
                id.get(),
                title.get(),
                new TradeFlow(source.get(), reporter.get(), flow.get()),
                currency.get(),
                sample.asBoolean(false),
                products,
                events.stream().sorted(Comparator.comparing(PolicyEvent::date)).toList(),
                releases.stream().sorted(Comparator.comparing(Release::period)).toList()));
    }

    private Optional<Product> product(JsonNode node, String pointer) {
        onlyFields(node, pointer, "id", "hs", "name");
        Optional<String> id = text(node, pointer, "id", ID, "a name of lower-case letters, digits and hyphens");
        Optional<List<String>> hs = required(node, pointer, "hs", "a list of commodity codes", (codes, at) -> {
            if (!codes.isArray() || codes.isEmpty()) {
                problem(at, codes, "a list of at least one commodity code");
                return Optional.empty();
            }
            List<String> read = new ArrayList<>();
            for (int i = 0; i < codes.size(); i++) {
                matching(codes.get(i), at + "/" + i, COMMODITY, "a commodity code of eight digits in quotes")
                        .ifPresent(read::add);
            }
            return Optional.of(List.copyOf(read));
        });
        Optional<LocalizedText> name =
                required(node, pointer, "name", "a text in one or more languages", this::localized);
        return id.isPresent() && hs.isPresent() && name.isPresent()
                ? Optional.of(new Product(id.get(), hs.get(), name.get()))
                : Optional.empty();
    }

    private Optional<PolicyEvent> event(JsonNode node, String pointer) {
        onlyFields(node, pointer, "date", "name", "text", "url");
        Optional<LocalDate> date = required(node, pointer, "date", "a day", this::day);
        Optional<LocalizedText> name =
                required(node, pointer, "name", "a text in one or more languages", this::localized);
        Optional<LocalizedText> text =
                node.has("text") ? localized(node.get("text"), pointer + "/text") : Optional.empty();
        Optional<String> url = node.has("url")
                ? matching(
                        node.get("url"),
                        pointer + "/url",
                        WEB_ADDRESS,
                        "an address that begins with http:// or https://")
                : Optional.empty();
        return date.isPresent() && name.isPresent()
                ? Optional.of(new PolicyEvent(date.get(), name.get(), text, url))
                : Optional.empty();
    }

    private Optional<Release> release(JsonNode node, String pointer) {
        onlyFields(node, pointer, "period", "date");
        Optional<YearMonth> period = required(node, pointer, "period", "a month", (month, at) -> {
            try {
                return Optional.of(YearMonth.parse(month.asText()));
            } catch (DateTimeException e) {
                problem(at, month, "a month like '2025-12'");
                return Optional.empty();
            }
        });
        Optional<LocalDate> date = required(node, pointer, "date", "a day", this::day);
        return period.isPresent() && date.isPresent()
                ? Optional.of(new Release(period.get(), date.get()))
                : Optional.empty();
    }

    private Optional<LocalDate> day(JsonNode node, String pointer) {
        try {
            return Optional.of(LocalDate.parse(node.asText()));
        } catch (DateTimeException e) {
            problem(pointer, node, "a day like '2026-01-18'");
            return Optional.empty();
        }
    }

    private Optional<LocalizedText> localized(JsonNode node, String pointer) {
        SortedMap<String, String> texts = new TreeMap<>();
        node.properties().forEach(entry -> {
            String at = pointer + "/" + entry.getKey();
            if (!LANGUAGE.matcher(entry.getKey()).matches()) {
                problem(at, entry.getValue(), "a language tag as the name, e.g. 'en' or 'zh'");
            } else if (!entry.getValue().isTextual()
                    || entry.getValue().asText().isBlank()) {
                problem(at, entry.getValue(), "a text");
            } else {
                texts.put(entry.getKey(), entry.getValue().asText());
            }
        });
        if (!texts.containsKey("en")) {
            problem(pointer, node, "texts by language, English ('en') among them");
            return Optional.empty();
        }
        return Optional.of(new LocalizedText(texts));
    }

    private Optional<String> text(JsonNode parent, String pointer, String field, Pattern pattern, String expected) {
        return required(parent, pointer, field, expected, (node, at) -> matching(node, at, pattern, expected));
    }

    private Optional<String> matching(JsonNode node, String pointer, Pattern pattern, String expected) {
        if (node.isTextual() && pattern.matcher(node.asText()).matches()) {
            return Optional.of(node.asText());
        }
        problem(pointer, node, expected);
        return Optional.empty();
    }

    private <T> Optional<T> required(
            JsonNode parent, String pointer, String field, String expected, NodeReader<T> reader) {
        JsonNode node = parent.get(field);
        if (node == null) {
            problems.add(new FeedProblem(pointer, 0, 0, "no '" + field + "'", "'" + field + "': " + expected));
            return Optional.empty();
        }
        return reader.read(node, pointer + "/" + field);
    }

    private <T> List<T> list(JsonNode root, String field, boolean required, NodeReader<T> reader) {
        String pointer = "/" + field;
        JsonNode node = root.path(field);
        if (node.isMissingNode() && !required) {
            return List.of();
        }
        if (!node.isArray() || (required && node.isEmpty())) {
            problem(pointer, node, required ? "a list of at least one" : "a list");
            return List.of();
        }
        List<T> read = new ArrayList<>();
        for (int i = 0; i < node.size(); i++) {
            String at = pointer + "/" + i;
            if (node.get(i).isObject()) {
                reader.read(node.get(i), at).ifPresent(read::add);
            } else {
                problem(at, node.get(i), "a JSON object");
            }
        }
        return List.copyOf(read);
    }

    private <T> void noneTwice(List<T> all, Function<T, ?> key, String pointer, String what) {
        Set<Object> seen = new HashSet<>();
        for (T one : all) {
            if (!seen.add(key.apply(one))) {
                problems.add(new FeedProblem(
                        pointer, 0, 0, what + " '" + key.apply(one) + "' twice", "each " + what + " once"));
            }
        }
    }

    private void onlyFields(JsonNode node, String pointer, String... known) {
        Set<String> names = Set.of(known);
        node.properties().forEach(entry -> {
            if (!names.contains(entry.getKey())) {
                problem(
                        pointer + "/" + entry.getKey(),
                        entry.getValue(),
                        "no such field; known are " + String.join(", ", known));
            }
        });
    }

    private void problem(String pointer, JsonNode node, String expected) {
        String found = node.isMissingNode() ? "nothing" : node.toString();
        problems.add(new FeedProblem(
                pointer, 0, 0, found.length() > 200 ? found.substring(0, 200) + "..." : found, expected));
    }

    /** Reads one node; adds to the problems and gives nothing where it cannot. */
    @FunctionalInterface
    private interface NodeReader<T> {
        Optional<T> read(JsonNode node, String pointer);
    }
}
