package dev.customsfeed.ingest.answer;

import dev.customsfeed.ingest.answer.UploadEffect.Change;
import dev.customsfeed.ingest.answer.UploadEffect.Suspicion;
import dev.customsfeed.ledger.CommodityMonth.Counted;
import dev.customsfeed.ledger.FileContents;
import dev.customsfeed.ledger.NamedMonth;
import dev.customsfeed.ledger.Part;
import dev.customsfeed.ledger.Reported;
import dev.customsfeed.ledger.Residual;
import dev.customsfeed.ledger.SchemaVersion;
import dev.customsfeed.ledger.Scope;
import dev.customsfeed.ledger.Series;
import dev.customsfeed.ledger.Totals;
import dev.customsfeed.ledger.TradeFlow;
import dev.customsfeed.ledger.UploadLogEntry.CustomsFile;
import dev.customsfeed.ledger.feed.FeedDefinition;
import dev.customsfeed.ledger.feed.FeedFit;
import dev.customsfeed.ledger.feed.FeedFit.FileFigures;
import dev.customsfeed.ledger.feed.Product;
import dev.customsfeed.uploads.AnswerBytes;
import java.time.YearMonth;
import java.util.ArrayList;
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
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** The answer to a customs file that is taken. */
final class FileAnswer {

    /** So many commodities are named; all are counted. */
    static final int LISTED = 1_000;

    /** So many commodities' figures are held against what counted before: each is a query. */
    static final int COMPARED = 100;

    /** So many months of commodities that were replaced are told one by one; all compared ones are in the sums by month. */
    static final int REPLACED = 200;

    /** So many sentences of one kind are written out. */
    private static final int SENTENCES = 50;

    private final CustomsFile file;
    private final FileSummary summary;
    private final Feeds feeds;
    private final UploadEffect effect;
    private final Optional<SameOfOtherFlow> sameOfOtherFlow;
    private final int commodityCount;
    private final List<Series> compared;

    private FileAnswer(
            CustomsFile file,
            FileSummary summary,
            Feeds feeds,
            UploadEffect effect,
            Optional<SameOfOtherFlow> sameOfOtherFlow) {
        this.sameOfOtherFlow = sameOfOtherFlow;
        this.file = file;
        this.summary = summary;
        this.feeds = feeds;
        this.effect = effect;
        Set<Series> all = candidates();
        this.commodityCount = all.size();
        this.compared = all.stream().limit(COMPARED).toList();
        compared.forEach(effect::examine);
    }

    /**
     * Writes it.
     *
     * @param sameOfOtherFlow a file that says the same and whose key declares the other flow, if one stands
     */
    static byte[] json(
            CustomsFile file,
            FileSummary summary,
            Feeds feeds,
            UploadEffect effect,
            Optional<SameOfOtherFlow> sameOfOtherFlow) {
        return AnswerBytes.of(new FileAnswer(file, summary, feeds, effect, sameOfOtherFlow).json());
    }

    /** The commodities of feeds come first: they are what somebody looks at. */
    private Set<Series> candidates() {
        Set<Series> all = new LinkedHashSet<>();
        for (FeedDefinition feed : feeds.definitions()) {
            boolean fits =
                    FeedFit.of(feed, feed.commodities(), figures()).misfits().isEmpty();
            if (fits || isOfSameTrade(feed)) {
                for (String reporter : feed.reporters()) {
                    feed.commodities().stream()
                            .map(code -> feed.series(reporter, code))
                            .filter(series -> reports(series.tradeFlow()))
                            .forEach(all::add);
                }
            }
        }
        for (String commodity : summary.commodities()) {
            for (Reported some : file.contents().reported()) {
                for (String reporter : some.reporters()) {
                    all.add(new Series(
                            new TradeFlow(summary.source(), reporter, some.flow()),
                            file.contents().currency(),
                            commodity));
                }
            }
        }
        return all;
    }

