package dev.customsfeed.publish.figures.course;

import static dev.customsfeed.publish.figures.Months.at;
import static dev.customsfeed.publish.figures.Months.last;
import static dev.customsfeed.publish.figures.Months.series;
import static org.assertj.core.api.Assertions.assertThat;

import dev.customsfeed.publish.figures.Finding;
import dev.customsfeed.publish.figures.MonthSeries;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.List;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.LongRange;
import net.jqwik.api.constraints.Size;

/** What holds of every statistic of a series' course. */
class CourseProperties {

    private static List<Finding<?>> all(MonthSeries series, YearMonth period) {
        return List.of(
                TwelveMonths.of(series, period).flatMap(TwelveMonths::change),
                LowBase.of(series, period.minusMonths(1)).map(LowBase::isLow),
                Shape.of(series, period),
                Stability.of(series, period),
                Run.of(series, period, 1),
                Run.of(series, period, 12),
                HighOrLow.of(series, period));
    }

    @Property
    void months_that_come_later_change_nothing_of_what_was_said(
            @ForAll @Size(min = 1, max = 40) List<@LongRange(max = 300) Long> amounts,
            @ForAll @Size(min = 1, max = 4) List<@LongRange(max = 300) Long> later) {
        List<Long> longer = new ArrayList<>(amounts);
        longer.addAll(later);
        assertThat(all(series(longer), last(amounts))).isEqualTo(all(series(amounts), last(amounts)));
    }

    @Property
    void it_does_not_matter_what_unit_they_are_in(
            @ForAll @Size(min = 1, max = 40) List<@LongRange(max = 300) Long> amounts) {
        List<Long> tenfold = amounts.stream().map(amount -> amount * 10).toList();
        assertThat(all(series(tenfold), last(amounts))).isEqualTo(all(series(amounts), last(amounts)));
    }

    @Property
    void a_base_is_low_below_a_tenth_of_the_median_of_the_24_months_before(
            @ForAll @Size(25) List<@LongRange(max = 60) Long> amounts) {
        List<Long> sorted = amounts.subList(0, 24).stream().sorted().toList();
        double median = (sorted.get(11) + sorted.get(12)) / 2.0;
        LowBase found = LowBase.of(series(amounts), at(24)).value().orElseThrow();
        assertThat(found.isLow()).isEqualTo(10 * amounts.get(24) < median);
        assertThat(found.median().toDouble()).isEqualTo(median);
    }

    /** Told state by state and by hand, without patterns. */
    @Property(tries = 2000)
    void the_shape_is_what_its_definition_says(
            @ForAll @Size(27) List<@LongRange(min = 80, max = 120) Long> noise,
            @ForAll @Size(27) List<@LongRange(min = 2, max = 4) Long> level) {
        List<Long> amounts = new ArrayList<>();
        for (int i = 0; i < noise.size(); i++) {
            // Levels last for four months, so that there are shapes to be seen.
            amounts.add(level.get(i / 4) * noise.get(i));
        }
        int[] states = new int[13];
        for (int i = 0; i < 13; i++) {
            int end = 14 + i;
            long now = amounts.get(end) + amounts.get(end - 1) + amounts.get(end - 2);
            long before = amounts.get(end - 12) + amounts.get(end - 13) + amounts.get(end - 14);
            long hundredfold = 100 * (now - before);
            int was = i == 0 ? 0 : states[i - 1];
            if (hundredfold > 5 * before || was == 1 && hundredfold > 4 * before) {
                states[i] = 1;
            } else if (hundredfold < -5 * before || was == -1 && hundredfold < -4 * before) {
                states[i] = -1;
            }
        }
        assertThat(Shape.of(series(amounts), at(26)).value()).contains(naive(states));
    }

    private static Shape naive(int[] states) {
        int ups = trailing(states, 13, s -> s == 1);
        int downs = trailing(states, 13, s -> s == -1);
        int notUps = trailing(states, 13, s -> s != 1);
        int notDowns = trailing(states, 13, s -> s != -1);
        if (ups >= 6) {
            return Shape.RISING;
        }
        if (downs >= 6) {
            return Shape.FALLING;
        }
        if (notUps >= 3 && trailing(states, 13 - notUps, s -> s == 1) >= 3) {
            return Shape.PEAKED;
        }
        if (notDowns >= 3 && trailing(states, 13 - notDowns, s -> s == -1) >= 3) {
            return Shape.RECOVERING;
        }
        if (ups >= 2) {
            for (int dip = 13 - ups; dip > 4; dip--) {
                if (trailing(states, dip, s -> s == -1) >= 2) {
                    for (int end = dip - 2; end >= 4; end--) {
                        if (trailing(states, end, s -> s == 1) >= 3) {
                            return Shape.DIP_AND_RECOVERY;
                        }
                    }
                }
            }
        }
        return Shape.NO_DIRECTION;
    }

    /** How many of the states before {@code end} are such, those of the twelve months alone. */
    private static int trailing(int[] states, int end, java.util.function.IntPredicate such) {
        int count = 0;
        while (end - count > 1 && such.test(states[end - count - 1])) {
            count++;
        }
        return count;
    }

    @Property
    void a_headline_is_stable_where_it_was_so_three_and_six_months_ago(
            @ForAll @Size(30) List<@LongRange(min = 50, max = 75) Long> amounts) {
        double[] changes = new double[3];
        for (int i = 0; i < 3; i++) {
            int end = 30 - 3 * i;
            double now =
                    amounts.subList(end - 12, end).stream().mapToLong(a -> a).sum();
            double before = amounts.subList(end - 24, end - 12).stream()
                    .mapToLong(a -> a)
                    .sum();
            changes[i] = 100 * (now - before) / before;
        }
        boolean expected = true;
        for (int i = 1; i < 3; i++) {
            expected &=
                    Math.signum(changes[i]) == Math.signum(changes[0]) && Math.abs(changes[i] - changes[0]) <= 5 + 1e-9;
        }
        Stability found = Stability.of(series(amounts), at(29)).value().orElseThrow();
        assertThat(found.isStable()).isEqualTo(expected);
        assertThat(found.sixMonthsAgo().toDouble()).isCloseTo(changes[2] / 100, within());
    }

    private static org.assertj.core.data.Offset<Double> within() {
        return org.assertj.core.data.Offset.offset(1e-12);
    }

    @Property
    void a_run_and_a_record_are_what_counting_back_gives(
            @ForAll @Size(min = 2, max = 20) List<@LongRange(max = 6) Long> amounts) {
        int end = amounts.size() - 1;
        Finding<Run> run = Run.of(series(amounts), at(end), 1);
        Finding<HighOrLow> record = HighOrLow.of(series(amounts), at(end));
        int direction = Long.compare(amounts.get(end), amounts.get(end - 1));
        assertThat(run.value().isPresent()).isEqualTo(direction != 0);
        assertThat(record.value().isPresent()).isEqualTo(direction != 0);
        if (direction == 0) {
            return;
        }
        int start = end;
        while (start > 0 && Long.compare(amounts.get(start), amounts.get(start - 1)) == direction) {
            start--;
        }
        assertThat(run.value()).contains(new Run(direction > 0, end - start, start > 0));
        int other = end - 1;
        while (other >= 0 && Long.compare(amounts.get(end), amounts.get(other)) == direction) {
            other--;
        }
        assertThat(record.value())
                .contains(new HighOrLow(
                        direction > 0,
                        end - 1 - other,
                        other < 0 ? java.util.Optional.empty() : java.util.Optional.of(at(other))));
    }
}
