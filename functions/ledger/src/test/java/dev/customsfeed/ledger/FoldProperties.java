package dev.customsfeed.ledger;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.YearMonth;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.Tag;

/** The invariant: what counts is a function of what lies in the bucket now, whatever happened on the way. */
@Tag("any-jdk")
class FoldProperties {

    private static final List<String> COMMODITIES = List.of("81041100", "81041900");

    /** One thing that a user does to the bucket. */
    interface Act {
        void on(UploadBucket bucket);
    }

    @Property
    void what_stands_is_what_lies_in_the_bucket(@ForAll("lives") List<Act> acts, @ForAll Random random) {
        UploadBucket bucket = new UploadBucket();
        acts.forEach(act -> act.on(bucket));

        UploadHistory history = UploadHistory.of(shuffledWithDuplicates(bucket.announced(), random));

        assertThat(history.standing()).isEqualTo(bucket.liesThere());
    }

    @Property
    void any_order_of_events_and_any_duplicates_give_the_months_of_a_fresh_load(
            @ForAll("lives") List<Act> acts, @ForAll Random random) {
        UploadBucket bucket = new UploadBucket();
        acts.forEach(act -> act.on(bucket));
        UploadHistory lived = UploadHistory.of(shuffledWithDuplicates(bucket.announced(), random));
        UploadHistory fresh = UploadHistory.of(bucket.liesThere());

        for (String commodity : COMMODITIES) {
            Series series = new Series(UploadBucket.TRADE_FLOW, "USD", commodity);
            List<MonthFigures> shuffled = new ArrayList<>(bucket.figures(commodity));
            Collections.shuffle(shuffled, random);
            assertThat(counts(CommodityMonths.fold(series, UploadBucket.RULES, lived, shuffled)))
                    .isEqualTo(
                            counts(CommodityMonths.fold(series, UploadBucket.RULES, fresh, bucket.figures(commodity))))
                    .isEqualTo(newestFileWins(bucket, commodity));
        }
    }

    @Property
    void every_committed_version_either_stands_or_is_retired(@ForAll("lives") List<Act> acts) {
        UploadBucket bucket = new UploadBucket();
        acts.forEach(act -> act.on(bucket));
        UploadHistory history = UploadHistory.of(bucket.announced());

        List<UploadLogEntry> all = new ArrayList<>(history.standing());
        all.addAll(history.retired());
        assertThat(all)
                .containsExactlyInAnyOrderElementsOf(bucket.announced().stream()
                        .filter(entry -> entry instanceof UploadLogEntry.Committed)
                        .toList());
    }

    @Property
    void what_stood_after_each_entry_is_what_stands_when_no_more_is_known(@ForAll("lives") List<Act> acts) {
        UploadBucket bucket = new UploadBucket();
        acts.forEach(act -> act.on(bucket));
        List<UploadLogEntry> entries = UploadHistory.of(bucket.announced()).entries();
        Map<String, List<UploadLogEntry>> byObject = entries.stream()
                .collect(Collectors.groupingBy(entry -> entry.object().object()));

        byObject.forEach((object, all) -> {
            List<Optional<UploadLogEntry.Committed>> naive = new ArrayList<>();
            for (int known = 1; known <= all.size(); known++) {
                naive.add(UploadHistory.of(all.subList(0, known)).standing(object));
            }
            assertThat(UploadHistory.standingAfterEach(all)).isEqualTo(naive);
        });
    }

    private static Map<YearMonth, Long> counts(CommodityMonths months) {
        Map<YearMonth, Long> weights = new TreeMap<>();
        months.months()
                .forEach((period, month) ->
                        weights.put(period, month.counts().totals().reportedNetWeightGrams()));
        return weights;
    }

    /** The rule, said once more and naively: files in upload order, each overwriting the months that it has. */
    private static Map<YearMonth, Long> newestFileWins(UploadBucket bucket, String commodity) {
        Map<ObjectVersion, Map<YearMonth, Long>> said = new HashMap<>();
        bucket.figures(commodity)
                .forEach(month -> said.computeIfAbsent(month.upload().object(), file -> new HashMap<>())
                        .put(month.period(), month.totals().reportedNetWeightGrams()));
        Map<YearMonth, Long> weights = new TreeMap<>();
        for (UploadLogEntry.CustomsFile file : bucket.liesThere()) {
            FileContents contents = file.contents();
            if (contents.answersFor().stream().anyMatch(commodity::startsWith)) {
                contents.periods().forEach(period -> weights.put(period, 0L));
            }
            weights.putAll(said.getOrDefault(file.object(), Map.of()));
        }
        return weights;
    }

    private static List<UploadLogEntry> shuffledWithDuplicates(List<UploadLogEntry> entries, Random random) {
        List<UploadLogEntry> delivered = new ArrayList<>(entries);
        entries.stream().filter(entry -> random.nextInt(3) == 0).forEach(delivered::add);
        Collections.shuffle(delivered, random);
        return delivered;
    }

    @Provide
    Arbitrary<List<Act>> lives() {
        Arbitrary<String> keys = Arbitraries.of("incoming/gacc/a.csv", "incoming/gacc/b.csv", "incoming/gacc/c.csv");
        Arbitrary<YearMonth> months = Arbitraries.integers().between(1, 4).map(month -> YearMonth.of(2025, month));
        Arbitrary<UploadBucket.Said> said = Combinators.combine(
                        Arbitraries.of(COMMODITIES), months, Arbitraries.longs().between(0, 1000))
                .as(UploadBucket.Said::new);
        Arbitrary<List<UploadBucket.Said>> files =
                said.list().ofMinSize(1).ofMaxSize(6).uniqueElements(one -> one.commodity() + one.period());
        Arbitrary<List<String>> askedFor =
                Arbitraries.of(List.of(), List.of("8104"), List.of("81041900"), List.of("81041100", "81041900"));
        Arbitrary<Act> put = Combinators.combine(keys, askedFor, files)
                .as((key, asked, file) -> bucket -> bucket.put(key, new TreeSet<>(asked), file));
        Arbitrary<Act> putBad = keys.map(key -> bucket -> bucket.putBad(key));
        Arbitrary<Act> delete = keys.map(key -> bucket -> bucket.delete(key));
        Arbitrary<Act> remove = Combinators.combine(keys, Arbitraries.integers().between(0, 9))
                .as((key, index) -> bucket -> bucket.remove(key, index));
        return Arbitraries.frequencyOf(
                        net.jqwik.api.Tuple.of(5, put),
                        net.jqwik.api.Tuple.of(2, putBad),
                        net.jqwik.api.Tuple.of(2, delete),
                        net.jqwik.api.Tuple.of(2, remove))
                .list()
                .ofMaxSize(15);
    }
}