    /** Its earlier version may have had goods of the feed that it has no more. */
    private boolean isOfSameTrade(FeedDefinition feed) {
        return feed.tradeFlow().source().equals(summary.source())
                && feed.currency().equals(file.contents().currency());
    }

    private boolean reports(TradeFlow flow) {
        return file.contents().reported().stream()
                .anyMatch(some -> some.flow() == flow.flow() && some.reporters().contains(flow.reporter()));
    }

    private FileFigures figures() {
        return new FileFigures(summary.source(), file.contents(), summary.commodities());
    }

    private Map<String, Object> json() {
        FileContents contents = file.contents();
        Map<String, Object> json = new LinkedHashMap<>();
        json.put(SchemaVersion.MEMBER, SchemaVersion.NUMBER);
        json.put("object", file.object().object());
        json.put("version", file.object().versionId());
        json.put("kind", "customs-file");
        json.put("source", summary.source());
        json.put("layout", summary.layout());
        json.put("encoding", summary.encoding());
        json.put("sha256", contents.sha256());
        contents.vintage().ifPresent(vintage -> json.put("vintage", vintage));
        json.put("currency", contents.currency());
        Map<String, Object> rows = new LinkedHashMap<>();
        rows.put("counted", summary.totals().rows());
        rows.put("excluded", summary.excluded());
        json.put("rows", rows);
        json.put("reported", contents.reported().stream().map(FileAnswer::json).toList());
        json.put("parts", contents.parts().stream().map(Part::id).toList());
        Map<String, Object> commodities = new LinkedHashMap<>();
        commodities.put("count", summary.commodities().size());
        commodities.put("listed", summary.commodities().stream().limit(LISTED).toList());
        json.put("commodities", commodities);
        json.put("totals", AnswerJson.totals(summary.totals()));
        json.put(
                "months",
                summary.months().entrySet().stream()
                        .map(month -> month(month.getKey(), AnswerJson.totals(month.getValue())))
                        .toList());
        Map<String, Object> comparison = new LinkedHashMap<>();
        comparison.put("commodities", compared.size());
        comparison.put("of", commodityCount);
        json.put("compared", comparison);
        json.put("counts", counts());
        json.put("replaced", replaced());
        json.put("doesNotAnswerFor", doesNotAnswerFor());
        List<Map<String, Object>> uses = uses();
        json.put("feeds", uses);
        json.put("noFeed", uses.isEmpty() ? noFeed() : null);
        json.put("warnings", warnings());
        return json;
    }

    private static Map<String, Object> json(Reported some) {
        Map<String, Object> json = new LinkedHashMap<>();
        json.put("flow", some.flow().id());
        json.put("reporters", List.copyOf(some.reporters()));
        json.put("months", AnswerJson.texts(some.months()));
        return json;
    }

    private static Map<String, Object> month(YearMonth month, Map<String, Object> totals) {
        Map<String, Object> json = new LinkedHashMap<>();
        json.put("month", month.toString());
        json.putAll(totals);
        return json;
    }

    private Map<String, Object> counts() {
        Map<String, Object> json = new LinkedHashMap<>();
        json.put(
                "commodityMonths",
                effect.counting().values().stream().mapToLong(Set::size).sum());
        List<Object> uncounted = new ArrayList<>();
        effect.uncounted().forEach((why, some) -> {
            Map<String, Object> one = new LinkedHashMap<>();
            one.put("why", why);
            one.put("commodityMonths", some.commodityMonths());
            one.put("months", AnswerJson.texts(some.months()));
            uncounted.add(one);
        });
        json.put("uncounted", uncounted);
        return json;
    }

    // What it replaced.

