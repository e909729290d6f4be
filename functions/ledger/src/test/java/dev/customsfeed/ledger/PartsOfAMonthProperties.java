package dev.customsfeed.ledger;

import static org.assertj.core.api.Assertions.assertThat;

import dev.customsfeed.ledger.CommodityMonth.Counted;
import dev.customsfeed.ledger.CommodityMonth.Said;
import dev.customsfeed.ledger.Part.Dimension;
import dev.customsfeed.ledger.UploadLogEntry.CustomsFile;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashSet;
import java.util.IdentityHashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.Tag;
import net.jqwik.api.Tuple;

/** Whole files and parts of months, in any life of a bucket: what counts is what the rule says of the files that lie there now. */
@Tag("any-jdk")
class PartsOfAMonthProperties {

    private static final List<String> COMMODITIES = List.of("81041100", "81041900");
    private static final List<YearMonth> MONTHS = List.of(YearMonth.of(2025, 11), YearMonth.of(2025, 12));

    private static final List<String> KEYS = List.of(
            "whole.csv",
            "partner=1/a.csv",
            "partner=1/b.csv",
            "partner=2/a.csv",
            "partner=1+3/a.csv",
            "province=11/a.csv",
            "province=44/a.csv",
            "province=44+65/a.csv",
            "regime=10/a.csv",
            "page=1of1/a.csv",
            "page=1of2/a.csv",
            "page=2of2/a.csv",
            "page=1of2/b.csv",
            "page=2of2/c.csv");

    /** One thing that a user does to the bucket. */
    interface Act {
        void on(UploadBucket bucket);
    }

    /** A month as the rule says it: its weight, and what it is about. */
    private record Month(String scope, long grams) {}

    @Property
    void any_order_of_events_and_any_duplicates_give_what_the_rule_says(
            @ForAll("lives") List<Act> acts, @ForAll Random random) {
        UploadBucket bucket = new UploadBucket();
        acts.forEach(act -> act.on(bucket));
        List<UploadLogEntry> delivered = new ArrayList<>(bucket.announced());
        bucket.announced().stream().filter(entry -> random.nextInt(3) == 0).forEach(delivered::add);
        Collections.shuffle(delivered, random);

        for (String commodity : COMMODITIES) {
            List<MonthFigures> figures = new ArrayList<>(bucket.figures(commodity));
            Collections.shuffle(figures, random);
            CommodityMonths lived = fold(commodity, UploadHistory.of(delivered), figures);

            assertThat(lived)
                    .isEqualTo(fold(commodity, UploadHistory.of(bucket.announced()), bucket.figures(commodity)));
            Map<YearMonth, Month> counts = new TreeMap<>();
            lived.months().forEach((period, month) -> counts.put(period, month(month.counts())));
            assertThat(counts)
                    .isEqualTo(months(fold(commodity, UploadHistory.of(bucket.liesThere()), bucket.figures(commodity))))
                    .isEqualTo(naively(bucket, commodity));
        }
    }

    @Property
    void what_counts_is_the_sum_of_what_it_is_said_to_come_from_and_everything_else_is_told(
            @ForAll("lives") List<Act> acts) {
        UploadBucket bucket = new UploadBucket();
        acts.forEach(act -> act.on(bucket));

        for (String commodity : COMMODITIES) {
            CommodityMonths months = fold(commodity, UploadHistory.of(bucket.announced()), bucket.figures(commodity));
            months.months().forEach((period, month) -> {
                Counted counts = month.counts();
                assertThat(counts.totals()).isEqualTo(sum(counts.said().stream().map(Said::totals)));
                assertThat(counts.totals()).isEqualTo(sum(counts.partners().values().stream()));
                assertThat(counts.said().stream().map(Said::part).distinct())
                        .hasSize(counts.said().size());
                Set<Said> told = Collections.newSetFromMap(new IdentityHashMap<>());
                told.addAll(counts.said());
                told.addAll(month.others());
                assertThat(told.containsAll(months.said().get(period))).isTrue();
                assertThat(counts.newest())
                        .isEqualTo(counts.files().get(counts.files().size() - 1));
                if (months.uncountedPages().containsKey(period)) {
                    UncountedPages pages = months.uncountedPages().get(period);
                    assertThat(pages.missing().isEmpty())
                            .isNotEqualTo(pages.twice().isEmpty());
                    assertThat(counts.said()).allMatch(said -> said.part().isPresent());
                }
            });
        }
    }

