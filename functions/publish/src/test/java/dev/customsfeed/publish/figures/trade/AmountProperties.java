package dev.customsfeed.publish.figures.trade;

import static org.assertj.core.api.Assertions.assertThat;

import dev.customsfeed.ledger.Totals;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.OptionalLong;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.LongRange;

/** Unit values are those of exact decimals, whatever the way that they are computed. */
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
}
