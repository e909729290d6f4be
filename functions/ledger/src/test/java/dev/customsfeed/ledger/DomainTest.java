package dev.customsfeed.ledger;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.time.Instant;
import java.time.YearMonth;
import java.util.Optional;
import java.util.OptionalLong;
import org.junit.jupiter.api.Test;

class DomainTest {

    private static final Series INGOT = new Series(new TradeFlow("gacc", "CN", Flow.EXPORT), "USD", "81041100");

    @Test
    void a_series_is_read_back_from_its_key() {
        assertThat(INGOT.key()).isEqualTo("gacc/CN/export/USD/81041100");
        assertThat(Series.parse(INGOT.key())).isEqualTo(INGOT);
        assertThat(TradeFlow.parse("gacc/CN/import").flow()).isEqualTo(Flow.IMPORT);
    }

    @Test
    void what_is_no_series_is_refused_by_name() {
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

        assertThat(known.netWeightKg()).hasValue(5);
        assertThat(known.plus(unknown).netWeightKg()).isEmpty();
        assertThat(known.plus(unknown)).isEqualTo(new Totals(2, 5, 1, 20));
    }

    @Test
    void a_sum_that_does_not_fit_is_an_error() {
        Totals huge = Totals.of(1, Long.MAX_VALUE, 0);

        assertThatExceptionOfType(ArithmeticException.class).isThrownBy(() -> huge.plus(huge));
    }

    @Test
    void uploads_are_ordered_by_second_then_key_then_sequencer_then_time_then_version() {
        UploadOrder order = order("2026-01-18T00:00:05.900Z", "b", "02", "v2");

        assertThat(order).isGreaterThan(order("2026-01-18T00:00:04.999Z", "c", "03", "v3"));
        assertThat(order).isGreaterThan(order("2026-01-18T00:00:05.999Z", "a", "03", "v3"));
        assertThat(order).isGreaterThan(order("2026-01-18T00:00:05.950Z", "b", "01", "v3"));
        assertThat(order).isGreaterThan(order("2026-01-18T00:00:05.800Z", "b", "02", "v3"));
        assertThat(order).isGreaterThan(order("2026-01-18T00:00:05.900Z", "b", "02", "v1"));
    }

    private static UploadOrder order(String time, String key, String sequencer, String version) {
        Instant at = Instant.parse(time);
        return new UploadOrder(at, key, sequencer, at, version);
    }

    private static CustomsRecord row(OptionalLong netWeightKg) {
        return new CustomsRecord(
                INGOT,
                YearMonth.of(2025, 12),
                2,
                "111",
                Optional.of("10"),
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                netWeightKg,
                10);
    }
}
