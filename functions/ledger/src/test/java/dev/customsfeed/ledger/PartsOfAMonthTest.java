package dev.customsfeed.ledger;

import static org.assertj.core.api.Assertions.assertThat;

import dev.customsfeed.ledger.CommodityMonth.Counted;
import dev.customsfeed.ledger.CommodityMonth.Said;
import dev.customsfeed.ledger.Part.Dimension;
import dev.customsfeed.ledger.UploadBucket.PartSaid;
import java.time.YearMonth;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** What counts where people keep a file a partner, a province, a regime or a page. */
class PartsOfAMonthTest {

    private static final String INGOT = "81041100";
    private static final YearMonth DECEMBER = YearMonth.of(2025, 12);
    private static final YearMonth NOVEMBER = YearMonth.of(2025, 11);

    private final UploadBucket bucket = new UploadBucket();

    @Test
    void files_of_one_partner_each_add_up_to_these_partners_and_no_more() {
        part("partner=116", 900);
        part("partner=309", 100);
        part("partner=137", 50);

        assertThat(kilograms()).isEqualTo(1050);
        assertThat(counts().scope()).isEqualTo(new Scope.PartOf(Dimension.PARTNER, texts("116", "137", "309")));
        assertThat(counts().scope().isWhole()).isFalse();
        assertThat(counts().partners()).containsOnlyKeys("116", "137", "309");
        assertThat(fold().files()).hasSize(3);
    }

    @Test
    void each_value_is_replaced_by_itself() {
        parts("partner=116+309", List.of(), row("partner=116", 900), row("partner=309", 100));
        part("partner=309", 70);

        assertThat(kilograms()).isEqualTo(970);
        assertThat(fold().months().get(DECEMBER).others()).singleElement().satisfies(other -> assertThat(other.part())
                .contains(Part.parse("partner=309")));

        bucket.delete("partner=309.csv");
        assertThat(kilograms()).isEqualTo(1000);
    }

    @Test
    void a_value_without_a_row_where_its_file_has_the_month_is_zero() {
        part("partner=309", 70);
        parts("partner=116+309", List.of(), row("partner=116", 900));

        assertThat(kilograms()).isEqualTo(900);
    }

    @Test
    void a_part_answers_zero_for_its_own_value_alone() {
        parts("partner=116", List.of("8104"));
        assertThat(kilograms()).isEqualTo(0);
        assertThat(counts().scope()).isEqualTo(new Scope.PartOf(Dimension.PARTNER, texts("116")));

        part("partner=309", 70);
        assertThat(kilograms()).isEqualTo(70);
        assertThat(counts().partners()).containsOnlyKeys("309");
    }

    @Test
    void a_whole_file_counts_instead_of_all_parts_however_old_it_is() {
        bucket.put("whole.csv", new TreeSet<>(), List.of(new UploadBucket.Said(INGOT, DECEMBER, 1)));
        part("partner=116", 900);

        assertThat(kilograms()).isEqualTo(1);
        assertThat(counts().scope()).isEqualTo(Scope.WHOLE);
        assertThat(fold().months().get(DECEMBER).others()).hasSize(1);

        bucket.delete("whole.csv");
        assertThat(kilograms()).isEqualTo(900);
    }

    @Test
    void parts_of_different_dimensions_are_never_added() {
        part("partner=116", 900);
        part("regime=10", 400);
        part("regime=14", 30);
        assertThat(kilograms()).isEqualTo(430);
        assertThat(counts().scope()).isEqualTo(new Scope.PartOf(Dimension.REGIME, texts("10", "14")));

        part("partner=309", 70);
        assertThat(kilograms()).isEqualTo(970);
    }

