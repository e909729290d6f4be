package dev.customsfeed.ledger;

import static org.assertj.core.api.Assertions.assertThat;

import dev.customsfeed.ledger.SuspectMonth.CodesGone;
import dev.customsfeed.ledger.SuspectMonth.FewPartners;
import dev.customsfeed.ledger.SuspectMonth.Likely;
import dev.customsfeed.ledger.SuspectMonth.NamedOtherwise;
import dev.customsfeed.ledger.SuspectMonth.OtherKind;
import dev.customsfeed.ledger.SuspectMonth.PartnersLost;
import dev.customsfeed.ledger.SuspectMonth.SameAsMonth;
import dev.customsfeed.ledger.SuspectMonth.SameParts;
import dev.customsfeed.ledger.SuspectMonth.Shrunk;
import dev.customsfeed.ledger.SuspectMonth.Sign;
import dev.customsfeed.ledger.SuspectMonth.SinceJanuary;
import dev.customsfeed.ledger.SuspectMonth.UnitValueFar;
import dev.customsfeed.ledger.SuspectMonth.UnitValueMoved;
import dev.customsfeed.ledger.SuspectMonth.UploadedTogether;
import dev.customsfeed.ledger.SuspectMonth.WeightLost;
import dev.customsfeed.ledger.SuspectMonth.WithJanuary;
import dev.customsfeed.ledger.UploadLogEntry.CustomsFile;
import dev.customsfeed.ledger.UploadLogEntry.Deleted;
import java.math.BigInteger;
import java.time.Instant;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.IntStream;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.LongRange;
import org.junit.jupiter.api.Test;

/** What is noticed of a whole file that may hold a part of a month. */
class SuspectMonthTest {

    private static final TradeFlow EXPORTS = new TradeFlow("gacc", "CN", Flow.EXPORT);
    private static final Series INGOT = new Series(EXPORTS, "USD", "81041100");
    private static final YearMonth MARCH = YearMonth.of(2025, 3);
    private static final Instant NOON = Instant.parse("2025-04-20T12:00:00Z");
    private static final Instant NEXT_DAY = NOON.plusSeconds(86_400);

    private final List<UploadLogEntry> log = new ArrayList<>();
    private final List<MonthFigures> figures = new ArrayList<>();

    /** What the values of files include that are put from now on. */
    private final SortedSet<Valuation> valuations = new TreeSet<>();

    @Test
    void files_of_one_partner_each_uploaded_together_are_noticed_though_each_counts_for_the_month() {
        put("japan.csv", NOON, months(of(500, 1000), "116"));
        put("korea.csv", NOON.plusSeconds(60), months(of(300, 700), "133"));
        put("netherlands.csv", NOON.plusSeconds(120), months(of(100, 240), "309"));

        assertThat(noticed())
                .containsExactlyInAnyOrder(
                        new CodesGone("partner", texts("133"), 1),
                        new Shrunk(true, 300_000, 100_000),
                        new UploadedTogether(List.of(upload("japan.csv"), upload("korea.csv"))));
        assertThat(find().orElseThrow().suggestsPart()).isTrue();
        assertThat(find().orElseThrow().replaced().orElseThrow().totals()).isEqualTo(Totals.ofWhole(1, 300, 700));
    }

    @Test
    void files_of_other_partners_are_not_together_after_ten_minutes_or_once_deleted() {
        put("japan.csv", NOON, months(of(500, 1000), "116"));
        put("korea.csv", NOON.plusSeconds(601), months(of(500, 1000), "133"));
        assertThat(noticed()).doesNotHaveAnyElementsOfTypes(UploadedTogether.class);

        put("india.csv", NOON.plusSeconds(700), months(of(500, 1000), "111"));
        assertThat(noticed()).contains(new UploadedTogether(List.of(upload("korea.csv"))));

        Upload marker = new Upload(
                new ObjectVersion("uploads", "korea.csv", "marker"),
                new UploadOrder(NOON.plusSeconds(650), "", NOON.plusSeconds(650)));
        log.add(new Deleted(EXPORTS.key(), marker));
        assertThat(noticed()).doesNotHaveAnyElementsOfTypes(UploadedTogether.class);
    }

    @Test
    void a_file_of_one_regime_over_a_full_one_is_noticed_by_the_regime_that_is_gone() {
        put("full.csv", NOON, figures(of(900, 1940), List.of("116", "309"), List.of("10", "14")));
        put("ordinary.csv", NEXT_DAY, figures(of(800, 1700), List.of("116", "309"), List.of("10")));

        assertThat(noticed()).containsExactly(new CodesGone("regime", texts("14"), 2));
    }

