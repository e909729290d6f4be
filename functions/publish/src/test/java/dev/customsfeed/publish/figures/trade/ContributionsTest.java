package dev.customsfeed.publish.figures.trade;

import static dev.customsfeed.publish.figures.trade.Comparison.MONTH_ON_MONTH;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import dev.customsfeed.ledger.Totals;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.LongRange;
import net.jqwik.api.constraints.Size;
import org.junit.jupiter.api.Test;

class ContributionsTest {

    private static Reading reading(long now, long before) {
        Optional<Totals> base = Optional.of(new Totals(1, before, 0, 0, 1));
        return new Reading(Optional.of(new Totals(1, now, 0, 0, 1)), base, base, Optional.empty(), base);
    }

    private static List<String> split(Reading whole, Reading... parts) {
        return Contributions.split(List.of(parts), whole, MONTH_ON_MONTH).stream()
                .map(pp -> pp.map(BigDecimal::toPlainString).orElse("?"))
                .toList();
    }

    @Test
    void a_contribution_is_the_change_of_the_part_by_the_base_of_the_whole() {
        assertThat(split(reading(1100, 1000), reading(700, 400), reading(400, 600)))
                .containsExactly("30.00", "-20.00");
    }

    @Test
    void what_rounding_leaves_goes_to_the_largest_remainders() {
        // 100/3 each, together 100: 33.333 three times, and a third of a hundredth is left of each.
        assertThat(split(reading(6, 3), reading(2, 1), reading(2, 1), reading(2, 1)))
                .containsExactly("33.34", "33.33", "33.33");
        // -16.667, -16.667 and -33.333 are -66.67.
        assertThat(split(reading(2, 6), reading(0, 1), reading(0, 1), reading(2, 4)))
                .containsExactly("-16.67", "-16.67", "-33.33");
    }

    @Test
    void nothing_is_known_where_the_change_is_not() {
        assertThat(split(reading(5, 0), reading(5, 0))).containsExactly("?");
        assertThat(Contributions.split(List.of(reading(1, 1)), reading(1, 1), Comparison.CUMULATIVE))
                .containsExactly(Optional.empty());
        assertThat(Contributions.single(reading(5, 0), reading(5, 0), MONTH_ON_MONTH))
                .isEmpty();
    }

    @Test
    void a_part_that_overlaps_with_others_is_rounded_on_its_own() {
        assertThat(Contributions.single(reading(0, 1), reading(0, 8), MONTH_ON_MONTH))
                .contains(new BigDecimal("-12.50"));
        assertThat(Contributions.single(reading(2, 1), reading(3, 3), MONTH_ON_MONTH))
                .contains(new BigDecimal("33.33"));
    }

    @Test
    void weights_beyond_all_trade_are_exact_too() {
        long huge = 1_000_000_000_000_000_001L;
        assertThat(split(reading(2 * huge, huge), reading(huge, 0), reading(huge - 1, huge), reading(1, 0)))
                .containsExactly("100.00", "0.00", "0.00");
        assertThat(split(reading(0, 3 * huge), reading(0, huge), reading(0, 2 * huge)))
                .containsExactly("-33.33", "-66.67");
    }

    @Test
    void parts_that_are_not_the_whole_are_an_error() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> split(reading(10, 5), reading(9, 5)))
                .withMessageContaining("4 g")
                .withMessageContaining("expected 5");
    }

    @Property
    void they_add_up_and_none_is_further_than_a_hundredth_from_its_exact_size(
            @ForAll @Size(min = 2, max = 30) List<@LongRange(min = 0, max = 9_000_000) Long> weights) {
        List<Reading> parts = new ArrayList<>();
        for (int i = 0; i + 1 < weights.size(); i += 2) {
            parts.add(reading(weights.get(i), weights.get(i + 1)));
        }
        Reading whole = parts.stream().reduce(Reading::plus).orElseThrow();
        List<Optional<BigDecimal>> split = Contributions.split(parts, whole, MONTH_ON_MONTH);
        if (MONTH_ON_MONTH.changePct(whole).isEmpty()) {
            assertThat(split).containsOnly(Optional.empty());
            return;
        }
        assertThat(split.stream().map(Optional::orElseThrow).reduce(BigDecimal.ZERO, BigDecimal::add))
                .isEqualByComparingTo(MONTH_ON_MONTH.changePct(whole).orElseThrow());
        for (int i = 0; i < parts.size(); i++) {
            double exact = (weights.get(2 * i) - weights.get(2 * i + 1))
                    * 100.0
                    / whole.monthBefore().orElseThrow().netWeightGrams().orElseThrow();
            assertThat(split.get(i).orElseThrow().doubleValue())
                    .isCloseTo(exact, org.assertj.core.data.Offset.offset(0.010001));
            if (exact == 0) {
                assertThat(split.get(i).orElseThrow()).isZero();
            }
        }
    }
}
