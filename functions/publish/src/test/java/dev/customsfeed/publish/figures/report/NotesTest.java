package dev.customsfeed.publish.figures.report;

import static org.assertj.core.api.Assertions.assertThat;

import dev.customsfeed.ledger.UnknownWeight;
import dev.customsfeed.ledger.Valuation;
import dev.customsfeed.publish.documents.SampleFiles;
import dev.customsfeed.publish.words.Languages;
import java.time.YearMonth;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.LongStream;
import java.util.stream.Stream;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.junit.jupiter.api.Test;

/** What notes say: each for itself, without the field that it stands at. */
class NotesTest {

    private static final String ALL = "incoming/gacc/flow=export/hs=1000+2000/";

    private final TradeFiles files = new TradeFiles(Feeds.metals());

    private static String text(List<Note> notes, String subject, String language) {
        return notes.stream()
                .filter(note -> note.subject().equals(subject))
                .map(note -> Languages.PUBLISHED.of(note).in(language))
                .findFirst()
                .orElseThrow();
    }

    private List<Note> bar(String period) {
        return files.report(period).products().get(0).notes();
    }

    @Test
    void a_change_without_a_base_names_the_change_and_the_month() {
        files.put(ALL + "a.csv", "10000001 2025-01 111 1000 10", "10000001 2025-03 111 1000 10");
        assertThat(text(bar("2025-03"), "month.momPct", "en"))
                .isEqualTo("MoM not available: figures for February 2025 are missing.");
        assertThat(text(bar("2025-03"), "month.yoyPct", "zh")).isEqualTo("同比无法给出：缺少2024年3月数据。");
        List<Note> total = files.report("2025-03").notes();
        assertThat(text(total, "total.month.yoyPct", "en"))
                .isEqualTo("YoY of the total not available: figures for March 2024 are missing.");
        assertThat(text(total, "total.ytd", "zh")).isEqualTo("总量的累计数据无法给出：缺少2025年2月数据。");
        assertThat(text(total, "total.peak", "en"))
                .isEqualTo("Twelve-month peak and trough of the total not available:"
                        + " figures for April to December 2024 and February 2025 are missing.")
                .isEqualTo(text(total, "total.trough", "en"));
    }

    @Test
    void half_years_and_quarters_say_that_it_is_about_them() {
        files.put(ALL + "a.csv", "10000001 2025-01 111 1000 10");
        assertThat(text(bar("2025-01"), "halfYears", "en"))
                .isEqualTo("Half-year figures and changes not available where they need January 2022 to December 2024:"
                        + " these figures are missing.");
        assertThat(text(bar("2025-01"), "quarters", "zh")).startsWith("季度数据及变化凡涉及2023年1月至2024年12月的均无法给出");
    }

    @Test
    void what_is_about_the_total_says_so() {
        files.put(ALL + "a.csv", "10000001 2025-01 111 1000 10");
        List<Note> total = files.report("2025-01").notes();
        assertThat(text(total, "total.halfYears", "en"))
                .startsWith("Half-year figures and changes of the total not available where");
        assertThat(text(total, "total.quarters", "zh")).startsWith("总量的季度数据及变化凡涉及");
    }

    @Test
    void partners_and_regions_have_names_and_the_three_changes_are_told_apart() {
        files.put(
                ALL + "a.csv",
                "10000001 2024-01 111 1000 10",
                "10000001 2024-02 111 1000 10",
                "10000001 2025-01 111 1000 10",
                "10000001 2025-02 111 1000 10",
                "10000001 2025-02 502 1000 10",
                "10000001 2025-02 309 1000 10",
                "10000001 2025-02 116 1000 10");
        List<Note> notes = bar("2025-02");
        assertThat(text(notes, "partners.momPct", "en"))
                .isEqualTo(
                        "MoM not available for Japan, the Netherlands and the United States: no trade in January 2025.");
        assertThat(text(notes, "partners.yoyPct", "en"))
                .isEqualTo(
                        "YoY not available for Japan, the Netherlands and the United States: no trade in February 2024.");
        assertThat(text(notes, "partners.ytd.yoyPct", "zh")).isEqualTo("日本、荷兰、美国的累计同比无法计算：2024年1-2月无贸易。");
        assertThat(text(notes, "regions.momPct", "en"))
                .isEqualTo("MoM not available for Africa, the Americas, Europe, Oceania, re-imports,"
                        + " unspecified partners and the European Union of 27: no trade in January 2025.");
        assertThat(text(notes, "regions.yoyPct", "zh")).contains("非洲、美洲").contains("欧盟27国的同比");
    }

