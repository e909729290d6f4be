package dev.customsfeed.ledger;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.math.BigDecimal;
import net.jqwik.api.Example;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;

class DecimalProperties {

    @Property
    void thousandths_are_read_back_exactly_and_written_as_short_as_can_be(@ForAll long thousandths) {
        String text = Decimal.text(thousandths);

        assertThat(Decimal.thousandths(text)).isEqualTo(thousandths);
        BigDecimal number = BigDecimal.valueOf(thousandths, 3);
        assertThat(text).isEqualTo((thousandths == 0 ? BigDecimal.ZERO : number.stripTrailingZeros()).toPlainString());
    }

    @Property
    void small_numbers_are_read_back_too(@ForAll int thousandths) {
        assertThat(Decimal.thousandths(Decimal.text(thousandths))).isEqualTo(thousandths);
    }

    @Example
    void every_way_to_write_a_number_is_read() {
        assertThat(Decimal.text(315_286_000)).isEqualTo("315286");
        assertThat(Decimal.text(-5)).isEqualTo("-0.005");
        assertThat(Decimal.thousandths("3.15286E+5")).isEqualTo(315_286_000);
        assertThat(Decimal.thousandths("1e-3")).isEqualTo(1);
        assertThat(Decimal.thousandths("-0.5")).isEqualTo(-500);
        assertThat(Decimal.thousandths(".5")).isEqualTo(500);
        assertThat(Decimal.thousandths("1.5000")).isEqualTo(1_500);
    }

    @Example
    void what_thousandths_cannot_hold_is_an_error() {
        assertThatExceptionOfType(ArithmeticException.class).isThrownBy(() -> Decimal.thousandths("0.0001"));
        assertThatExceptionOfType(ArithmeticException.class)
                .isThrownBy(() -> Decimal.thousandths("9223372036854775807"));
    }
}