    @Property
    void parts_that_come_and_go_add_up_to_what_counts_of_those_that_stand(
            @ForAll("lives") List<Act> acts, @ForAll Random random) {
        UploadBucket bucket = new UploadBucket();
        acts.forEach(act -> act.on(bucket));

        for (String commodity : COMMODITIES) {
            CommodityMonths months = fold(commodity, UploadHistory.of(bucket.announced()), bucket.figures(commodity));
            months.said().forEach((period, said) -> {
                for (Dimension dimension : List.of(Dimension.PARTNER, Dimension.PROVINCE, Dimension.REGIME)) {
                    comeAndGo(
                            commodity,
                            period,
                            dimension,
                            said.stream()
                                    .filter(one -> one.part()
                                            .filter(part -> part.dimension() == dimension)
                                            .isPresent())
                                    .toList(),
                            random);
                }
            });
        }
    }

    private static void comeAndGo(
            String commodity, YearMonth period, Dimension dimension, List<Said> said, Random random) {
        StandingParts parts = new StandingParts(dimension, UploadBucket.RULES);
        List<Said> standing = new ArrayList<>();
        for (int i = 0; i < 3 * said.size(); i++) {
            Said one = said.get(random.nextInt(said.size()));
            if (standing.remove(one)) {
                parts.remove(one);
            } else {
                standing.add(one);
                parts.add(one);
            }
            Optional<Counted> counts = CommodityMonths.counting(
                    new Series(UploadBucket.TRADE_FLOW, "USD", commodity),
                    UploadBucket.RULES,
                    period,
                    List.of(),
                    standing);
            assertThat(parts.isEmpty()).isEqualTo(counts.isEmpty());
            assertThat(parts.totals()).isEqualTo(counts.map(Counted::totals).orElse(Totals.NONE));
            assertThat(parts.partners()).isEqualTo(counts.map(Counted::partners).orElse(Collections.emptySortedMap()));
            assertThat(parts.isWhole())
                    .isEqualTo(counts.filter(of -> of.scope().isWhole()).isPresent());
            Set<ObjectVersion> counting = counts.stream()
                    .flatMap(of -> of.said().stream())
                    .map(Said::object)
                    .collect(Collectors.toSet());
            said.forEach(any -> assertThat(parts.counts(any.object())).isEqualTo(counting.contains(any.object())));
        }
    }

    private static Totals sum(Stream<Totals> all) {
        return all.reduce(Totals.NONE, Totals::plus);
    }

    private static CommodityMonths fold(String commodity, UploadHistory history, List<MonthFigures> figures) {
        return CommodityMonths.fold(
                new Series(UploadBucket.TRADE_FLOW, "USD", commodity), UploadBucket.RULES, history, figures);
    }

    private static Map<YearMonth, Month> months(CommodityMonths folded) {
        Map<YearMonth, Month> months = new TreeMap<>();
        folded.months().forEach((period, month) -> months.put(period, month(month.counts())));
        return months;
    }

    private static Month month(Counted counts) {
        String scope = counts.scope() instanceof Scope.PartOf part
                ? part.dimension().id() + "=" + String.join("+", part.values())
                : "whole";
        return new Month(scope, counts.totals().reportedNetWeightGrams());
    }

    // The rule, said once more: files in upload order, each overwriting what it has.

    private static Map<YearMonth, Month> naively(UploadBucket bucket, String commodity) {
        Map<YearMonth, Month> months = new TreeMap<>();
        for (YearMonth period : MONTHS) {
            naively(bucket, commodity, period).ifPresent(month -> months.put(period, month));
        }
        return months;
    }

