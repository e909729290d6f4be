package dev.customsfeed.sources.bench;

import de.siegmar.fastcsv.reader.CloseableIterator;
import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.CsvRecord;
import dev.customsfeed.sources.Sources;
import dev.customsfeed.sources.check.CheckedFile;
import dev.customsfeed.sources.file.FileLimits;
import dev.customsfeed.sources.key.KeyDeclarations;
import java.io.InputStreamReader;
import java.io.Reader;
import java.nio.charset.Charset;
import java.nio.charset.CodingErrorAction;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Locale;

/**
 * How fast a customs file of 1,000,000 rows is read, checked and mapped to records, beside FastCSV alone, which iterates over
 * its own records of the same bytes with the same decoder. Rounds of both alternate, so that neither profits from the machine
 * being quieter.
 */
public final class ReadingBenchmark {

    private static final int ROWS = 1_000_000;
    private static final int WARM_UP = 2;
    private static final int ROUNDS = 7;

    private ReadingBenchmark() {}

    /** Takes no arguments; prints rows a second (medians) and their ratio for each encoding. */
    public static void main(String[] arguments) throws Exception {
        Locale.setDefault(Locale.ROOT);
        for (Charset charset : new Charset[] {StandardCharsets.UTF_8, Charset.forName("GB18030")}) {
            Path file = Files.createTempFile("reading", ".csv");
            try {
                LargeFile.write(file, charset, ROWS);
                compare(file, charset);
            } finally {
                Files.delete(file);
            }
        }
    }

    private static void compare(Path file, Charset charset) throws Exception {
        double[] alone = new double[ROUNDS];
        double[] reading = new double[ROUNDS];
        for (int round = -WARM_UP; round < ROUNDS; round++) {
            double aloneSeconds = seconds(() -> fastCsvAlone(file, charset));
            double readingSeconds = seconds(() -> readingCheckingMapping(file));
            if (round >= 0) {
                alone[round] = ROWS / aloneSeconds;
                reading[round] = ROWS / readingSeconds;
            }
        }
        System.out.printf(
                Locale.ROOT,
                "%s, %d rows, %.0f MB, median of %d rounds (lowest to highest)%n",
                charset,
                ROWS,
                Files.size(file) / 1e6,
                ROUNDS);
        print("  FastCSV alone", alone);
        print("  read, checked, mapped", reading);
        System.out.printf(Locale.ROOT, "  ratio %.2f%n", median(reading) / median(alone));
    }

    private static void fastCsvAlone(Path file, Charset charset) throws Exception {
        long fields = 0;
        try (Reader reader = new InputStreamReader(
                        Files.newInputStream(file),
                        charset.newDecoder()
                                .onMalformedInput(CodingErrorAction.REPORT)
                                .onUnmappableCharacter(CodingErrorAction.REPORT));
                CloseableIterator<CsvRecord> records =
                        CsvReader.builder().ofCsvRecord(reader).iterator()) {
            while (records.hasNext()) {
                fields += records.next().getFieldCount();
            }
        }
        expect(fields, 15L * (ROWS + 1));
    }

    private static void readingCheckingMapping(Path file) throws Exception {
        KeyDeclarations key = Sources.key("incoming/gacc/flow=export/large.csv");
        CheckedFile checked = Sources.check(file, key, LargeFile.BEGUN, FileLimits.DEFAULTS);
        long[] value = new long[1];
        checked.records(row -> value[0] += row.valueThousandths());
        expect(value[0], checked.totals().valueThousandths());
        expect(checked.rows(), ROWS);
    }

    private static void expect(long found, long expected) {
        if (found != expected) {
            throw new IllegalStateException("found " + found + ", expected " + expected);
        }
    }

    private static double seconds(Work work) throws Exception {
        long start = System.nanoTime();
        work.run();
        return (System.nanoTime() - start) / 1e9;
    }

    private static void print(String what, double[] rowsASecond) {
        System.out.printf(
                Locale.ROOT,
                "%-24s %,10.0f rows/s (%,.0f to %,.0f)%n",
                what,
                median(rowsASecond),
                Arrays.stream(rowsASecond).min().orElseThrow(),
                Arrays.stream(rowsASecond).max().orElseThrow());
    }

    private static double median(double[] values) {
        double[] sorted = values.clone();
        Arrays.sort(sorted);
        return sorted[sorted.length / 2];
    }

    private interface Work {
        void run() throws Exception;
    }
}
