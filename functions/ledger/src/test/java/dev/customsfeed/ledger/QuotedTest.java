package dev.customsfeed.ledger;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class QuotedTest {

    @Test
    void files_of_one_price_belong_together_whatever_they_declare_beside_its_id() {
        Quoted.Price taxed = new Quoted.Price(
                "mg-ingot", "CNY", WeightUnit.T, new BigDecimal("13"), Optional.of("exw"), Quoted.License.PRIVATE);
        Quoted.Price untaxed = new Quoted.Price(
                "mg-ingot", "USD", WeightUnit.LB, BigDecimal.ZERO, Optional.empty(), Quoted.License.OPEN);

        assertThat(taxed.name()).isEqualTo(untaxed.name()).isEqualTo("price/mg-ingot");
    }

    @Test
    void a_rate_is_named_by_what_is_paid_for_one_of_what() {
        Quoted.Rate rate = new Quoted.Rate("USD", "CNY");

        assertThat(rate.pair()).isEqualTo("USDCNY");
        assertThat(rate.name()).isEqualTo("rate/USDCNY");
    }

    @Test
    void a_license_is_read_as_keys_spell_it_and_in_no_other_way() {
        assertThat(Quoted.License.of("private")).contains(Quoted.License.PRIVATE);
        assertThat(Quoted.License.of("open")).contains(Quoted.License.OPEN);
        assertThat(Quoted.License.of("OPEN")).isEmpty();
        assertThat(Quoted.License.OPEN.id()).isEqualTo("open");
    }

    @Test
    void units_of_weight_have_their_kilograms() {
        assertThat(WeightUnit.of("t").map(WeightUnit::kilograms)).contains(new BigDecimal("1000"));
        assertThat(WeightUnit.of("kg").map(WeightUnit::kilograms)).contains(BigDecimal.ONE);
        assertThat(WeightUnit.of("lb").map(WeightUnit::kilograms)).contains(new BigDecimal("0.45359237"));
        assertThat(WeightUnit.of("T")).isEmpty();
        assertThat(WeightUnit.LB.id()).isEqualTo("lb");
    }
}
