package dev.customsfeed.publish.figures.event;

import static dev.customsfeed.publish.figures.Months.at;
import static dev.customsfeed.publish.figures.Months.flat;
import static dev.customsfeed.publish.figures.Months.last;
import static dev.customsfeed.publish.figures.Months.series;
import static dev.customsfeed.publish.figures.Months.without;
import static org.assertj.core.api.Assertions.assertThat;

import dev.customsfeed.publish.figures.Finding;
import dev.customsfeed.publish.figures.Fraction;
import dev.customsfeed.publish.figures.MonthSeries;
import dev.customsfeed.publish.figures.Reason;
import dev.customsfeed.publish.figures.event.EventStudy.Payment;
import dev.customsfeed.publish.figures.event.EventStudy.Reading;
import dev.customsfeed.publish.figures.event.EventStudy.Relative;
import dev.customsfeed.publish.figures.event.EventStudy.Window;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;

class EventStudyTest {

    /** Announced on the tenth of a month, in force from the first of the month after next. */
    private static EventWindows event(int index) {
        return EventWindows.of(at(index).atDay(10), at(index + 2).atDay(1));
    }

    /** What is as it always was, give or take up to three percent, until these months. */
    private static List<Long> ordinary(int count, long... then) {
        List<Long> amounts = new ArrayList<>();
        for (int i = 0; i < count; i++) {
            amounts.add(100L + (i * 5 % 7 - 3));
        }
        for (long amount : then) {
            amounts.add(amount);
        }
        return amounts;
    }

    private static EventStudy study(List<Long> amounts, int event) {
        return EventStudy.of(series(amounts), event(event), last(amounts), Map.of())
                .value()
                .orElseThrow();
    }

    @Test
    void a_rush_and_what_it_was_paid_back_with() {
        List<Long> amounts = new ArrayList<>(flat(12, 100));
        amounts.addAll(List.of(130L, 150L, 60L, 80L, 100L));
        EventStudy study = study(amounts, 12);
        Window rush = study.anticipation().value().orElseThrow();
        Window fall = study.after().value().orElseThrow();
        assertThat(study.norm()).isEqualTo(Fraction.of(100));
        assertThat(rush.sum()).isEqualTo(280);
        assertThat(rush.change().percent()).isEqualTo("40.00");
        assertThat(rush.excess()).isEqualTo(Fraction.of(80));
        assertThat(fall.sum()).isEqualTo(240);
        assertThat(fall.change().percent()).isEqualTo("-20.00");
        assertThat(fall.excess()).isEqualTo(Fraction.of(-60));
        assertThat(study.payback()).contains(Fraction.of(3, 4));
        assertThat(study.reading()).isEqualTo(Reading.UNTESTABLE);
        assertThat(study.payment()).isEmpty();
        assertThat(rush.test().reason()).contains(new Reason.Untestable(19, 0));
        assertThat(rush.sinceSameMonths().reason()).contains(new Reason.TooShort(36, 12));
    }

    @Test
    void thirty_five_months_before_make_nineteen_other_dates_and_no_fewer_do() {
        EventStudy study = study(ordinary(35, 130, 150, 60, 80, 100), 35);
        assertThat(study.dates()).isEqualTo(19);
        assertThat(study.anticipation()
                        .value()
                        .orElseThrow()
                        .test()
                        .value()
                        .orElseThrow()
                        .p())
                .isEqualTo(Fraction.of(1, 20));
        assertThat(study.reading()).isEqualTo(Reading.RUSH_AND_PAYBACK);
        assertThat(study.payment()).contains(Payment.BROUGHT_FORWARD);
        EventStudy shorter = study(ordinary(34, 130, 150, 60, 80, 100), 34);
        assertThat(shorter.dates()).isEqualTo(18);
        assertThat(shorter.reading()).isEqualTo(Reading.UNTESTABLE);
        assertThat(shorter.anticipation().value().orElseThrow().test().reason())
                .contains(new Reason.Untestable(19, 18));
    }

    @Test
    void each_reading() {
        assertThat(study(ordinary(50, 130, 150, 100, 100, 100), 50).reading()).isEqualTo(Reading.RUSH);
        assertThat(study(ordinary(50, 130, 150, 100, 100, 100), 50).payment()).contains(Payment.NOT_PAID_BACK_SO_FAR);
        assertThat(study(ordinary(50, 130, 150, 97, 97, 50), 50).payment()).isEqualTo(java.util.Optional.empty());
        assertThat(study(ordinary(50, 100, 100, 70, 60, 60), 50).reading()).isEqualTo(Reading.FALL);
        assertThat(study(ordinary(50, 100, 100, 70, 60, 60), 50).payment()).isEmpty();
        assertThat(study(ordinary(50, 100, 100, 100, 100, 100), 50).reading()).isEqualTo(Reading.WITHIN_ORDINARY);
    }

    @Test
    void what_is_not_over_is_told_as_far_as_it_is_and_nothing_is_paid_back_yet() {
        EventStudy study = study(ordinary(50, 130, 150, 60), 50);
        assertThat(study.after().value().orElseThrow().sum()).isEqualTo(60);
        assertThat(study.payback()).isEmpty();
        assertThat(study.payment()).isEmpty();
        assertThat(study.reading()).isEqualTo(Reading.RUSH_AND_PAYBACK);
        EventStudy before = study(ordinary(50, 130), 50);
        assertThat(before.after().reason()).contains(new Reason.NoMonths());
        assertThat(before.reading()).isEqualTo(Reading.RUSH);
        assertThat(EventStudy.of(series(ordinary(50)), event(50), at(49), Map.of())
                        .reason())
                .contains(new Reason.NoMonths());
    }