    @Test
    void what_a_file_is_limited_to_is_told_of_its_rows_without_a_column_of_it() {
        part("province=44", 6);
        assertThat(counts().splits()).isEqualTo(Map.of("province", Map.of("44", counts().totals())));

        part("regime=10", 400);
        assertThat(counts().splits()).isEqualTo(Map.of("regime", Map.of("10", counts().totals())));

        part("partner=116", 900);
        assertThat(counts().splits()).isEmpty();
        assertThat(counts().partners()).isEqualTo(Map.of("116", counts().totals()));
    }

    @Test
    void all_provinces_make_a_whole_month() {
        part("province=11", 5);
        assertThat(counts().scope()).isEqualTo(new Scope.PartOf(Dimension.PROVINCE, texts("11")));

        part("province=44", 6);
        assertThat(counts().scope()).isEqualTo(Scope.WHOLE);
        assertThat(kilograms()).isEqualTo(11);
    }

    @Test
    void pages_count_when_all_of_them_are_there() {
        part("page=1of3", 1);
        part("page=3of3", 3);

        assertThat(fold().months()).isEmpty();
        assertThat(fold().said()).containsOnlyKeys(DECEMBER);
        UncountedPages waiting = fold().uncountedPages().get(DECEMBER);
        assertThat(waiting.of()).isEqualTo(3);
        assertThat(waiting.missing()).containsExactly(2);
        assertThat(waiting.twice()).isEmpty();
        assertThat(waiting.files()).hasSize(2);

        part("page=2of3", 2);
        assertThat(kilograms()).isEqualTo(6);
        assertThat(counts().scope()).isEqualTo(Scope.WHOLE);
        assertThat(fold().uncountedPages()).isEmpty();
    }

    @Test
    void pages_that_hold_the_same_row_do_not_count() {
        part("page=1of2", 7);
        part("page=2of2", 17);

        assertThat(fold().months()).isEmpty();
        assertThat(fold().uncountedPages().get(DECEMBER).missing()).isEmpty();
        assertThat(fold().uncountedPages().get(DECEMBER).twice()).containsExactly("row 7");

        part("page=2of2", 18);
        assertThat(kilograms()).isEqualTo(25);
    }

    @Test
    void the_newest_page_says_how_many_there_are() {
        part("page=1of2", 1);
        part("page=2of2", 2);
        assertThat(kilograms()).isEqualTo(3);

        part("page=1of3", 1);
        assertThat(fold().months()).isEmpty();
        assertThat(fold().uncountedPages().get(DECEMBER).missing()).containsExactly(2, 3);
    }

    @Test
    void until_pages_are_complete_the_dimension_uploaded_before_them_counts() {
        part("partner=116", 900);
        part("page=1of2", 1);

        assertThat(kilograms()).isEqualTo(900);
        assertThat(fold().uncountedPages()).containsOnlyKeys(DECEMBER);
    }

    @Test
    void a_page_that_has_the_month_and_no_row_of_the_commodity_is_there() {
        part("page=1of2", 1);
        bucket.putParts("other.csv", new TreeSet<>(), months(DECEMBER), names("page=2of2"), List.of());

        assertThat(kilograms()).isEqualTo(1);
    }

    @Test
    void pages_of_a_query_sorted_by_months_are_told_by_their_keys() {
        bucket.putParts(
                "page=1of2/q.csv", new TreeSet<>(), months(NOVEMBER), names("page=1of2"), List.of(row("page=1of2", 1)));
        assertThat(fold().months()).isEmpty();

        bucket.putParts("page=2of2/other.csv", new TreeSet<>(), months(NOVEMBER), names("page=2of2"), List.of());
        assertThat(fold().months()).isEmpty();

        bucket.putParts("page=2of2/q.csv", new TreeSet<>(), months(NOVEMBER), names("page=2of2"), List.of());
        assertThat(kilograms()).isEqualTo(1);
    }

    @Test
    void pages_of_another_query_do_not_fill_gaps() {
        parts("page=1of2", List.of("8104"), row("page=1of2", 1));
        parts("page=2of2", List.of("2504"));

        assertThat(fold().months()).isEmpty();
    }

