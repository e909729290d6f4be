package dev.customsfeed.publish.figures.event;

import static dev.customsfeed.publish.figures.Months.at;
import static dev.customsfeed.publish.figures.Months.series;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dev.customsfeed.publish.figures.event.EventStudy.Reading;
import dev.customsfeed.publish.figures.event.EventStudy.Test;
import dev.customsfeed.publish.figures.event.EventStudy.Window;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.LongRange;
import net.jqwik.api.constraints.Size;

class EventStudyProperties {

    private static EventStudy study(List<Long> amounts, int event, int months, int period) {
        return EventStudy.of(
                        series(amounts),
                        EventWindows.of(at(event).atDay(1), at(event + months).atDay(1)),
                        at(period),
                        Map.of())
                .value()
                .orElseThrow();
    }

    /** Mean by month of {@code length} months from {@code start}, by that of the twelve before {@code event}, less one. */
    private static double change(List<Long> amounts, int event, int start, int length) {
        double norm = 0;
        for (int i = event - 12; i < event; i++) {
            norm += amounts.get(i) / 12.0;
        }
        double mean = 0;
        for (int i = start; i < start + length; i++) {
            mean += (double) amounts.get(i) / length;
        }
        return mean / norm - 1;
    }

    @Property(tries = 500)
    void it_is_what_going_through_all_dates_by_hand_gives(
            @ForAll @Size(60) List<@LongRange(min = 60, max = 140) Long> amounts,
            @ForAll @IntRange(min = 12, max = 53) int event,
            @ForAll @IntRange(min = 1, max = 4) int months) {
        EventStudy study = study(amounts, event, months, 59);
        double rush = change(amounts, event, event, months);
        double fall = change(amounts, event, event + months, 3);
        List<Integer> dates = new ArrayList<>();
        for (int date = 12; date + months + 3 <= 60; date++) {
            boolean before = date + months + 2 < event;
            boolean after = date - 12 > event + months + 2;
            if (before || after) {
                dates.add(date);
            }
        }
        Window anticipation = study.anticipation().value().orElseThrow();
        Window after = study.after().value().orElseThrow();
        assertThat(study.dates()).isEqualTo(dates.size());
        assertThat(anticipation.change().toDouble()).isCloseTo(rush, within(1e-9));
        assertThat(after.change().toDouble()).isCloseTo(fall, within(1e-9));
        assertThat(study.reading() == Reading.UNTESTABLE).isEqualTo(dates.size() < 19);
        if (dates.size() < 19) {
            assertThat(anticipation.test().value()).isEmpty();
            return;
        }
        long rushes = dates.stream()
                .filter(date -> change(amounts, date, date, months) >= rush - 1e-12)
                .count();
        long falls = dates.stream()
                .filter(date -> change(amounts, date, date + months, 3) <= fall + 1e-12)
                .count();
        Test ofRush = anticipation.test().value().orElseThrow();
        Test ofFall = after.test().value().orElseThrow();
        assertThat(ofRush.p().toDouble()).isCloseTo((1.0 + rushes) / (1 + dates.size()), within(1e-12));
        assertThat(ofFall.p().toDouble()).isCloseTo((1.0 + falls) / (1 + dates.size()), within(1e-12));
        // Beyond the band and a p value of 5% are one thing.
        assertThat(anticipation.change().isAbove(ofRush.ordinary().high())).isEqualTo(ofRush.isBeyondOrdinary());
        assertThat(after.change().isBelow(ofFall.ordinary().low())).isEqualTo(ofFall.isBeyondOrdinary());
    }

    @Property(tries = 200)
    void neither_later_months_nor_the_unit_change_it(
            @ForAll @Size(60) List<@LongRange(min = 60, max = 140) Long> amounts,
            @ForAll @IntRange(min = 12, max = 48) int event) {
        EventStudy study = study(amounts, event, 2, 54);
        assertThat(study(amounts.subList(0, 55), event, 2, 54)).isEqualTo(study);
        List<Long> tenfold = amounts.stream().map(amount -> amount * 10).toList();
        EventStudy scaled = study(tenfold, event, 2, 54);
        assertThat(scaled.reading()).isEqualTo(study.reading());
        assertThat(scaled.payback()).isEqualTo(study.payback());
        assertThat(scaled.anticipation().flatMap(Window::test))
                .isEqualTo(study.anticipation().flatMap(Window::test));
        assertThat(scaled.after().flatMap(Window::test)).isEqualTo(study.after().flatMap(Window::test));
        assertThat(scaled.after().flatMap(Window::sinceSameMonths))
                .isEqualTo(study.after().flatMap(Window::sinceSameMonths));
    }
}
