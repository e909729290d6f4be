package dev.customsfeed.publish.figures.report;

import static org.assertj.core.api.Assertions.assertThat;

import dev.customsfeed.publish.documents.SampleFiles;
import dev.customsfeed.publish.words.Languages;
import java.util.List;
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
