package dev.customsfeed.publish.figures.telling;

import static dev.customsfeed.publish.figures.Months.at;
import static dev.customsfeed.publish.figures.Months.series;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dev.customsfeed.publish.figures.Finding;
import dev.customsfeed.publish.figures.Fraction;
import dev.customsfeed.publish.figures.Reason;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.LongRange;
import net.jqwik.api.constraints.Size;
import org.junit.jupiter.api.Test;

class MostTellingTest {

    private static List<Fraction> always(long percent, int count) {
        List<Fraction> changes = new ArrayList<>();
        for (int i = 0; i < count; i++) {
            changes.add(Fraction.of(i % 2 == 0 ? percent : -percent, 100));
        }
        return changes;
    }

    @Test
    void a_fall_by_a_fifth_of_what_is_steady_says_more_than_one_by_half_of_what_is_not() {
        Finding<Fraction> steady = MostTelling.size(Fraction.of(-20, 100), always(5, 12));
        Finding<Fraction> swinging = MostTelling.size(Fraction.of(-50, 100), always(40, 12));
        assertThat(steady.value()).contains(Fraction.of(4));
        assertThat(swinging.value()).contains(Fraction.of(5, 4));
        assertThat(MostTelling.ranked(Map.of(
                        "scrap/yoy",
                        swinging,
                        "ingot/yoy",
                        steady,
                        "powder/yoy",
                        swinging,
                        "alloy/yoy",
                        Finding.none(new Reason.NoBase()))))
                .containsExactly("ingot/yoy", "powder/yoy", "scrap/yoy");
    }

    @Test
    void what_is_ordinary_takes_twelve_earlier_changes_that_are_any() {
        assertThat(MostTelling.size(Fraction.ONE, always(5, 11)).reason()).contains(new Reason.TooShort(12, 11));
        assertThat(MostTelling.size(Fraction.ONE, always(0, 12)).reason()).contains(new Reason.NoBase());
        assertThat(MostTelling.size(series(1, 2), at(1), 12, Set.of()).reason()).contains(new Reason.TooShort(1, 0));
    }

    @Property
    void the_size_of_a_month_is_what_going_through_the_earlier_ones_gives(
            @ForAll @Size(min = 14, max = 40) List<@LongRange(min = 1, max = 500) Long> amounts) {
        int last = amounts.size() - 1;
        List<Double> earlier = new ArrayList<>();
        for (int i = 1; i < last; i++) {
            earlier.add(Math.abs(amounts.get(i) / (double) amounts.get(i - 1) - 1));
        }
        Collections.sort(earlier);
        double median = (earlier.get((earlier.size() - 1) / 2) + earlier.get(earlier.size() / 2)) / 2;
        Finding<Fraction> size = MostTelling.size(series(amounts), at(last), 1, Set.of());
        if (median == 0) {
            assertThat(size.reason()).contains(new Reason.NoBase());
            return;
        }
        double expected = Math.abs(amounts.get(last) / (double) amounts.get(last - 1) - 1) / median;
        assertThat(size.value().orElseThrow().toDouble()).isCloseTo(expected, within(1e-9 * (1 + expected)));
        List<Long> longer = new ArrayList<>(amounts);
        longer.add(3L);
        assertThat(MostTelling.size(series(longer), at(last), 1, Set.of())).isEqualTo(size);
        assertThat(MostTelling.size(series(amounts.stream().map(a -> a * 10).toList()), at(last), 1, Set.of()))
                .isEqualTo(size);
    }

    @Property(tries = 200)
    void the_size_of_a_unit_values_change_is_that_of_the_quotients(
            @ForAll @Size(min = 14, max = 30) List<@LongRange(min = 1, max = 500) Long> weights) {
        List<Long> values =
                weights.stream().map(weight -> weight * (1 + weight % 7)).toList();
        int last = weights.size() - 1;
        // The unit values themselves, as a series of whole numbers.
        List<Long> quotients = weights.stream().map(weight -> 1 + weight % 7).toList();
        assertThat(MostTelling.size(series(values), series(weights), at(last), 1, Set.of()))
                .isEqualTo(MostTelling.size(series(quotients), at(last), 1, Set.of()));
        List<Long> threefold = weights.stream().map(weight -> 3 * weight).toList();
        assertThat(MostTelling.size(series(threefold), series(weights), at(last), 1, Set.of())
                        .reason())
                .as("a unit value that never moves")
                .contains(new Reason.NoBase());
    }

    @Property
    void made_up_months_are_left_out_of_what_is_ordinary_as_going_through_the_others_gives(
            @ForAll @Size(value = 30) List<@LongRange(min = 1, max = 500) Long> amounts,
            @ForAll @Size(max = 8) Set<@IntRange(max = 29) Integer> madeUp,
            @ForAll boolean byYear) {
        int last = amounts.size() - 1;
        int lag = byYear ? 12 : 1;
        List<Double> earlier = new ArrayList<>();
        for (int i = lag; i < last; i++) {
            if (!madeUp.contains(i) && !madeUp.contains(i - lag)) {
                earlier.add(Math.abs(amounts.get(i) / (double) amounts.get(i - lag) - 1));
            }
        }
        Set<YearMonth> months = new TreeSet<>();
        madeUp.forEach(i -> months.add(at(i)));

        Finding<Fraction> size = MostTelling.size(series(amounts), at(last), lag, months);

        if (madeUp.contains(last) || madeUp.contains(last - lag)) {
            assertThat(size.reason()).contains(new Reason.QuantityImputed());
            return;
        }
        if (earlier.size() < 12) {
            assertThat(size.reason()).contains(new Reason.TooShort(12, earlier.size()));
            return;
        }
        Collections.sort(earlier);
        double median = (earlier.get((earlier.size() - 1) / 2) + earlier.get(earlier.size() / 2)) / 2;
        if (median == 0) {
            assertThat(size.reason()).contains(new Reason.NoBase());
            return;
        }
        double expected = Math.abs(amounts.get(last) / (double) amounts.get(last - lag) - 1) / median;
        assertThat(size.value().orElseThrow().toDouble()).isCloseTo(expected, within(1e-9 * (1 + expected)));
        List<Long> ones = Collections.nCopies(amounts.size(), 1L);
        assertThat(MostTelling.size(series(amounts), series(ones), at(last), lag, months))
                .as("of a unit value by the same months")
                .isEqualTo(size);
    }
}