    @Test
    void a_newer_file_without_a_partner_is_noticed_by_it() {
        put("first.csv", NOON, months(of(900, 1940), "116", "133", "309"));
        put("second.csv", NEXT_DAY, months(of(800, 1700), "116", "133"));

        assertThat(noticed()).containsExactly(new CodesGone("partner", texts("309"), 3));
    }

    @Test
    void a_newer_file_of_values_alone_takes_weights_away() {
        put("full.csv", NOON, months(of(900, 1940), "116"));
        put("values.csv", NEXT_DAY, months(new Totals(1, 0, 1, 0, 1_940_000), "116"));

        assertThat(noticed()).containsExactly(new WeightLost(900_000));
        assertThat(find().orElseThrow().suggestsPart()).isFalse();
    }

    @Test
    void a_newer_file_without_partners_takes_them_away_and_none_of_them_is_gone() {
        put("full.csv", NOON, months(of(900, 1940), "116", "309"));
        put("totals.csv", NEXT_DAY, months(of(900, 1940)));

        assertThat(noticed()).containsExactly(new PartnersLost(2));
    }

    @Test
    void a_newer_file_with_fewer_columns_and_the_same_figures_is_nothing() {
        put("full.csv", NOON, figures(of(900, 1940), List.of("116", "309"), List.of("10", "14")));
        put("fewer.csv", NEXT_DAY, months(of(900, 1940), "116", "309"));

        assertThat(find()).isEmpty();
    }

    @Test
    void a_month_that_shrinks_by_a_fifth_is_noticed_and_one_gram_less_is_not() {
        put("first.csv", NOON, months(new Totals(1, 1_000_000, 0, 0, 1), "116"));
        put("second.csv", NEXT_DAY, months(new Totals(1, 800_001, 0, 0, 1), "116"));
        assertThat(find()).isEmpty();

        put("third.csv", NEXT_DAY.plusSeconds(3600), months(new Totals(1, 640_000, 0, 0, 1), "116"));
        assertThat(noticed()).containsExactly(new Shrunk(true, 800_001, 640_000));
    }

    @Test
    void where_weights_are_unknown_values_tell() {
        put("first.csv", NOON, months(new Totals(1, 0, 1, 0, 1_000), "116"));
        put("second.csv", NEXT_DAY, months(new Totals(1, 0, 1, 0, 800), "116"));

        assertThat(noticed()).containsExactly(new Shrunk(false, 1_000, 800));
    }

    @Property
    void a_fifth_is_a_fifth_however_large(
            @ForAll @LongRange(min = 0) long before, @ForAll @LongRange(min = 0) long now) {
        log.clear();
        figures.clear();
        put("first.csv", NOON, months(new Totals(1, before, 0, 0, 1), "116"));
        put("second.csv", NEXT_DAY, months(new Totals(1, now, 0, 0, 1), "116"));

        BigInteger lost = BigInteger.valueOf(before).subtract(BigInteger.valueOf(now));
        boolean shrunk = before > 0 && lost.multiply(BigInteger.valueOf(5)).compareTo(BigInteger.valueOf(before)) >= 0;
        assertThat(find().stream().flatMap(suspect -> suspect.signs().stream()).anyMatch(Shrunk.class::isInstance))
                .isEqualTo(shrunk);
    }

    @Test
    void a_month_with_less_than_a_fifth_of_the_partners_of_the_months_around_is_noticed() {
        for (int month = 1; month <= 6; month++) {
            Totals totals = of(900, 1940);
            String[] partners = IntStream.range(0, month == 3 ? 2 : 11)
                    .mapToObj(partner -> Integer.toString(100 + partner))
                    .toArray(String[]::new);
            put("2025-" + month + ".csv", NOON.plusSeconds(month), YearMonth.of(2025, month), months(totals, partners));
        }
        assertThat(noticed()).containsExactly(new FewPartners(2, 22));

        log.clear();
        figures.clear();
        for (int month = 1; month <= 6; month++) {
            String[] partners = IntStream.range(0, month == 3 ? 2 : 10)
                    .mapToObj(partner -> Integer.toString(100 + partner))
                    .toArray(String[]::new);
            put(
                    "2025-" + month + ".csv",
                    NOON.plusSeconds(month),
                    YearMonth.of(2025, month),
                    months(of(900, 1940), partners));
        }
        assertThat(find()).isEmpty();
    }

    @Test
    void months_further_away_than_six_and_fewer_than_three_tell_nothing() {
        String[] many =
                IntStream.range(0, 50).mapToObj(partner -> "1" + partner).toArray(String[]::new);
        put("a.csv", NOON, MARCH.minusMonths(7), months(of(1, 1), many));
        put("b.csv", NOON, MARCH.minusMonths(1), months(of(1, 1), many));
        put("c.csv", NOON, MARCH.plusMonths(1), months(of(1, 1), many));
        put("d.csv", NOON, MARCH, months(of(1, 1), "116"));

        assertThat(find()).isEmpty();
    }

