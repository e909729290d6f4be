package dev.customsfeed.sources.check;

import static org.assertj.core.api.Assertions.assertThat;

import dev.customsfeed.ledger.Flow;
import dev.customsfeed.ledger.Valuation;
import dev.customsfeed.sources.codes.Code;
import dev.customsfeed.sources.layout.Row;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.stream.Stream;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;

class KeptRowsProperties {

    private static final int DIMENSIONS = 2;

    /** More units than have numbers, and more rows than memory holds. */
    @Property(tries = 60)
    void rows_are_given_as_they_were_kept(
            @ForAll @IntRange(max = 12_000) int count,
            @ForAll @IntRange(min = 1, max = 200) int units,
            @ForAll long seed)
            throws Exception {
        Path folder = Files.createTempDirectory("kept");
        List<String> expected = new ArrayList<>();
        List<String> found = new ArrayList<>();
        Random random = new Random(seed);
        Row row = new Row(DIMENSIONS);
        try (KeptRows kept = KeptRows.beside(folder.resolve("file"), DIMENSIONS)) {
            for (int i = 0; i < count; i++) {
                fill(row, i, units, random);
                kept.add(row);
                expected.add(text(row));
            }
            kept.finish();
            kept.forEach(again -> found.add(text(again)));
        }

        assertThat(found).isEqualTo(expected);
        try (Stream<Path> left = Files.list(folder)) {
            assertThat(left).isEmpty();
        }
        Files.delete(folder);
    }

    private static void fill(Row row, int i, int units, Random random) {
        row.begin(3L * i + random.nextInt(3))
                .reporter(Code.of(random.nextInt(4) == 0 ? "DE" : "FR"))
                .flow(random.nextBoolean() ? Flow.EXPORT : Flow.IMPORT)
                .month(1 + random.nextInt(400))
                .commodity(Code.of("8104" + random.nextInt(3)))
                .partner(random.nextInt(5) == 0 ? Code.NONE : Code.of("US"))
                .value(random.nextLong() >>> 2);
        if (random.nextBoolean()) {
            row.netWeight(random.nextLong() >>> 2, random.nextBoolean()).netWeightRemainder(random.nextInt(1_000));
        }
        if (random.nextBoolean()) {
            row.valuation(Valuation.values()[random.nextInt(Valuation.values().length)]);
        }
        if (random.nextBoolean()) {
            row.quantity(random.nextLong() >>> 2, "unit " + random.nextInt(units));
            row.supplementaryQuantity(random.nextInt(9), random.nextBoolean() ? "件" : "unit " + random.nextInt(units));
        }
        row.dimension(0, Code.of("A" + random.nextInt(2)));
    }

    private static String text(Row row) {
        return row.line() + " " + row.reporter() + " " + row.flow() + " " + row.month() + " " + row.commodity() + " "
                + row.partner() + " " + row.valueThousandths() + " " + row.netWeightGrams() + " "
                + row.netWeightNanograms() + " " + row.netWeightEstimated() + " " + row.hasValuation() + " "
                + row.valuation() + " " + row.quantityThousandths() + " " + row.unit() + " "
                + row.supplementaryThousandths() + " " + row.supplementaryUnit() + " " + row.dimension(0) + " "
                + row.dimension(1);
    }
}