    @Test
    void a_sum_tells_apart_what_all_files_with_rows_tell_apart() {
        FileSays first = new FileSays(
                Totals.ofWhole(1, 2, 3),
                Map.of("116", Totals.ofWhole(1, 2, 3)),
                Map.of("regime", Map.of("10", Totals.ofWhole(1, 2, 3))),
                Valuation.FOB);
        FileSays second = new FileSays(
                Totals.ofWhole(1, 20, 30), Map.of("116", Totals.ofWhole(1, 20, 30)), Map.of(), Valuation.CIF);
        FileSays silent = new FileSays(Totals.ofWhole(1, 200, 300), Map.of(), Map.of(), null);

        Counted both = Counted.of(Scope.WHOLE, List.of(first.said(), second.said()));
        assertThat(both.partners()).isEqualTo(Map.of("116", Totals.ofWhole(2, 22, 33)));
        assertThat(both.splits()).isEmpty();
        assertThat(both.valuations()).containsExactly(Valuation.FOB, Valuation.CIF);

        Counted same = Counted.of(Scope.WHOLE, List.of(first.said(), first.said()));
        assertThat(same.splits().get("regime")).isEqualTo(Map.of("10", Totals.ofWhole(2, 4, 6)));

        Counted all = Counted.of(Scope.WHOLE, List.of(first.said(), second.said(), silent.said()));
        assertThat(all.totals()).isEqualTo(Totals.ofWhole(3, 222, 333));
        assertThat(all.partners()).isEmpty();
        assertThat(all.valuations()).isEmpty();
    }

    private record FileSays(
            Totals totals, Map<String, Totals> partners, Map<String, Map<String, Totals>> splits, Valuation valuation) {

        Said said() {
            UploadBucket one = new UploadBucket();
            one.put("a.csv", new TreeSet<>(), List.of());
            SortedMap<String, SortedMap<String, Totals>> sorted = new TreeMap<>();
            splits.forEach((dimension, split) -> sorted.put(dimension, new TreeMap<>(split)));
            return new Said(
                    one.liesThere().get(0),
                    Optional.empty(),
                    totals,
                    new TreeMap<>(partners),
                    sorted,
                    valuation == null ? new TreeSet<>() : new TreeSet<>(List.of(valuation)),
                    new TreeSet<>());
        }
    }

    private void part(String part, long kilograms) {
        parts(part, List.of(), row(part, kilograms));
    }

    /** A file named {@code <parts>.csv} that was limited to them. */
    private void parts(String parts, List<String> asked, PartSaid... rows) {
        bucket.later();
        bucket.putParts(parts + ".csv", new TreeSet<>(asked), months(DECEMBER), names(parts), List.of(rows));
    }

    private static PartSaid row(String part, long kilograms) {
        return new PartSaid(Part.parse(part), INGOT, DECEMBER, kilograms);
    }

    private static SortedSet<YearMonth> months(YearMonth month) {
        return new TreeSet<>(List.of(month));
    }

    private static SortedSet<Part> names(String parts) {
        int equals = parts.indexOf('=');
        return Stream.of(parts.substring(equals + 1).split("\\+"))
                .map(value -> Part.parse(parts.substring(0, equals + 1) + value))
                .collect(Collectors.toCollection(TreeSet::new));
    }

    private static SortedSet<String> texts(String... texts) {
        return new TreeSet<>(Arrays.asList(texts));
    }

    private CommodityMonths fold() {
        return CommodityMonths.fold(
                new Series(UploadBucket.TRADE_FLOW, "USD", INGOT),
                UploadBucket.RULES,
                UploadHistory.of(bucket.announced()),
                bucket.figures(INGOT));
    }

    private Counted counts() {
        return fold().months().get(DECEMBER).counts();
    }

    private long kilograms() {
        return counts().totals().reportedNetWeightGrams() / 1000;
    }
}
