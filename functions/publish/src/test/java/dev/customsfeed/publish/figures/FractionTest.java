package dev.customsfeed.publish.figures;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.math.BigDecimal;
import java.math.BigInteger;
import java.util.List;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.LongRange;
import org.junit.jupiter.api.Test;

class FractionTest {

    @Test
    void it_is_rounded_once_half_away_from_zero() {
        assertThat(Fraction.of(1, 8).percent()).isEqualTo("12.50");
        assertThat(Fraction.of(1, 80_000).percent()).isEqualTo("0.00");
        assertThat(Fraction.of(5, 100_000).percent()).isEqualTo("0.01");
        assertThat(Fraction.of(-5, 100_000).percent()).isEqualTo("-0.01");
        assertThat(Fraction.of(5, 2).whole()).isEqualTo(3);
        assertThat(Fraction.of(-5, 2).whole()).isEqualTo(-3);
        assertThat(Fraction.of(new BigDecimal("7.0432")).rounded(4)).isEqualTo("7.0432");
        assertThat(Fraction.of(new BigDecimal("7E2"))).isEqualTo(Fraction.of(700));
    }

    @Test
    void the_denominator_is_never_zero_and_never_negative() {
        assertThatThrownBy(() -> Fraction.of(1, 0)).isInstanceOf(ArithmeticException.class);
        assertThatThrownBy(() -> Fraction.ONE.dividedBy(Fraction.ZERO)).isInstanceOf(ArithmeticException.class);
        assertThat(Fraction.of(1, -2).signum()).isEqualTo(-1);
        assertThat(Fraction.of(1, -2)).isEqualTo(Fraction.of(-1, 2));
    }

    @Test
    void two_that_differ_in_the_twentieth_digit_are_told_apart() {
        Fraction one = Fraction.of(Long.MAX_VALUE, Long.MAX_VALUE - 1);
        Fraction other = Fraction.of(Long.MAX_VALUE - 1, Long.MAX_VALUE - 2);
        assertThat(one.isBelow(other)).isTrue();
        assertThat(one.toDouble()).isEqualTo(other.toDouble());
    }

    @Test
    void numbers_beyond_every_double_have_a_quotient() {
        BigInteger huge = BigInteger.TEN.pow(400);
        assertThat(new Fraction(huge.multiply(BigInteger.TWO), huge).toDouble()).isEqualTo(2.0);
        assertThat(new Fraction(huge.multiply(BigInteger.TWO), huge)).isEqualTo(Fraction.of(2));
        assertThat(new Fraction(huge.add(BigInteger.ONE), huge)).isGreaterThan(Fraction.ONE);
    }

    @Test
    void a_factor_is_the_same_up_and_down() {
        assertThat(Fraction.of(50).factorFrom(Fraction.of(100))).isEqualTo(Fraction.of(2));
        assertThat(Fraction.of(200).factorFrom(Fraction.of(100))).isEqualTo(Fraction.of(2));
    }

    @Test
    void a_median_is_in_the_middle() {
        assertThat(Fraction.median(List.of(Fraction.of(9), Fraction.of(1), Fraction.of(2))))
                .isEqualTo(Fraction.of(2));
        assertThat(Fraction.median(List.of(Fraction.of(9), Fraction.of(1), Fraction.of(2), Fraction.of(3))))
                .isEqualTo(Fraction.of(5, 2));
    }

    @Property
    void they_are_ordered_and_added_as_exact_numbers_are(
            @ForAll @LongRange(min = -1000, max = 1000) long a,
            @ForAll @LongRange(min = 1, max = 1000) long b,
            @ForAll @LongRange(min = -1000, max = 1000) long c,
            @ForAll @LongRange(min = 1, max = 1000) long d) {
        Fraction one = Fraction.of(a, b);
        Fraction other = Fraction.of(c, d);
        assertThat(Integer.signum(one.compareTo(other))).isEqualTo(Long.signum(a * d - c * b));
        assertThat(one.equals(other)).isEqualTo(a * d == c * b);
        assertThat(one.times(Fraction.of(7, 7))).isEqualTo(one).hasSameHashCodeAs(one);
        assertThat(one.plus(other).minus(other)).isEqualTo(one);
        if (c != 0) {
            assertThat(one.times(other).dividedBy(other)).isEqualTo(one);
        }
    }
}
