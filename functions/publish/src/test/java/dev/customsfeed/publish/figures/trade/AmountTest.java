package dev.customsfeed.publish.figures.trade;

import static org.assertj.core.api.Assertions.assertThat;

import dev.customsfeed.ledger.Totals;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.Optional;
import java.util.OptionalLong;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.LongRange;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class AmountTest {

    private static Amount of(long netWeightKg, long value) {
        return Amount.of(Optional.of(Totals.ofWhole(1, netWeightKg, value)));
    }

    @ParameterizedTest
    @CsvSource({
        "38700000, 38894000, -0.50",
        "200, 100, 100.00",
        "0, 100, -100.00",
        "100, 100, 0.00",
        "80001, 80000, 0.00",
        "80004, 80000, 0.01",
        "79996, 80000, -0.01",
        "3, 7, -57.14"
    })
    void a_change_is_rounded_once_half_away_from_zero(long now, long before, BigDecimal percent) {
        assertThat(of(now, 0).changePct(of(before, 0))).contains(percent);
    }

    @Property
    void a_change_is_what_decimals_say(
            @ForAll @LongRange(min = 0) long now, @ForAll @LongRange(min = 1) long before, @ForAll boolean small) {
        long then = small ? before % 100_000 + 1 : before;
        BigDecimal change = BigDecimal.valueOf(now)
                .subtract(BigDecimal.valueOf(then))
                .movePointRight(2)
                .divide(BigDecimal.valueOf(then), 2, RoundingMode.HALF_UP);

        assertThat(grams(now).changePct(grams(then))).contains(change);
        assertThat(grams(then / 2 + 1).changePct(grams(then)))
                .contains(BigDecimal.valueOf(then / 2 + 1)
                        .subtract(BigDecimal.valueOf(then))
                        .movePointRight(2)
                        .divide(BigDecimal.valueOf(then), 2, RoundingMode.HALF_UP));
    }

    private static Amount grams(long grams) {
        return new Amount(OptionalLong.of(grams), OptionalLong.empty());
    }

    @Test
    void a_change_on_zero_is_not_known() {
        assertThat(of(5, 0).changePct(of(0, 0))).isEmpty();
    }

    @Test
    void what_is_not_known_has_no_ratio() {
        assertThat(Amount.UNKNOWN.changePct(of(1, 1))).isEmpty();
        assertThat(of(1, 1).changePct(Amount.UNKNOWN)).isEmpty();
        assertThat(Amount.UNKNOWN.sharePct(of(1, 1))).isEmpty();
        assertThat(of(1, 1).sharePct(Amount.UNKNOWN)).isEmpty();
        assertThat(Amount.UNKNOWN.unitValuePerTonne()).isEmpty();
    }

    @Test
    void a_share_of_nothing_is_not_known() {
        assertThat(of(0, 0).sharePct(of(0, 0))).isEmpty();
    }

    @ParameterizedTest
    @CsvSource({"2000, 4999, 2500", "2000, 5001, 2501", "3, 1, 333", "1000, 0, 0"})
    void a_unit_value_is_rounded_to_whole_units(long netWeightKg, long value, long unitValue) {
        assertThat(of(netWeightKg, value).unitValuePerTonne()).hasValue(unitValue);
    }

    @Test
    void zero_kilograms_with_a_value_have_no_unit_value() {
        assertThat(of(0, 272).unitValuePerTonne()).isEmpty();
    }

    @Test
    void a_weight_that_was_not_reported_leaves_the_value_known() {
        Amount amount = Amount.of(Optional.of(new Totals(2, 100_000, 1, 0, 700_000)));
        assertThat(amount.netWeightKg()).isEmpty();
        assertThat(amount.value()).isEqualTo(OptionalLong.of(700));
        assertThat(amount.unitValuePerTonne()).isEmpty();
    }

    @Test
    void large_figures_do_not_overflow() {
        Amount largest = Amount.of(Optional.of(new Totals(1, Long.MAX_VALUE, 0, 0, Long.MAX_VALUE)));
        assertThat(largest.unitValuePerTonne()).hasValue(1000);
        assertThat(largest.sharePct(largest)).contains(new BigDecimal("100.00"));
        assertThat(largest.netWeightKg()).hasValue(9_223_372_036_854_776L);
    }

    @ParameterizedTest
    @CsvSource({"0, 0", "499, 0", "500, 1", "1499, 1", "1500, 2", "1501, 2"})
    void whole_kilograms_and_units_are_rounded_half_up(long thousandths, long whole) {
        Amount amount = Amount.of(Optional.of(new Totals(1, thousandths, 0, 0, thousandths)));
        assertThat(amount.netWeightKg()).hasValue(whole);
        assertThat(amount.value()).hasValue(whole);
    }

    @Test
    void ratios_come_from_grams_and_thousandths_and_not_from_what_is_published() {
        Amount now = Amount.of(Optional.of(new Totals(1, 1_400, 0, 0, 1_400)));
        Amount before = Amount.of(Optional.of(new Totals(1, 600, 0, 0, 600)));
        assertThat(now.netWeightKg()).isEqualTo(before.netWeightKg());
        assertThat(now.changePct(before)).contains(new BigDecimal("133.33"));
        assertThat(before.sharePct(now)).contains(new BigDecimal("42.86"));
        assertThat(Amount.of(Optional.of(new Totals(1, 300, 0, 0, 1_000))).unitValuePerTonne())
                .hasValue(3333);
    }
}
