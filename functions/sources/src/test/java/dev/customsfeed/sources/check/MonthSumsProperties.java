package dev.customsfeed.sources.check;

import static org.assertj.core.api.Assertions.assertThat;

import dev.customsfeed.ledger.Flow;
import dev.customsfeed.ledger.Totals;
import dev.customsfeed.sources.codes.Code;
import dev.customsfeed.sources.layout.Dimension;
import dev.customsfeed.sources.layout.Row;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;

class MonthSumsProperties {

    /** Few partners leave a group small, many make it one whose sums have slots. */
    @Property(tries = 200)
    void sums_are_those_of_a_map_for_groups_of_any_size_and_rows_in_any_order(
            @ForAll @IntRange(max = 5_000) int count,
            @ForAll @IntRange(min = 1, max = 60) int commodities,
            @ForAll @IntRange(min = 1, max = 60) int partners,
            @ForAll @IntRange(min = 1, max = 30) int regimes,
            @ForAll long seed)
            throws Exception {
        MonthSums sums = new MonthSums(List.of(Dimension.splitting("regime")));
        Map<String, long[]> expected = new TreeMap<>();
        Random random = new Random(seed);
        Row row = new Row(1);
        for (int i = 0; i < count; i++) {
            String commodity = "8" + random.nextInt(commodities);
            String partner = "P" + random.nextInt(partners);
            String regime = "R" + random.nextInt(regimes);
            long value = random.nextInt(1_000_000);
            row.begin(i + 1)
                    .reporter(Code.of("CN"))
                    .flow(Flow.EXPORT)
                    .month(5)
                    .commodity(Code.of(commodity))
                    .partner(Code.of(partner))
                    .value(value)
                    .dimension(0, Code.of(regime));
            if (value % 3 > 0) {
                row.netWeight(2 * value, value % 3 == 1).netWeightRemainder(value % 7 * 1_000);
            }
            sums.add(row, -1);
            add(expected, commodity, row);
            add(expected, commodity + " partner " + partner, row);
            add(expected, commodity + " regime " + regime, row);
        }

        Map<String, long[]> found = new TreeMap<>();
        sums.forEach("gacc", "USD", List.of(), (series, period, part, totals, byPartner, splits, valuations) -> {
            found.put(series.commodity(), figures(totals));
            byPartner.forEach((partner, some) -> found.put(series.commodity() + " partner " + partner, figures(some)));
            splits.getOrDefault("regime", new TreeMap<>())
                    .forEach((regime, some) -> found.put(series.commodity() + " regime " + regime, figures(some)));
        });
        expected.values().forEach(figures -> {
            // What is finer than a gram is rounded once it is summed.
            figures[1] = Weights.rounded(figures[1], figures[4]);
            figures[4] = 0;
        });
        assertThat(found.keySet()).isEqualTo(expected.keySet());
        found.forEach((key, figures) -> assertThat(figures).as(key).isEqualTo(expected.get(key)));
    }

    private static void add(Map<String, long[]> sums, String key, Row row) {
        long[] sum = sums.computeIfAbsent(key, any -> new long[5]);
        sum[0] += row.valueThousandths();
        if (row.netWeightGrams() == Row.UNKNOWN) {
            sum[2]++;
        } else {
            sum[1] += row.netWeightGrams();
            sum[3] += row.netWeightEstimated() ? row.netWeightGrams() : 0;
            sum[4] += row.netWeightNanograms();
        }
    }

    private static long[] figures(Totals totals) {
        return new long[] {
            totals.valueThousandths(),
            totals.reportedNetWeightGrams(),
            totals.rowsWithoutNetWeight(),
            totals.estimatedNetWeightGrams(),
            0
        };
    }
}
