package dev.customsfeed.sources.bench;

import static org.assertj.core.api.Assertions.assertThat;

import dev.customsfeed.sources.SmallHeap;
import dev.customsfeed.sources.Sources;
import dev.customsfeed.sources.check.CheckedFile;
import dev.customsfeed.sources.file.FileLimits;
import java.nio.charset.Charset;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A file of a million rows goes through a heap of 256 MB, sums and repeated rows included. */
class FlatMemoryTest {

    private static final int ROWS = 1_000_000;

    @TempDir
    private Path folder;

    @Test
    void a_million_rows_pass_with_256_megabytes() throws Exception {
        Path file = folder.resolve("large.csv");
        LargeFile.write(file, Charset.forName("GB18030"), ROWS);
        assertThat(Files.size(file)).isGreaterThan(100_000_000);
        long kilograms = 0;
        long dollars = 0;
        for (int i = 0; i < ROWS; i++) {
            kilograms += LargeFile.kilograms(i);
            dollars += LargeFile.dollars(i);
        }
        assertThat(SmallHeap.run(FlatMemoryTest.class, "256m", file))
                .isEqualTo(String.format(Locale.ROOT, "%d rows, %d kg, %d dollars%n", ROWS, kilograms, dollars));
    }

    /** In the child: takes the file's path, prints what its records add up to. */
    public static void main(String[] arguments) throws Exception {
        CheckedFile checked = Sources.check(
                Path.of(arguments[0]),
                Sources.key("incoming/gacc/flow=export/large.csv"),
                LargeFile.BEGUN,
                FileLimits.DEFAULTS);
        long[] sums = new long[3];
        checked.records(row -> {
            sums[0]++;
            sums[1] += row.netWeightGrams().orElseThrow() / 1_000;
            sums[2] += row.valueThousandths() / 1_000;
        });
        System.out.printf(Locale.ROOT, "%d rows, %d kg, %d dollars%n", sums[0], sums[1], sums[2]);
    }
}
