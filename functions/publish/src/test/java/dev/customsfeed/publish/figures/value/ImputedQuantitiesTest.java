package dev.customsfeed.publish.figures.value;

import static org.assertj.core.api.Assertions.assertThat;

import dev.customsfeed.publish.figures.trade.Amount;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.junit.jupiter.api.Test;

class ImputedQuantitiesTest {

    /** Tonnes and units of the currency by the tonne. */
    private static Amount at(double tonnes, double unitValue) {
        return new Amount(
                OptionalLong.of(Math.round(tonnes * 1_000_000)),
                OptionalLong.of(Math.round(tonnes * unitValue * 1_000)));
    }

    private static Optional<ImputedQuantities> in(Amount... partners) {
        return ImputedQuantities.in(List.of(partners));
    }

    @Test
    void five_partners_at_one_unit_value_are_made_up() {
        assertThat(in(at(10, 2000), at(25, 2000), at(3, 2000), at(400, 2000.1), at(1, 2000), at(8, 2500)))
                .contains(new ImputedQuantities(5, 6));
    }

    @Test
    void four_are_not_nor_is_the_half_of_all() {
        assertThat(in(at(10, 2000), at(25, 2000), at(3, 2000), at(4, 2000))).isEmpty();
        List<Amount> half = new ArrayList<>(Collections.nCopies(5, at(10, 2000)));
        for (int i = 0; i < 5; i++) {
            half.add(at(10, 1000 + 100 * i));
        }
        assertThat(ImputedQuantities.in(half)).isEmpty();
        half.remove(9);
        assertThat(ImputedQuantities.in(half)).contains(new ImputedQuantities(5, 9));
    }

    @Test
    void partners_below_a_tonne_do_not_count_and_unit_values_two_hundredths_of_a_percent_apart_are_two() {
        assertThat(in(at(10, 2000), at(25, 2000), at(3, 2000), at(4, 2000), at(0.999, 2000)))
                .isEmpty();
        assertThat(in(at(10, 2000), at(25, 2000), at(3, 2000), at(4, 2000), at(5, 2000.4)))
                .isEmpty();
        assertThat(in(at(10, 2000), at(25, 2000), at(3, 2000), at(4, 2000), at(5, 2000.2)))
                .isPresent();
    }

    @Test
    void goods_without_a_value_have_none_in_common() {
        assertThat(ImputedQuantities.in(Collections.nCopies(6, at(10, 0)))).isEmpty();
        assertThat(ImputedQuantities.in(Collections.nCopies(6, Amount.UNKNOWN))).isEmpty();
        List<Amount> some = new ArrayList<>(Collections.nCopies(5, at(10, 0)));
        some.addAll(Collections.nCopies(5, at(10, 7)));
        assertThat(ImputedQuantities.in(some)).isEmpty();
    }

    @Provide
    Arbitrary<List<Amount>> partners() {
        return Combinators.combine(
                        Arbitraries.longs().between(500_000, 1_500_000),
                        Arbitraries.of(3_000_000L, 3_000_100L, 3_000_300L, 3_000_600L, 4_000_000L))
                .as((grams, perGram) -> new Amount(OptionalLong.of(grams), OptionalLong.of(grams * perGram)))
                .list()
                .ofMaxSize(14);
    }

    @Property
    void it_is_what_comparing_each_with_each_gives(@ForAll("partners") List<Amount> partners) {
        List<Long> heavy = partners.stream()
                .filter(amount -> amount.netWeightGrams().getAsLong() >= 1_000_000)
                .map(amount -> amount.valueThousandths().getAsLong()
                        / amount.netWeightGrams().getAsLong())
                .toList();
        long most = heavy.stream()
                .mapToLong(least -> heavy.stream()
                        .filter(other -> other >= least && 10_000 * other <= 10_001 * least)
                        .count())
                .max()
                .orElse(0);
        assertThat(ImputedQuantities.in(partners))
                .isEqualTo(
                        most >= 5 && most > heavy.size() / 2.0
                                ? Optional.of(new ImputedQuantities((int) most, heavy.size()))
                                : Optional.empty());
        List<Amount> turned = new ArrayList<>(partners);
        Collections.reverse(turned);
        assertThat(ImputedQuantities.in(turned)).isEqualTo(ImputedQuantities.in(partners));
        List<Amount> dearer = partners.stream()
                .map(amount -> new Amount(
                        amount.netWeightGrams(),
                        OptionalLong.of(amount.valueThousandths().getAsLong() * 10)))
                .toList();
        assertThat(ImputedQuantities.in(dearer)).isEqualTo(ImputedQuantities.in(partners));
    }
}
