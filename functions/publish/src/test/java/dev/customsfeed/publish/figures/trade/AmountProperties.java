package dev.customsfeed.publish.figures.trade;

import static org.assertj.core.api.Assertions.assertThat;

import dev.customsfeed.ledger.Totals;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.OptionalLong;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.LongRange;

/** Unit values and percentages are those of exact decimals, whatever the way that they are computed. */
class AmountProperties {

    @Property(tries = 500)
    void a_unit_value_is_the_exact_one_rounded_half_up(
            @ForAll @LongRange(min = 200, max = 1_000_000_000_000_000L) long grams,
            @ForAll @LongRange(max = 100_000_000_000_000_000L) long thousandths) {
        OptionalLong unitValue =
                Amount.of(new Totals(1, grams, 0, 0, thousandths)).unitValuePerTonne();

        assertThat(unitValue)
                .hasValue(BigDecimal.valueOf(thousandths)
                        .movePointRight(3)
                        .divide(BigDecimal.valueOf(grams), 0, RoundingMode.HALF_UP)
                        .longValueExact());
    }

    @Property(tries = 500)
    void a_unit_value_that_ends_in_a_half_is_rounded_up(
            @ForAll @LongRange(min = 1, max = 1_000_000_000L) long kilograms,
            @ForAll @LongRange(max = 40_000_000L) long whole,
            @ForAll @IntRange(min = -1, max = 1) int beside) {
        long grams = 2_000 * kilograms;
        long thousandths = kilograms * (2 * whole + 1);
        assertThat(Amount.of(new Totals(1, grams, 0, 0, thousandths)).unitValuePerTonne())
                .hasValue(whole + 1);

        long near = thousandths + beside;
        assertThat(Amount.of(new Totals(1, grams, 0, 0, near)).unitValuePerTonne())
                .as("a thousandth beside it, as by exact decimals")
                .hasValue(BigDecimal.valueOf(near)
                        .movePointRight(3)
                        .divide(BigDecimal.valueOf(grams), 0, RoundingMode.HALF_UP)
                        .longValueExact());
    }

    @Property(tries = 500)
    void a_percentage_that_ends_in_half_a_hundredth_is_rounded_away_from_zero(
            @ForAll @LongRange(min = 1, max = 1_000_000_000L) long scale,
            @ForAll @LongRange(max = 500_000_000L) long hundredths,
            @ForAll @IntRange(min = -1, max = 1) int beside,
            @ForAll boolean negative) {
        long whole = 20_000 * scale;
        long sign = negative ? -1 : 1;
        long part = sign * scale * (2 * hundredths + 1);
        assertThat(Amount.percent(part, whole)).contains(BigDecimal.valueOf(sign * (hundredths + 1), 2));

        assertThat(Amount.percent(part + beside, whole))
                .as("one beside it, as by exact decimals")
                .contains(BigDecimal.valueOf(part + beside)
                        .movePointRight(2)
                        .divide(BigDecimal.valueOf(whole), 2, RoundingMode.HALF_UP));
    }
}
