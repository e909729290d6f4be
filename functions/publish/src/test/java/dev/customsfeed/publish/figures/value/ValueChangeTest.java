package dev.customsfeed.publish.figures.value;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dev.customsfeed.publish.figures.Finding;
import dev.customsfeed.publish.figures.Reason;
import dev.customsfeed.publish.figures.trade.Amount;
import dev.customsfeed.publish.figures.value.ValueChange.Part;
import java.math.BigDecimal;
import java.math.MathContext;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.OptionalLong;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.junit.jupiter.api.Test;

class ValueChangeTest {

    private static final MathContext PRECISE = new MathContext(60);

    private static Amount amount(long grams, long thousandths) {
        return new Amount(OptionalLong.of(grams), OptionalLong.of(thousandths));
    }

    /** Tonnes and whole units. */
    private static Part part(long tonnesBefore, long valueBefore, long tonnesNow, long valueNow) {
        return new Part(
                amount(tonnesBefore * 1_000_000, valueBefore * 1_000), amount(tonnesNow * 1_000_000, valueNow * 1_000));
    }

    private static ValueChange change(Part... parts) {
        return ValueChange.of(List.of(parts)).value().orElseThrow();
    }

    private static ValueChange expected(String change, String volume, String mix, String price) {
        return new ValueChange(
                new BigDecimal(change), new BigDecimal(volume), new BigDecimal(mix), new BigDecimal(price));
    }

    @Test
    void more_of_the_dearer_at_lower_prices() {
        assertThat(change(part(100, 200_000, 90, 171_000), part(50, 150_000, 70, 217_000)))
                .isEqualTo(expected("38000.00", "23333.33", "16666.67", "-2000.00"));
    }

    @Test
    void what_is_new_changes_the_mix_and_no_price() {
        assertThat(change(part(100, 100_000, 100, 100_000), part(0, 0, 100, 300_000)))
                .isEqualTo(expected("300000.00", "100000.00", "200000.00", "0.00"));
    }

    @Test
    void what_has_gone_is_volume_and_mix() {
        assertThat(change(part(100, 100_000, 100, 100_000), part(100, 300_000, 0, 0)))
                .isEqualTo(expected("-300000.00", "-200000.00", "-100000.00", "0.00"));
        assertThat(change(part(100, 300_000, 0, 0))).isEqualTo(expected("-300000.00", "-300000.00", "0.00", "0.00"));
    }

    @Test
    void from_nothing_there_is_no_unit_value_to_count_with() {
        assertThat(ValueChange.of(List.of(part(0, 0, 1, 1))).reason()).contains(new Reason.NoBase());
        assertThat(ValueChange.of(List.of()).reason()).contains(new Reason.NoBase());
    }

    @Test
    void a_value_without_a_weight_has_no_unit_value() {
        Part fine = part(1, 1, 1, 1);
        assertThat(ValueChange.of(List.of(fine, part(0, 5, 1, 1))).reason()).contains(new Reason.WithoutWeight());
        assertThat(ValueChange.of(List.of(fine, part(1, 1, 0, 5))).reason()).contains(new Reason.WithoutWeight());
        Part unknown = new Part(amount(1, 1), new Amount(OptionalLong.empty(), OptionalLong.of(1)));
        assertThat(ValueChange.of(List.of(fine, unknown)).reason()).contains(new Reason.WithoutWeight());
        assertThat(ValueChange.of(List.of(fine, new Part(Amount.UNKNOWN, amount(1, 1))))
                        .reason())
                .contains(new Reason.WithoutWeight());
    }

    @Provide
    Arbitrary<Amount> amounts() {
        Arbitrary<Amount> traded = Combinators.combine(
                        Arbitraries.longs().between(1, 9_000_000_000_000L),
                        Arbitraries.longs().between(0, 9_000_000_000_000L))
                .as(ValueChangeTest::amount);
        return Arbitraries.frequencyOf(
                net.jqwik.api.Tuple.of(4, traded), net.jqwik.api.Tuple.of(1, Arbitraries.just(amount(0, 0))));
    }

    @Provide
    Arbitrary<List<Part>> parts() {
        return Combinators.combine(amounts(), amounts()).as(Part::new).list().ofMaxSize(12);
    }

    /** The formulas as they stand, in long decimals. */
    private static List<BigDecimal> naive(List<Part> parts) {
        BigDecimal q0 = sum(parts, part -> part.before().netWeightGrams());
        BigDecimal q1 = sum(parts, part -> part.now().netWeightGrams());
        BigDecimal v0 = sum(parts, part -> part.before().valueThousandths());
        BigDecimal p0 = v0.divide(q0, PRECISE);
        BigDecimal mix = q1.multiply(p0).negate();
        BigDecimal price = BigDecimal.ZERO;
        for (Part part : parts) {
            BigDecimal quantity = BigDecimal.valueOf(part.now().netWeightGrams().orElseThrow());
            if (quantity.signum() == 0) {
                continue;
            }
            BigDecimal unitValue = unitValue(part.now());
            BigDecimal before =
                    part.before().netWeightGrams().orElseThrow() == 0 ? unitValue : unitValue(part.before());
            mix = mix.add(quantity.multiply(before));
            price = price.add(quantity.multiply(unitValue.subtract(before)));
        }
        return List.of(q1.subtract(q0).multiply(p0), mix, price);
    }