    @Test
    void what_is_declared_to_be_a_part_is_not_suspected() {
        put("full.csv", NOON, months(of(900, 1940), "116", "309"));
        log.clear();
        figures.clear();
        Upload part = new Upload(
                new ObjectVersion("uploads", "partner=116.csv", "v"), new UploadOrder(NEXT_DAY, "", NEXT_DAY));
        Part japan = Part.parse("partner=116");
        add(part, MARCH, Optional.of(japan), months(of(100, 240), "116"));

        assertThat(find()).isEmpty();
    }

    @Test
    void the_first_file_of_a_month_and_zero_that_is_declared_need_no_partners() {
        put("first.csv", NOON, months(of(900, 1940), "116"));
        assertThat(find()).isEmpty();

        put("zero.csv", NEXT_DAY, months(Totals.NONE));
        assertThat(noticed()).containsExactly(new Shrunk(true, 900_000, 0));
    }

    @Test
    void a_whole_file_that_has_less_than_the_parts_before_it_is_noticed() {
        part("partner=116", "japan.csv", NOON, of(200, 420));
        part("partner=309", "netherlands.csv", NOON, of(600, 1280));
        put("undeclared.csv", NEXT_DAY, months(of(100, 240), "502"));

        assertThat(noticed())
                .containsExactly(new CodesGone("partner", texts("116", "309"), 2), new Shrunk(true, 800_000, 100_000));
    }

    @Test
    void a_whole_file_that_has_more_than_the_parts_before_it_is_nothing() {
        part("partner=116", "japan.csv", NOON, of(200, 420));
        put("full.csv", NEXT_DAY, months(of(900, 1940), "116", "309"));

        assertThat(find()).isEmpty();
    }

    @Test
    void parts_of_which_different_files_say_the_same_are_noticed() {
        part("province=14", "a.csv", NOON, of(900, 1940));
        part("province=31", "b.csv", NOON.plusSeconds(1), of(900, 1940));
        part("province=44", "c.csv", NOON.plusSeconds(2), of(30, 70));

        assertThat(noticed())
                .containsExactly(
                        new SameParts(new TreeSet<>(List.of(Part.parse("province=14"), Part.parse("province=31")))));
        assertThat(find().orElseThrow().file().object().key()).isEqualTo("b.csv");
        assertThat(find().orElseThrow().suggestsPart()).isFalse();
    }

    @Test
    void small_parts_may_be_the_same_by_accident() {
        part("partner=116", "a.csv", NOON, of(1, 999));
        part("partner=309", "b.csv", NOON, of(1, 999));

        assertThat(find()).isEmpty();
    }

    @Test
    void a_month_that_its_key_alone_says_and_that_has_all_since_january_is_noticed() {
        put("1.csv", NOON, MARCH.minusMonths(2), partners(of(405, 873), 90, 273, 510));
        put("2.csv", NOON, MARCH.minusMonths(1), partners(of(450, 970), 100, 320, 550));
        put("period=2025-03/3.csv", NOON, MARCH, partners(of(1755, 3783), 400, 1183, 2200));
        assertThat(noticed()).isEmpty();

        put("x/period=2025-03/3.csv", NEXT_DAY, MARCH, partners(of(1755, 3783), 400, 1183, 2200));
        assertThat(noticed()).containsExactly(new SinceJanuary(YearMonth.of(2025, 1)));
        assertThat(find().orElseThrow().suggests(Likely.MISTAKE)).isTrue();

        put("x/period=2025-03/4.csv", NEXT_DAY.plusSeconds(1), MARCH, partners(of(1755, 3783), 189, 1183, 2411));
        assertThat(noticed()).as("one partner has less than before").isEmpty();
    }

    @Test
    void a_file_without_partners_may_be_the_sum_since_january_too() {
        YearMonth april = MARCH.plusMonths(1);
        put("1.csv", NOON, MARCH.minusMonths(2), months(of(405, 873), "116"));
        put("2.csv", NOON, MARCH.minusMonths(1), months(of(450, 970), "116"));
        put("x/period=2025-03/3.csv", NOON, MARCH, months(of(900, 1940)));
        assertThat(noticed()).as("as much as two months have").isEmpty();

        put("x/period=2025-04/4.csv", NOON, april, months(of(1755, 3783)));
        assertThat(noticed(april)).containsExactly(new SinceJanuary(YearMonth.of(2025, 1)));

        put("x/period=2025-04/5.csv", NEXT_DAY, april, months(of(1754, 3782)));
        assertThat(noticed(april)).doesNotHaveAnyElementsOfTypes(SinceJanuary.class);
    }

