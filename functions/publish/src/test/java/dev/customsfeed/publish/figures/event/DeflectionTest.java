package dev.customsfeed.publish.figures.event;

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
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.LongRange;
import net.jqwik.api.constraints.Size;
import org.junit.jupiter.api.Test;

class DeflectionTest {

    private static MonthSeries constant(int months, long norm, long since) {
        List<Long> amounts = new ArrayList<>(flat(months, norm));
        amounts.addAll(flat(3, since));
        return series(amounts);
    }

    private static Finding<Deflection> deflection(
            int months, MonthSeries japan, MonthSeries korea, MonthSeries taiwan) {
        Map<String, MonthSeries> third = new LinkedHashMap<>();
        third.put("KR", korea);
        third.put("TW", taiwan);
        MonthSeries all = MonthSeries.sum(List.of(japan, korea, taiwan, constant(months, 40, 41)));
        return Deflection.of(
                japan,
                third,
                all,
                EventWindows.of(at(months).atDay(6), at(months).atDay(6)),
                at(months + 2));
    }

    private static Finding<Deflection> deflection(int months) {
        return deflection(months, constant(months, 30, 15), constant(months, 20, 26), constant(months, 10, 12));
    }

    @Test
    void third_countries_gain_more_than_half_of_what_a_partner_loses() {
        Deflection found = deflection(12).value().orElseThrow();
        assertThat(found.loss()).isEqualTo(Fraction.of(15));
        assertThat(found.gains()).isEqualTo(Map.of("KR", Fraction.of(6), "TW", Fraction.of(2)));
        assertThat(found.gain()).isEqualTo(Fraction.of(8));
        assertThat(found.ofLoss().percent()).isEqualTo("53.33");
        assertThat(found.shareBefore().map(Fraction::percent).value().orElseThrow())
                .isEqualTo("30.00");
        assertThat(found.shareSince().map(Fraction::percent).value().orElseThrow())
                .isEqualTo("15.96");
        assertThat(found.ordinaryGain().reason()).contains(new Reason.Untestable(19, 0));
        assertThat(found.reading()).isEqualTo(Deflection.Reading.UNTESTABLE);
        assertThat(found.hubs()).isEmpty();
    }

    @Test
    void a_gain_is_held_against_the_same_sum_at_other_dates() {
        assertThat(deflection(50).value().orElseThrow().reading()).isEqualTo(Deflection.Reading.GAIN_BEYOND_ORDINARY);
        List<Long> swinging = new ArrayList<>();
        for (int i = 0; i < 50; i++) {
            swinging.add(i / 3 % 2 == 0 ? 5L : 35L);
        }
        swinging.addAll(flat(3, 26));
        Deflection found = deflection(50, constant(50, 30, 15), series(swinging), constant(50, 10, 12))
                .value()
                .orElseThrow();
        assertThat(found.reading()).isEqualTo(Deflection.Reading.WITHIN_ORDINARY);
        assertThat(found.dates()).isEqualTo(36);
    }

    @Test
    void without_a_loss_there_is_nothing_to_deflect() {
        assertThat(deflection(12, constant(12, 30, 30), constant(12, 20, 26), constant(12, 10, 12))
                        .reason())
                .contains(new Reason.NoLoss());
        MonthSeries japan = constant(12, 30, 15);
        EventWindows later = EventWindows.of(at(15).atDay(1), at(15).atDay(1));
        assertThat(Deflection.of(japan, Map.of("KR", japan), japan, later, at(14))
                        .reason())
                .contains(new Reason.NoMonths());
    }

    @Test
    void a_month_that_is_missing_is_no_loss() {
        assertThat(deflection(12, without(constant(12, 30, 15), at(13)), constant(12, 1, 1), constant(12, 1, 1))
                        .reason())
                .contains(new Reason.Incomplete(new TreeSet<>(List.of(at(13)))));
        assertThat(deflection(12, constant(12, 30, 15), without(constant(12, 1, 1), at(4)), constant(12, 1, 1))
                        .reason())
                .contains(new Reason.Incomplete(new TreeSet<>(List.of(at(4)))));
    }

    @Test
    void countries_that_pass_goods_on_are_told() {
        MonthSeries japan = constant(12, 30, 15);
        Map<String, MonthSeries> third = Map.of("SG", japan, "VN", japan, "HK", japan);
        Deflection found = Deflection.of(japan, third, japan, EventWindows.of(at(12).atDay(6), at(12).atDay(6)), at(14))
                .value()
                .orElseThrow();
        assertThat(found.hubs()).containsExactly("HK", "SG");
        assertThat(found.gain().signum()).isEqualTo(-1);
    }

    @Property(tries = 300)
    void the_gain_beyond_which_it_is_no_longer_ordinary_is_that_of_the_dates_by_hand(
            @ForAll @Size(48) List<@LongRange(max = 30) Long> korea,
            @ForAll @Size(48) List<@LongRange(max = 30) Long> taiwan) {
        List<Double> gains = new ArrayList<>();
        for (int date = 12; date + 2 < 45; date++) {
            gains.add(gain(korea, date) + gain(taiwan, date));
        }
        List<Long> japan = new ArrayList<>(flat(45, 10));
        japan.addAll(flat(3, 5));
        Map<String, MonthSeries> third = Map.of("KR", series(korea), "TW", series(taiwan));
        Deflection found = Deflection.of(
                        series(japan), third, series(japan), EventWindows.of(at(45).atDay(1), at(45).atDay(1)), at(47))
                .value()
                .orElseThrow();
        double now = gain(korea, 45) + gain(taiwan, 45);
        assertThat(found.dates()).isEqualTo(gains.size()).isEqualTo(31);
        assertThat(found.gain().toDouble()).isCloseTo(now, within(1e-9));
        assertThat(found.ofLoss().toDouble()).isCloseTo(now / 5, within(1e-9));
        gains.sort(null);
        // Of 31 other dates and itself a twentieth is one: it must lie above the largest.
        assertThat(found.ordinaryGain().value().orElseThrow().toDouble()).isCloseTo(gains.get(30), within(1e-9));

        Deflection tenfold = Deflection.of(
                        series(tenfold(japan)),
                        Map.of("TW", series(tenfold(taiwan)), "KR", series(tenfold(korea))),
                        series(tenfold(japan)),
                        EventWindows.of(at(45).atDay(1), at(45).atDay(1)),
                        at(47))
                .value()
                .orElseThrow();
        assertThat(tenfold.ofLoss()).as("in another unit and order").isEqualTo(found.ofLoss());
        assertThat(tenfold.reading()).isEqualTo(found.reading());
        List<Long> later = new ArrayList<>(korea);
        later.add(1000L);
        assertThat(Deflection.of(
                                series(japan),
                                Map.of("KR", series(later), "TW", series(taiwan)),
                                series(japan),
                                EventWindows.of(at(45).atDay(1), at(45).atDay(1)),
                                at(47))
                        .value())
                .as("with a month that came later")
                .contains(found);
    }

    private static List<Long> tenfold(List<Long> amounts) {
        return amounts.stream().map(amount -> amount * 10).toList();
    }

    private static double gain(List<Long> amounts, int date) {
        return amounts.subList(date, date + 3).stream().mapToLong(a -> a).sum() / 3.0
                - amounts.subList(date - 12, date).stream().mapToLong(a -> a).sum() / 12.0;
    }
}
