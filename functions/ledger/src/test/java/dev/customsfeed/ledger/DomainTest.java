package dev.customsfeed.ledger;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.time.Instant;
import java.time.YearMonth;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.OptionalLong;
import java.util.TreeMap;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;

class DomainTest {

    private static final Series INGOT = new Series(new TradeFlow("gacc", "CN", Flow.EXPORT), "USD", "81041100");

    @Test
    void a_schema_lies_in_the_folder_of_its_version() {
        assertThat(SchemaVersion.path("month-report")).isEqualTo("schemas/v1/month-report.schema.json");
    }

    @Test
    void a_series_is_read_back_from_its_key() {
        assertThat(INGOT.key()).isEqualTo("gacc/CN/export/USD/81041100");
        assertThat(Series.parse(INGOT.key())).isEqualTo(INGOT);
        assertThat(TradeFlow.parse("gacc/CN/import").flow()).isEqualTo(Flow.IMPORT);
    }

    @Test
    void what_is_no_series_is_rejected_by_name() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> Series.parse("81041100"))
                .withMessageContaining("81041100");
        assertThatIllegalArgumentException().isThrownBy(() -> Series.parse("USD/81041100"));
        assertThatIllegalArgumentException()
                .isThrownBy(() -> TradeFlow.parse("gacc/CN/transit"))
                .withMessageContaining("transit");
        assertThatIllegalArgumentException().isThrownBy(() -> TradeFlow.parse("gacc/CN"));
        assertThat(Flow.of("Export")).isEmpty();
    }

    @Test
    void a_weight_that_was_not_reported_is_not_zero() {
        Totals known = Totals.of(row(OptionalLong.of(5)));
        Totals unknown = Totals.of(row(OptionalLong.empty()));

        assertThat(known.netWeightGrams()).hasValue(5);
        assertThat(known.plus(unknown).netWeightGrams()).isEmpty();
        assertThat(known.plus(unknown)).isEqualTo(new Totals(2, 5, 1, 5, 20));
    }

    @Test
    void a_sum_that_does_not_fit_is_an_error() {
        Totals huge = new Totals(1, Long.MAX_VALUE, 0, 0, 0);

        assertThatExceptionOfType(ArithmeticException.class).isThrownBy(() -> huge.plus(huge));
        assertThatExceptionOfType(ArithmeticException.class)
                .isThrownBy(() -> Totals.ofWhole(1, Long.MAX_VALUE / 999, 0));
    }

    @Test
    void uploads_are_ordered_by_second_then_key_then_sequencer_then_time_then_version() {
        Upload upload = upload("2026-01-18T00:00:05.900Z", "b", "02", "v2");

        assertThat(upload).isGreaterThan(upload("2026-01-18T00:00:04.999Z", "c", "03", "v3"));
        assertThat(upload).isGreaterThan(upload("2026-01-18T00:00:05.999Z", "a", "03", "v3"));
        assertThat(upload).isGreaterThan(upload("2026-01-18T00:00:05.950Z", "b", "01", "v3"));
        assertThat(upload).isGreaterThan(upload("2026-01-18T00:00:05.800Z", "b", "02", "v3"));
        assertThat(upload).isGreaterThan(upload("2026-01-18T00:00:05.900Z", "b", "02", "v1"));
    }

    private static Upload upload(String time, String key, String sequencer, String version) {
        Instant at = Instant.parse(time);
        return new Upload(new ObjectVersion("uploads", key, version), new UploadOrder(at, sequencer, at));
    }

    @Test
    void a_part_is_read_back_from_its_name() {
        assertThat(Part.parse("partner=116")).isEqualTo(new Part(Part.Dimension.PARTNER, "116"));
        assertThat(Part.parse("page=2of10").page()).isEqualTo(new Part.Page(2, 10));
        assertThat(Part.parse("page=2of10").id()).isEqualTo("page=2of10");
        for (String wrong : List.of("page=2", "page=of10", "page=2of", "page=0of10", "page=11of10", "partner=2of10")) {
            assertThatIllegalArgumentException()
                    .isThrownBy(() -> Part.parse(wrong).page())
                    .withMessageContaining(wrong);
        }
        assertThatIllegalArgumentException().isThrownBy(() -> Part.parse("colour=red"));
        assertThatIllegalArgumentException().isThrownBy(() -> Part.parse("116"));
    }

    @Test
    void a_valuation_is_read_back_from_its_name() {
        assertThat(Valuation.of(Valuation.CUSTOMS_VALUE.id())).contains(Valuation.CUSTOMS_VALUE);
        assertThat(Valuation.of("cif")).isEmpty();
    }

    @Test
    void a_rows_key_is_its_partner_and_dimensions() {
        assertThat(row(OptionalLong.empty()).key()).isEqualTo("111/10");
    }

    @Test
    void a_row_that_is_said_to_be_another_is_the_same_in_all_else() {
        CustomsRecord row = row(OptionalLong.of(5));
        CustomsRecord other = row.withLine(3)
                .withPartner("116")
                .withDimensions(new TreeMap<>(Map.of(CustomsRecord.REGIME, "15")))
                .withValuation(Valuation.CIF);

        assertThat(other.line()).isEqualTo(3);
        assertThat(other.key()).isEqualTo("116/15");
        assertThat(other.valuation()).contains(Valuation.CIF);
        assertThat(other.withLine(row.line())
                        .withPartner(row.partner())
                        .withDimensions(row.dimensions())
                        .withValuation(Valuation.FOB))
                .isEqualTo(row);
    }

    @Test
    void a_source_of_one_flow_a_key_has_a_log_a_flow_and_others_have_one() {
        TradeFlow flow = INGOT.tradeFlow();

        assertThat(UploadBucket.RULES.log(flow)).isEqualTo("gacc/CN/export");
        assertThat(new SourceRules("comext", new TreeSet<>(), Optional.empty(), false, new TreeSet<>(), new TreeMap<>())
                        .log(flow))
                .isEqualTo("comext");
    }

    @Test
    void absent_is_zero_only_where_the_file_answers_for_it_and_no_residual_may_hold_it() {
        YearMonth december = YearMonth.of(2025, 12);
        FileContents contents = new FileContents(
                "USD",
                List.of(new Reported(Flow.EXPORT, new TreeSet<>(List.of("CN")), new TreeSet<>(List.of(december)))),
                new TreeSet<>(List.of("81")),
                OptionalInt.of(8),
                List.of(new Residual("CN", Flow.EXPORT, december, "8105")),
                new TreeSet<>(),
                1,
                "ab",
                Optional.empty());

        assertThat(contents.answersFor(INGOT, december)).isTrue();
        assertThat(contents.answersFor(INGOT, december.plusMonths(1))).isFalse();
        assertThat(contents.answersFor(new Series(INGOT.tradeFlow(), "USD", "810411"), december))
                .isFalse();
        assertThat(contents.answersFor(new Series(INGOT.tradeFlow(), "USD", "81052000"), december))
                .isFalse();
        assertThat(contents.answersFor(new Series(INGOT.tradeFlow(), "USD", "25041010"), december))
                .isFalse();
        assertThat(contents.answersFor(
                        new Series(new TradeFlow("gacc", "CN", Flow.IMPORT), "USD", "81041100"), december))
                .isFalse();
    }

    @Test
    void what_cannot_be_seen_is_named() {
        assertThat(VisibleText.of("1\u00A0000 镁 \u202Egnp.exe")).isEqualTo("1<U+00A0>000 镁 <U+202E>gnp.exe");
        assertThat(VisibleText.ofFirst(2, "😀😀😀")).isEqualTo("😀😀…");
        assertThat(VisibleText.ofFirst(3, "a\uD800b")).isEqualTo("a<U+D800>b");
    }

    private static CustomsRecord row(OptionalLong netWeightGrams) {
        return new CustomsRecord(
                INGOT,
                YearMonth.of(2025, 12),
                2,
                "111",
                new TreeMap<>(Map.of(CustomsRecord.REGIME, "10")),
                Optional.empty(),
                Optional.empty(),
                netWeightGrams,
                true,
                10,
                Optional.of(Valuation.FOB));
    }

    @Test
    void why_a_weight_is_unknown_concerns_the_commodities_listed_or_all() {
        UnknownWeight listed =
                new UnknownWeight(UnknownWeight.Reason.UNIT_UNKNOWN, "bushel", new TreeSet<>(List.of("10059000")));
        UnknownWeight ofAll = new UnknownWeight(UnknownWeight.Reason.NOT_GIVEN, "", new TreeSet<>());

        assertThat(listed.concerns("10059000")).isTrue();
        assertThat(listed.concerns("10059001")).isFalse();
        assertThat(ofAll.concerns("10059000")).isTrue();
        assertThat(UnknownWeight.Reason.of("unit-not-of-weight")).contains(UnknownWeight.Reason.UNIT_NOT_OF_WEIGHT);
        assertThat(UnknownWeight.Reason.of("else")).isEmpty();
    }
}
