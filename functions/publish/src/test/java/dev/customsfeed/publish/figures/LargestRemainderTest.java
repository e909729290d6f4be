package dev.customsfeed.publish.figures;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.util.List;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.LongRange;
import net.jqwik.api.constraints.Size;
import org.junit.jupiter.api.Test;

class LargestRemainderTest {

    @Test
    void what_is_left_goes_to_the_largest_remainders_the_first_of_equal_ones() {
        Fraction third = Fraction.of(1, 3);
        assertThat(LargestRemainder.round(List.of(third, third, third), 2))
                .containsExactly(new BigDecimal("0.34"), new BigDecimal("0.33"), new BigDecimal("0.33"));
        assertThat(LargestRemainder.round(List.of(Fraction.of(-2, 3), Fraction.of(5, 3)), 0))
                .containsExactly(new BigDecimal(-1), new BigDecimal(2));
    }

    @Property
    void they_add_up_to_the_rounded_sum_and_none_is_a_step_away(
            @ForAll @Size(min = 1, max = 12) List<@LongRange(min = -100_000, max = 100_000) Long> numerators,
            @ForAll @LongRange(min = 1, max = 999) long denominator) {
        List<Fraction> parts = numerators.stream()
                .map(numerator -> Fraction.of(numerator, denominator))
                .toList();
        List<BigDecimal> rounded = LargestRemainder.round(parts, 1);
        Fraction sum = parts.stream().reduce(Fraction.ZERO, Fraction::plus);
        assertThat(rounded.stream().reduce(BigDecimal.ZERO, BigDecimal::add)).isEqualByComparingTo(sum.rounded(1));
        for (int i = 0; i < parts.size(); i++) {
            Fraction off = Fraction.of(rounded.get(i)).minus(parts.get(i)).abs();
            assertThat(off).isLessThan(Fraction.of(1, 10));
        }
    }
}