    @Test
    void a_revision_that_adds_the_months_before_to_what_it_replaces_is_noticed_in_february_too() {
        YearMonth february = MARCH.minusMonths(1);
        put("1.csv", NOON, february.minusMonths(1), months(of(405, 873), "116"));
        put("2.csv", NOON, february, months(of(450, 970), "116"));
        put("x/period=2025-02/2.csv", NEXT_DAY, february, months(of(855, 1843), "116"));

        assertThat(noticed(february)).containsExactly(new SinceJanuary(YearMonth.of(2025, 1)));
    }

    @Test
    void figures_of_an_earlier_month_under_the_key_of_another_are_noticed() {
        put("x/period=2025-01/a.csv", NOON, MARCH.minusMonths(2), months(of(900, 1940), "116"));
        put("x/period=2025-03/a.csv", NOON, MARCH, months(of(900, 1940), "116"));
        assertThat(noticed()).containsExactly(new SameAsMonth(MARCH.minusMonths(2)));
        assertThat(noticed(MARCH.minusMonths(2))).isEmpty();

        put("x/period=2025-03/b.csv", NEXT_DAY, MARCH, months(of(900, 1940), "309"));
        assertThat(noticed()).doesNotHaveAnyElementsOfTypes(SameAsMonth.class);
    }

    @Test
    void a_revision_in_another_unit_is_noticed() {
        put("kilograms.csv", NOON, months(of(900, 1940), "116"));
        put("tonnes.csv", NEXT_DAY, months(of(900_000, 1940), "116"));
        assertThat(noticed()).containsExactly(new UnitValueMoved(false));

        put("again.csv", NEXT_DAY.plusSeconds(1), months(of(180_001, 1940), "116"));
        assertThat(noticed()).containsExactly(new Shrunk(true, 900_000_000, 180_001_000));

        put("back.csv", NEXT_DAY.plusSeconds(2), months(of(900, 1940), "116"));
        assertThat(noticed()).containsExactly(new Shrunk(true, 180_001_000, 900_000), new UnitValueMoved(true));
    }

    @Test
    void a_correction_below_zero_has_no_value_by_kilogram_that_could_move() {
        put("correction.csv", NOON, months(of(900, -10), "116"));
        put("mended.csv", NEXT_DAY, months(of(900, 1940), "116"));
        assertThat(noticed()).isEmpty();
    }

    @Test
    void a_month_of_another_kind_than_the_one_before_is_noticed() {
        YearMonth february = MARCH.minusMonths(1);
        put("general.csv", NOON, february, kind("basis", "GENERAL"));
        put("consumption.csv", NOON, MARCH, kind("basis", "CONSUMPTION"));
        assertThat(noticed()).containsExactly(new OtherKind("basis", texts("CONSUMPTION"), texts("GENERAL"), february));

        put("both.csv", NEXT_DAY, february, kind("basis", "CONSUMPTION", "GENERAL"));
        assertThat(noticed()).isEmpty();
    }

    @Test
    void goods_of_which_nothing_was_re_exported_in_one_month_are_of_no_other_kind() {
        put("2.csv", NOON, MARCH.minusMonths(1), kind("trade", "RE-EXPORT"));
        put("3.csv", NOON, MARCH, kind("trade", "DOMESTIC"));
        assertThat(noticed()).isEmpty();
    }

    @Test
    void a_whole_file_after_one_of_a_part_may_have_other_values_by_kilogram_and_less_that_is_known() {
        part("partner=116", "japan.csv", NOON, of(10, 5_000));
        put("whole.csv", NEXT_DAY, months(of(1_000, 8_000), "116", "309"));
        assertThat(noticed()).isEmpty();
    }

    @Test
    void a_whole_file_loses_no_weight_and_no_partners_that_a_part_alone_had() {
        part("partner=116", "japan.csv", NOON, of(10, 5_000));
        put("whole.csv", NEXT_DAY, months(new Totals(1, 0, 1, 0, 8_000_000)));
        assertThat(noticed()).doesNotHaveAnyElementsOfTypes(WeightLost.class, PartnersLost.class);
    }

    @Test
    void what_a_key_would_declare_is_told_by_the_dimension_that_lost_codes() {
        put("full.csv", NOON, figures(of(900, 1940), List.of("116", "309"), List.of("10", "14")));
        put("regime.csv", NEXT_DAY, figures(of(900, 1940), List.of("116", "309"), List.of("10")));
        assertThat(find().orElseThrow().declaration()).contains("regime=10");

        put("both.csv", NEXT_DAY.plusSeconds(1), figures(of(900, 1940), List.of("116", "309"), List.of("10", "14")));
        put("partner.csv", NEXT_DAY.plusSeconds(2), figures(of(900, 1940), List.of("116"), List.of("10")));
        assertThat(find().orElseThrow().declaration()).contains("partner=116");

        put("provinces.csv", NEXT_DAY.plusSeconds(3), kind(CustomsRecord.PROVINCE, "11", "44", "51"));
        put("province.csv", NEXT_DAY.plusSeconds(4), kind(CustomsRecord.PROVINCE, "11", "44"));
        assertThat(find().orElseThrow().declaration()).contains("province=11+44");

        put("trades.csv", NEXT_DAY.plusSeconds(5), kind("trade", "DOMESTIC", "RE-EXPORT"));
        put("trade.csv", NEXT_DAY.plusSeconds(6), kind("trade", "DOMESTIC"));
        assertThat(find().orElseThrow().declaration()).as("no key declares it").isEmpty();
    }

