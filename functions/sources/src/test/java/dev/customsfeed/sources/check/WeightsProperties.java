package dev.customsfeed.sources.check;

import static org.assertj.core.api.Assertions.assertThat;

import dev.customsfeed.ledger.Totals;
import dev.customsfeed.sources.Sources;
import dev.customsfeed.sources.file.FileLimits;
import dev.customsfeed.sources.key.BegunMonths;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.concurrent.atomic.AtomicInteger;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.LongRange;
import net.jqwik.api.constraints.Size;

/** What is finer than a gram: sums are rounded once, and what they are the sums of still adds up to them. */
class WeightsProperties {

    private static final BegunMonths BEGUN = new BegunMonths(Instant.parse("2026-01-31T10:00:00Z"));
    private static final List<String> PARTNERS = List.of("110", "111", "116", "309", "502");
    private static final List<String> REGIMES = List.of("10", "14", "15");

    @Property
    void sums_that_were_rounded_one_by_one_add_up_and_none_is_a_gram_off(
            @ForAll @Size(min = 1, max = 12) List<@LongRange(min = 0, max = 5_000_000_000L) Long> exact) {
        SortedMap<String, Totals> sums = new TreeMap<>();
        Map<String, Long> nanograms = new TreeMap<>();
        for (int i = 0; i < exact.size(); i++) {
            String code = "p" + i;
            sums.put(code, new Totals(1, Weights.rounded(7, exact.get(i)), 0, 0, 3));
            nanograms.put(code, exact.get(i));
        }

        Weights.addUp(sums, nanograms);

        BigDecimal whole = exact.stream().map(BigDecimal::valueOf).reduce(BigDecimal.ZERO, BigDecimal::add);
        assertThat(sums.values().stream()
                        .mapToLong(Totals::reportedNetWeightGrams)
                        .sum())
                .isEqualTo(7L * exact.size()
                        + whole.movePointLeft(9)
                                .setScale(0, RoundingMode.HALF_UP)
                                .longValueExact());
        sums.forEach((code, totals) -> {
            assertThat(BigDecimal.valueOf(totals.reportedNetWeightGrams() - 7)
                            .subtract(BigDecimal.valueOf(nanograms.get(code), 9))
                            .abs())
                    .isLessThan(BigDecimal.ONE);
            assertThat(totals.valueThousandths()).isEqualTo(3);
        });
    }

    @Property(tries = 100)
    void partners_and_regimes_of_a_month_of_diamonds_add_up_to_it(
            @ForAll @Size(min = 15, max = 15) List<@IntRange(min = 0, max = 9) Integer> carats) throws Exception {
        StringBuilder text = new StringBuilder(
                "Date of data,Commodity code,Trading partner code,Customs Regime code,Quantity,Unit,US dollar\n");
        for (int i = 0; i < carats.size(); i++) {
            text.append("202512,71023100,").append(PARTNERS.get(i % PARTNERS.size()));
            text.append(',').append(REGIMES.get(i % REGIMES.size()));
            text.append(',').append(carats.get(i)).append(",Carat,1\n");
        }
        long grams = BigDecimal.valueOf(
                        carats.stream().mapToInt(Integer::intValue).sum())
                .multiply(new BigDecimal("0.2"))
                .setScale(0, RoundingMode.HALF_UP)
                .longValueExact();
        AtomicInteger months = new AtomicInteger();

        Path path = Files.createTempFile("carats", ".csv");
        try {
            Files.writeString(path, text);
            try (CheckedFile file =
                    Sources.check(path, Sources.key("incoming/gacc/flow=export/f.csv"), BEGUN, FileLimits.DEFAULTS)) {
                file.months((series, period, part, totals, partners, splits, valuations) -> {
                    months.incrementAndGet();
                    assertThat(totals.reportedNetWeightGrams()).isEqualTo(grams);
                    assertThat(sum(partners)).isEqualTo(grams);
                    assertThat(sum(splits.get("regime"))).isEqualTo(grams);
                });
            }
        } finally {
            Files.delete(path);
        }
        assertThat(months).hasValue(1);
    }

    private static long sum(SortedMap<String, Totals> some) {
        return some.values().stream().mapToLong(Totals::reportedNetWeightGrams).sum();
    }
}