    private Map<String, Object> replaced() {
        List<Change> changes = effect.changes().stream()
                .sorted(Comparator.comparing(Change::month)
                        .thenComparing(change -> change.series().key()))
                .toList();
        SortedMap<YearMonth, List<Change>> byMonth =
                changes.stream().collect(Collectors.groupingBy(Change::month, TreeMap::new, Collectors.toList()));
        Map<String, Object> json = new LinkedHashMap<>();
        json.put("commodityMonths", changes.size());
        json.put("sameTotals", effect.unchanged());
        json.put(
                "months",
                byMonth.entrySet().stream()
                        .map(month -> sums(month.getKey(), month.getValue()))
                        .toList());
        json.put(
                "listed", changes.stream().limit(REPLACED).map(FileAnswer::json).toList());
        return json;
    }

    private static Map<String, Object> sums(YearMonth month, List<Change> changes) {
        Map<String, Object> json = new LinkedHashMap<>();
        json.put("month", month.toString());
        json.put("commodities", changes.size());
        json.put("from", AnswerJson.totals(sum(changes.stream().map(Change::from))));
        json.put("to", AnswerJson.totals(sum(changes.stream().flatMap(change -> change.to().stream()))));
        return json;
    }

    private static Totals sum(Stream<Counted> some) {
        return some.map(Counted::totals).reduce(Totals.NONE, Totals::plus);
    }

    private static Map<String, Object> json(Change change) {
        Map<String, Object> json = new LinkedHashMap<>();
        json.put("month", change.month().toString());
        json.put("reporter", change.series().tradeFlow().reporter());
        json.put("flow", change.series().tradeFlow().flow().id());
        json.put("commodity", change.series().commodity());
        json.put("from", json(change.from()));
        json.put("to", change.to().map(FileAnswer::json).orElse(null));
        return json;
    }

    private static Map<String, Object> json(Counted counted) {
        Map<String, Object> json = new LinkedHashMap<>();
        json.put(
                "files",
                counted.files().stream().map(of -> of.object().key()).distinct().toList());
        json.put(
                "versions",
                counted.files().stream().map(of -> of.object().versionId()).toList());
        json.put(
                "scope",
                counted.scope() instanceof Scope.PartOf part
                        ? part.dimension().id() + "=" + String.join("+", part.values())
                        : "whole");
        json.putAll(AnswerJson.totals(counted.totals()));
        return json;
    }

    // What it does not say.

    private List<String> doesNotAnswerFor() {
        FileContents contents = file.contents();
        List<String> sentences = new ArrayList<>();
        if (contents.answersFor().isEmpty()) {
            sentences.add("Commodities that it does not list are missing, not zero: its key does not say what it was"
                    + " asked for. If it was asked for certain codes, say so in the key, as in hs=8104/.");
        } else if (contents.answersFor().first().isEmpty()) {
            sentences.add("It holds all commodities: one that it does not list was not traded.");
        } else {
            sentences.add("Of codes that begin with " + Words.list(contents.answersFor())
                    + ", what it does not list was not traded. Other commodities are missing, not zero.");
        }
        if (contents.codeLength().isPresent()) {
            sentences.add("It says nothing about codes that do not have "
                    + contents.codeLength().getAsInt() + " characters.");
        }
        if (!contents.parts().isEmpty()) {
            sentences.add("It has only a part of its months: it says nothing about anything but "
                    + Words.list(contents.parts().stream().map(Part::id).toList()) + ".");
        }
        if (!contents.residuals().isEmpty()) {
            SortedSet<String> prefixes = contents.residuals().stream()
                    .map(Residual::prefix)
                    .map(prefix -> prefix.isEmpty() ? "any digits" : prefix)
                    .collect(Collectors.toCollection(TreeSet::new));
            sentences.add("It has secret trade: where that may hold a commodity (codes that begin with "
                    + Words.list(prefixes) + "), one that it does not list is missing, not zero.");
        }
        return sentences;
    }

    // Who uses it.

