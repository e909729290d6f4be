package dev.customsfeed.publish.figures.report;

import static org.assertj.core.api.Assertions.assertThat;

import dev.customsfeed.publish.figures.report.Drivers.Driver;
import dev.customsfeed.publish.figures.trade.Comparison;
import java.math.BigDecimal;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class DriversTest {

    /** Of contributions as {@code a 3.5}: who, and how many percentage points. */
    private static Optional<Drivers<String>> of(String change, String... parts) {
        return Drivers.of(
                Comparison.MONTH_ON_MONTH,
                new BigDecimal(change),
                Arrays.stream(parts)
                        .map(part -> part.split(" "))
                        .map(part -> new Driver<>(part[0], new BigDecimal(part[1])))
                        .toList());
    }

    private static List<String> names(List<Driver<String>> drivers) {
        return drivers.stream().map(Driver::part).toList();
    }

    @Test
    void who_did_not_move_drives_nothing_and_where_nobody_moved_nobody_did() {
        assertThat(of("0.00", "a 0.00", "b 0")).isEmpty();
        assertThat(of("2.00", "a 0.00", "b 2.00")).hasValueSatisfying(drivers -> {
            assertThat(drivers.comparison()).isEqualTo(Comparison.MONTH_ON_MONTH);
            assertThat(drivers.changePct()).isEqualByComparingTo("2");
            assertThat(names(drivers.along())).containsExactly("b");
            assertThat(drivers.against()).isEmpty();
            assertThat(drivers.others()).isEmpty();
        });
    }

    @ParameterizedTest
    @CsvSource({"4.00, up, down", "0.00, up, down", "-4.00, down, up"})
    void who_went_with_a_change_is_told_first_and_of_no_change_who_rose(String change, String along, String against) {
        Drivers<String> drivers = of(change, "up 5.00", "down -6.00").orElseThrow();
        assertThat(names(drivers.along())).containsExactly(along);
        assertThat(names(drivers.against())).containsExactly(against);
    }

    @Test
    void three_are_named_in_each_direction_the_largest_first_and_the_others_are_summed() {
        Drivers<String> drivers = of(
                        "6.00", "a 2.00", "b 5.00", "c 1.00", "d 4.00", "e -1.00", "f -2.00", "g -3.00", "h -1.50",
                        "i 1.50")
                .orElseThrow();
        assertThat(names(drivers.along())).containsExactly("b", "d", "a");
        assertThat(names(drivers.against())).containsExactly("g", "f", "h");
        assertThat(drivers.others()).contains(new BigDecimal("1.50"));
    }

    @Test
    void who_contributes_less_than_a_tenth_of_what_the_largest_does_is_among_the_others() {
        Drivers<String> drivers =
                of("10.80", "a 10.00", "tenth 1.00", "less 0.99", "least -0.99").orElseThrow();
        assertThat(names(drivers.along())).containsExactly("a", "tenth");
        assertThat(drivers.against()).isEmpty();
        assertThat(drivers.others()).as("which offset each other").isEmpty();
        assertThat(names(of("-10.80", "a -10.00", "tenth 1.00", "less 0.99", "least 0.10")
                        .orElseThrow()
                        .against()))
                .containsExactly("tenth");
    }

    @ParameterizedTest
    @CsvSource({"0.50, 'a,last', ''", "-0.50, 'a', 'last'"})
    void a_single_other_is_named_for_the_words_would_take_as_much_room(String pp, String along, String against) {
        Drivers<String> drivers = of("10.00", "a 10.00", "last " + pp).orElseThrow();
        assertThat(String.join(",", names(drivers.along()))).isEqualTo(along);
        assertThat(String.join(",", names(drivers.against()))).isEqualTo(against);
        assertThat(drivers.others()).isEmpty();
    }

    @Test
    void a_single_other_that_fell_with_a_fall_went_along() {
        assertThat(names(of("-10.00", "a -10.00", "last -0.50").orElseThrow().along()))
                .containsExactly("a", "last");
    }

    @ParameterizedTest
    @CsvSource({
        "1.00, 10.00, false",
        "0.99, 10.00, true",
        "-0.99, 10.00, true",
        "-1.00, 10.00, false",
        "0.99, -10.00, true"
    })
    void a_change_of_less_than_a_tenth_of_what_moved_within_it_is_a_balance(
            String change, String largest, boolean balance) {
        assertThat(of(change, "a " + largest).orElseThrow().isBalance()).isEqualTo(balance);
    }
}