    @Test
    void ten_codes_are_written_out_in_a_declaration_and_eleven_are_not() {
        String[] ten = {"100", "101", "102", "103", "104", "105", "106", "107", "108", "109"};
        String[] eleven = {"100", "101", "102", "103", "104", "105", "106", "107", "108", "109", "110"};
        put(
                "whole.csv",
                NOON,
                months(
                        of(900, 1940),
                        "100",
                        "101",
                        "102",
                        "103",
                        "104",
                        "105",
                        "106",
                        "107",
                        "108",
                        "109",
                        "110",
                        "111"));
        put("eleven.csv", NEXT_DAY, months(of(900, 1940), eleven));
        assertThat(find().orElseThrow().declaration()).contains("partner=<codes joined with +>");

        put("ten.csv", NEXT_DAY.plusSeconds(1), months(of(900, 1940), ten));
        assertThat(find().orElseThrow().declaration()).contains("partner=" + String.join("+", ten));
    }

    @Test
    void a_median_between_two_numbers_has_a_half() {
        assertThat(new FewPartners(2, 22).median()).isEqualTo("11");
        assertThat(new FewPartners(1, 25).median()).isEqualTo("12.5");
    }

    @Test
    void values_that_include_something_else_than_those_of_the_month_before_are_noticed() {
        YearMonth february = MARCH.minusMonths(1);
        valuations.add(Valuation.FOB);
        put("2.csv", NOON, february, months(of(900, 1940), "116"));
        put("3.csv", NOON, MARCH, months(of(900, 1940), "116"));
        assertThat(noticed()).isEmpty();

        valuations.add(Valuation.CIF);
        put("4.csv", NEXT_DAY, MARCH, months(of(900, 1940), "116"));
        assertThat(noticed()).as("one of them is the same").isEmpty();

        valuations.remove(Valuation.FOB);
        put("5.csv", NEXT_DAY.plusSeconds(1), MARCH, months(of(900, 1940), "116"));
        assertThat(noticed())
                .containsExactly(new OtherKind(
                        SuspectMonth.VALUATION, texts(Valuation.CIF.id()), texts(Valuation.FOB.id()), february));

        valuations.clear();
        put("6.csv", NEXT_DAY.plusSeconds(2), MARCH, months(of(900, 1940), "116"));
        assertThat(noticed()).as("nobody says what they include").isEmpty();
    }

    @Test
    void a_file_that_weighs_less_than_the_months_before_it_is_not_their_sum_and_one_of_unknown_weight_may_be() {
        YearMonth april = MARCH.plusMonths(1);
        put("1.csv", NOON, MARCH.minusMonths(2), months(of(405, 873), "116"));
        put("2.csv", NOON, MARCH.minusMonths(1), months(of(450, 970), "116"));
        put("3.csv", NOON, MARCH, months(of(900, 1940), "116"));
        put("x/period=2025-04/4.csv", NOON, april, months(of(1754, 5000)));
        assertThat(noticed(april)).isEmpty();

        put("x/period=2025-04/5.csv", NEXT_DAY, april, months(new Totals(1, 0, 1, 0, 5_000_000)));
        assertThat(noticed(april)).contains(new SinceJanuary(YearMonth.of(2025, 1)));

        put("unweighed.csv", NEXT_DAY, MARCH, months(new Totals(1, 0, 1, 0, 1_940_000), "116"));
        put("x/period=2025-04/6.csv", NEXT_DAY.plusSeconds(1), april, months(of(1, 5000)));
        assertThat(noticed(april)).contains(new SinceJanuary(YearMonth.of(2025, 1)));
    }

    @Test
    void figures_below_a_thousand_of_the_currency_are_alike_by_accident() {
        part("province=14", "a.csv", NOON, of(900, 999));
        part("province=31", "b.csv", NOON.plusSeconds(1), of(900, 999));
        assertThat(noticed()).isEmpty();

        part("province=11", "c.csv", NOON.plusSeconds(2), of(900, 1_000));
        part("province=12", "d.csv", NOON.plusSeconds(3), of(900, 1_000));
        assertThat(noticed()).hasSize(1).hasOnlyElementsOfType(SameParts.class);
    }

