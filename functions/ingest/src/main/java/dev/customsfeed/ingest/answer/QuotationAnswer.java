package dev.customsfeed.ingest.answer;

import dev.customsfeed.ledger.QuotationMonths;
import dev.customsfeed.ledger.Quoted;
import dev.customsfeed.ledger.SchemaVersion;
import dev.customsfeed.ledger.UploadHistory;
import dev.customsfeed.ledger.UploadLogEntry;
import dev.customsfeed.ledger.UploadLogEntry.Quotations;
import dev.customsfeed.ledger.feed.FeedDefinition;
import dev.customsfeed.ledger.feed.PriceReference;
import dev.customsfeed.sources.quotation.QuotationFile;
import dev.customsfeed.uploads.AnswerBytes;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.NavigableMap;
import java.util.Objects;
import java.util.Set;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * The answer to a file of prices or exchange rates that is taken. It lies beside the upload and is as private as that: it says what was
 * read, so that whoever uploaded it can see whether that is right.
 */
final class QuotationAnswer {

    private final Quotations file;
    private final QuotationFile said;
    private final Feeds feeds;
    private final UploadHistory now;
    private final NavigableMap<YearMonth, Quotations> counting;
    private final NavigableMap<YearMonth, Quotations> before;

    /**
     * @param said what {@code file} says
     * @param log all entries of the log of prices, that of the file among them
     */
    QuotationAnswer(Quotations file, QuotationFile said, Feeds feeds, Collection<UploadLogEntry> log) {
        this.file = file;
        this.said = said;
        this.feeds = feeds;
        this.now = UploadHistory.of(log);
        String name = quoted().name();
        this.counting = QuotationMonths.counting(now, name);
        this.before = QuotationMonths.counting(
                UploadHistory.of(log.stream()
                        .filter(entry -> entry.upload().compareTo(file.upload()) < 0)
                        .toList()),
                name);
    }

    private Quoted quoted() {
        return file.contents().quoted();
    }

    byte[] json() {
        Map<String, Object> json = new LinkedHashMap<>();
        json.put(SchemaVersion.MEMBER, SchemaVersion.NUMBER);
        json.put("object", file.object().object());
        json.put("version", file.object().versionId());
        json.put("kind", "quotation-file");
        json.put("quotes", QuotationFile.layout(quoted()));
        json.put("declared", declared());
        json.put("encoding", said.encoding());
        json.put("sha256", file.contents().sha256());
        json.put("observations", file.contents().observations());
        NavigableMap<LocalDate, BigDecimal> days = said.observations();
        Comparator<Map.Entry<LocalDate, BigDecimal>> byValue = Map.Entry.comparingByValue();
        json.put("first", day(days.firstEntry()));
        json.put("last", day(days.lastEntry()));
        json.put("lowest", day(days.entrySet().stream().min(byValue).orElseThrow()));
        json.put("highest", day(days.entrySet().stream().max(byValue).orElseThrow()));
        SortedMap<YearMonth, String> months = file.contents().months();
        json.put("months", AnswerJson.texts(months.keySet()));
        json.put("uncounted", AnswerJson.texts(months(month -> !isOf(counting.get(month)))));
        json.put("replaced", replaced(months));
        List<Map<String, Object>> uses = uses();
        json.put("feeds", uses);
        json.put("noFeed", uses.isEmpty() ? noFeed() : null);
        json.put("missingRates", missingRates());
        json.put("warnings", warnings());
        return AnswerBytes.of(json);
    }

    private Map<String, Object> declared() {
        Map<String, Object> json = new LinkedHashMap<>();
        if (quoted() instanceof Quoted.Price price) {
            json.put("id", price.id());
            json.put("currency", price.currency());
            json.put("unit", price.unit().id());
            json.put("taxPct", price.taxPct());
            json.put("basis", price.basis().orElse(null));
            json.put("license", price.license().id());
        } else if (quoted() instanceof Quoted.Rate rate) {
            json.put("pair", rate.pair());
        }
        return json;
    }

    private static Map<String, Object> day(Map.Entry<LocalDate, BigDecimal> observation) {
        Map<String, Object> json = new LinkedHashMap<>();
        json.put("day", observation.getKey().toString());
        json.put("value", observation.getValue());
        return json;
    }

