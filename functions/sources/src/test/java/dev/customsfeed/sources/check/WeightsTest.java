package dev.customsfeed.sources.check;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.customsfeed.ledger.Totals;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;

/** Sums by code that were rounded one by one, made to add up by largest remainder. */
class WeightsTest {

    private static final long TENTH = 100_000_000;

    @Test
    void where_too_many_were_rounded_up_the_smallest_remainder_of_them_loses_a_gram() {
        // 2.2 grams are 2.
        assertThat(addedUp(Map.of("a", 9 * TENTH, "b", 6 * TENTH, "c", 7 * TENTH)))
                .isEqualTo(Map.of("a", 1L, "b", 0L, "c", 1L));
    }

    @Test
    void where_too_few_were_rounded_up_the_largest_remainder_of_the_others_gains_a_gram() {
        // 1.5 grams are 2.
        assertThat(addedUp(Map.of("a", 2 * TENTH, "b", 4 * TENTH, "c", 3 * TENTH, "d", 6 * TENTH)))
                .isEqualTo(Map.of("a", 0L, "b", 1L, "c", 0L, "d", 1L));
    }

    @Test
    void of_equal_remainders_the_first_code_gains_and_the_last_one_loses() {
        assertThat(addedUp(Map.of("a", 3 * TENTH, "b", 3 * TENTH, "c", 3 * TENTH)))
                .isEqualTo(Map.of("a", 1L, "b", 0L, "c", 0L));
        assertThat(addedUp(Map.of("a", 7 * TENTH, "b", 7 * TENTH, "c", 7 * TENTH, "d", 7 * TENTH)))
                .isEqualTo(Map.of("a", 1L, "b", 1L, "c", 1L, "d", 0L));
    }

    @Test
    void half_a_gram_is_rounded_up_and_grams_that_do_not_fit_are_none() {
        assertThat(Weights.rounded(2, 5 * TENTH - 1)).isEqualTo(2);
        assertThat(Weights.rounded(2, 5 * TENTH)).isEqualTo(3);
        assertThatThrownBy(() -> Weights.rounded(Long.MAX_VALUE, 5 * TENTH)).isInstanceOf(ArithmeticException.class);
    }

    private static Map<String, Long> addedUp(Map<String, Long> nanograms) {
        SortedMap<String, Totals> sums = new TreeMap<>();
        nanograms.forEach((code, some) -> sums.put(code, new Totals(1, Weights.rounded(0, some), 0, 0, 0)));
        Weights.addUp(sums, nanograms);
        Map<String, Long> grams = new TreeMap<>();
        sums.forEach((code, totals) -> grams.put(code, totals.reportedNetWeightGrams()));
        return grams;
    }
}