    @Test
    void exactly_five_times_the_value_by_kilogram_is_another_unit_from_a_thousand_of_the_currency_on() {
        put("small.csv", NOON, months(of(100, 999), "116"));
        put("smaller.csv", NOON.plusSeconds(700), months(of(500, 999), "116"));
        assertThat(noticed()).isEmpty();

        put("one.csv", NEXT_DAY, months(of(500, 1_000), "116"));
        put("fifth.csv", NEXT_DAY.plusSeconds(700), months(of(2_500, 1_000), "116"));
        assertThat(noticed()).containsExactly(new UnitValueMoved(false));
        put("five.csv", NEXT_DAY.plusSeconds(1_400), months(of(2_500, 5_000), "116"));
        assertThat(noticed()).containsExactly(new UnitValueMoved(true));
    }

    @Test
    void a_february_of_two_months_without_a_january_is_noticed_from_half_as_much_again_as_each_month_before_it() {
        YearMonth february = MARCH.minusMonths(1);
        put("2024-01.csv", NOON, february.minusMonths(13), months(of(100, 1_000), "116"));
        put("2024-02.csv", NOON, february.minusMonths(12), months(of(80, 800), "116"));
        put("10.csv", NOON, february.minusMonths(4), months(of(96, 960), "116"));
        put("11.csv", NOON, february.minusMonths(3), months(of(80, 800), "116"));
        put("2.csv", NOON, february, months(of(150, 1_500), "116"));
        assertThat(noticed(february)).as("two months before it are too few").isEmpty();

        put("12.csv", NOON, february.minusMonths(2), months(of(100, 1_000), "116"));
        assertThat(noticed(february)).containsExactly(new WithJanuary(YearMonth.of(2025, 1)));
        assertThat(find(february).orElseThrow().suggests(Likely.MISTAKE)).isTrue();

        put("less.csv", NEXT_DAY, february, months(of(150, 1_499), "116"));
        assertThat(noticed(february))
                .as("less than half as much again by value")
                .isEmpty();
        put("lighter.csv", NEXT_DAY.plusSeconds(1), february, months(of(149, 1_500), "116"));
        assertThat(noticed(february)).as("by weight").isEmpty();
        put("unweighed.csv", NEXT_DAY.plusSeconds(2), february, months(new Totals(1, 0, 1, 0, 1_500_000), "116"));
        assertThat(noticed(february)).contains(new WithJanuary(YearMonth.of(2025, 1)));

        put("again.csv", NEXT_DAY.plusSeconds(3), february, months(of(150, 1_500), "116"));
        put("1.csv", NEXT_DAY.plusSeconds(4), february.minusMonths(1), months(of(10, 100), "116"));
        assertThat(noticed(february)).as("there is a January").isEmpty();
    }

    @Test
    void a_february_without_a_january_is_not_of_both_unless_it_has_about_what_both_had_the_year_before() {
        YearMonth february = MARCH.minusMonths(1);
        for (int back = 2; back <= 6; back++) {
            put(back + ".csv", NOON, february.minusMonths(back), months(of(50, 500), "116"));
        }
        put("2.csv", NOON, february, months(of(144, 1_440), "116"));
        assertThat(noticed(february)).as("nothing is known of the year before").isEmpty();
        put("2024-01.csv", NOON, february.minusMonths(13), months(of(100, 1_000), "116"));
        assertThat(noticed(february)).as("nor of its February").isEmpty();

        put("2024-02.csv", NOON, february.minusMonths(12), months(of(80, 800), "116"));
        assertThat(noticed(february)).as("four fifths").hasSize(1);
        put("less.csv", NEXT_DAY, february, months(of(144, 1_439), "116"));
        assertThat(noticed(february)).isEmpty();
        put("more.csv", NEXT_DAY.plusSeconds(1), february, months(of(225, 2_250), "116"));
        assertThat(noticed(february)).as("five quarters").hasSize(1);
        put("much.csv", NEXT_DAY.plusSeconds(2), february, months(of(226, 2_250), "116"));
        assertThat(noticed(february)).isEmpty();
    }

    @Test
    void a_march_without_a_february_and_a_february_of_little_trade_are_not_of_two_months() {
        for (int back = 1; back <= 18; back++) {
            put(back + ".csv", NOON, MARCH.minusMonths(back), months(of(50, 500), "116"));
        }
        put("march.csv", NOON, MARCH, months(of(100, 1_000), "116"));
        assertThat(noticed()).isEmpty();

        log.clear();
        figures.clear();
        for (int back = 2; back <= 13; back++) {
            put(back + ".csv", NOON, MARCH.minusMonths(back + 1), months(of(50, 500), "116"));
        }
        put("february.csv", NOON, MARCH.minusMonths(1), months(of(100, 1_000), "116"));
        assertThat(noticed(MARCH.minusMonths(1))).containsExactly(new WithJanuary(YearMonth.of(2025, 1)));
        put("small.csv", NEXT_DAY, MARCH.minusMonths(1), months(of(100, 999), "116"));
        assertThat(noticed(MARCH.minusMonths(1))).isEmpty();
    }

