package dev.customsfeed.ingest.answer;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import dev.customsfeed.ledger.CommodityMonth;
import dev.customsfeed.ledger.CommodityMonths;
import dev.customsfeed.ledger.Flow;
import dev.customsfeed.ledger.ObjectVersion;
import dev.customsfeed.ledger.SchemaVersion;
import dev.customsfeed.ledger.Series;
import dev.customsfeed.ledger.SourceRules;
import dev.customsfeed.ledger.TradeFlow;
import dev.customsfeed.ledger.Upload;
import dev.customsfeed.ledger.UploadHistory;
import dev.customsfeed.ledger.UploadLogEntry;
import dev.customsfeed.ledger.UploadLogEntry.CustomsFile;
import dev.customsfeed.ledger.UploadLogEntry.Definition;
import dev.customsfeed.ledger.feed.FeedDefinition;
import dev.customsfeed.ledger.feed.FeedFit;
import dev.customsfeed.ledger.feed.FeedFit.FileFigures;
import dev.customsfeed.ledger.feed.Product;
import dev.customsfeed.ledger.tables.MonthsTable;
import dev.customsfeed.uploads.AnswerBytes;
import java.io.IOException;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.Function;

/**
 * The answer to a feed definition that is taken: which files its products come from, what is there instead of those that lack, and
 * whether there are files of the prices that it names.
 */
final class DefinitionAnswer {

    /** So many series are looked up: commodities of reporters, each a query. */
    static final int COMPARED = 200;

    /** Of each upload log, so many files are looked into for something to have instead, the newest. */
    private static final int LOOKED_INTO = 10;

    /** So many of them are named. */
    private static final int NAMED = 3;

    private static final JsonMapper JSON = new JsonMapper();

    private final Definition definition;
    private final FeedDefinition feed;
    private final MonthsTable table;
    private final Map<String, SourceRules> sources;
    private final Function<ObjectVersion, Optional<byte[]>> answers;
    private final List<String> warnings = new ArrayList<>();
    private int compared;
    private Optional<List<OtherFile>> others = Optional.empty();

    /** A file that stands, and what it has. */
    private record OtherFile(CustomsFile file, FileFigures figures) {}

    DefinitionAnswer(
            Definition definition,
            FeedDefinition feed,
            MonthsTable table,
            Map<String, SourceRules> sources,
            Function<ObjectVersion, Optional<byte[]>> answers) {
        this.definition = definition;
        this.feed = feed;
        this.table = table;
        this.sources = sources;
        this.answers = answers;
    }

    byte[] json() {
        UploadHistory history = UploadHistory.of(table.uploads(feed.log()));
        Map<String, Object> json = new LinkedHashMap<>();
        json.put(SchemaVersion.MEMBER, SchemaVersion.NUMBER);
        json.put("object", definition.object().object());
        json.put("version", definition.object().versionId());
        json.put("kind", "feed-definition");
        json.put("feed", feed.id());
        json.put("source", feed.tradeFlow().source());
        json.put("reporter", feed.tradeFlow().reporter());
        json.put("flow", feed.tradeFlow().flow().id());
        json.put("currency", feed.currency());
        json.put(
                "products",
                feed.products().stream()
                        .map(product -> product(product, history))
                        .toList());
        if (!feed.prices().isEmpty()) {
            json.put("prices", new NamedPrices(feed, UploadHistory.of(table.uploads(UploadLogEntry.PRICES))).json());
        }
        int all = feed.commodities().size() * feed.reporters().size();
        Map<String, Object> comparison = new LinkedHashMap<>();
        comparison.put("commodities", compared);
        comparison.put("of", all);
        json.put("compared", comparison);
        if (compared < all) {
            warnings.add("Of " + all + " commodities of reporters, " + compared
                    + " were looked up to tell which files the products come from.");
        }
        json.put("warnings", warnings);
        return AnswerBytes.of(json);
    }

    private Map<String, Object> product(Product product, UploadHistory history) {
        SortedMap<Upload, SortedSet<YearMonth>> files = new TreeMap<>();
        SortedSet<YearMonth> months = new TreeSet<>();
        boolean allCompared = true;
        for (String code : product.hs()) {
            for (String reporter : feed.reporters()) {
                if (compared == COMPARED) {
                    allCompared = false;
                    continue;
                }
                compared++;
                fold(feed.series(reporter, code), history)
                        .ifPresent(folded -> folded.months().forEach((month, known) -> {
                            months.add(month);
                            collect(known, month, files);
                        }));
            }
        }
        Map<String, Object> json = new LinkedHashMap<>();
        json.put("product", product.id());
        json.put("hs", product.hs());
        json.put("months", AnswerJson.texts(months));
        json.put(
                "files",
                files.entrySet().stream()
                        .map(file -> file(file.getKey().object(), file.getValue()))
                        .toList());
        json.put("missing", files.isEmpty() && allCompared ? missing(product) : null);
        return json;
    }

