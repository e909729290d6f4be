package dev.customsfeed.sources.uscensus;

import static org.assertj.core.api.Assertions.assertThat;

import dev.customsfeed.sources.SmallHeap;
import dev.customsfeed.sources.Sources;
import dev.customsfeed.sources.check.CheckedFile;
import dev.customsfeed.sources.file.FileLimits;
import dev.customsfeed.sources.key.BegunMonths;
import java.io.BufferedWriter;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** An answer is read one row at a time; rows that do not count leave nothing behind. */
class JsonMemoryTest {

    private static final int ROWS = 1_250_000;

    @TempDir
    private Path folder;

    @Test
    void an_answer_of_60_megabytes_passes_with_a_heap_of_16() throws Exception {
        Path file = folder.resolve("large.json");
        try (BufferedWriter out = Files.newBufferedWriter(file, StandardCharsets.UTF_8)) {
            out.write("[[\"I_COMMODITY\",\"CTY_CODE\",\"GEN_VAL_MO\",\"GEN_QY1_MO\",\"UNIT_QY1\",\"time\"]");
            for (String country : List.of("-", "5700")) {
                out.write(",\n[\"8104110000\",\"" + country + "\",\"900\",\"90\",\"KG\",\"2025-12\"]");
            }
            for (int i = 0; i < ROWS; i++) {
                out.write(",\n[\"8104110000\",\"" + (i % 7 + 1) + "XXX\",\"900\",\"90\",\"KG\",\"2025-12\"]");
            }
            out.write("]\n");
        }
        assertThat(Files.size(file)).isGreaterThan(50_000_000);
        assertThat(SmallHeap.run(JsonMemoryTest.class, "16m", file).strip())
                .isEqualTo("1 rows, 900000, {groups of countries=" + ROWS + ", totals=1}");
    }

    /** In the child: takes the file's path, prints what its records add up to. */
    public static void main(String[] arguments) throws Exception {
        try (CheckedFile checked = Sources.check(
                Path.of(arguments[0]),
                Sources.key("incoming/uscensus/large.json"),
                new BegunMonths(Instant.parse("2026-01-31T10:00:00Z")),
                FileLimits.DEFAULTS)) {
            long[] value = new long[1];
            checked.records(row -> value[0] += row.valueThousandths());
            System.out.println(checked.rows() + " rows, " + value[0] + ", " + checked.excluded());
        }
    }
}
