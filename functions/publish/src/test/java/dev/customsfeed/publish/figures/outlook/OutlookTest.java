package dev.customsfeed.publish.figures.outlook;

import static dev.customsfeed.publish.figures.Months.at;
import static dev.customsfeed.publish.figures.Months.flat;
import static dev.customsfeed.publish.figures.Months.series;
import static dev.customsfeed.publish.figures.Months.without;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dev.customsfeed.publish.figures.Finding;
import dev.customsfeed.publish.figures.Fraction;
import dev.customsfeed.publish.figures.MonthSeries;
import dev.customsfeed.publish.figures.Reason;
import dev.customsfeed.publish.figures.outlook.Outlook.Outcome;
import dev.customsfeed.publish.figures.outlook.Outlook.Range;
import dev.customsfeed.publish.figures.trade.Span;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.List;
import java.util.TreeSet;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.LongRange;
import net.jqwik.api.constraints.Size;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class OutlookTest {

    @Test
    void of_twelve_errors_the_eleventh_bounds_the_range() {
        List<Long> months = new ArrayList<>(flat(3, 1_000_000_000_000L));
        int[] hundredths = {-5, 12, 1, -9, 3, 11, -2, 8, -10, 4, 7, -6};
        for (int error : hundredths) {
            int size = months.size();
            double mean = (months.get(size - 1) + months.get(size - 2) + months.get(size - 3)) / 3.0;
            months.add(Math.round(mean * Math.exp(error / 100.0)));
        }
        PastErrors errors = new PastErrors(months.stream().mapToLong(i -> i).toArray(), 1, 1);
        assertThat(errors.factor(13)).as("eleven are too few").isEmpty();
        Fraction factor = errors.factor(14).orElseThrow();
        assertThat(Math.log(factor.toDouble())).isCloseTo(0.11, within(1e-9));
        PastErrors last = new PastErrors(new long[] {90, 100, 110}, 1, 1);
        assertThat(last.expected(2)).isEqualTo(Fraction.of(100));
        assertThat(last.expected(2).dividedBy(factor).rounded(2)).isEqualTo("89.58");
        assertThat(last.expected(2).times(factor).rounded(2)).isEqualTo("111.63");
    }

    @ParameterizedTest
    @CsvSource({
        "2025-05, 2025-06..2025-06 2025-07..2025-07 2025-08..2025-08",
        "2025-09, 2025-10..2025-10 2025-11..2025-11 2025-12..2025-12",
        // January would stand alone.
        "2025-10, 2025-11..2025-11 2025-12..2025-12",
        "2025-11, 2025-12..2025-12 2026-01..2026-02",
        "2025-12, 2026-01..2026-02 2026-03..2026-03",
        // January is known.
        "2026-01, 2026-03..2026-03 2026-04..2026-04",
        "2026-02, 2026-03..2026-03 2026-04..2026-04 2026-05..2026-05",
    })
    void january_and_february_are_one_sum_or_not_given(YearMonth period, String spans) {
        Outlook outlook = Outlook.of(series(flat(100, 7)), period).value().orElseThrow();
        assertThat(outlook.ranges().stream()
                        .map(range -> range.span().first() + ".." + range.span().last()))
                .containsExactly(spans.split(" "));
        assertThat(outlook.ranges()).allSatisfy(range -> {
            assertThat(range.expected())
                    .isEqualTo(Fraction.of(7L * range.span().length()))
                    .isEqualTo(range.low())
                    .isEqualTo(range.high());
            assertThat(range.covered()).isEqualTo(range.origins());
        });
        assertThat(outlook.basis()).isEqualTo(new Span(period.minusMonths(2), period));
    }

    @Test
    void sixty_months_have_given_twenty_four_ranges_for_the_next() {
        // 2019-01 and sixty months: December 2023.
        Outlook outlook = Outlook.of(series(flat(60, 7)), at(59)).value().orElseThrow();
        assertThat(outlook.ranges().get(0).origins()).as("two months ahead").isEqualTo(23);
        Outlook june = Outlook.of(series(flat(66, 7)), at(65)).value().orElseThrow();
        assertThat(june.ranges()).extracting(Range::origins).containsExactly(30, 29, 28);
    }

    @Test
    void it_takes_36_months_in_a_row() {
        assertThat(Outlook.of(series(flat(35, 7)), at(34)).reason()).contains(new Reason.TooShort(36, 35));
        assertThat(Outlook.of(series(flat(36, 7)), at(35))
                        .map(outlook -> outlook.ranges().get(0).origins())
                        .value())
                .contains(0);
        assertThat(Outlook.of(without(series(flat(40, 7)), at(20)), at(39)).reason())
                .contains(new Reason.Incomplete(new TreeSet<>(List.of(at(20)))));
        assertThat(Outlook.of(without(series(flat(40, 7)), at(3)), at(39)).value())
                .isPresent();
    }

    @Test
    void of_nothing_there_is_no_range() {
        assertThat(Outlook.of(series(flat(40, 0)), at(39)).reason()).contains(new Reason.NoBase());
        List<Long> now_and_then = new ArrayList<>();
        for (int i = 0; i < 40; i++) {
            now_and_then.add(i % 2 == 0 ? 0L : 5L);
        }
        assertThat(Outlook.of(series(now_and_then), at(39)).reason()).contains(new Reason.NoBase());
    }

    @Test
    void last_months_range_is_held_against_what_came() {
        List<Long> amounts = new ArrayList<>();
        for (int i = 0; i < 40; i++) {
            amounts.add(1000L + i * 7 % 11 * 10);
        }
        Outcome fine = Outlook.of(series(amounts), at(39))
                .value()
                .flatMap(Outlook::last)
                .orElseThrow();
        assertThat(fine.range())
                .isEqualTo(Outlook.of(series(amounts), at(38))
                        .value()
                        .orElseThrow()
                        .ranges()
                        .get(0));
        assertThat(fine.held()).isTrue();
        amounts.set(39, 2000L);
        Outcome beyond = Outlook.of(series(amounts), at(39))
                .value()
                .flatMap(Outlook::last)
                .orElseThrow();
        assertThat(beyond.held()).isFalse();
        assertThat(beyond.actual()).isEqualTo(2000);
        assertThat(Outlook.of(series(amounts), at(35)).value().flatMap(Outlook::last))
                .as("nothing was given before")
                .isEmpty();
    }

    @Test
    void what_was_given_for_january_and_february_is_told_in_february() {
        assertThat(Outlook.of(series(flat(49, 7)), at(48)).value().flatMap(Outlook::last))
                .as("January")
                .isEmpty();
        Outcome outcome = Outlook.of(series(flat(50, 7)), at(49))
                .value()
                .flatMap(Outlook::last)
                .orElseThrow();
        assertThat(outcome.range().span()).isEqualTo(new Span(at(48), at(49)));
        assertThat(outcome.actual()).isEqualTo(14);
        assertThat(outcome.range())
                .isEqualTo(Outlook.of(series(flat(48, 7)), at(47))
                        .value()
                        .orElseThrow()
                        .ranges()
                        .get(0));
    }

    @Property(tries = 300)
    void ranges_and_their_past_are_what_going_through_all_origins_gives(
            @ForAll @Size(55) List<@LongRange(min = 50, max = 150) Long> amounts,
            @ForAll @IntRange(min = 35, max = 54) int last) {
        Outlook outlook = Outlook.of(series(amounts), at(last)).value().orElseThrow();
        for (Range range : outlook.ranges()) {
            int ahead = (int) at(last).until(range.span().first(), java.time.temporal.ChronoUnit.MONTHS);
            int length = range.span().length();
            double bound = bound(amounts, last, ahead, length);
            double expected = mean(amounts, last) * length;
            assertThat(range.expected().toDouble()).isCloseTo(expected, within(1e-9));
            assertThat(range.low().toDouble()).isCloseTo(expected * Math.exp(-bound), within(1e-6));
            assertThat(range.high().toDouble()).isCloseTo(expected * Math.exp(bound), within(1e-6));
            int origins = 0;
            int covered = 0;
            for (int origin = 35; origin + ahead + length - 1 <= last; origin++) {
                origins++;
                if (error(amounts, origin, ahead, length) <= bound(amounts, origin, ahead, length) + 1e-12) {
                    covered++;
                }
            }
            assertThat(range.origins()).isEqualTo(origins);
            assertThat(range.covered()).isEqualTo(covered);
        }
    }

    @Property(tries = 200)
    void so_many_months_give_what_they_alone_would_and_are_held_against_what_as_many_gave(
            @ForAll @Size(60) List<@LongRange(min = 50, max = 150) Long> amounts,
            @ForAll @IntRange(min = 40, max = 59) int last,
            @ForAll @IntRange(min = 36, max = 50) int most) {
        Outlook outlook = Outlook.of(series(amounts), at(last), most).value().orElseThrow();
        assertThat(outlook.ranges()).isEqualTo(alone(amounts, last, most).ranges());
        assertThat(outlook.last().isPresent())
                .as("of January nothing is given alone")
                .isEqualTo(at(last).getMonthValue() != 1);
        outlook.last().ifPresent(outcome -> assertThat(outcome.range())
                .isEqualTo(alone(amounts, last - outcome.range().span().length(), most)
                        .ranges()
                        .get(0)));
    }

    /** The outlook of a series that has no more months than that. */
    private static Outlook alone(List<Long> amounts, int last, int most) {
        MonthSeries series = series(amounts);
        for (int i = 0; i <= last - most; i++) {
            series = without(series, at(i));
        }
        return Outlook.of(series, at(last)).value().orElseThrow();
    }

    private static double mean(List<Long> amounts, int last) {
        return (amounts.get(last) + amounts.get(last - 1) + amounts.get(last - 2)) / 3.0;
    }

    private static double error(List<Long> amounts, int origin, int ahead, int length) {
        double actual = 0;
        for (int i = 0; i < length; i++) {
            actual += amounts.get(origin + ahead + i);
        }
        return Math.abs(Math.log(actual / (mean(amounts, origin) * length)));
    }

    private static double bound(List<Long> amounts, int last, int ahead, int length) {
        List<Double> errors = new ArrayList<>();
        for (int origin = 2; origin + ahead + length - 1 <= last; origin++) {
            errors.add(error(amounts, origin, ahead, length));
        }
        errors.sort(null);
        return errors.get((int) Math.ceil((errors.size() + 1) * 0.8 - 1e-9) - 1);
    }

    @Property(tries = 200)
    void neither_later_months_nor_the_unit_change_it(
            @ForAll @Size(50) List<@LongRange(max = 150) Long> amounts,
            @ForAll @IntRange(min = 30, max = 48) int last) {
        Finding<Outlook> outlook = Outlook.of(series(amounts), at(last));
        assertThat(Outlook.of(series(amounts.subList(0, last + 1)), at(last))).isEqualTo(outlook);
        List<Long> tenfold = amounts.stream().map(amount -> amount * 10).toList();
        assertThat(Outlook.of(series(tenfold), at(last)).map(OutlookTest::scaleless))
                .isEqualTo(outlook.map(OutlookTest::scaleless));
    }

    private static List<List<Object>> scaleless(Outlook outlook) {
        return outlook.ranges().stream()
                .map(range -> List.<Object>of(
                        range.span(),
                        range.high().dividedBy(range.expected()),
                        range.low().dividedBy(range.expected()),
                        range.origins(),
                        range.covered()))
                .toList();
    }
}
