package dev.customsfeed.publish.figures.value;

import static dev.customsfeed.publish.figures.Months.at;
import static dev.customsfeed.publish.figures.Months.series;
import static org.assertj.core.api.Assertions.assertThat;

import dev.customsfeed.publish.figures.Finding;
import dev.customsfeed.publish.figures.Fraction;
import dev.customsfeed.publish.figures.MonthSeries;
import dev.customsfeed.publish.figures.Reason;
import dev.customsfeed.publish.figures.trade.Amount;
import dev.customsfeed.publish.figures.trade.Span;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.LongRange;
import net.jqwik.api.constraints.Size;
import org.junit.jupiter.api.Test;

class UnusualUnitValueTest {

    private static final long TONNE = 1_000_000;

    /** Whole tonnes at these prices by tonne, month by month. */
    private static Finding<Optional<UnusualUnitValue>> of(long tonnes, List<Long> pricesPerTonne) {
        List<Long> weights = pricesPerTonne.stream()
                .map(price -> price == 0 ? 0 : tonnes * TONNE)
                .toList();
        List<Long> values =
                pricesPerTonne.stream().map(price -> price * tonnes * 1_000).toList();
        return of(weights, values, pricesPerTonne.size() - 1);
    }

    private static Finding<Optional<UnusualUnitValue>> of(List<Long> weights, List<Long> values, int period) {
        MonthSeries grams = series(weights);
        MonthSeries thousandths = series(values);
        UnitValues unitValues =
                UnitValues.of(grams.span().months(), month -> new Amount(grams.in(month), thousandths.in(month)));
        return UnusualUnitValue.of(unitValues, new Span(at(0), at(period)));
    }

    /** By the last {@code months} of them. */
    private static Finding<Optional<UnusualUnitValue>> ofLast(int months, List<Long> pricesPerTonne) {
        int last = pricesPerTonne.size() - 1;
        UnitValues unitValues = UnitValues.of(
                new Span(at(0), at(last)).months(),
                month -> new Amount(
                        OptionalLong.of(1000 * TONNE),
                        OptionalLong.of(pricesPerTonne.get((int) at(0).until(month, ChronoUnit.MONTHS)) * 1_000_000)));
        return UnusualUnitValue.of(unitValues, new Span(at(last - months + 1), at(last)));
    }

    private static List<Long> usually(int months, long... then) {
        List<Long> prices = new ArrayList<>();
        for (int i = 0; i < months; i++) {
            prices.add(2000L + 10 * (i % 3));
        }
        for (long price : then) {
            prices.add(price);
        }
        return prices;
    }

    @Test
    void a_tenth_of_what_is_usual_is_to_be_checked() {
        UnusualUnitValue found = of(30, usually(12, 200)).value().orElseThrow().orElseThrow();
        assertThat(found.usual()).isEqualTo(Fraction.of(201, 100));
        assertThat(found.factor()).isEqualTo(Fraction.of(201, 20));
        assertThat(found.months()).isEqualTo(12);
        // 6,000 at 2,010 a tonne would be 2,985 kg.
        assertThat(found.kilogramsAboveUsual()).isEqualTo(30_000 - 2_985);
        assertThat(of(30, usually(12, 20_100))
                        .value()
                        .orElseThrow()
                        .orElseThrow()
                        .kilogramsAboveUsual())
                .isEqualTo(30_000 - 300_000);
    }

    @Test
    void less_than_double_or_less_than_a_tonne_is_not() {
        assertThat(of(30, usually(12, 4_019)).value()).contains(Optional.empty());
        assertThat(of(30, usually(12, 4_020)).value().orElseThrow()).isPresent();
        assertThat(of(1, usually(12, 900)).value().orElseThrow()).as("553 kg").isEmpty();
    }

    @Test
    void who_always_swung_may_swing() {
        List<Long> swinging = new ArrayList<>();
        for (int i = 0; i < 14; i++) {
            swinging.add(i % 2 == 0 ? 1000L : 2000L);
        }
        swinging.add(4000L);
        assertThat(of(30, swinging).value()).contains(Optional.empty());
    }

    @Test
    void it_takes_twelve_months_with_trade_and_trade_in_the_month() {
        assertThat(of(30, usually(11, 200)).reason()).contains(new Reason.TooShort(12, 11));
        assertThat(of(30, usually(12, 0, 200)).map(Optional::isPresent).value()).contains(true);
        assertThat(of(30, usually(11, 0, 200)).reason()).contains(new Reason.TooShort(12, 11));
        assertThat(of(30, usually(12, 0)).reason()).contains(new Reason.NoMonths());
    }

    /** In the middle lie 590.5/527 and 689/590.5: their mean is 1.14366, the root of their product 1.14342, and f just between. */
    @Test
    void the_median_of_an_even_number_of_deviations_is_that_of_their_logarithms() {
        List<Long> prices =
                new ArrayList<>(List.of(500L, 500L, 527L, 527L, 527L, 590L, 591L, 591L, 689L, 689L, 689L, 689L));
        prices.add(294L);
        assertThat(of(1000, prices).value().orElseThrow()).isPresent();
    }

    @Property
    void it_is_what_logarithms_say(
            @ForAll @Size(min = 12, max = 30) List<@LongRange(min = 500, max = 1500) Long> earlier,
            @ForAll @LongRange(min = 50, max = 12_000) long now) {
        List<Long> prices = new ArrayList<>(earlier);
        prices.add(now);
        double median = median(earlier.stream().map(Long::doubleValue).toList());
        double deviation = median(earlier.stream()
                .map(price -> Math.abs(Math.log(price / median)))
                .toList());
        double size = Math.abs(Math.log(now / median));
        Optional<UnusualUnitValue> found = of(1000, prices).value().orElseThrow();
        if (Math.abs(size - Math.log(2)) < 1e-9 || Math.abs(size - 5.2 * deviation) < 1e-9) {
            return;
        }
        assertThat(found.isPresent()).isEqualTo(size > Math.log(2) && size > 5.2 * deviation);
        List<Long> tenfold = prices.stream().map(price -> price * 10).toList();
        assertThat(of(1000, tenfold).map(Optional::isPresent).value()).contains(found.isPresent());
        List<Long> later = new ArrayList<>(prices);
        later.add(7L);
        List<Long> weights = later.stream().map(any -> 1000 * TONNE).toList();
        List<Long> values = later.stream().map(price -> price * 1_000_000).toList();
        assertThat(of(weights, values, prices.size() - 1).value()).contains(found);
        // Nor does what came before the months that are looked at.
        prices.add(0, 3L);
        prices.add(0, 5_000L);
        assertThat(ofLast(prices.size() - 2, prices).value()).contains(found);
    }

    private static double median(List<Double> values) {
        List<Double> sorted = values.stream().sorted().toList();
        return (sorted.get((sorted.size() - 1) / 2) + sorted.get(sorted.size() / 2)) / 2;
    }
}
