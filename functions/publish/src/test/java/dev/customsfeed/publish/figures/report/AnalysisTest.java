package dev.customsfeed.publish.figures.report;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.customsfeed.publish.documents.article.ArticleWriter;
import dev.customsfeed.publish.documents.json.Document;
import dev.customsfeed.publish.documents.report.ReportJson;
import dev.customsfeed.publish.figures.Reason;
import dev.customsfeed.publish.figures.value.ImputedQuantities;
import dev.customsfeed.publish.figures.value.ValueChange;
import dev.customsfeed.publish.words.Languages;
import java.math.BigDecimal;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class AnalysisTest {

    private static final YearMonth FIRST = YearMonth.of(2022, 1);
    private static final YearMonth LAST = YearMonth.of(2025, 12);

    private static final String TIN = """
            {"id": "tin", "title": {"en": "Tin exports"}, "source": "gacc", "reporter": "CN", "flow": "export", "currency": "USD",
             "products": [{"id": "bar", "hs": ["10000001"], "name": {"en": "Tin bar"}},
                          {"id": "rod", "hs": ["10000002"], "name": {"en": "Tin rod"}}]}
            """;

    /** Every month 100 t of bar at about 2,000 and 50 t of rod at 3,000, but for the last one. */
    private static TradeFiles tin(String... last) {
        TradeFiles tin = new TradeFiles(Feeds.read("tin", TIN));
        for (YearMonth month = FIRST; month.isBefore(LAST); month = month.plusMonths(1)) {
            put(tin, month, List.of("10000001 M 116 100000 200000", "10000002 M 116 50000 150000"));
        }
        put(tin, LAST, List.of(last));
        return tin;
    }

    private static TradeFiles put(TradeFiles tin, YearMonth month, List<String> rows) {
        return tin.put(
                "incoming/gacc/period=" + month + "/flow=export/hs=10000001+10000002/currency=USD/all.csv",
                rows.stream().map(row -> row.replace("M", month.toString())).toArray(String[]::new));
    }

    private static ValueChange change(String change, String volume, String mix, String price) {
        return new ValueChange(
                new BigDecimal(change), new BigDecimal(volume), new BigDecimal(mix), new BigDecimal(price));
    }

    private static Analysis bar(MonthReport report) {
        return report.products().get(0).analysis();
    }

    private static JsonNode json(MonthReport report) throws Exception {
        Document document = ReportJson.document(report, Languages.PUBLISHED);
        Schemas.check(document);
        return new ObjectMapper().readTree(document.text());
    }

    @Test
    void a_change_of_value_is_told_in_three_parts() throws Exception {
        MonthReport report = tin("10000001 M 116 90000 171000", "10000002 M 116 70000 217000")
                .report("2025-12");

        assertThat(report.analysis().valueSinceMonthBefore().value())
                .contains(change("38000.00", "23333.33", "16666.67", "-2000.00"));
        assertThat(report.analysis().valueSinceYearBefore())
                .isEqualTo(report.analysis().valueSinceMonthBefore());
        assertThat(bar(report).valueSinceMonthBefore().value())
                .contains(change("-29000.00", "-20000.00", "0.00", "-9000.00"));
        JsonNode mom = json(report).at("/total/analysis/valueChange/mom");
        assertThat(mom.get("price").decimalValue()).isEqualByComparingTo("-2000");
    }

    @Test
    void four_years_have_a_course_and_an_outlook() throws Exception {
        MonthReport report = tin("10000001 M 116 90000 171000", "10000002 M 116 70000 217000")
                .report("2025-12");
        JsonNode analysis = json(report).at("/products/0/analysis");

        assertThat(analysis.at("/twelveMonths/netWeightKg").asLong()).isEqualTo(1_190_000);
        assertThat(analysis.at("/twelveMonths/change/pct").decimalValue()).isEqualByComparingTo("-0.83");
        assertThat(analysis.at("/shape/name").asText()).isEqualTo("no-direction");
        assertThat(analysis.at("/stability/stable").asBoolean()).isFalse();
        assertThat(analysis.at("/run/direction").asText()).isEqualTo("falling");
        assertThat(analysis.at("/record/is").asText()).isEqualTo("lowest");
        assertThat(analysis.at("/record/ofMonthsBefore").asInt()).isEqualTo(47);
        assertThat(analysis.at("/record").has("since")).isFalse();
        assertThat(analysis.at("/yearBase/medianKg").asLong()).isEqualTo(100_000);
        assertThat(analysis.at("/yearBase/low").asBoolean()).isFalse();
        assertThat(analysis.at("/outlook/last/held").asBoolean()).isFalse();
        assertThat(analysis.at("/outlook/ranges/1/origins").asInt()).isEqualTo(8);
        assertThat(analysis.at("/outlook/ranges/1/covered").asInt()).isEqualTo(7);
        assertThat(analysis.at("/outlook/ranges/0/from").asText()).isEqualTo("2026-01");
        assertThat(analysis.at("/outlook/ranges/0/to").asText()).isEqualTo("2026-02");
        assertThat(analysis.at("/outlook/ranges/0/netWeightKg").asLong()).isEqualTo(193_333);
        assertThat(report.telling()).as("nothing ever changed before").isEmpty();
    }

    @Test
    void the_range_that_the_last_month_is_held_against_is_the_one_that_was_published_before() throws Exception {
        TradeFiles tin = new TradeFiles(Feeds.read("tin", TIN));
        int i = 0;
        for (YearMonth month = YearMonth.of(2020, 1);
                !month.isAfter(YearMonth.of(2025, 12));
                month = month.plusMonths(1)) {
            // The largest errors leave the months that are looked back at, one by one.
            long kilograms = 50_000 + 7919L * i * i % 100_000;
            put(
                    tin,
                    month,
                    List.of("10000001 M 116 " + kilograms + " 1", "10000002 M 116 " + (kilograms + 9 * i) + " 1"));
            i++;
        }
        for (String period : List.of("2024-06", "2025-02")) {
            YearMonth month = YearMonth.parse(period);
            YearMonth origin = month.minusMonths(month.getMonthValue() == 2 ? 2 : 1);
            JsonNode now = json(tin.report(period));
            JsonNode before = json(tin.report(origin.toString()));
            for (String subject : List.of("/total", "/products/0", "/products/1")) {
                JsonNode last = now.at(subject + "/analysis/outlook/last");
                JsonNode given = before.at(subject + "/analysis/outlook/ranges/0");
                assertThat(last.isObject()).as(period).isTrue();
                for (String figure : List.of("from", "to", "netWeightKg", "lowKg", "highKg")) {
                    assertThat(last.get(figure))
                            .as("%s of %s %s", figure, period, subject)
                            .isEqualTo(given.get(figure));
                }
            }
        }
    }

    @Test
    void what_is_most_telling_stands_first() {
        TradeFiles tin = new TradeFiles(Feeds.read("tin", TIN));
        int i = 0;
        for (YearMonth month = FIRST; !month.isAfter(LAST); month = month.plusMonths(1)) {
            // Bar swings by half, rod by a hundredth, until both fall by a fifth.
            long bar = month.equals(LAST) ? 80_000 : 100_000 + i % 2 * 50_000;
            long rod = month.equals(LAST) ? 40_000 : 50_000 + i % 2 * 500;
            put(tin, month, List.of("10000001 M 116 " + bar + " 1", "10000002 M 116 " + rod + " 1"));
            i++;
        }
        List<Telling> telling = tin.report("2025-12").telling();
        assertThat(telling.get(0).id()).isEqualTo("tin/2025-12/rod/mom");
        assertThat(telling).extracting(Telling::id).contains("tin/2025-12/all/mom", "tin/2025-12/bar/mom");
        assertThat(telling).extracting(Telling::size).isSortedAccordingTo((a, b) -> b.compareTo(a));
    }

    @Test
    void a_partner_far_from_its_own_past_is_to_be_checked_and_stays() throws Exception {
        MonthReport report = tin("10000001 M 116 100000 20000", "10000002 M 116 50000 150000")
                .report("2025-12");
        JsonNode check = json(report).at("/products/0/analysis/toCheck/0");

        assertThat(check.get("partner").asText()).isEqualTo("JP");
        assertThat(check.get("unitValuePerTonne").asLong()).isEqualTo(200);
        assertThat(check.get("usualPerTonne").asLong()).isEqualTo(2000);
        assertThat(check.get("factor").decimalValue()).isEqualByComparingTo("10");
        assertThat(check.get("aboveUsualKg").asLong()).isEqualTo(90_000);
        assertThat(report.products().get(0).figures().month().amount().netWeightKg())
                .hasValue(100_000);
        assertThat(report.products().get(1).analysis().toCheck()).isEmpty();
    }

    @Test
    void quantities_that_the_source_made_up_are_told_and_nobody_is_to_be_checked_for_them() throws Exception {
        List<String> rows = new ArrayList<>(List.of("10000002 M 116 50000 150000"));
        for (String partner : List.of("116", "133", "304", "305", "303")) {
            rows.add("10000001 M " + partner + " 100000 20000");
        }
        MonthReport report = tin(rows.toArray(String[]::new)).report("2025-12");

        assertThat(bar(report).imputed()).contains(new ImputedQuantities(5, 5));
        assertThat(bar(report).toCheck()).isEmpty();
        assertThat(json(report).at("/products/0/analysis/quantityImputed/of").asInt())
                .isEqualTo(5);
    }

    @Test
    void a_unit_value_of_made_up_quantities_is_null_and_so_is_each_that_needs_it() throws Exception {
        List<String> rows = new ArrayList<>(List.of("10000002 M 116 50000 150000"));
        for (String partner : List.of("116", "133", "304", "305", "303")) {
            rows.add("10000001 M " + partner + " 100000 20000");
        }
        TradeFiles tin = tin(rows.toArray(String[]::new));
        MonthReport report = tin.report("2025-12");
        JsonNode json = json(report);

        for (String where : List.of("/products/0", "/total")) {
            JsonNode figures = json.at(where);
            assertThat(figures.at("/month/netWeightKg").isNumber()).isTrue();
            assertThat(figures.at("/month/unitValuePerTonne").isNull())
                    .as(where)
                    .isTrue();
            assertThat(figures.at("/quarters/0/period").asText()).isEqualTo("2025-Q4");
            assertThat(figures.at("/quarters/0/unitValuePerTonne").isNull()).isTrue();
            assertThat(figures.at("/quarters/1/unitValuePerTonne").isNumber()).isTrue();
            assertThat(figures.at("/halfYears/0/unitValuePerTonne").isNull()).isTrue();
            assertThat(figures.at("/analysis/valueChange/mom/none").asText()).isEqualTo("quantity-imputed");
        }
        assertThat(json.at("/products/1/month/unitValuePerTonne").asLong())
                .as("of another product")
                .isEqualTo(3000);
        assertThat(report.products().get(0).partners().get(0).month().amount().unitValuePerTonne())
                .isEmpty();
        assertThat(report.products().get(0).figures().ytd().amount().unitValuePerTonne())
                .isEmpty();
        Note note = report.products().get(0).notes().stream()
                .filter(one -> one.code() == Note.Code.QUANTITY_IMPUTED)
                .findFirst()
                .orElseThrow();
        assertThat(Languages.PUBLISHED.of(note).in("en"))
                .isEqualTo("Unit values that need December 2025 are not available: the source made up quantities from"
                        + " values, for partners have one and the same unit value.");
        assertThat(Languages.PUBLISHED.of(note).in("zh")).contains("2025年12月的单价均无法给出");
        assertThat(report.notes()).extracting(Note::code).contains(Note.Code.QUANTITY_IMPUTED);
        assertThat(ArticleWriter.write(report, Languages.ENGLISH).text())
                .contains("3,000 USD per mt")
                .doesNotContain(" 200 USD per mt");
        JsonNode next = json(put(tin, LAST.plusMonths(1), List.of("10000001 M 116 100000 200000"))
                .report("2026-01"));
        assertThat(next.at("/products/0/month/unitValuePerTonne").asLong()).isEqualTo(2000);
        assertThat(next.at("/products/0/quarters/0/unitValuePerTonne").isNull()).isTrue();
        assertThat(next.at("/products/0/analysis/valueChange/mom/none").asText())
                .isEqualTo("quantity-imputed");
        assertThat(next.at("/products/0/analysis/valueChange/yoy").has("price")).isTrue();
    }

    @Test
    void what_cannot_be_said_has_its_reason() throws Exception {
        TradeFiles tin = tin("10000001 M 116 100000 200000", "10000002 M 116 50000 150000");
        JsonNode first = json(tin.report("2022-01")).at("/total/analysis");
        assertThat(first.at("/valueChange/mom/missing/0").asText()).isEqualTo("2021-12");
        assertThat(first.at("/twelveMonths/none").asText()).isEqualTo("too-short");
        assertThat(first.at("/outlook/there").asInt()).isEqualTo(1);
        JsonNode second = json(tin.report("2022-02")).at("/total/analysis");
        assertThat(second.at("/run/none").asText()).isEqualTo("unchanged");
        assertThat(bar(tin.report("2022-02")).valueSinceYearBefore().reason())
                .containsInstanceOf(Reason.Incomplete.class);
    }
}
