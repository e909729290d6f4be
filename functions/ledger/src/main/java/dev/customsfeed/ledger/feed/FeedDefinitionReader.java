package dev.customsfeed.ledger.feed;

import com.fasterxml.jackson.core.JsonLocation;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.StreamReadFeature;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import dev.customsfeed.ledger.Flow;
import dev.customsfeed.ledger.SourceRules;
import dev.customsfeed.ledger.TradeFlow;
import dev.customsfeed.ledger.VisibleText;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * Reads a feed definition and finds all that is wrong with it. It takes what {@code feed-definition.schema.json} takes, and
 * checks beyond it what a schema cannot say: that no product, commodity, event, period or price comes twice, that no commodity begins another,
 * that events concern what there is, and that all is as the source has it.
 */
public final class FeedDefinitionReader {

    /** Names that stand for something else at the top of the feed bucket. */
    private static final Set<String> RESERVED = Set.of("schemas", "assets");

    /** Names that stand for something else among products. */
    private static final Set<String> RESERVED_PRODUCTS = Set.of("all");

    /** What only an event has whose traces are looked for. */
    private static final List<String> PLANNED =
            List.of("id", "announced", "inForce", "concerns", "thirdCountries", "comparisons");

    /** Countries by ISO 3166-1, and Kosovo, which offices call XK though it has no code of its own there. */
    private static final Set<String> COUNTRIES = Stream.concat(
                    Locale.getISOCountries(Locale.IsoCountryCode.PART1_ALPHA2).stream(), Stream.of("XK"))
            .collect(Collectors.toUnmodifiableSet());

    private static final String COUNTRY = "an ISO 3166-1 alpha-2 code of a country, e.g. 'JP'";

    private static final int SHOWN = 200;

    /** Controls, separators of lines, what turns the direction of a text, and halves of surrogate pairs. */
    private static final String NO_TEXT = "\\u0000-\\u001F\\u007F-\\u009F\\u2028-\\u202E\\u2066-\\u2069\\uD800-\\uDFFF";

    private static final String SPACES = " \\u00A0\\u1680\\u2000-\\u200A\\u202F\\u205F\\u3000\\uFEFF";

    private static final Pattern ID = Pattern.compile("^[a-z0-9][a-z0-9-]{0,62}$");
    private static final Pattern LANGUAGE = Pattern.compile("^[a-z]{2,3}(-[A-Za-z0-9]{2,8})*$");
    private static final Pattern REPORTER = Pattern.compile("^[A-Z]{2}[A-Z0-9]{0,8}$");
    private static final Pattern ALPHA_3 = Pattern.compile("^[A-Z]{3}$");
    private static final Pattern COMMODITY = Pattern.compile("^[0-9]{2,10}$");
    private static final Pattern MONTH = Pattern.compile("^(19|[2-9][0-9])[0-9]{2}-(0[1-9]|1[0-2])$");
    private static final Pattern DAY =
            Pattern.compile("^(19|[2-9][0-9])[0-9]{2}-(0[1-9]|1[0-2])-(0[1-9]|[12][0-9]|3[01])$");
    private static final Pattern TEXT =
            Pattern.compile("^[" + SPACES + "]*[^" + SPACES + NO_TEXT + "][^" + NO_TEXT + "]*$");
    private static final Pattern WEB_ADDRESS = Pattern.compile(
            "^https?://[^/?#@\\\\\"<>" + SPACES + NO_TEXT + "]+([/?#][^\\\\\"<>" + SPACES + NO_TEXT + "]*)?$");

