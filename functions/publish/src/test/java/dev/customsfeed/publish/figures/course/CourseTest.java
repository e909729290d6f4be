package dev.customsfeed.publish.figures.course;

import static dev.customsfeed.publish.figures.Months.at;
import static dev.customsfeed.publish.figures.Months.flat;
import static dev.customsfeed.publish.figures.Months.series;
import static dev.customsfeed.publish.figures.Months.without;
import static org.assertj.core.api.Assertions.assertThat;

import dev.customsfeed.publish.figures.Fraction;
import dev.customsfeed.publish.figures.MonthSeries;
import dev.customsfeed.publish.figures.Reason;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.TreeSet;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class CourseTest {

    @Test
    void growth_from_a_tenth_of_what_is_usual_is_from_a_low_base() {
        List<Long> usual = new ArrayList<>(flat(24, 1000));
        usual.add(99L);
        assertThat(LowBase.of(series(usual), at(24)).value())
                .contains(new LowBase(at(24), 99, Fraction.of(1000), true));
        usual.set(24, 100L);
        assertThat(LowBase.of(series(usual), at(24)).map(LowBase::isLow).value())
                .contains(false);
        assertThat(LowBase.of(series(usual), at(23)).reason()).contains(new Reason.TooShort(25, 24));
    }

    /** Three months at a level a year ago make the change of every three months what this says, in percent. */
    private static MonthSeries withChanges(long... changes) {
        // Sums of three months are as wanted if each month is the sum wanted less the two months before it.
        List<Long> amounts = new ArrayList<>(flat(14, 1000));
        for (long change : changes) {
            int next = amounts.size();
            long before = amounts.get(next - 12) + amounts.get(next - 13) + amounts.get(next - 14);
            amounts.add(before + before * change / 100 - amounts.get(next - 1) - amounts.get(next - 2));
        }
        return series(amounts);
    }

    @ParameterizedTest
    @CsvSource({
        "0 0 0 0 0 0 0 9 9 9 9 9 9, rising",
        "0 0 0 0 0 0 0 0 9 9 9 9 9, no-direction",
        "0 0 0 0 0 0 0 -9 -9 -9 -9 -9 -9, falling",
        "0 0 0 0 0 0 0 9 9 9 0 0 0, peaked",
        "0 0 0 0 0 0 0 0 9 9 0 0 0, no-direction",
        "0 0 0 0 0 0 0 -9 -9 -9 0 0 9, recovering",
        "0 0 9 9 9 0 -9 -9 0 0 0 9 9, dip-and-recovery",
        "0 0 9 9 9 0 -9 -9 0 0 0 0 9, no-direction",
        "0 0 0 0 0 0 0 0 0 0 0 0 0, no-direction",
    })
    void a_shape_has_one_of_six_names(String changes, String shape) {
        long[] all = LongStream.of(java.util.Arrays.stream(changes.split(" "))
                        .mapToLong(Long::parseLong)
                        .toArray())
                .toArray();
        assertThat(Shape.of(withChanges(all), at(26)).map(Shape::id).value()).contains(shape);
    }

    @ParameterizedTest
    @CsvSource({
        // 5% is not above 5%, but 4.5% is not out of it either once it was.
        "0 0 0 0 0 0 0 5 5 5 5 5 5, no-direction",
        "0 0 0 0 0 0 0 6 5 5 5 5 5, rising",
        "0 0 0 0 0 0 0 6 4 6 6 6 6, no-direction",
        // The month before the twelve says what they begin with.
        "6 5 5 5 0 0 0 0 0 0 0 0 0, peaked",
        "0 5 5 5 0 0 0 0 0 0 0 0 0, no-direction",
    })
    void a_state_is_left_a_point_beyond_its_bound(String changes, String shape) {
        a_shape_has_one_of_six_names(changes, shape);
    }

    @Test
    void a_shape_takes_27_months_and_a_base() {
        assertThat(Shape.of(series(flat(26, 1)), at(25)).reason()).contains(new Reason.TooShort(27, 26));
        assertThat(Shape.of(without(series(flat(30, 1)), at(9)), at(29)).reason())
                .contains(new Reason.Incomplete(new TreeSet<>(List.of(at(9)))));
        assertThat(Shape.of(series(flat(27, 0)), at(26)).reason()).contains(new Reason.NoBase());
    }

    @Test
    void a_headline_is_stable_within_five_points_and_of_one_sign() {
        assertThat(new Stability(Fraction.of(10, 100), Fraction.of(15, 100), Fraction.of(5, 100)).isStable())
                .isTrue();
        assertThat(new Stability(Fraction.of(10, 100), Fraction.of(1501, 10_000), Fraction.of(5, 100)).isStable())
                .isFalse();
        assertThat(new Stability(Fraction.of(1, 100), Fraction.of(1, 100), Fraction.of(-1, 100)).isStable())
                .isFalse();
        assertThat(Stability.of(series(flat(29, 1)), at(28)).reason()).contains(new Reason.TooShort(30, 29));
        assertThat(Stability.of(series(flat(30, 0)), at(29)).reason()).contains(new Reason.NoBase());
    }

    @Test
    void a_run_counts_only_months_that_are_there() {
        assertThat(Run.of(series(5, 4, 5, 6, 7), at(4), 1).value()).contains(new Run(true, 3, true));
        assertThat(Run.of(series(5, 4, 3), at(2), 1).value()).contains(new Run(false, 2, false));
        assertThat(Run.of(without(series(1, 2, 3, 4, 5), at(1)), at(4), 1).value())
                .contains(new Run(true, 2, false));
        assertThat(Run.of(series(5, 5), at(1), 1).reason()).contains(new Reason.Unchanged());
        assertThat(Run.of(series(5), at(0), 1).reason()).contains(new Reason.TooShort(2, 1));
        List<Long> year = new ArrayList<>(flat(12, 5));
        year.addAll(List.of(4L, 6L, 7L));
        assertThat(Run.of(series(year), at(14), 12).value()).contains(new Run(true, 2, true));
    }

    /** A month in the middle of the thirteen that a year-on-year run is held over need not be there. */
    @Test
    void a_run_of_years_needs_the_months_that_it_compares_and_no_others() {
        List<Long> year = new ArrayList<>(flat(12, 5));
        year.add(6L);
        assertThat(Run.of(without(series(year), at(5)), at(12), 12).value()).contains(new Run(true, 1, false));
        assertThat(Run.of(without(series(flat(14, 5)), at(1)), at(13), 12).reason())
                .contains(new Reason.Incomplete(new TreeSet<>(List.of(at(1)))));
    }

    @Test
    void a_record_is_one_as_far_as_the_months_reach() {
        assertThat(HighOrLow.of(series(9, 1, 2, 8), at(3)).value())
                .contains(new HighOrLow(true, 2, Optional.of(at(0))));
        assertThat(HighOrLow.of(series(9, 1, 2, 10), at(3)).value()).contains(new HighOrLow(true, 3, Optional.empty()));
        assertThat(HighOrLow.of(without(series(9, 1, 2, 8), at(1)), at(3)).value())
                .contains(new HighOrLow(true, 1, Optional.empty()));
        assertThat(HighOrLow.of(series(3, 2), at(1)).value()).contains(new HighOrLow(false, 1, Optional.empty()));
        assertThat(HighOrLow.of(series(2, 2), at(1)).reason()).contains(new Reason.Unchanged());
        assertThat(HighOrLow.of(series(2), at(0)).reason()).contains(new Reason.TooShort(2, 1));
    }
}
