package dev.customsfeed.publish.figures.report;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.math.BigDecimal;
import java.util.List;
import java.util.Optional;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.LongRange;
import net.jqwik.api.constraints.Size;
import org.junit.jupiter.api.Test;

/** How value and unit value moved, by hand and by doubles. */
class WorthTest {

    private static final String ALL = "incoming/gacc/flow=export/hs=1000+2000/";

    private static Worth worth(TradeFiles files) {
        return files.report("2025-02").total().worth();
    }

    private static TradeFiles four(long[] kg, long[] value) {
        String[] months = {"2024-01", "2024-02", "2025-01", "2025-02"};
        String[] rows = new String[months.length];
        for (int i = 0; i < rows.length; i++) {
            rows[i] = "10000001 " + months[i] + " 111 " + kg[i] + " " + value[i];
        }
        return new TradeFiles(Feeds.metals()).put(ALL + "a.csv", rows);
    }

    @Test
    void a_tenth_less_at_a_twentieth_less() {
        Worth worth = worth(
                four(new long[] {50_000, 100_000, 100_000, 90_000}, new long[] {100_000, 200_000, 150_000, 171_000}));
        assertThat(worth.valueYoyPct()).contains(new BigDecimal("-14.50"));
        assertThat(worth.unitValueYoyPct()).contains(new BigDecimal("-5.00"));
        assertThat(worth.valueMomPct()).contains(new BigDecimal("14.00"));
        assertThat(worth.unitValueMomPct()).contains(new BigDecimal("26.67"));
        assertThat(worth.ytdValueYoyPct()).contains(new BigDecimal("7.00"));
        assertThat(worth.ytdUnitValuePerTonne()).hasValue(1689);
        assertThat(worth.ytdUnitValueYoyPct()).contains(new BigDecimal("-15.53"));
        assertThat(worth.yearBefore().netWeightKg()).hasValue(100_000);
        assertThat(worth.ytdYearBefore().value()).hasValue(300_000);
    }

    @Test
    void what_is_not_there_has_no_change() {
        Worth worth = worth(new TradeFiles(Feeds.metals()).put(ALL + "a.csv", "10000001 2025-02 111 1000 10"));
        assertThat(worth.valueYoyPct()).isEmpty();
        assertThat(worth.unitValueMomPct()).isEmpty();
        assertThat(worth.yearBefore().netWeightKg()).isEmpty();
        assertThat(worth(four(new long[] {1, 0, 0, 5}, new long[] {1, 0, 0, 5})).unitValueYoyPct())
                .as("from nothing")
                .isEmpty();
    }

    @Property(tries = 100)
    void changes_are_those_of_doubles(
            @ForAll @Size(4) List<@LongRange(min = 1, max = 1_000_000) Long> weights,
            @ForAll @Size(4) List<@LongRange(min = 1, max = 1_000_000) Long> values) {
        long[] kg = weights.stream().mapToLong(Long::longValue).toArray();
        long[] value = values.stream().mapToLong(Long::longValue).toArray();
        Worth worth = worth(four(kg, value));
        isClose(worth.unitValueMomPct(), unit(kg, value, 3) / unit(kg, value, 2));
        isClose(worth.unitValueYoyPct(), unit(kg, value, 3) / unit(kg, value, 1));
        isClose(
                worth.ytdUnitValueYoyPct(),
                (value[2] + value[3]) / (double) (kg[2] + kg[3]) / ((value[0] + value[1]) / (double) (kg[0] + kg[1])));
    }

    private static double unit(long[] kg, long[] value, int month) {
        return value[month] / (double) kg[month];
    }

    private static void isClose(Optional<BigDecimal> percent, double ratio) {
        double expected = (ratio - 1) * 100;
        assertThat(percent.orElseThrow().doubleValue()).isCloseTo(expected, within(0.0051 + Math.abs(expected) * 1e-9));
    }
}