    private static BigDecimal unitValue(Amount amount) {
        return BigDecimal.valueOf(amount.valueThousandths().orElseThrow())
                .divide(BigDecimal.valueOf(amount.netWeightGrams().orElseThrow()), PRECISE);
    }

    private static BigDecimal sum(List<Part> parts, java.util.function.Function<Part, OptionalLong> of) {
        return parts.stream()
                .map(part -> BigDecimal.valueOf(of.apply(part).orElseThrow()))
                .reduce(BigDecimal.ZERO, BigDecimal::add);
    }

    @Property
    void the_three_add_up_exactly_and_are_what_the_formulas_say(@ForAll("parts") List<Part> parts) {
        Finding<ValueChange> found = ValueChange.of(parts);
        if (sum(parts, part -> part.before().netWeightGrams()).signum() == 0) {
            assertThat(found.reason()).contains(new Reason.NoBase());
            return;
        }
        ValueChange change = found.value().orElseThrow();
        assertThat(change.volume().add(change.mix()).add(change.price())).isEqualTo(change.change());
        List<BigDecimal> naive = naive(parts);
        List<BigDecimal> rounded = List.of(change.volume(), change.mix(), change.price());
        for (int i = 0; i < naive.size(); i++) {
            assertThat(naive.get(i).movePointLeft(3).subtract(rounded.get(i)).abs())
                    .isLessThan(new BigDecimal("0.0100001"));
        }
    }

    @Property
    void neither_the_order_of_parts_nor_the_unit_of_weight_matters(@ForAll("parts") List<Part> parts) {
        List<Part> turned = new ArrayList<>(parts);
        Collections.reverse(turned);
        assertThat(ValueChange.of(turned)).isEqualTo(ValueChange.of(parts));
        List<Part> heavier = parts.stream()
                .map(part -> new Part(tenfoldWeight(part.before()), tenfoldWeight(part.now())))
                .toList();
        assertThat(ValueChange.of(heavier)).isEqualTo(ValueChange.of(parts));
    }

    private static Amount tenfoldWeight(Amount amount) {
        return timesWeight(10, amount);
    }

    private static Amount timesWeight(long times, Amount amount) {
        return new Amount(OptionalLong.of(amount.netWeightGrams().orElseThrow() * times), amount.valueThousandths());
    }

    @Test
    void unit_values_of_a_single_kilogram_may_make_the_quantities_of_now_worth_more_than_a_plain_number() {
        long kilogram = 1000;
        List<Part> parts = List.of(
                new Part(amount(kilogram, 38_988), amount(265 * kilogram, 0)),
                new Part(amount(kilogram, 992_848_807_630L), amount(3_027_462 * kilogram, 0)),
                new Part(amount(kilogram, 8_999_999_999_999L), amount(690_840 * kilogram, 0)));
        ValueChange change = ValueChange.of(parts).value().orElseThrow();
        assertThat(change.volume().add(change.mix()).add(change.price())).isEqualTo(change.change());
        List<BigDecimal> naive = naive(parts);
        assertThat(change.price()).isCloseTo(naive.get(2).movePointLeft(3), within(new BigDecimal("0.01")));
    }

    @Provide
    Arbitrary<List<Part>> lightParts() {
        Arbitrary<Amount> traded = Combinators.combine(
                        Arbitraries.longs().between(1, 2_000_000_000L),
                        Arbitraries.longs().between(0, 9_000_000_000_000L))
                .as(ValueChangeTest::amount);
        Arbitrary<Amount> amounts = Arbitraries.frequencyOf(
                net.jqwik.api.Tuple.of(4, traded), net.jqwik.api.Tuple.of(1, Arbitraries.just(amount(0, 0))));
        return Combinators.combine(amounts, amounts).as(Part::new).list().ofMaxSize(40);
    }

    /** Of grams it takes long numbers; of whole kilograms plain ones are enough. */
    @Property
    void the_same_of_kilograms_as_of_grams(@ForAll("lightParts") List<Part> parts) {
        List<Part> inKilograms = parts.stream()
                .map(part -> new Part(timesWeight(1000, part.before()), timesWeight(1000, part.now())))
                .toList();
        assertThat(ValueChange.of(inKilograms)).isEqualTo(ValueChange.of(parts));
    }
}