    private static final JsonMapper JSON = JsonMapper.builder()
            .enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION)
            .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
            .build();

    private final Map<String, SourceRules> sources;
    private final List<FeedProblem> problems = new ArrayList<>();

    private FeedDefinitionReader(Map<String, SourceRules> sources) {
        this.sources = sources;
    }

    /**
     * Reads the definition of the feed {@code id}.
     *
     * @param id the name that the file has: {@code magnesium} for {@code feeds/magnesium.json}
     * @param text the file's text
     * @param sources the rules of all sources that there are, by their ids
     * @throws InvalidFeedException if it is not a definition of that feed
     */
    public static FeedDefinition read(String id, String text, Map<String, SourceRules> sources)
            throws InvalidFeedException {
        FeedDefinitionReader reader = new FeedDefinitionReader(sources);
        Optional<FeedDefinition> definition = reader.definition(id, parse(text));
        if (definition.isEmpty() || !reader.problems.isEmpty()) {
            throw new InvalidFeedException(reader.problems);
        }
        return definition.get();
    }

    private static JsonNode parse(String text) throws InvalidFeedException {
        Optional<FeedProblem> fault = JsonSyntax.firstFault(text);
        if (fault.isPresent()) {
            throw new InvalidFeedException(List.of(fault.get()));
        }
        try {
            return JSON.readTree(text);
        } catch (JsonProcessingException e) {
            JsonLocation at = e.getLocation() == null ? JsonLocation.NA : e.getLocation();
            throw new InvalidFeedException(List.of(new FeedProblem(
                    "",
                    Math.max(0, at.getLineNr()),
                    Math.max(0, at.getColumnNr()),
                    "a name or a value that is too long",
                    "a feed definition of names, codes and short texts")));
        }
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
                "releases",
                "prices",
                "rows");
        Optional<String> id = text(root, "", "id", ID, "a name of lower-case letters, digits and hyphens");
        if (id.isPresent() && !id.get().equals(fileId)) {
            problem("/id", root.get("id"), "'" + fileId + "', as the file is named");
        }
        if (RESERVED.contains(fileId)) {
            problem("/id", root.path("id"), "another name: this one is taken by the project");
        }
        Optional<LocalizedText> title = required(root, "", "title", "a text in one or more languages", this::localized);
        Optional<SourceRules> source =
                required(root, "", "source", "the short name of a source, e.g. 'gacc'", this::source);
        Optional<String> reporter = required(
                root,
                "",
                "reporter",
                "an ISO 3166-1 alpha-2 code, e.g. 'CN'",
                (node, pointer) -> reporter(node, pointer, source));
        Optional<Flow> flow = required(root, "", "flow", "'export' or 'import'", (node, pointer) -> {
            Optional<Flow> read = node.isTextual() ? Flow.of(node.asText()) : Optional.empty();
            if (read.isEmpty()) {
                problem(pointer, node, "'export' or 'import'");
            }
            return read;
        });
        Optional<String> currency = required(
                root,
                "",
                "currency",
                "an ISO 4217 code, e.g. 'USD'",
                (node, pointer) -> currency(node, pointer, source));
        JsonNode sample = root.path("sample");
        if (!sample.isMissingNode() && !sample.isBoolean()) {
            problem("/sample", sample, "true or false");
        }
        // They can only be switched off: what may be published at all is the source's to say.
        JsonNode rows = root.path("rows");
        if (!rows.isMissingNode() && !(rows.isBoolean() && !rows.asBoolean())) {
            problem("/rows", rows, "false, or no 'rows': rows are published where the source's terms allow it");
        }
        List<Product> products = list(root, "products", true, (node, pointer) -> product(node, pointer, source));
        noneTwice(products, Product::id, "/products", "product");
        noneCalledAlike(products);
        List<String> commodities =
                products.stream().flatMap(product -> product.hs().stream()).toList();
        noneTwice(commodities, hs -> hs, "/products", "commodity");
        noneBeginsAnother(commodities);
        List<String> productIds = new ArrayList<>();
        root.path("products")
                .forEach(product -> productIds.add(product.path("id").asText()));
        List<PolicyEvent> events = list(root, "events", false, (node, pointer) -> event(node, pointer, productIds));
        noneTwice(events.stream().flatMap(event -> event.plan().stream()).toList(), StudyPlan::id, "/events", "event");
        List<Release> releases = list(root, "releases", false, this::release);
        noneTwice(releases, Release::period, "/releases", "period");
        List<PriceReference> prices = list(root, "prices", false, (node, pointer) -> price(node, pointer, productIds));
        noneTwice(prices, PriceReference::id, "/prices", "price");
        noneTwice(prices, PriceReference::product, "/prices", "product");
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
                source.get(),
                new TradeFlow(source.get().id(), reporter.get(), flow.get()),
                currency.get(),
                sample.asBoolean(false),
                products,
                events.stream().sorted(Comparator.comparing(PolicyEvent::date)).toList(),
                releases.stream().sorted(Comparator.comparing(Release::period)).toList(),
                prices,
                rows.isMissingNode()));
    }

    private Optional<SourceRules> source(JsonNode node, String pointer) {
        SourceRules rules = node.isTextual() ? sources.get(node.asText()) : null;
        if (rules == null) {
            problem(
                    pointer,
                    node,
                    "one of the sources that there are: " + String.join(", ", new TreeSet<>(sources.keySet())));
        }
        return Optional.ofNullable(rules);
    }

    private Optional<String> reporter(JsonNode node, String pointer, Optional<SourceRules> source) {
        String code = "an ISO 3166-1 alpha-2 code, e.g. 'CN'";
        if (source.isEmpty()) {
            return matching(node, pointer, REPORTER, code);
        }
        SourceRules rules = source.get();
        if (rules.soleReporter().isPresent()) {
            String sole = rules.soleReporter().get();
            return matching(
                    node,
                    pointer,
                    text -> text.equals(sole),
                    "'" + sole + "', the one reporter of the source " + rules.id());
        }
        Set<String> groups = rules.reporterGroups().keySet();
        return matching(
                node,
                pointer,
                text -> groups.contains(text)
                        || (text.length() == 2 && REPORTER.matcher(text).matches()),
                groups.isEmpty() ? code : code + ", or a group of reporters: " + String.join(", ", groups));
    }

    private Optional<String> currency(JsonNode node, String pointer, Optional<SourceRules> source) {
        if (source.isEmpty()) {
            return matching(node, pointer, ALPHA_3, "an ISO 4217 code, e.g. 'USD'");
        }
        Set<String> known = source.get().currencies();
        return matching(
                node,
                pointer,
                known::contains,
                "a currency that the source " + source.get().id() + " has: " + String.join(", ", known));
    }

    private Predicate<String> commodity(Optional<SourceRules> source) {
        return code -> COMMODITY.matcher(code).matches()
                && source.map(rules -> rules.codeLengths().contains(code.length()))
                        .orElse(true);
    }

    private static String expectedCommodity(Optional<SourceRules> source) {
        if (source.isEmpty()) {
            return "a commodity code of 2 to 10 digits in quotes";
        }
        List<String> lengths =
                source.get().codeLengths().stream().map(String::valueOf).toList();
        int last = lengths.size() - 1;
        String numbers =
                last == 0 ? lengths.get(0) : String.join(", ", lengths.subList(0, last)) + " or " + lengths.get(last);
        return "a commodity code of " + numbers + " digits in quotes, as the source "
                + source.get().id() + " has them";
    }

    /** Readers have nothing but names to tell products apart by. */
    private void noneCalledAlike(List<Product> products) {
        Set<String> languages = new TreeSet<>();
        products.forEach(product -> languages.addAll(product.name().byLanguage().keySet()));
        for (String language : languages) {
            Map<String, Product> called = new HashMap<>();
            for (Product product : products) {
                String name = product.name().in(language);
                Product other = called.putIfAbsent(name.strip().toLowerCase(Locale.ROOT), product);
                if (other != null && !other.id().equals(product.id())) {
                    problems.add(new FeedProblem(
                            "/products",
                            0,
                            0,
                            "the name '" + name + "' (" + language + ") of '" + other.id() + "' and '" + product.id()
                                    + "'",
                            "names by which readers tell products apart, in each language"));
                }
            }
        }
    }

    /** What has a code has all codes that begin with it: it would be counted twice. */
    private void noneBeginsAnother(List<String> commodities) {
        Set<String> codes = new TreeSet<>(commodities);
        String before = "";
        for (String code : codes) {
            // Between a code and one that it begins stand only others that it begins.
            if (!before.isEmpty() && code.startsWith(before)) {
                problems.add(new FeedProblem(
                        "/products",
                        0,
                        0,
                        "commodity '" + before + "', which begins commodity '" + code + "' and has its trade in it",
                        "one of the two"));
            } else {
                before = code;
            }
        }
    }

    private Optional<Product> product(JsonNode node, String pointer, Optional<SourceRules> source) {
        onlyFields(node, pointer, "id", "hs", "name");
        Optional<String> id = text(node, pointer, "id", ID, "a name of lower-case letters, digits and hyphens");
        if (id.filter(RESERVED_PRODUCTS::contains).isPresent()) {
            problem(pointer + "/id", node.get("id"), "another name: this one stands for all products together");
        }
        Optional<List<String>> hs = required(node, pointer, "hs", "a list of commodity codes", (codes, at) -> {
            if (!codes.isArray() || codes.isEmpty()) {
                problem(at, codes, "a list of at least one commodity code");
                return Optional.empty();
            }
            List<String> read = new ArrayList<>();
            for (int i = 0; i < codes.size(); i++) {
                matching(codes.get(i), at + "/" + i, commodity(source), expectedCommodity(source))
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

    private Optional<PolicyEvent> event(JsonNode node, String pointer, List<String> productIds) {
        onlyFields(
                node,
                pointer,
                "id",
                "date",
                "announced",
                "inForce",
                "name",
                "text",
                "url",
                "concerns",
                "thirdCountries",
                "comparisons");
        Optional<StudyPlan> plan = Optional.empty();
        Optional<LocalDate> date;
        if (PLANNED.stream().anyMatch(node::has)) {
            plan = plan(node, pointer, productIds);
            date = plan.map(StudyPlan::announced);
            if (node.has("date")) {
                problem(
                        pointer + "/date",
                        node.get("date"),
                        "'announced' and 'inForce' alone, which together say when");
            }
        } else {
            date = required(node, pointer, "date", "a day", this::day);
        }
        Optional<LocalizedText> name =
                required(node, pointer, "name", "a text in one or more languages", this::localized);
        Optional<LocalizedText> text =
                node.has("text") ? localized(node.get("text"), pointer + "/text") : Optional.empty();
        Optional<String> url = node.has("url")
                ? matching(
                        node.get("url"),
                        pointer + "/url",
                        WEB_ADDRESS,
                        "an address that begins with http:// or https://, without a user's name and invisible characters")
                : Optional.empty();
        return date.isPresent() && name.isPresent()
                ? Optional.of(new PolicyEvent(date.get(), name.get(), text, url, plan))
                : Optional.empty();
    }

    private Optional<StudyPlan> plan(JsonNode node, String pointer, List<String> productIds) {
        Optional<String> id = text(node, pointer, "id", ID, "a name of lower-case letters, digits and hyphens");
        Optional<LocalDate> announced = required(node, pointer, "announced", "a day", this::day);
        Optional<LocalDate> inForce = required(node, pointer, "inForce", "a day", this::day);
        if (announced.isPresent() && inForce.isPresent() && inForce.get().isBefore(announced.get())) {
            problem(
                    pointer + "/inForce",
                    node.get("inForce"),
                    "a day not before '" + announced.get() + "', when the event was announced");
        }
        JsonNode concerns = node.path("concerns");
        String at = pointer + "/concerns";
        if (concerns.isObject() && !concerns.isEmpty()) {
            onlyFields(concerns, at, "products", "partners");
        } else if (!concerns.isMissingNode()) {
            problem(at, concerns, "an object with 'products', 'partners' or both");
        }
        List<String> products = names(concerns, at, "products", productIds::contains, oneOf(productIds));
        List<String> partners = names(concerns, at, "partners", COUNTRIES::contains, COUNTRY);
        List<String> thirdCountries = names(
                node,
                pointer,
                "thirdCountries",
                country -> COUNTRIES.contains(country) && !partners.contains(country),
                COUNTRY + ", that the event does not concern");
        if (node.has("thirdCountries") && !concerns.has("partners")) {
            problem(
                    pointer + "/thirdCountries",
                    node.get("thirdCountries"),
                    "'partners' in 'concerns' beside it: those whose loss could be the third countries' gain");
        }
        List<String> comparisons = names(
                node,
                pointer,
                "comparisons",
                product -> productIds.contains(product) && !products.contains(product),
                oneOf(productIds) + ", that the event does not concern");
        if (node.has("comparisons") && !concerns.has("products")) {
            problem(
                    pointer + "/comparisons",
                    node.get("comparisons"),
                    "'products' in 'concerns' beside it: an event that concerns all leaves none to compare with");
        }
        return id.isPresent() && announced.isPresent() && inForce.isPresent()
                ? Optional.of(new StudyPlan(
                        id.get(), announced.get(), inForce.get(), products, partners, thirdCountries, comparisons))
                : Optional.empty();
    }

    private static String oneOf(List<String> productIds) {
        return "one of the feed's products: " + String.join(", ", productIds);
    }

    /** A list of at least one name, none of them twice; nothing where there is none. */
    private List<String> names(
            JsonNode parent, String pointer, String field, Predicate<String> right, String expected) {
        JsonNode node = parent.path(field);
        String at = pointer + "/" + field;
        if (node.isMissingNode()) {
            return List.of();
        }
        if (!node.isArray() || node.isEmpty()) {
            problem(at, node, "a list of at least one");
            return List.of();
        }
        Set<String> read = new LinkedHashSet<>();
        for (int i = 0; i < node.size(); i++) {
            Optional<String> name = matching(node.get(i), at + "/" + i, right, expected);
            if (name.isPresent() && !read.add(name.get())) {
                problem(at + "/" + i, node.get(i), "each once");
            }
        }
        return List.copyOf(read);
    }

    private Optional<Release> release(JsonNode node, String pointer) {
        onlyFields(node, pointer, "period", "date");
        Optional<YearMonth> period = required(node, pointer, "period", "a month", (month, at) -> {
            return matching(month, at, MONTH, "a month like '2025-12', from 1900 to 9999")
                    .map(YearMonth::parse);
        });
        Optional<LocalDate> date = required(node, pointer, "date", "a day", this::day);
        return period.isPresent() && date.isPresent()
                ? Optional.of(new Release(period.get(), date.get()))
                : Optional.empty();
    }

    private Optional<PriceReference> price(JsonNode node, String pointer, List<String> productIds) {
        onlyFields(node, pointer, "id", "product", "name");
        Optional<String> id = text(node, pointer, "id", ID, "a name of lower-case letters, digits and hyphens");
        Optional<String> product = required(
                node,
                pointer,
                "product",
                oneOf(productIds),
                (found, at) -> matching(found, at, productIds::contains, oneOf(productIds)));
        Optional<LocalizedText> name =
                required(node, pointer, "name", "a text in one or more languages", this::localized);
        return id.isPresent() && product.isPresent() && name.isPresent()
                ? Optional.of(new PriceReference(id.get(), product.get(), name.get()))
                : Optional.empty();
    }

    private Optional<LocalDate> day(JsonNode node, String pointer) {
        return matching(node, pointer, FeedDefinitionReader::isDay, "a day like '2026-01-18', from 1900 to 9999")
                .map(LocalDate::parse);
    }

    private static boolean isDay(String text) {
        try {
            return DAY.matcher(text).matches()
                    && LocalDate.parse(text).toString().equals(text);
        } catch (DateTimeException e) {
            return false;
        }
    }

    private Optional<LocalizedText> localized(JsonNode node, String pointer) {
        SortedMap<String, String> texts = new TreeMap<>();
        node.properties().forEach(entry -> {
            String at = pointer + "/" + JsonSyntax.pointerToken(entry.getKey());
            if (!LANGUAGE.matcher(entry.getKey()).matches()) {
                problem(at, entry.getValue(), "a language tag as the name, e.g. 'en' or 'zh'");
            } else {
                matching(
                                entry.getValue(),
                                at,
                                TEXT,
                                "a text in one line, without control characters and changes of direction")
                        .ifPresent(text -> texts.put(entry.getKey(), text));
            }
        });
        if (!node.has("en")) {
            problem(pointer, node, "texts by language, English ('en') among them");
        }
        return texts.containsKey("en") ? Optional.of(new LocalizedText(texts)) : Optional.empty();
    }

    private Optional<String> text(JsonNode parent, String pointer, String field, Pattern pattern, String expected) {
        return required(parent, pointer, field, expected, (node, at) -> matching(node, at, pattern, expected));
    }

    private Optional<String> matching(JsonNode node, String pointer, Pattern pattern, String expected) {
        return matching(node, pointer, text -> pattern.matcher(text).matches(), expected);
    }

    private Optional<String> matching(JsonNode node, String pointer, Predicate<String> right, String expected) {
        if (node.isTextual() && right.test(node.asText())) {
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
                        pointer + "/" + JsonSyntax.pointerToken(entry.getKey()),
                        entry.getValue(),
                        "no field of this name; known are " + String.join(", ", known));
            }
        });
    }

    private void problem(String pointer, JsonNode node, String expected) {
        String found = node.isMissingNode() ? "nothing" : VisibleText.ofFirst(SHOWN, node.toString());
        problems.add(new FeedProblem(pointer, 0, 0, found, expected));
    }

    /** Reads one node; adds to the problems and gives nothing where it cannot. */
    @FunctionalInterface
    private interface NodeReader<T> {
        Optional<T> read(JsonNode node, String pointer);
    }
}
