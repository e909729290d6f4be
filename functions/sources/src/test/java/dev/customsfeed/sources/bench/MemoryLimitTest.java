package dev.customsfeed.sources.bench;

import static org.assertj.core.api.Assertions.assertThat;

import dev.customsfeed.sources.SmallHeap;
import dev.customsfeed.sources.Sources;
import dev.customsfeed.sources.check.CheckedFile;
import dev.customsfeed.sources.file.FileLimits;
import dev.customsfeed.sources.rejection.RejectedFileException;
import java.nio.file.Path;
import java.util.Locale;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A tenth of the function's heap, and a tenth of what a file's keys and sums may take of it. */
class MemoryLimitTest {

    private static final String HEAP = "140m";
    private static final FileLimits LIMITS =
            new FileLimits(1L << 31, 200, 4096, 64, 5_000_000, FileLimits.DEFAULTS.maxMemory() / 10);

    @TempDir
    private Path folder;

    @Test
    void a_file_of_many_sums_passes_as_long_as_they_fit() throws Exception {
        Path file = folder.resolve("many.csv");
        LargeFile.writeOfManySums(file, 250_000);

        assertThat(SmallHeap.run(MemoryLimitTest.class, HEAP, file))
                .isEqualTo(String.format(Locale.ROOT, "250000 rows, 625000 sums of 25000 months%n"));
    }

    @Test
    void one_of_more_is_rejected_before_it_fills_the_heap() throws Exception {
        Path file = folder.resolve("too-many.csv");
        LargeFile.writeOfManySums(file, 1_000_000);

        assertThat(SmallHeap.run(MemoryLimitTest.class, HEAP, file))
                .matches(
                        "sums-too-many: \\d+ sums of a commodity's month by partner or regime or province in \\d+ rows,"
                                + " which with all that is compared take more than 90 MB of memory\\s+");
    }

    /** In the child: takes the file's path, prints how much there is of it, or what is wrong with it. */
    public static void main(String[] arguments) throws Exception {
        try (CheckedFile checked = Sources.check(
                Path.of(arguments[0]), Sources.key("incoming/gacc/flow=export/large.csv"), LargeFile.BEGUN, LIMITS)) {
            long[] sums = new long[2];
            checked.months((series, month, part, totals, partners, splits, valuations) -> {
                sums[0]++;
                sums[1] += partners.size();
                splits.values().forEach(split -> sums[1] += split.size());
            });
            System.out.printf(Locale.ROOT, "%d rows, %d sums of %d months%n", checked.rows(), sums[1], sums[0]);
        } catch (RejectedFileException e) {
            e.problems().first().forEach(problem -> System.out.println(problem.code() + ": " + problem.found()));
        }
    }
}