    @Test
    void a_name_that_says_another_month_than_the_only_one_of_its_file_is_noticed() {
        put("a/export-202502.csv", NOON, months(of(900, 1940), "116"));
        assertThat(noticed()).containsExactly(new NamedOtherwise(MARCH.minusMonths(1), MARCH));
        put("202502/export-202503.csv", NEXT_DAY, months(of(900, 1940), "116"));
        assertThat(noticed()).isEmpty();
    }

    @Test
    void a_month_in_another_unit_than_the_one_beside_it_is_noticed_from_a_hundred_times_on() {
        put("2.csv", NOON, MARCH.minusMonths(1), months(of(1_000, 100_000), "116"));
        put("3.csv", NOON, MARCH, months(of(100_000, 100_000), "116"));
        assertThat(noticed()).containsExactly(new UnitValueFar(false, MARCH.minusMonths(1)));
        assertThat(noticed(MARCH.minusMonths(1)))
                .as("nothing before it")
                .containsExactly(new UnitValueFar(true, MARCH));

        put("99.csv", NEXT_DAY, MARCH, months(of(99_999, 100_000), "116"));
        assertThat(noticed()).isEmpty();
        put("back.csv", NEXT_DAY.plusSeconds(1), MARCH, months(of(100_000, 100_000), "116"));
        put("1.csv", NEXT_DAY, MARCH.minusMonths(2), months(of(1_000, 100_000), "116"));
        assertThat(noticed(MARCH.minusMonths(1)))
                .as("the month before it is nearer")
                .isEmpty();
    }

    @Test
    void the_right_month_after_one_in_another_unit_is_far_from_that_one_alone() {
        put("1.csv", NOON, MARCH.minusMonths(2), months(of(1_000, 100_000), "116"));
        put("2.csv", NOON, MARCH.minusMonths(1), months(of(100_000, 100_000), "116"));
        put("3.csv", NOON, MARCH, months(of(1_000, 100_000), "116"));
        assertThat(noticed()).isEmpty();
        assertThat(noticed(MARCH.minusMonths(1))).containsExactly(new UnitValueFar(false, MARCH.minusMonths(2)));

        put("12.csv", NOON, MARCH.minusMonths(3), months(of(100_000, 100_000), "116"));
        assertThat(noticed(MARCH)).as("two of three").containsExactly(new UnitValueFar(true, MARCH.minusMonths(1)));
    }

    @Test
    void a_month_of_less_than_a_hundred_thousand_of_the_currency_may_be_of_any_value_by_kilogram() {
        put("2.csv", NOON, MARCH.minusMonths(1), months(of(100, 99_999), "116"));
        put("3.csv", NOON, MARCH, months(of(100_000, 100_000), "116"));
        assertThat(noticed()).isEmpty();

        put("more.csv", NEXT_DAY, MARCH.minusMonths(1), months(of(100, 100_000), "116"));
        assertThat(noticed()).containsExactly(new UnitValueFar(false, MARCH.minusMonths(1)));
    }

    @Test
    void a_month_without_trade_is_not_the_nearest() {
        put("1.csv", NOON, MARCH.minusMonths(2), months(of(1_000, 100_000), "116"));
        put("2.csv", NOON, MARCH.minusMonths(1), months(Totals.NONE));
        put("3.csv", NOON, MARCH, months(of(100_000, 100_000), "116"));
        assertThat(noticed()).containsExactly(new UnitValueFar(false, MARCH.minusMonths(2)));
    }

    @Test
    void figures_of_a_later_month_are_noticed_if_it_was_uploaded_before() {
        YearMonth january = MARCH.minusMonths(2);
        put("x/period=2025-03/a.csv", NOON, MARCH, months(of(900, 1940), "116"));
        put("x/period=2025-01/a.csv", NEXT_DAY, january, months(of(900, 1940), "116"));
        assertThat(noticed(january)).containsExactly(new SameAsMonth(MARCH));

        put("x/period=2025-03/b.csv", NEXT_DAY.plusSeconds(1), MARCH, months(of(900, 1940), "116"));
        assertThat(noticed(january))
                .as("it is told of the file that came later")
                .isEmpty();
        assertThat(noticed()).containsExactly(new SameAsMonth(january));
    }

