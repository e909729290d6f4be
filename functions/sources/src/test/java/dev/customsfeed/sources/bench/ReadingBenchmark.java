package dev.customsfeed.sources.bench;

import de.siegmar.fastcsv.reader.CloseableIterator;
import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.CsvRecord;
import de.siegmar.fastcsv.reader.FieldMismatchStrategy;
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
import java.util.List;
import java.util.Locale;

/**
 * How fast a customs file of 1,000,000 rows is read, checked and mapped to records, beside FastCSV alone, which iterates over
 * its own records of the same bytes with the same decoder. Rounds of both alternate, so that neither profits from the machine
 * being quieter.
 */
public final class ReadingBenchmark {

    /** One for each layout that is CSV. */
    private static final List<GeneratedFile> ALL = List.of(
            new GaccFile(StandardCharsets.UTF_8),
            new GaccFile(Charset.forName("GB18030")),
            new ComextMonth(),
            new SdmxCsvFile(),
            new ComtradeTable(false),
            new ComtradeTable(true),
            new CensusAnswer(),
            new ComexStatYear("8104"),
            new ComexStatYear("81"));

    private static final int ROWS = 1_000_000;
    private static final int WARM_UP = 2;
    private static final int ROUNDS = 7;

    private ReadingBenchmark() {}

    /** Takes the beginning of the labels to measure, or nothing for all; prints rows a second (medians) and their ratio. */
    public static void main(String[] arguments) throws Exception {
        Locale.setDefault(Locale.ROOT);
        for (GeneratedFile kind : ALL) {
            if (arguments.length > 0 && !kind.label().startsWith(arguments[0])) {
                continue;
            }
            Path file = Files.createTempFile("reading", ".csv");
            try {
                kind.write(file, ROWS);
                compare(file, kind);
            } finally {
                Files.delete(file);
            }
        }
    }

    private static void compare(Path file, GeneratedFile kind) throws Exception {
        double[] alone = new double[ROUNDS];
        double[] reading = new double[ROUNDS];
        for (int round = -WARM_UP; round < ROUNDS; round++) {
            double aloneSeconds = seconds(() -> fastCsvAlone(file, kind));
            double readingSeconds = seconds(() -> readingCheckingMapping(file, kind));
            if (round >= 0) {
                alone[round] = ROWS / aloneSeconds;
                reading[round] = ROWS / readingSeconds;
            }
        }
        System.out.printf(
                Locale.ROOT,
                "%s, %d rows, %.0f MB, median of %d rounds (lowest to highest)%n",
                kind.label(),
                ROWS,
                Files.size(file) / 1e6,
                ROUNDS);
        print("  FastCSV alone", alone);
        print("  read, checked, mapped", reading);
        System.out.printf(Locale.ROOT, "  ratio %.2f%n", median(reading) / median(alone));
    }

    private static void fastCsvAlone(Path file, GeneratedFile kind) throws Exception {
        long fields = 0;
        try (Reader reader = new InputStreamReader(
                        Files.newInputStream(file),
                        kind.charset()
                                .newDecoder()
                                .onMalformedInput(CodingErrorAction.REPORT)
                                .onUnmappableCharacter(CodingErrorAction.REPORT));
                CloseableIterator<CsvRecord> records = CsvReader.builder()
                        .fieldSeparator(kind.separator())
                        .extraFieldStrategy(FieldMismatchStrategy.IGNORE)
                        .ofCsvRecord(reader)
                        .iterator()) {
            while (records.hasNext()) {
                fields += records.next().getFieldCount();
            }
        }
        expect(fields, kind.headerFields() + (long) kind.fields() * ROWS);
    }

    private static void readingCheckingMapping(Path file, GeneratedFile kind) throws Exception {
        KeyDeclarations key = Sources.key(kind.key());
        try (CheckedFile checked = Sources.check(file, key, LargeFile.BEGUN, FileLimits.DEFAULTS)) {
            long[] sums = new long[2];
            checked.records(row -> {
                sums[0]++;
                sums[1] += row.valueThousandths();
            });
            expect(sums[0], checked.rows());
            expect(sums[1], checked.totals().valueThousandths());
        }
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
