package dev.customsfeed.publish.figures.report;

import static org.assertj.core.api.Assertions.assertThat;

import dev.customsfeed.publish.figures.report.Extreme.Direction;
import dev.customsfeed.publish.words.Languages;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class MonthReportsTest {

    private static final String ALL = "incoming/gacc/flow=export/hs=1000+2000/";

    private final TradeFiles files = new TradeFiles(Feeds.metals());

    private static BigDecimal percent(String text) {
        return new BigDecimal(text);
    }

    private static PartnerFigure partner(ProductReport product, String id) {
        return product.partners().stream()
                .filter(partner -> partner.partner().id().equals(id))
                .findFirst()
                .orElseThrow();
    }

    private static RegionFigure region(ProductReport product, String id) {
        return product.regions().stream()
                .filter(region -> region.id().equals(id))
                .findFirst()
                .orElseThrow();
    }

    private static List<String> notes(List<Note> notes) {
        return notes.stream()
                .map(note -> note.code().id() + " " + note.subject())
                .toList();
    }

    @Test
    void a_month_is_held_against_the_month_and_the_year_before() {
        files.put(
                ALL + "a.csv",
                "10000001 2024-02 111 3000 3000",
                "10000001 2025-01 111 4000 8000",
                "10000001 2025-02 111 1000 3500",
                "10000001 2025-02 304 2000 2500",
                "20000001 2025-02 304 1000 9000",
                "20000002 2025-02 304 4000 9000");
        MonthReport report = files.report("2025-02");
        ProductReport bar = report.products().get(0);
        assertThat(bar.figures().month().amount().netWeightKg()).hasValue(3000);
        assertThat(bar.figures().month().amount().value()).hasValue(6000);
        assertThat(bar.figures().month().amount().unitValuePerTonne()).hasValue(2000);
        assertThat(bar.figures().month().momPct()).contains(percent("-25.00"));
        assertThat(bar.figures().month().yoyPct()).contains(percent("0.00"));
        assertThat(bar.figures().ytd().amount().netWeightKg()).hasValue(7000);
        assertThat(bar.figures().ytd().yoyPct()).isEmpty();
        assertThat(bar.sharePct()).contains(percent("37.50"));
        assertThat(report.total().month().amount().netWeightKg()).hasValue(8000);
        assertThat(report.products().get(1).figures().month().amount().netWeightKg())
                .hasValue(5000);
    }

    @Test
    void partners_come_largest_first_and_an_absent_one_is_zero() {
        files.put(
                ALL + "a.csv",
                "10000001 2025-01 116 500 10",
                "10000001 2025-02 111 1000 10",
                "10000001 2025-02 304 3000 10",
                "10000001 2025-02 305 1000 20");
        ProductReport bar = files.report("2025-02").products().get(0);
        assertThat(bar.partners().stream().map(partner -> partner.partner().id()))
                .containsExactly("DE", "FR", "IN", "JP");
        assertThat(partner(bar, "JP").month().amount().netWeightKg()).hasValue(0);
        assertThat(partner(bar, "JP").month().momPct()).contains(percent("-100.00"));
        assertThat(partner(bar, "JP").ytd().amount().netWeightKg()).hasValue(500);
        assertThat(partner(bar, "DE").sharePct()).contains(percent("60.00"));
        assertThat(partner(bar, "DE").month().momPct()).isEmpty();
        assertThat(notes(bar.notes())).contains("base-zero partners.momPct");
    }

    @Test
    void concentration_leaves_partners_out_that_nobody_named() {
        files.put(
                ALL + "a.csv",
                "10000001 2025-02 111 3000 10",
                "10000001 2025-02 304 1000 10",
                "10000001 2025-02 701 6000 10");
        ProductReport bar = files.report("2025-02").products().get(0);
        // 75^2 + 25^2
        assertThat(bar.hhi()).hasValue(6250);
        assertThat(notes(bar.notes())).contains("unspecified-partner hhi");
    }

    @Test
    void regions_keep_the_reporter_and_the_unnamed_apart() {
        files.put(
                ALL + "a.csv",
                "10000001 2025-02 142 100 10",
                "10000001 2025-02 701 200 10",
                "10000001 2025-02 987 300 10",
                "10000001 2025-02 111 400 10",
                "10000001 2025-02 303 500 10",
                "10000001 2025-02 304 600 10");
        ProductReport bar = files.report("2025-02").products().get(0);
        assertThat(region(bar, "reporter-itself").month().amount().netWeightKg())
                .hasValue(100);
        assertThat(region(bar, "unspecified").month().amount().netWeightKg()).hasValue(500);
        assertThat(region(bar, "asia").month().amount().netWeightKg()).hasValue(400);
        assertThat(region(bar, "europe").month().amount().netWeightKg()).hasValue(1100);
        assertThat(region(bar, "eu27").month().amount().netWeightKg()).hasValue(600);
        assertThat(region(bar, "africa").month().amount().netWeightKg()).hasValue(0);
        assertThat(notes(bar.notes())).contains("unknown-partner partners");
    }

    @Test
    void a_region_is_held_against_partners_that_have_left_it() {
        files.put(
                ALL + "a.csv",
                "10000001 2024-01 301 800 10",
                "10000001 2024-02 111 100 10",
                "10000001 2025-01 111 100 10",
                "10000001 2025-02 304 200 10");
        ProductReport bar = files.report("2025-02").products().get(0);
        assertThat(bar.partners().stream().map(partner -> partner.partner().id()))
                .containsExactly("DE", "BE", "IN");
        assertThat(partner(bar, "BE").contribution().ytdPp()).contains(percent("-88.89"));
        assertThat(region(bar, "europe").ytd().yoyPct()).contains(percent("-75.00"));
    }

    @Test
    void products_partners_and_regions_contribute_what_adds_up_to_the_change() {
        files.put(
                ALL + "a.csv",
                "10000001 2025-01 111 4000 10",
                "10000001 2025-01 304 1000 10",
                "20000001 2025-01 304 1000 10",
                "10000001 2025-02 111 3000 10",
                "10000001 2025-02 304 2500 10",
                "20000001 2025-02 304 2000 10");
        MonthReport report = files.report("2025-02");
        ProductReport bar = report.products().get(0);
        // 6,000 kg became 7,500: up 25%.
        assertThat(report.products().stream()
                        .map(product -> product.contribution().momPp().orElseThrow()))
                .containsExactly(percent("8.33"), percent("16.67"));
        assertThat(report.partners().stream()
                        .map(partner -> partner.partner().id() + " "
                                + partner.contribution().momPp().orElseThrow()))
                .containsExactly("DE 41.67", "IN -16.67");
        assertThat(report.regions().stream()
                        .filter(region ->
                                region.contribution().momPp().orElseThrow().signum() != 0)
                        .map(region -> region.id() + " "
                                + region.contribution().momPp().orElseThrow()))
                .containsExactly("asia -16.67", "europe 41.67", "eu27 41.67");
        assertThat(partner(bar, "DE").contribution().momPp()).contains(percent("30.00"));
        assertThat(partner(bar, "IN").contribution().momPp()).contains(percent("-20.00"));
        assertThat(partner(bar, "IN").contribution().yoyPp()).isEmpty();
    }

    @Test
    void peak_and_trough_of_twelve_months_and_the_direction_since() {
        List<TradeFiles.Row> rows = new ArrayList<>();
        long[] kilograms = {500, 400, 900, 300, 600, 900, 700, 300, 500, 600, 700, 800};
        for (int i = 0; i < 12; i++) {
            rows.add(new TradeFiles.Row("10000001", YearMonth.of(2025, i + 1), "111", kilograms[i], 1));
        }
        files.put(ALL + "a.csv", rows);
        Figures bar = files.report("2025-12").products().get(0).figures();
        assertThat(bar.peak())
                .contains(
                        new Extreme(YearMonth.of(2025, 6), 900_000, Optional.of(percent("-11.11")), Direction.DOWN, 2));
        assertThat(bar.trough())
                .contains(new Extreme(YearMonth.of(2025, 8), 300_000, Optional.of(percent("166.67")), Direction.UP, 2));
        assertThat(bar.quarters().get(0).amount().netWeightKg()).hasValue(2100);
        assertThat(bar.quarters().get(0).prevPct()).contains(percent("40.00"));
        assertThat(bar.halfYears().get(0).amount().netWeightKg()).hasValue(3600);
        assertThat(bar.halfYears().get(1).amount().netWeightKg()).hasValue(3600);
        assertThat(bar.halfYears().get(0).prevPct()).contains(percent("0.00"));
        assertThat(files.report("2025-11").products().get(0).figures().peak()).isEmpty();
    }

    @Test
    void absent_is_zero_within_what_was_asked_for() {
        files.put("incoming/gacc/flow=export/hs=1000+2000/a.csv", "10000001 2025-02 111 1000 10");
        MonthReport report = files.report("2025-02");
        assertThat(report.products().get(1).figures().month().amount().netWeightKg())
                .hasValue(0);
        assertThat(report.total().month().amount().netWeightKg()).hasValue(1000);
        assertThat(notes(report.products().get(1).notes())).contains("net-weight-zero month.unitValuePerTonne");
    }

    @Test
    void absent_is_not_zero_where_nobody_says_what_was_asked_for() {
        files.put("incoming/gacc/flow=export/a.csv", "10000001 2025-01 111 1000 10", "20000001 2025-01 111 5 5");
        MonthReport report = files.report("2025-01");
        ProductReport rod = report.products().get(1);
        assertThat(rod.figures().month().amount().netWeightKg()).isEmpty();
        assertThat(rod.figures().month().amount().value()).isEmpty();
        assertThat(rod.partners()).isEmpty();
        assertThat(rod.hhi()).isEmpty();
        assertThat(region(rod, "asia").month().amount().netWeightKg()).isEmpty();
        assertThat(report.total().month().amount().netWeightKg()).isEmpty();
        assertThat(report.status()).isEqualTo("incomplete");
        Note why = rod.notes().get(0);
        assertThat(why.code()).isEqualTo(Note.Code.ABSENCE_UNDECLARED);
        assertThat(Languages.PUBLISHED.of(why).in("en")).contains("20000002").contains("hs=2000/");
        assertThat(notes(report.notes())).contains("month-missing total.month");
        assertThat(notes(report.products().get(0).notes())).contains("base-missing sharePct");
    }

    @Test
    void a_missing_month_makes_every_sum_over_it_unknown() {
        files.put(ALL + "a.csv", "10000001 2025-01 111 1000 10").put(ALL + "b.csv", "10000001 2025-03 111 1000 10");
        MonthReport report = files.report("2025-03");
        Figures bar = report.products().get(0).figures();
        assertThat(bar.month().amount().netWeightKg()).hasValue(1000);
        assertThat(bar.month().momPct()).isEmpty();
        assertThat(bar.ytd().amount().netWeightKg()).isEmpty();
        assertThat(bar.ytd().amount().value()).isEmpty();
        assertThat(bar.quarters().get(0).amount().netWeightKg()).isEmpty();
        assertThat(report.isComplete()).isFalse();
        Note ytd = report.products().get(0).notes().stream()
                .filter(note -> note.subject().equals("ytd"))
                .findFirst()
                .orElseThrow();
        assertThat(Languages.PUBLISHED.of(ytd).in("en"))
                .isEqualTo("Cumulative figures not available: figures for February 2025 are missing.");
        assertThat(Reports.of(files.data()).stream().map(MonthReport::period))
                .containsExactly(YearMonth.of(2025, 3), YearMonth.of(2025, 1));
    }

    @Test
    void a_weight_that_was_not_reported_is_not_zero() {
        files.put(ALL + "a.csv", "10000001 2025-01 111 - 700", "10000001 2025-01 304 50 300");
        ProductReport bar = files.report("2025-01").products().get(0);
        assertThat(bar.figures().month().amount().netWeightKg()).isEmpty();
        assertThat(bar.figures().month().amount().value()).hasValue(1000);
        assertThat(bar.partners().stream().map(partner -> partner.partner().id()))
                .containsExactly("DE", "IN");
        assertThat(partner(bar, "DE").sharePct()).isEmpty();
        assertThat(bar.hhi()).isEmpty();
        assertThat(notes(bar.notes())).contains("net-weight-missing month", "net-weight-missing partners");
        assertThat(notes(files.put(ALL + "b.csv", "10000001 2025-02 111 10 10")
                        .report("2025-02")
                        .products()
                        .get(0)
                        .notes()))
                .contains("net-weight-missing month.momPct");
    }

    @Test
    void a_revision_counts_and_says_what_it_changed() {
        files.put(ALL + "a.csv", "10000001 2025-01 111 1000 10").put(ALL + "b.csv", "10000001 2025-01 111 1200 10");
        MonthReport report = files.report("2025-01");
        Note revised = report.products().get(0).notes().get(0);
        assertThat(revised.code()).isEqualTo(Note.Code.REVISED);
        assertThat(Languages.PUBLISHED.of(revised).in("en"))
                .contains("1,000 kg")
                .contains("1,200 kg")
                .contains("b.csv");
        assertThat(report.files()).containsExactly(new SourceFile(ALL + "b.csv", "v002", "sha-2"));
        assertThat(report.firstUploaded()).isEqualTo(Instant.parse("2026-01-01T00:00:01Z"));
        assertThat(report.lastChanged()).isEqualTo(Instant.parse("2026-01-01T00:00:02Z"));
    }

    @Test
    void a_revision_of_the_split_alone_is_told_too() {
        files.put(ALL + "a.csv", "10000001 2025-01 111 1000 10").put(ALL + "a.csv", "10000001 2025-01 116 1000 10");
        Note revised = files.report("2025-01").products().get(0).notes().get(0);
        assertThat(Languages.PUBLISHED.of(revised).in("en")).contains("split over partners");
    }

    @Test
    void the_same_file_again_is_no_revision() {
        files.put(ALL + "a.csv", "10000001 2025-01 111 1000 10").put(ALL + "b.csv", "10000001 2025-01 111 1000 10");
        assertThat(notes(files.report("2025-01").products().get(0).notes())).doesNotContain("revised month");
    }

    @Test
    void a_withdrawn_file_is_told() {
        files.put(ALL + "a.csv", "10000001 2025-01 111 1000 10")
                .put(ALL + "b.csv", "10000001 2025-01 111 1200 10")
                .delete(ALL + "b.csv");
        ProductReport bar = files.report("2025-01").products().get(0);
        assertThat(bar.figures().month().amount().netWeightKg()).hasValue(1000);
        assertThat(notes(bar.notes())).contains("withdrawn month").doesNotContain("revised month");
    }

    @Test
    void a_rejected_upload_is_told_where_the_version_before_it_counts() {
        files.put(ALL + "a.csv", "10000001 2025-01 111 1000 10")
                .put(ALL + "b.csv", "10000001 2025-02 111 1000 10")
                .reject(ALL + "a.csv", "line 7: a bad number")
                .reject("incoming/gacc/flow=export/period=2025-02/c.csv", "cut")
                .reject("incoming/gacc/flow=export/d.csv", "no flow")
                .reject("incoming/gacc/flow=export/hs=7777/e.csv", "of no concern");
        MonthReport january = files.report("2025-01");
        assertThat(notes(january.notes())).contains("upload-rejected files");
        assertThat(Languages.PUBLISHED
                        .of(january.notes().get(january.notes().size() - 1))
                        .in("en"))
                .contains("a.csv")
                .contains("line 7: a bad number")
                .contains("goes on counting");
        assertThat(files.report("2025-02").notes().stream()
                        .filter(note -> note.code() == Note.Code.UPLOAD_REJECTED)
                        .map(note -> Languages.PUBLISHED.of(note).in("en")))
                .hasSize(2)
                .anyMatch(text -> text.contains("c.csv"))
                .anyMatch(text -> text.contains("d.csv"));
    }

    @Test
    void files_are_those_of_the_month_and_of_all_that_it_is_held_against() {
        files.put(ALL + "c.csv", "10000001 2021-12 111 1 1")
                .put(ALL + "b.csv", "10000001 2022-01 111 1 1")
                .put(ALL + "a.csv", "10000001 2025-12 111 1 1")
                .put(ALL + "d.csv", "10000001 2026-01 111 1 1");
        assertThat(files.report("2025-12").files().stream().map(SourceFile::key))
                .containsExactly(ALL + "a.csv", ALL + "b.csv");
    }

    @Test
    void a_feed_without_any_month_has_no_report() {
        assertThat(Reports.of(files.data())).isEmpty();
        assertThat(Reports.of(
                        files.reject("incoming/gacc/flow=export/x.csv", "bad").data()))
                .isEmpty();
    }

    @Test
    void only_events_from_the_month_to_its_release_are_shown() {
        TradeFiles magnesium = new TradeFiles(Feeds.magnesium());
        for (String month : List.of("2025-10", "2025-11", "2025-12", "2026-01", "2026-02")) {
            magnesium.put("incoming/gacc/flow=export/hs=8104/" + month + ".csv", "81041100 " + month + " 111 1 1");
        }
        assertThat(magnesium.report("2025-10").events())
                .as("one announced in July came into force")
                .hasSize(1);
        assertThat(magnesium.report("2025-11").events())
                .as("released on 18 December, before the next")
                .isEmpty();
        assertThat(magnesium.report("2025-12").events()).hasSize(2);
        assertThat(magnesium.report("2026-01").events()).hasSize(3);
        assertThat(magnesium.report("2026-02").events()).hasSize(1);
    }

    @Test
    void without_a_release_calendar_events_are_shown_to_the_second_month_after() {
        TradeFiles tin = new TradeFiles(Feeds.read("tin", """
                {"id": "tin", "title": {"en": "Tin exports"}, "source": "gacc", "reporter": "CN", "flow": "export", "currency": "USD",
                 "products": [{"id": "bar", "hs": ["10000001"], "name": {"en": "Tin bar"}}],
                 "events": [{"date": "2026-01-06", "name": {"en": "Controls"}}],
                 "releases": [{"period": "2025-10", "date": "2026-06-01"}]}
                """));
        for (String month : List.of("2025-10", "2025-11", "2025-12", "2026-01", "2026-02")) {
            tin.put(ALL + month + ".csv", "10000001 " + month + " 111 1 1");
        }
        assertThat(tin.report("2025-10").events())
                .as("released late, but three months are too far")
                .isEmpty();
        assertThat(tin.report("2025-11").events()).hasSize(1);
        assertThat(tin.report("2025-12").events()).hasSize(1);
        assertThat(tin.report("2026-01").events()).hasSize(1);
        assertThat(tin.report("2026-02").events()).isEmpty();
    }
}