    private boolean isOf(@Nullable Quotations counts) {
        return counts != null && counts.object().equals(file.object());
    }

    private SortedSet<YearMonth> months(Predicate<YearMonth> which) {
        return file.contents().months().keySet().stream().filter(which).collect(Collectors.toCollection(TreeSet::new));
    }

    /** Months that earlier uploads say: those that this one says otherwise, no more, or again. */
    private Map<String, Object> replaced(SortedMap<YearMonth, String> months) {
        SortedSet<YearMonth> changed = new TreeSet<>();
        SortedSet<YearMonth> same = new TreeSet<>();
        SortedSet<YearMonth> dropped = new TreeSet<>();
        before.forEach((month, earlier) -> {
            boolean again = Objects.equals(
                    months.get(month), earlier.contents().months().get(month));
            if (months.containsKey(month)) {
                (again ? same : changed).add(month);
            } else if (earlier.object().object().equals(file.object().object()) && !counting.containsKey(month)) {
                dropped.add(month);
            }
        });
        Map<String, Object> json = new LinkedHashMap<>();
        json.put("changed", AnswerJson.texts(changed));
        json.put("same", AnswerJson.texts(same));
        json.put("dropped", AnswerJson.texts(dropped));
        return json;
    }

    // Who uses it.

    private List<Map<String, Object>> uses() {
        List<Map<String, Object>> uses = new ArrayList<>();
        for (FeedDefinition feed : feeds.definitions()) {
            List<String> products = feed.prices().stream()
                    .filter(price -> isUsedBy(feed, price))
                    .map(PriceReference::product)
                    .toList();
            if (!products.isEmpty()) {
                Map<String, Object> use = new LinkedHashMap<>();
                use.put("feed", feed.id());
                use.put("products", products);
                uses.add(use);
            }
        }
        return uses;
    }

    private boolean isUsedBy(FeedDefinition feed, PriceReference reference) {
        if (quoted() instanceof Quoted.Price price) {
            return reference.id().equals(price.id());
        }
        return quoted() instanceof Quoted.Rate rate
                && currencies(reference.id()).stream()
                        .anyMatch(currency -> Set.of(currency, feed.currency()).equals(pair(rate)));
    }

    private static Set<String> pair(Quoted.Rate rate) {
        return Set.of(rate.base(), rate.counter());
    }

    /** What a price is quoted in, in the files that stand. */
    private SortedSet<String> currencies(String id) {
        return now.quotations().stream()
                .flatMap(other -> other.contents().quoted() instanceof Quoted.Price price
                                && price.id().equals(id)
                        ? Stream.of(price.currency())
                        : Stream.empty())
                .collect(Collectors.toCollection(TreeSet::new));
    }

    private String noFeed() {
        if (quoted() instanceof Quoted.Price price) {
            return "No feed uses it: no feed definition names the price " + price.id()
                    + ". Name it in one, as in \"prices\": [{\"id\": \"" + price.id()
                    + "\", \"product\": ..., \"name\": {\"en\": ...}}].";
        }
        Quoted.Rate rate = (Quoted.Rate) quoted();
        return "No feed uses it: there is no price in " + rate.counter() + " for a feed in " + rate.base()
                + ", and none in " + rate.base() + " for a feed in " + rate.counter() + ".";
    }

    /** Of a price, the exchange rates that feeds need and that no file has of some of its months. */
    private List<Map<String, Object>> missingRates() {
        List<Map<String, Object>> missing = new ArrayList<>();
        if (!(quoted() instanceof Quoted.Price price)) {
            return missing;
        }
        SortedSet<String> currencies = new TreeSet<>();
        feeds.definitions().stream()
                .filter(feed -> feed.prices().stream().anyMatch(named -> isUsedBy(feed, named)))
                .map(FeedDefinition::currency)
                .filter(currency -> !currency.equals(price.currency()))
                .forEach(currencies::add);
        currencies.forEach(currency -> MissingRates.of(now, currency, price.currency(), months(any -> true))
                .ifPresent(missing::add));
        return missing;
    }

    private List<String> warnings() {
        List<String> warnings = new ArrayList<>(said.warnings());
        feeds.unreadable()
                .forEach(key -> warnings.add(
                        "The feed definition " + key + " cannot be read any more: upload it again to see why."));
        return warnings;
    }
}