    private List<Map<String, Object>> uses() {
        List<Map<String, Object>> uses = new ArrayList<>();
        for (FeedDefinition feed : feeds.definitions()) {
            List<Object> products = new ArrayList<>();
            boolean counts = false;
            for (Product product : feed.products()) {
                SortedSet<YearMonth> said = monthsOf(feed, product, effect.said());
                if (!said.isEmpty()) {
                    SortedSet<YearMonth> counting = monthsOf(feed, product, effect.counting());
                    counts |= !counting.isEmpty();
                    Map<String, Object> one = new LinkedHashMap<>();
                    one.put("product", product.id());
                    one.put("months", AnswerJson.texts(counting));
                    said.removeAll(counting);
                    one.put("uncountedMonths", AnswerJson.texts(said));
                    products.add(one);
                }
            }
            if (!products.isEmpty()) {
                Map<String, Object> use = new LinkedHashMap<>();
                use.put("feed", feed.id());
                use.put("counts", counts);
                use.put("products", products);
                uses.add(use);
            }
        }
        return uses;
    }

    private static SortedSet<YearMonth> monthsOf(
            FeedDefinition feed, Product product, SortedMap<Series, SortedSet<YearMonth>> of) {
        SortedSet<YearMonth> months = new TreeSet<>();
        for (String reporter : feed.reporters()) {
            for (String code : product.hs()) {
                months.addAll(of.getOrDefault(feed.series(reporter, code), new TreeSet<>()));
            }
        }
        return months;
    }

    private String noFeed() {
        if (feeds.definitions().isEmpty()) {
            return "There is no feed definition. Upload one as feeds/<id>.json to publish figures of this file.";
        }
        FeedDefinition nearest = feeds.definitions().stream()
                .min(Comparator.comparing((FeedDefinition feed) ->
                                FeedFit.of(feed, feed.commodities(), figures()).distance())
                        .thenComparing(FeedDefinition::id))
                .orElseThrow();
        FeedFit fit = FeedFit.of(nearest, nearest.commodities(), figures());
        return "No feed uses it. The nearest is " + nearest.id() + ": the file has "
                + (fit.misfits().isEmpty()
                        ? "no row that has both one of its commodities and one of its reporters."
                        : MisfitText.of(fit) + ".");
    }

    private List<String> warnings() {
        List<String> warnings = new ArrayList<>(summary.warnings());
        NamedMonth.otherThanCounted(file)
                .ifPresent(named -> warnings.add("The name of the file says " + named + ", and its figures count for "
                        + file.contents().periods().first()
                        + ": if the month is right, correct the name; else upload the right file."));
        List<Suspicion> suspicions = effect.suspicions().stream()
                .filter(one -> !one.suspect().isOfNameAlone())
                .sorted(Comparator.comparing((Suspicion one) -> one.suspect().month())
                        .thenComparing(one -> one.series().key()))
                .toList();
        boolean several = file.contents().reported().stream()
                        .flatMap(some -> some.reporters().stream())
                        .distinct()
                        .count()
                > 1;
        suspicions.stream()
                .limit(SENTENCES)
                .map(one -> SuspicionText.of(one, several))
                .forEach(warnings::add);
        if (suspicions.size() > SENTENCES) {
            warnings.add("The same holds for " + (suspicions.size() - SENTENCES) + " more months of commodities.");
        }
        sameOfOtherFlow.map(SameOfOtherFlow::warning).ifPresent(warnings::add);
        warnings.addAll(LossText.of(file, effect, several, SENTENCES));
        effect.tooLarge()
                .forEach(series -> warnings.add("What files say of parts of " + series.commodity()
                        + " adds up to more than can be counted: look at their values."));
        if (compared.size() < commodityCount) {
            warnings.add("Of " + commodityCount + " commodities of reporters and flows, " + compared.size()
                    + " were looked up to tell what counts, what was replaced and which feeds use it.");
        }
        feeds.unreadable()
                .forEach(key -> warnings.add(
                        "The feed definition " + key + " cannot be read any more: upload it again to see why."));
        return warnings;
    }
}