    @Test
    void trade_without_weight_is_not_called_no_trade() {
        files.put(
                ALL + "a.csv",
                "10000001 2025-01 111 0 10",
                "10000001 2025-02 111 1000 10",
                "20000001 2025-02 111 1000 10");
        assertThat(text(bar("2025-02"), "month.momPct", "en"))
                .isEqualTo("MoM not available: the net weight was zero in January 2025.");
        assertThat(text(bar("2025-02"), "partners.momPct", "zh")).isEqualTo("印度的环比无法计算：2025年1月净重为零。");
        assertThat(text(files.report("2025-02").products().get(1).notes(), "month.momPct", "zh"))
                .isEqualTo("环比无法给出：2025年1月无贸易。");
    }

    /** Codes and subjects, in order. */
    private static List<String> codes(List<Note> notes, String subjects) {
        return notes.stream()
                .filter(note -> note.subject().startsWith(subjects))
                .map(note -> note.code() + " " + note.subject())
                .toList();
    }

    /** Rows of bar from one country, a month each. */
    private static String[] each(String first, long... kilograms) {
        YearMonth from = YearMonth.parse(first);
        return IntStream.range(0, kilograms.length)
                .mapToObj(month -> "10000001 " + from.plusMonths(month) + " 111 "
                        + (kilograms[month] < 0 ? "-" : kilograms[month]) + " 10")
                .toArray(String[]::new);
    }

    @Test
    void weights_that_are_estimated_are_told_with_their_share() {
        files.put(ALL + "a.csv", "10000001 2025-01 111 ~1000 10", "10000001 2025-01 502 3000 10");
        assertThat(text(bar("2025-01"), "month.netWeightKg", "en")).contains("25");
        assertThat(codes(bar("2025-01"), "month.netWeightKg")).containsExactly("WEIGHT_ESTIMATED month.netWeightKg");
        files.put(ALL + "b.csv", "10000001 2025-01 111 1000 10", "10000001 2025-01 502 3000 10");
        assertThat(codes(bar("2025-01"), "month.netWeightKg")).isEmpty();
    }

    @Test
    void a_month_of_value_without_weight_has_no_unit_value_and_one_with_weight_has() {
        files.put(ALL + "a.csv", each("2025-01", 0, 1000));
        assertThat(codes(bar("2025-01"), "month.unitValue")).containsExactly("NET_WEIGHT_ZERO month.unitValuePerTonne");
        assertThat(codes(bar("2025-02"), "month.unitValue")).isEmpty();
    }

    @Test
    void changes_of_what_is_known_by_its_value_alone_say_what_they_lack() {
        files.put(ALL + "a.csv", "10000001 2025-02 111 - 10");
        assertThat(codes(bar("2025-02"), "month."))
                .containsExactly("BASE_MISSING month.valueMomPct", "BASE_MISSING month.valueYoyPct");
        assertThat(codes(bar("2025-02"), "ytd")).containsExactly("MONTH_MISSING ytd");
        files.put(ALL + "b.csv", "10000001 2025-01 111 5 0");
        assertThat(codes(bar("2025-02"), "month."))
                .containsExactly("BASE_ZERO month.valueMomPct", "BASE_MISSING month.valueYoyPct");
        assertThat(codes(bar("2025-02"), "ytd"))
                .containsExactly("NET_WEIGHT_MISSING ytd", "BASE_MISSING ytd.valueYoyPct");
    }