    @Test
    void an_event_that_is_in_force_at_once_has_no_rush() {
        List<Long> amounts = ordinary(50, 60, 60, 60);
        EventStudy study = EventStudy.of(
                        series(amounts), EventWindows.of(at(50).atDay(6), at(50).atDay(6)), at(52), Map.of())
                .value()
                .orElseThrow();
        assertThat(study.anticipation().reason()).contains(new Reason.NoMonths());
        assertThat(study.payback()).isEmpty();
        assertThat(study.reading()).isEqualTo(Reading.FALL);
    }

    @Test
    void other_dates_lie_on_both_sides_and_clear_of_the_windows() {
        // Twelve months of norm and five of windows: from 12 to 23 before, from 45 to 62 after.
        assertThat(study(ordinary(67), 28).dates()).isEqualTo(12 + 18);
    }

    @Test
    void months_that_are_missing_are_never_counted_as_nothing() {
        MonthSeries series = series(ordinary(50, 130, 150, 60, 80, 100));
        assertThat(EventStudy.of(without(series, at(45)), event(50), at(54), Map.of())
                        .reason())
                .contains(new Reason.Incomplete(new TreeSet<>(List.of(at(45)))));
        assertThat(EventStudy.of(without(series, at(53)), event(50), at(54), Map.of())
                        .reason())
                .contains(new Reason.Incomplete(new TreeSet<>(List.of(at(53)))));
        assertThat(EventStudy.of(without(series, at(20)), event(50), at(54), Map.of())
                        .map(EventStudy::dates)
                        .value())
                .contains(34 - 17);
        assertThat(EventStudy.of(series(flat(60, 0)), event(50), at(54), Map.of())
                        .reason())
                .contains(new Reason.NoBase());
        assertThat(EventStudy.of(series(flat(60, 1)), event(5), at(54), Map.of())
                        .reason())
                .contains(new Reason.TooShort(12, 5));
    }

    @Test
    void windows_are_held_against_the_same_months_of_three_earlier_years() {
        List<Long> amounts = new ArrayList<>();
        for (int i = 0; i < 36; i++) {
            // Every year the same: a dip in the first two months.
            amounts.add(i % 12 < 2 ? 50L : 110L);
        }
        amounts.addAll(List.of(55L, 45L, 110L, 110L, 55L));
        EventStudy study = study(amounts, 36);
        assertThat(study.anticipation().value().orElseThrow().change().percent())
                .isEqualTo("-50.00");
        assertThat(study.anticipation().value().orElseThrow().sinceSameMonths().value())
                .contains(Fraction.ZERO);
        assertThat(study.after()
                        .value()
                        .orElseThrow()
                        .sinceSameMonths()
                        .map(Fraction::percent)
                        .value())
                .contains(new BigDecimal("-16.67"));
        assertThat(study(amounts.subList(1, amounts.size()), 35)
                        .anticipation()
                        .value()
                        .orElseThrow()
                        .sinceSameMonths()
                        .reason())
                .contains(new Reason.TooShort(36, 35));
    }

    @Test
    void a_comparison_tells_what_all_goods_did() {
        List<Long> amounts = ordinary(50, 130, 150, 97, 101, 102);
        List<Long> calm = new ArrayList<>();
        for (int i = 0; i < 55; i++) {
            calm.add(1000L + (i * 3 % 11 - 5));
        }
        List<Long> collapsing = new ArrayList<>(calm);
        collapsing.set(53, 200L);
        Map<String, Finding<Relative>> relative = EventStudy.of(
                        series(amounts),
                        event(50),
                        at(54),
                        Map.of(
                                "calm",
                                series(calm),
                                "collapsing",
                                series(collapsing),
                                "short",
                                series(calm.subList(0, 3)),
                                "young",
                                without(series(calm), at(30)),
                                "itself",
                                series(ordinary(50, 100, 100, 100, 100, 100))))
                .value()
                .orElseThrow()
                .comparisons();
        Relative calmly = relative.get("calm").value().orElseThrow();
        assertThat(calmly.anticipation().orElseThrow().change().toDouble()).isBetween(0.38, 0.42);
        assertThat(calmly.anticipation().orElseThrow().test().isBeyondOrdinary())
                .isTrue();
        assertThat(calmly.after().orElseThrow().test().isBeyondOrdinary()).isFalse();
        assertThat(relative.get("collapsing").reason()).contains(new Reason.LeftItsBand());
        assertThat(relative.get("short").reason()).isPresent();
        assertThat(relative.get("young").reason()).contains(new Reason.Untestable(19, 17));
        assertThat(relative.get("itself").value()).isPresent();
    }

    @Test
    void names_are_those_of_reports() {
        assertThat(Reading.RUSH_AND_PAYBACK.id()).isEqualTo("rush-and-payback");
        assertThat(Payment.NOT_PAID_BACK_SO_FAR.id()).isEqualTo("not-paid-back-so-far");
        assertThat(Deflection.Reading.GAIN_BEYOND_ORDINARY.id()).isEqualTo("gain-beyond-ordinary");
    }
}