    @Test
    void figures_of_a_later_month_are_looked_for_within_a_year() {
        YearMonth last = MARCH.minusYears(1);
        put("x/period=2025-03/a.csv", NOON, MARCH, months(of(900, 1940), "116"));
        put("x/period=2024-03/a.csv", NEXT_DAY, last, months(of(900, 1940), "116"));
        assertThat(noticed(last)).containsExactly(new SameAsMonth(MARCH));

        put("x/period=2024-02/a.csv", NEXT_DAY, last.minusMonths(1), months(of(900, 1940), "116"));
        put("x/period=2024-03/b.csv", NEXT_DAY.plusSeconds(1), last, months(of(1, 2), "116"));
        assertThat(noticed(last.minusMonths(1))).isEmpty();
    }

    // What files say.

    private static Figures partners(Totals totals, long... dollars) {
        SortedMap<String, Totals> byPartner = new TreeMap<>();
        for (int i = 0; i < dollars.length; i++) {
            byPartner.put("11" + i, of(1, dollars[i]));
        }
        return new Figures(totals, byPartner, new TreeMap<>());
    }

    private static Figures kind(String dimension, String... codes) {
        SortedMap<String, Totals> split = new TreeMap<>();
        List.of(codes).forEach(code -> split.put(code, of(900, 1940)));
        return new Figures(
                of(900, 1940), new TreeMap<>(Map.of("116", of(900, 1940))), new TreeMap<>(Map.of(dimension, split)));
    }

    private void part(String part, String key, Instant at, Totals totals) {
        Upload upload = new Upload(new ObjectVersion("uploads", key, "v of " + key), new UploadOrder(at, "", at));
        add(upload, MARCH, Optional.of(Part.parse(part)), months(totals));
    }

    private record Figures(
            Totals totals, SortedMap<String, Totals> partners, SortedMap<String, SortedMap<String, Totals>> splits) {}

    private static Totals of(long kilograms, long dollars) {
        return Totals.ofWhole(1, kilograms, dollars);
    }

    private static Figures months(Totals totals, String... partners) {
        return figures(totals, List.of(partners), List.of());
    }

    private static Figures figures(Totals totals, List<String> partners, List<String> regimes) {
        SortedMap<String, Totals> byPartner = new TreeMap<>();
        partners.forEach(partner -> byPartner.put(partner, totals));
        SortedMap<String, Totals> byRegime = new TreeMap<>();
        regimes.forEach(regime -> byRegime.put(regime, totals));
        return new Figures(
                totals,
                byPartner,
                byRegime.isEmpty() ? new TreeMap<>() : new TreeMap<>(Map.of(CustomsRecord.REGIME, byRegime)));
    }

    private void put(String key, Instant at, Figures said) {
        put(key, at, MARCH, said);
    }

    private void put(String key, Instant at, YearMonth month, Figures said) {
        Upload upload = new Upload(new ObjectVersion("uploads", key, "v of " + key), new UploadOrder(at, "", at));
        add(upload, month, Optional.empty(), said);
    }

    private void add(Upload upload, YearMonth month, Optional<Part> part, Figures said) {
        log.add(new CustomsFile(
                EXPORTS.key(),
                upload,
                new FileContents(
                        "USD",
                        List.of(new Reported(Flow.EXPORT, texts("CN"), new TreeSet<>(List.of(month)))),
                        new TreeSet<>(),
                        OptionalInt.of(8),
                        List.of(),
                        part.map(one -> new TreeSet<>(List.of(one))).orElseGet(TreeSet::new),
                        1,
                        "hash",
                        Optional.empty())));
        figures.add(new MonthFigures(
                INGOT,
                month,
                upload,
                part,
                said.totals(),
                said.partners(),
                said.splits(),
                new TreeSet<>(valuations),
                new TreeSet<>()));
    }

    private Upload upload(String key) {
        return log.stream()
                .map(UploadLogEntry::upload)
                .filter(upload -> upload.object().key().equals(key))
                .findFirst()
                .orElseThrow();
    }

    private static TreeSet<String> texts(String... texts) {
        return new TreeSet<>(Arrays.asList(texts));
    }

    private List<Sign> noticed() {
        return find().map(SuspectMonth::signs).orElse(List.of());
    }

    private List<Sign> noticed(YearMonth month) {
        return find(month).map(SuspectMonth::signs).orElse(List.of());
    }

    private Optional<SuspectMonth> find() {
        return find(MARCH);
    }

    private Optional<SuspectMonth> find(YearMonth month) {
        UploadHistory now = UploadHistory.of(log);
        CommodityMonths folded = fold(now);
        Upload counting = folded.months().get(month).counts().newest().upload();
        UploadHistory before = UploadHistory.of(log.stream()
                .filter(entry -> entry.upload().compareTo(counting) < 0)
                .toList());
        return SuspectMonth.find(month, fold(before), folded, now);
    }

    private CommodityMonths fold(UploadHistory history) {
        return CommodityMonths.fold(INGOT, UploadBucket.RULES, history, figures);
    }
}
