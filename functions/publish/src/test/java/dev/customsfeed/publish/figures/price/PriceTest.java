package dev.customsfeed.publish.figures.price;

import static dev.customsfeed.publish.figures.Months.at;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dev.customsfeed.publish.figures.Finding;
import dev.customsfeed.publish.figures.Fraction;
import dev.customsfeed.publish.figures.Reason;
import java.math.BigDecimal;
import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.NavigableMap;
import java.util.Random;
import java.util.SortedMap;
import java.util.TreeMap;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.LongRange;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class PriceTest {

    private static final YearMonth DECEMBER = YearMonth.of(2025, 12);

    /** On every working day, as many in December as said. */
    private static NavigableMap<LocalDate, Fraction> daily(int inDecember) {
        NavigableMap<LocalDate, Fraction> observations = new TreeMap<>();
        int left = inDecember;
        for (LocalDate day = LocalDate.of(2025, 9, 1); left > 0; day = day.plusDays(1)) {
            if (day.getDayOfWeek() != DayOfWeek.SATURDAY && day.getDayOfWeek() != DayOfWeek.SUNDAY) {
                boolean counts = YearMonth.from(day).equals(DECEMBER);
                observations.put(day, Fraction.of(counts ? 15_800 + 10L * left : 1));
                left -= counts ? 1 : 0;
            }
        }
        return observations;
    }

    private static NavigableMap<LocalDate, Fraction> every(int days, int count) {
        NavigableMap<LocalDate, Fraction> observations = new TreeMap<>();
        for (int i = 0; i < count; i++) {
            observations.put(LocalDate.of(2025, 12, 24).minusDays((long) i * days), Fraction.of(100 + i));
        }
        return observations;
    }

    @Test
    void a_month_is_the_mean_of_its_observations() {
        MonthlyAverage average = MonthlyAverage.of(daily(10), DECEMBER).value().orElseThrow();
        assertThat(average.value()).isEqualTo(Fraction.of(15_855));
        assertThat(average.observations()).isEqualTo(10);
        assertThat(average.frequency()).isEqualTo(MonthlyAverage.Frequency.DAILY);
    }

    @Test
    void too_few_observations_for_how_often_they_are_made_are_no_mean() {
        assertThat(MonthlyAverage.of(daily(9), DECEMBER).reason()).contains(new Reason.TooShort(10, 9));
        assertThat(MonthlyAverage.of(every(7, 9), DECEMBER)
                        .map(MonthlyAverage::observations)
                        .value())
                .contains(4);
        assertThat(MonthlyAverage.of(every(10, 9), DECEMBER)
                        .map(MonthlyAverage::observations)
                        .value())
                .contains(3);
        NavigableMap<LocalDate, Fraction> weekly = every(7, 12);
        weekly.remove(LocalDate.of(2025, 12, 17));
        weekly.remove(LocalDate.of(2025, 12, 10));
        assertThat(MonthlyAverage.of(weekly, DECEMBER).reason()).contains(new Reason.TooShort(3, 2));
        assertThat(MonthlyAverage.of(every(30, 5), DECEMBER)
                        .map(MonthlyAverage::value)
                        .value())
                .contains(Fraction.of(100));
        assertThat(MonthlyAverage.of(every(30, 1), DECEMBER).value()).isPresent();
        assertThat(MonthlyAverage.of(every(30, 5), DECEMBER.plusMonths(1)).reason())
                .contains(new Reason.TooShort(1, 0));
    }

    private static Finding<MonthlyAverage.Frequency> frequency(NavigableMap<LocalDate, Fraction> observations) {
        return MonthlyAverage.of(observations, DECEMBER).map(MonthlyAverage::frequency);
    }

    @Test
    void how_often_they_are_made_is_the_middle_of_the_days_between_however_these_follow_each_other() {
        // Of every fourth day, December has six: too few of what is daily.
        assertThat(frequency(every(4, 20)).reason()).contains(new Reason.TooShort(10, 6));
        assertThat(frequency(every(5, 20)).value()).contains(MonthlyAverage.Frequency.WEEKLY);
        assertThat(frequency(every(10, 9)).value()).contains(MonthlyAverage.Frequency.WEEKLY);
        assertThat(frequency(every(11, 9)).value()).contains(MonthlyAverage.Frequency.MONTHLY);
        NavigableMap<LocalDate, Fraction> paused = every(7, 3);
        // Forty days before the first of these, and two more a week apart.
        LocalDate before = paused.firstKey().minusDays(40);
        for (int weeks = 0; weeks < 3; weeks++) {
            paused.put(before.minusWeeks(weeks), Fraction.of(90));
        }
        assertThat(frequency(paused).value()).contains(MonthlyAverage.Frequency.WEEKLY);
    }

    @Test
    void later_observations_change_no_past_mean() {
        NavigableMap<LocalDate, Fraction> observations = every(30, 5);
        for (int i = 0; i < 60; i++) {
            observations.put(LocalDate.of(2026, 1, 1).plusDays(i), Fraction.of(1));
        }
        assertThat(MonthlyAverage.of(observations, DECEMBER)).isEqualTo(MonthlyAverage.of(every(30, 5), DECEMBER));
    }

    @Test
    void tax_left_in_turns_the_sign_of_the_gap() {
        PriceGap gap = PriceGap.of(
                Fraction.of(15_820), new BigDecimal("13"), Fraction.of(new BigDecimal("7.00")), Fraction.of(2_100));
        assertThat(gap.exTax()).isEqualTo(Fraction.of(14_000));
        assertThat(gap.inFeedCurrency()).isEqualTo(Fraction.of(2_000));
        assertThat(gap.gap().percent()).isEqualTo("5.00");
        assertThat(gap.isAbove()).isTrue();
        PriceGap taxed = PriceGap.of(Fraction.of(15_820), BigDecimal.ZERO, Fraction.of(7), Fraction.of(2_100));
        assertThat(taxed.inFeedCurrency()).isEqualTo(Fraction.of(2_260));
        assertThat(taxed.gap().percent()).isEqualTo("-7.08");
        assertThat(taxed.isAbove()).isFalse();
    }

    @ParameterizedTest
    @CsvSource({
        "1000, under-5",
        "1049, under-5",
        "951, under-5",
        "1050, from-5-to-15",
        "950, from-5-to-15",
        "1150, from-5-to-15",
        "850, from-5-to-15",
        "1151, above-15",
        "849, above-15"
    })
    void a_gap_has_one_of_three_sizes(long unitValue, String size) {
        PriceGap gap = PriceGap.of(Fraction.of(1000), BigDecimal.ZERO, Fraction.ONE, Fraction.of(unitValue));
        assertThat(gap.size().id()).isEqualTo(size);
    }

    @Property
    void neither_unit_nor_currency_changes_a_gap(
            @ForAll @LongRange(min = 1, max = 100_000) long price,
            @ForAll @LongRange(min = 1, max = 100_000) long unitValue,
            @ForAll @IntRange(max = 30) int tax,
            @ForAll @LongRange(min = 1, max = 1000) long rate) {
        BigDecimal taxPct = BigDecimal.valueOf(tax);
        Fraction gap = PriceGap.of(Fraction.of(price), taxPct, Fraction.of(rate), Fraction.of(unitValue))
                .gap();
        assertThat(PriceGap.of(Fraction.of(price, 1000), taxPct, Fraction.of(rate), Fraction.of(unitValue, 1000))
                        .gap())
                .isEqualTo(gap);
        assertThat(PriceGap.of(Fraction.of(price * 10), taxPct, Fraction.of(rate * 10), Fraction.of(unitValue))
                        .gap())
                .isEqualTo(gap);
        assertThat(gap.toDouble())
                .isCloseTo(
                        (double) unitValue * rate * (1 + tax / 100.0) / price - 1,
                        within(1e-9 * (1 + Math.abs(gap.toDouble()))));
    }

    @ParameterizedTest
    @CsvSource({"35, 0.39", "59, 0.30"})
    void the_bound_of_the_largest_of_five(int pairs, double bound) {
        assertThat(Lag.threshold(pairs)).isCloseTo(bound, within(0.005));
    }

    /** A price that goes its way, and unit values that follow it so many months later. */
    private static Finding<Lag> lag(int months, int lag, double noise) {
        Random random = new Random(11);
        SortedMap<YearMonth, Fraction> prices = new TreeMap<>();
        SortedMap<YearMonth, Fraction> unitValues = new TreeMap<>();
        double[] price = new double[months + 10];
        price[0] = 10_000;
        for (int i = 1; i < price.length; i++) {
            price[i] = price[i - 1] * Math.exp(0.1 * random.nextGaussian());
        }
        for (int i = 0; i < months; i++) {
            prices.put(at(i), Fraction.of(Math.round(price[i + 5])));
            unitValues.put(
                    at(i), Fraction.of(Math.round(price[i + 5 - lag] * Math.exp(noise * random.nextGaussian()))));
        }
        return Lag.of(prices, unitValues, at(months - 1));
    }

    @Test
    void unit_values_follow_a_price_by_so_many_months() {
        for (int months = 0; months <= 4; months++) {
            Lag found = lag(64, months, 0.02).value().orElseThrow();
            assertThat(found.months()).isEqualTo(months);
            assertThat(found.correlation()).isBetween(0.8, 1.0);
            assertThat(found.pairs()).isEqualTo(59);
        }
    }

    @Test
    void with_fewer_than_24_pairs_nothing_is_said() {
        assertThat(lag(28, 2, 0.01).reason()).contains(new Reason.TooShort(24, 23));
        assertThat(lag(29, 2, 0.01).value()).isPresent();
    }

    @Test
    void what_never_changes_follows_nothing() {
        SortedMap<YearMonth, Fraction> constant = new TreeMap<>();
        for (int i = 0; i < 40; i++) {
            constant.put(at(i), Fraction.of(5));
        }
        assertThat(Lag.of(constant, constant, at(39)).reason()).contains(new Reason.Unchanged());
    }

    @Test
    void of_a_thousand_pairs_of_noise_about_fifty_pass_the_bound() {
        Random random = new Random(5);
        int passed = 0;
        for (int run = 0; run < 1000; run++) {
            SortedMap<YearMonth, Fraction> prices = new TreeMap<>();
            SortedMap<YearMonth, Fraction> unitValues = new TreeMap<>();
            double price = 20;
            double unitValue = 20;
            for (int i = 0; i < 45; i++) {
                price += 0.1 * random.nextGaussian();
                unitValue += 0.1 * random.nextGaussian();
                prices.put(at(i), Fraction.of(Math.round(1e6 * Math.exp(price - 20))));
                unitValues.put(at(i), Fraction.of(Math.round(1e6 * Math.exp(unitValue - 20))));
            }
            Finding<Lag> found = Lag.of(prices, unitValues, at(44));
            passed += found.value().isPresent() ? 1 : 0;
            assertThat(found.value().isPresent() || found.reason().orElseThrow() instanceof Reason.WithinChance)
                    .isTrue();
        }
        assertThat(passed).isBetween(30, 75);
    }

    @Property(tries = 100)
    void a_correlation_is_that_of_sums_by_hand(@ForAll @IntRange(max = 4) int lag, @ForAll long seed) {
        Random random = new Random(seed);
        SortedMap<YearMonth, Fraction> prices = new TreeMap<>();
        SortedMap<YearMonth, Fraction> unitValues = new TreeMap<>();
        long[] p = new long[50];
        long[] u = new long[50];
        for (int i = 0; i < 50; i++) {
            p[i] = 1000 + random.nextInt(1000);
            u[i] = i < lag ? 1500 : 3 * p[i - lag] + random.nextInt(300);
            prices.put(at(i), Fraction.of(p[i]));
            unitValues.put(at(i), Fraction.of(u[i]));
        }
        Lag found = Lag.of(prices, unitValues, at(49)).value().orElseThrow();
        double sx = 0;
        double sy = 0;
        double sxx = 0;
        double syy = 0;
        double sxy = 0;
        int n = 0;
        for (int i = 5; i < 50; i++) {
            double x = Math.log((double) p[i - found.months()] / p[i - found.months() - 1]);
            double y = Math.log((double) u[i] / u[i - 1]);
            sx += x;
            sy += y;
            sxx += x * x;
            syy += y * y;
            sxy += x * y;
            n++;
        }
        assertThat(found.pairs()).isEqualTo(n);
        assertThat(found.correlation())
                .isCloseTo((n * sxy - sx * sy) / Math.sqrt((n * sxx - sx * sx) * (n * syy - sy * sy)), within(1e-9));
        assertThat(found.months()).isEqualTo(lag);

        SortedMap<YearMonth, Fraction> byPound = new TreeMap<>();
        prices.forEach((month, price) -> byPound.put(month, price.dividedBy(Fraction.of(2205))));
        assertThat(Lag.of(byPound, unitValues, at(49)).value())
                .as("in another unit")
                .contains(found);
        prices.put(at(50), Fraction.of(1));
        unitValues.put(at(50), Fraction.of(100_000));
        assertThat(Lag.of(prices, unitValues, at(49)).value())
                .as("with a month that came later")
                .contains(found);
    }
}