    private static Optional<Month> naively(UploadBucket bucket, String commodity, YearMonth period) {
        List<CustomsFile> having = bucket.liesThere().stream()
                .filter(file -> has(bucket, file, commodity, period))
                .toList();
        Optional<Month> whole = Optional.empty();
        LinkedHashMap<Dimension, List<CustomsFile>> byDimension = new LinkedHashMap<>();
        for (CustomsFile file : having) {
            if (file.contents().parts().isEmpty()) {
                whole = Optional.of(new Month("whole", grams(bucket, file, commodity, period, Optional.empty())));
            } else {
                Dimension dimension = file.contents().parts().first().dimension();
                List<CustomsFile> files = byDimension.getOrDefault(dimension, new ArrayList<>());
                files.add(file);
                byDimension.remove(dimension);
                byDimension.put(dimension, files);
            }
        }
        if (whole.isPresent()) {
            return whole;
        }
        List<Dimension> newestFirst = new ArrayList<>(byDimension.keySet());
        Collections.reverse(newestFirst);
        for (Dimension dimension : newestFirst) {
            List<CustomsFile> files = byDimension.get(dimension);
            Optional<Month> month = dimension == Dimension.PAGE
                    ? pages(bucket, files, commodity, period)
                    : parts(bucket, files, dimension, commodity, period);
            if (month.isPresent()) {
                return month;
            }
        }
        return Optional.empty();
    }

    private static Optional<Month> parts(
            UploadBucket bucket, List<CustomsFile> files, Dimension dimension, String commodity, YearMonth period) {
        Map<String, Long> byValue = new TreeMap<>();
        for (CustomsFile file : files) {
            for (Part part : file.contents().parts()) {
                byValue.put(part.value(), grams(bucket, file, commodity, period, Optional.of(part)));
            }
        }
        boolean whole = dimension == Dimension.PROVINCE && byValue.containsKey("11") && byValue.containsKey("44");
        String scope = whole ? "whole" : dimension.id() + "=" + String.join("+", byValue.keySet());
        return Optional.of(new Month(
                scope, byValue.values().stream().mapToLong(Long::longValue).sum()));
    }

    private static Optional<Month> pages(
            UploadBucket bucket, List<CustomsFile> having, String commodity, YearMonth period) {
        CustomsFile newest = having.get(having.size() - 1);
        String of = newest.object().key().contains("of2") ? "of2" : "of1";
        SortedSet<String> asked = newest.contents().answersFor();
        Set<String> names = new HashSet<>();
        for (CustomsFile file : having) {
            if (file.object().key().contains(of) && file.contents().answersFor().equals(asked)) {
                names.add(file.object().key().substring("page=1".length()));
            }
        }
        Map<Integer, Long> grams = new TreeMap<>();
        Map<Integer, String> rows = new TreeMap<>();
        for (CustomsFile file : bucket.liesThere()) {
            String key = file.object().key();
            boolean ofQuery = key.startsWith("page=")
                    && key.contains(of)
                    && file.contents().answersFor().equals(asked)
                    && (file.contents().periods().contains(period) || names.contains(key.substring("page=1".length())));
            if (ofQuery) {
                int number = key.charAt("page=".length()) - '0';
                Optional<Part> part = Optional.of(file.contents().parts().first());
                long page = grams(bucket, file, commodity, period, part);
                grams.put(number, page);
                rows.remove(number);
                if (figure(bucket, file, commodity, period, part).isPresent()) {
                    rows.put(number, Long.toString(page / 1000 % 10));
                }
            }
        }
        boolean counts =
                grams.size() == (of.equals("of2") ? 2 : 1) && new HashSet<>(rows.values()).size() == rows.size();
        return counts
                ? Optional.of(new Month(
                        "whole",
                        grams.values().stream().mapToLong(Long::longValue).sum()))
                : Optional.empty();
    }

