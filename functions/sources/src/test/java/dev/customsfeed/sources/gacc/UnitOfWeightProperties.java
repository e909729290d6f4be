package dev.customsfeed.sources.gacc;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.customsfeed.sources.codes.CodeTable;
import java.math.BigDecimal;
import java.util.List;
import java.util.Locale;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Example;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.constraints.LongRange;

class UnitOfWeightProperties {

    @Provide
    Arbitrary<List<String>> weights() {
        return Arbitraries.of(CodeTable.read(UnitOfWeight.class, "units.csv", "unit", "grams").stream()
                .filter(row -> !row.get(1).isEmpty())
                .toList());
    }

    @Property(tries = 500)
    void any_number_of_units_weighs_exactly_what_the_list_says(
            @ForAll("weights") List<String> row, @ForAll @LongRange(min = 0, max = 9_000_000) long number) {
        UnitOfWeight unit = UnitOfWeight.find(row.get(0)).orElseThrow();

        assertThat(BigDecimal.valueOf(unit.nanogramsOf(number), 9).add(BigDecimal.valueOf(unit.gramsOf(number))))
                .isEqualByComparingTo(new BigDecimal(row.get(1)).multiply(BigDecimal.valueOf(number)));
        assertThat(unit.nanogramsOf(number)).isBetween(0L, 999_999_999L);
    }

    @Property(tries = 100)
    void a_large_number_of_a_fraction_of_a_gram_is_exact(@ForAll @LongRange(min = 0) long number) {
        UnitOfWeight carat = UnitOfWeight.find("克拉").orElseThrow();

        assertThat(carat.gramsOf(number)).isEqualTo(number / 5);
        assertThat(carat.nanogramsOf(number)).isEqualTo(number % 5 * 200_000_000);
    }

    @Property(tries = 100)
    void case_width_spaces_and_number_of_a_spelling_mean_nothing(@ForAll("weights") List<String> row) {
        String spelling = row.get(0);

        assertThat(UnitOfWeight.find(" " + spelling.toUpperCase(Locale.ROOT) + " "))
                .isEqualTo(UnitOfWeight.find(spelling));
        assertThat(UnitOfWeight.find(spelling + "(s)")).isEqualTo(UnitOfWeight.find(spelling));
        assertThat(UnitOfWeight.isKnownOther(spelling)).isFalse();
    }

    @Example
    void what_does_not_fit_is_no_weight() {
        UnitOfWeight tonne = UnitOfWeight.find("Metric Tons").orElseThrow();

        assertThatThrownBy(() -> tonne.gramsOf(Long.MAX_VALUE / 1_000)).isInstanceOf(ArithmeticException.class);
    }

    @Example
    void units_of_other_things_and_unknown_ones_are_told_apart() {
        for (String other : List.of("件", "Pieces", "kWh", "Square Metres", "百万贝可", "升")) {
            assertThat(UnitOfWeight.find(other)).as(other).isEmpty();
            assertThat(UnitOfWeight.isKnownOther(other)).as(other).isTrue();
        }
        // Of an ounce there are two.
        for (String unknown : List.of("bushel", "盎司", "担", "", "?")) {
            assertThat(UnitOfWeight.find(unknown)).as(unknown).isEmpty();
            assertThat(UnitOfWeight.isKnownOther(unknown)).as(unknown).isFalse();
        }
    }
}