    private Optional<CommodityMonths> fold(Series series, UploadHistory history) {
        try {
            return Optional.of(CommodityMonths.fold(series, feed.source(), history, table.figures(series)));
        } catch (ArithmeticException sumOfParts) {
            warnings.add("What files say of parts of " + series.commodity()
                    + " adds up to more than can be counted: look at their values.");
            return Optional.empty();
        }
    }

    private static void collect(CommodityMonth known, YearMonth month, SortedMap<Upload, SortedSet<YearMonth>> files) {
        known.counts().files().forEach(file -> files.computeIfAbsent(file.upload(), any -> new TreeSet<>())
                .add(month));
    }

    private static Map<String, Object> file(ObjectVersion object, SortedSet<YearMonth> months) {
        Map<String, Object> json = new LinkedHashMap<>();
        json.put("key", object.key());
        json.put("version", object.versionId());
        json.put("months", AnswerJson.texts(months));
        return json;
    }

    // What is missing.

    private Map<String, Object> missing(Product product) {
        Map<String, Object> json = new LinkedHashMap<>();
        json.put(
                "needed",
                "Files of the source " + feed.tradeFlow().source() + " with "
                        + Words.flow(feed.tradeFlow().flow()) + " of "
                        + feed.tradeFlow().reporter() + " in " + feed.currency() + " that have rows of "
                        + Words.list(product.hs()) + ".");
        Set<String> told = new LinkedHashSet<>();
        List<Object> instead = new ArrayList<>();
        for (OtherFile other : nearest(product)) {
            FeedFit fit = FeedFit.of(feed, product.hs(), other.figures());
            String why = fit.misfits().isEmpty()
                    ? "It answers for these commodities and counts in none of its months: its own answer says why."
                    : "It has " + MisfitText.of(fit) + ".";
            if (instead.size() < NAMED && told.add(why)) {
                Map<String, Object> one = new LinkedHashMap<>();
                one.put("key", other.file().object().key());
                one.put("version", other.file().object().versionId());
                one.put("why", why);
                instead.add(one);
            }
        }
        json.put("instead", instead);
        return json;
    }

    /** The files that have the product's goods in another way, the nearest first, of equal ones the newest. */
    private List<OtherFile> nearest(Product product) {
        if (others.isEmpty()) {
            others = Optional.of(others());
        }
        return others.get().stream()
                .filter(other ->
                        FeedFit.of(feed, product.hs(), other.figures()).goods().areRelated())
                .sorted(Comparator.comparing((OtherFile other) ->
                                FeedFit.of(feed, product.hs(), other.figures()).distance())
                        .thenComparing(other -> other.file().upload(), Comparator.reverseOrder()))
                .toList();
    }

    private List<OtherFile> others() {
        List<OtherFile> found = new ArrayList<>();
        for (SourceRules source : new TreeMap<>(sources).values()) {
            for (String log : logs(source)) {
                List<CustomsFile> standing =
                        UploadHistory.of(table.uploads(log)).customsFiles();
                standing.subList(Math.max(0, standing.size() - LOOKED_INTO), standing.size())
                        .forEach(file -> found.add(new OtherFile(
                                file, new FileFigures(source.id(), file.contents(), commodities(file.object())))));
            }
        }
        return found;
    }

    private static SortedSet<String> logs(SourceRules source) {
        SortedSet<String> logs = new TreeSet<>();
        for (Flow flow : Flow.values()) {
            // A source whose log hangs on the flow has one reporter; of the others, no reporter is in the log's name.
            logs.add(source.log(new TradeFlow(source.id(), source.soleReporter().orElse(""), flow)));
        }
        return logs;
    }

    /** The commodities that the file's own answer lists; none where it was taken before there were answers. */
    private Collection<String> commodities(ObjectVersion object) {
        SortedSet<String> codes = new TreeSet<>();
        answers.apply(object).ifPresent(answer -> {
            try {
                JsonNode read = JSON.readTree(answer);
                read.at("/commodities/listed").forEach(code -> codes.add(code.asText()));
            } catch (IOException e) {
                warnings.add("The answer to " + object.key() + " is no JSON: somebody changed it.");
            }
        });
        return codes;
    }
}