    private static boolean has(UploadBucket bucket, CustomsFile file, String commodity, YearMonth period) {
        boolean row = bucket.figures(commodity).stream()
                .anyMatch(one ->
                        one.upload().equals(file.upload()) && one.period().equals(period));
        return row
                || (file.contents().periods().contains(period)
                        && file.contents().answersFor().stream().anyMatch(commodity::startsWith));
    }

    private static Optional<MonthFigures> figure(
            UploadBucket bucket, CustomsFile file, String commodity, YearMonth period, Optional<Part> part) {
        return bucket.figures(commodity).stream()
                .filter(one -> one.upload().equals(file.upload())
                        && one.period().equals(period)
                        && one.part().equals(part))
                .findFirst();
    }

    private static long grams(
            UploadBucket bucket, CustomsFile file, String commodity, YearMonth period, Optional<Part> part) {
        return figure(bucket, file, commodity, period, part)
                .map(one -> one.totals().reportedNetWeightGrams())
                .orElse(0L);
    }

    private static SortedSet<Part> parts(String key) {
        String folder = key.substring(0, Math.max(0, key.indexOf('/')));
        int equals = folder.indexOf('=');
        return equals < 0
                ? new TreeSet<>()
                : Stream.of(folder.substring(equals + 1).split("\\+"))
                        .map(value -> Part.parse(folder.substring(0, equals + 1) + value))
                        .collect(Collectors.toCollection(TreeSet::new));
    }

    @Provide
    Arbitrary<List<Act>> lives() {
        Arbitrary<String> keys = Arbitraries.of(KEYS);
        // Whole files end the matter: they are few.
        Arbitrary<String> putKeys = Arbitraries.of(KEYS.subList(1, KEYS.size()));
        Arbitrary<Act> put = Combinators.combine(
                        Arbitraries.frequencyOf(Tuple.of(15, putKeys), Tuple.of(1, Arbitraries.just("whole.csv"))),
                        Arbitraries.of(List.<String>of(), List.of("8104"), List.of("81041900")),
                        Arbitraries.of(MONTHS).set().ofMinSize(1),
                        Arbitraries.integers().between(0, 13).list().ofSize(24))
                .as((key, asked, periods, kilograms) ->
                        bucket -> put(bucket, key, new TreeSet<>(asked), new TreeSet<>(periods), kilograms));
        Arbitrary<Act> delete = keys.map(key -> bucket -> bucket.delete(key));
        Arbitrary<Act> remove = Combinators.combine(keys, Arbitraries.integers().between(0, 9))
                .as((key, index) -> bucket -> bucket.remove(key, index));
        Arbitrary<Act> bad = keys.map(key -> bucket -> bucket.putBad(key));
        return Arbitraries.frequencyOf(Tuple.of(12, put), Tuple.of(2, delete), Tuple.of(1, remove), Tuple.of(1, bad))
                .list()
                .ofMaxSize(15);
    }

    /** A file whose rows have the weights given, in turn; above ten there is no row. */
    private static void put(
            UploadBucket bucket,
            String key,
            SortedSet<String> asked,
            SortedSet<YearMonth> periods,
            List<Integer> kilograms) {
        SortedSet<Part> parts = parts(key);
        List<UploadBucket.Said> whole = new ArrayList<>();
        List<UploadBucket.PartSaid> said = new ArrayList<>();
        int next = 0;
        for (String commodity : COMMODITIES) {
            for (YearMonth period : periods) {
                for (Part part : parts.isEmpty() ? List.of(new Part(Dimension.PARTNER, "1")) : parts) {
                    int weight = kilograms.get(next++ % kilograms.size());
                    if (weight <= 10) {
                        whole.add(new UploadBucket.Said(commodity, period, weight));
                        said.add(new UploadBucket.PartSaid(part, commodity, period, weight));
                    }
                }
            }
        }
        if (parts.isEmpty()) {
            bucket.put(key, asked, whole);
        } else {
            bucket.putParts(key, asked, periods, parts, said);
        }
    }
}
