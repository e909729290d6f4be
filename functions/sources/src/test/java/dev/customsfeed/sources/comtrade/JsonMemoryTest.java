package dev.customsfeed.sources.comtrade;

import static org.assertj.core.api.Assertions.assertThat;

import dev.customsfeed.sources.SmallHeap;
import dev.customsfeed.sources.Sources;
import dev.customsfeed.sources.bench.ComtradeFile;
import dev.customsfeed.sources.check.CheckedFile;
import dev.customsfeed.sources.file.FileLimits;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * An answer of the API is read one element at a time. What the engine keeps of rows that count, to find repeated ones and to sum,
 * is some 200 bytes each, of 1,000 in the file.
 */
class JsonMemoryTest {

    private static final int ROWS = 300_010;

    @TempDir
    private Path folder;

    @Test
    void memory_does_not_grow_with_the_file() throws Exception {
        Path file = folder.resolve("large.json");
        ComtradeFile.writeJsonOfBreakDowns(file, ROWS);

        assertThat(takenWithHeapOf("16m", file)).isEqualTo("2 rows, " + ComtradeFile.centsOfPartners(3) + " cents");
    }

    @Test
    void an_answer_of_300_megabytes_whose_rows_count_passes_with_128() throws Exception {
        Path file = folder.resolve("large.json");
        ComtradeFile.writeJson(file, ROWS);

        assertThat(takenWithHeapOf("128m", file))
                .isEqualTo(ROWS / 10 * 9 + " rows, " + ComtradeFile.centsOfPartners(ROWS) + " cents");
    }

    private String takenWithHeapOf(String heap, Path file) throws Exception {
        assertThat(Files.size(file)).isGreaterThan(300_000_000);
        return SmallHeap.run(JsonMemoryTest.class, heap, file).strip();
    }

    /** In the child: takes the file's path, prints what its records add up to. */
    public static void main(String[] arguments) throws Exception {
        try (CheckedFile checked = Sources.check(
                Path.of(arguments[0]),
                Sources.key("incoming/comtrade/large.json"),
                ComtradeFile.BEGUN,
                FileLimits.DEFAULTS)) {
            long[] sums = new long[2];
            checked.records(row -> {
                sums[0]++;
                sums[1] += row.valueThousandths() / 10;
            });
            System.out.println(sums[0] + " rows, " + sums[1] + " cents");
        }
    }
}