    @Test
    void quarters_and_half_years_say_each_thing_that_they_lack_once() {
        // The quarter that ends in 2025-03 and the one before it, 2024-Q4, and that of a year before, 2024-Q1.
        files.put(ALL + "a.csv", each("2024-01", 0, 0, 0, 1, 1, 1, -1, 1, 1, 0, 0, 0, 0, 0, 0));
        assertThat(codes(bar("2025-03"), "quarters"))
                .containsExactly(
                        "MONTH_MISSING quarters",
                        "NET_WEIGHT_MISSING quarters",
                        "NET_WEIGHT_ZERO quarters",
                        "BASE_ZERO quarters");
        assertThat(text(bar("2025-03"), "quarters", "en")).contains("2023");
    }

    @Test
    void quarters_of_other_weights_say_nothing_of_those_that_are_known() {
        files.put(
                ALL + "a.csv",
                each("2022-01", LongStream.range(0, 48).map(month -> 1000).toArray()));
        assertThat(codes(bar("2025-12"), "quarters")).isEmpty();
        assertThat(codes(bar("2025-12"), "halfYears")).isEmpty();
        assertThat(codes(bar("2025-12"), "peak")).isEmpty();
        assertThat(codes(bar("2025-12"), "trough")).isEmpty();
    }

    @Test
    void peak_and_trough_say_which_weights_they_lack_and_when_they_were_nothing() {
        long[] year = LongStream.range(0, 12).map(month -> 1000).toArray();
        year[3] = 0;
        files.put(ALL + "a.csv", each("2025-01", year));
        assertThat(codes(bar("2025-12"), "peak")).isEmpty();
        assertThat(codes(bar("2025-12"), "trough")).containsExactly("BASE_ZERO trough.changeSincePct");
        year[3] = -1;
        files.put(ALL + "b.csv", each("2025-01", year));
        assertThat(codes(bar("2025-12"), "peak")).containsExactly("NET_WEIGHT_MISSING peak");
        assertThat(codes(bar("2025-12"), "trough")).containsExactly("NET_WEIGHT_MISSING trough");
    }

    @Test
    void why_a_weight_is_not_known_is_told_of_its_own_commodity_and_month_alone() {
        files.because(UnknownWeight.Reason.UNIT_NOT_OF_WEIGHT, "piece")
                .put(
                        "incoming/gacc/flow=export/hs=1000/a.csv",
                        "10000001 2025-01 111 - 10",
                        "10000001 2025-02 111 - 10");
        files.because(UnknownWeight.Reason.NOT_GIVEN, "")
                .put(
                        "incoming/gacc/flow=export/hs=2000/a.csv",
                        "20000001 2025-02 111 - 10",
                        "20000002 2025-02 111 7 10");
        List<Note> rod = files.report("2025-02").products().get(1).notes();
        assertThat(text(bar("2025-02"), "month", "en")).contains("piece");
        assertThat(text(rod, "month", "en")).doesNotContain("piece");
        files.because(UnknownWeight.Reason.NOT_GIVEN, "")
                .put("incoming/gacc/flow=export/period=2025-02/hs=1000/b.csv", "10000001 2025-02 111 - 10");
        assertThat(text(bar("2025-02"), "month", "en")).doesNotContain("piece");
        assertThat(text(bar("2025-01"), "month", "en")).contains("piece");
    }

    @Test
    void partners_without_weights_are_named_and_those_with_weights_are_not() {
        files.put(ALL + "a.csv", "10000001 2025-01 111 - 10", "10000001 2025-01 502 1000 10");
        assertThat(text(bar("2025-01"), "partners", "en")).contains("India").doesNotContain("United States");
    }

    @Test
    void partners_whose_base_was_zero_are_named_in_the_month_that_they_have_weights_in() {
        files.put(
                ALL + "a.csv",
                "10000001 2025-01 111 0 10",
                "10000001 2025-01 502 0 10",
                "10000001 2025-01 116 5 10",
                "10000001 2025-02 111 1000 10",
                "10000001 2025-02 502 - 10",
                "10000001 2025-02 116 5 10");
        assertThat(text(bar("2025-02"), "partners.momPct", "en"))
                .contains("India")
                .doesNotContain("Japan")
                .doesNotContain("United States");
    }

    @Test
    void what_is_about_all_figures_is_told_once_for_the_report() {
        TradeFiles sample = new TradeFiles(Feeds.read("sample", """
                {"id": "sample", "title": {"en": "Bars"}, "source": "gacc", "reporter": "CN", "flow": "export", "currency": "USD",
                 "sample": true, "products": [{"id": "bar", "hs": ["10000001"], "name": {"en": "Bar"}}]}
                """));
        sample.valued(Valuation.CIF).put("incoming/gacc/flow=export/a.csv", "10000001 2025-01 111 1000 10");
        assertThat(codes(sample.report("2025-01").notes(), "")).contains("SAMPLE feed", "VALUATION total.month.value");
        files.valued(Valuation.FOB)
                .put("incoming/gacc/flow=export/a.csv", "10000001 2025-01 111 1000 10", "20000001 2025-01 111 1 1");
        assertThat(codes(files.report("2025-01").notes(), ""))
                .as("as it is usual of exports")
                .doesNotContain("SAMPLE feed", "VALUATION total.month.value");
    }

    @Test
    void a_report_is_complete_where_the_total_and_each_product_is() {
        files.put("incoming/gacc/flow=export/a.csv", "10000001 2025-01 111 1000 10");
        assertThat(files.report("2025-01").isComplete()).as("one product").isFalse();
        assertThat(files.report("2025-01").status()).isEqualTo("incomplete");
        files.put(ALL + "b.csv", "10000001 2025-01 111 1000 10", "20000001 2025-01 111 1 1");
        assertThat(files.report("2025-01").isComplete()).as("all of them").isTrue();
        assertThat(files.report("2025-01").status()).isEqualTo("complete");
        files.put(ALL + "c.csv", "10000001 2025-03 111 1000 10", "20000001 2025-03 111 1 1");
        assertThat(files.report("2025-03").isComplete()).as("without February").isFalse();
    }

    @Test
    void products_that_are_not_known_are_named_and_not_by_their_ids() {
        files.put("incoming/gacc/flow=export/a.csv", "10000001 2025-01 111 1000 10");
        assertThat(text(files.report("2025-01").notes(), "total.month", "en"))
                .isEqualTo("The total is not available: no figures for Rod.");
    }

    @Test
    void notes_of_a_sample_month_are_sentences_and_none_is_said_of_two_figures() {
        for (ProductReport product : SampleFiles.all().report("2025-12").products()) {
            assertThat(product.notes().stream()
                            .filter(note -> note.subject().startsWith("partners")
                                    || note.subject().startsWith("regions"))
                            .map(Languages.PUBLISHED::of))
                    .doesNotHaveDuplicates();
        }
    }

    @Property(tries = 40)
    void every_note_is_a_sentence_in_both_languages_without_ids_or_months_in_digits(@ForAll("files") TradeFiles any) {
        for (MonthReport report : Reports.of(any.data())) {
            Stream.concat(
                            report.notes().stream(),
                            report.products().stream().map(ProductReport::notes).flatMap(List::stream))
                    .filter(note -> note.code() != Note.Code.ABSENCE_UNDECLARED && note.code() != Note.Code.REVISED)
                    .forEach(note -> {
                        assertThat(Languages.PUBLISHED.of(note).in("en"))
                                .endsWith(".")
                                .doesNotContainPattern("\\d{4}-|m49|eu27|reporter-itself|null|\\b[A-Z]{2}\\b");
                        assertThat(Languages.PUBLISHED.of(note).in("zh"))
                                .endsWith("。")
                                .doesNotContainPattern("\\d{4}-\\d|m49|eu27|reporter-itself|null|[,:;]");
                    });
        }
    }

    @Provide
    Arbitrary<TradeFiles> files() {
        return AnyTradeFiles.of(20, 60);
    }
}
