package dev.customsfeed.sources.bench;

import de.siegmar.fastcsv.reader.CloseableIterator;
import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.CsvRecord;
import dev.customsfeed.ledger.Totals;
import dev.customsfeed.sources.Sources;
import dev.customsfeed.sources.check.CheckedFile;
import dev.customsfeed.sources.file.FileLimits;
import dev.customsfeed.sources.key.KeyDeclarations;
import java.io.BufferedInputStream;
import java.io.FilterOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.OutputStream;
import java.io.Reader;
import java.lang.management.ManagementFactory;
import java.lang.management.ThreadMXBean;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.zip.GZIPInputStream;
import java.util.zip.GZIPOutputStream;
import org.apache.commons.compress.archivers.sevenz.SevenZArchiveEntry;
import org.apache.commons.compress.archivers.sevenz.SevenZFile;
import org.apache.commons.compress.archivers.sevenz.SevenZMethod;
import org.apache.commons.compress.archivers.sevenz.SevenZMethodConfiguration;
import org.apache.commons.compress.archivers.sevenz.SevenZOutputFile;
import org.tukaani.xz.LZMA2Options;

/**
 * How fast a whole month of Comext is read and checked, of which two chapters are kept, beside unpacking the same file and reading it
 * once by FastCSV alone. Rounds of both alternate.
 */
public final class BulkBenchmark {

    private static final int BUFFER = 1 << 16;
    private static final int ROUNDS = 3;

    /** As large as that of Eurostat's archives. */
    private static final int DICTIONARY = 64 << 20;

    private static final String SUMS = "sums";

    private BulkBenchmark() {}

    /**
     * {@code generate FOLDER} writes the month as {@code month.dat.gz} and {@code month.7z}; {@code read FILE} reads one of them and
     * prints the seconds of each round.
     */
    public static void main(String[] arguments) throws Exception {
        Locale.setDefault(Locale.ROOT);
        Path path = Path.of(arguments[1]);
        if (arguments[0].equals("generate")) {
            generate(path);
        } else {
            compare(path);
        }
    }

    private static void generate(Path folder) throws IOException {
        ComextMonth month = new ComextMonth();
        ComextMonth.Sums sums;
        try (OutputStream out = new GZIPOutputStream(Files.newOutputStream(folder.resolve("month.dat.gz")), BUFFER)) {
            sums = month.write(out, ComextMonth.WHOLE);
        }
        Files.writeString(
                folder.resolve(SUMS), sums.keptRows() + " " + sums.keptKilograms() + " " + sums.keptValueThousandths());
        try (SevenZOutputFile archive =
                new SevenZOutputFile(folder.resolve("month.7z").toFile())) {
            // The fastest to write with a dictionary of that size; how it was written hardly matters for reading.
            LZMA2Options options = new LZMA2Options(1);
            options.setDictSize(DICTIONARY);
            archive.setContentMethods(List.of(new SevenZMethodConfiguration(SevenZMethod.LZMA2, options)));
            SevenZArchiveEntry entry = new SevenZArchiveEntry();
            entry.setName("full_202512.dat");
            archive.putArchiveEntry(entry);
            month.write(new Entry(archive), ComextMonth.WHOLE);
            archive.closeArchiveEntry();
        }
        System.out.printf(
                Locale.ROOT,
                "%,d rows, %,d of them kept; %.0f MB as .dat.gz, %.0f MB as .7z%n",
                sums.rows(),
                sums.keptRows(),
                Files.size(folder.resolve("month.dat.gz")) / 1e6,
                Files.size(folder.resolve("month.7z")) / 1e6);
    }

    private static void compare(Path file) throws Exception {
        Taken alone = Taken.LONGEST;
        Taken checking = Taken.LONGEST;
        Taken mapping = Taken.LONGEST;
        for (int round = 0; round < ROUNDS; round++) {
            alone = alone.least(taken(() -> unpackedAndReadByFastCsvAlone(file)));
            Taken[] mapped = new Taken[1];
            Taken both = taken(() -> mapped[0] = readAndChecked(file));
            checking = checking.least(both.minus(mapped[0]));
            mapping = mapping.least(mapped[0]);
        }
        System.out.printf(
                Locale.ROOT,
                "%s, heap of %d MB, least of %d rounds, in seconds (of the processor)%n",
                file.getFileName(),
                Runtime.getRuntime().maxMemory() >> 20,
                ROUNDS);
        System.out.printf(Locale.ROOT, "  unpacked and read by FastCSV alone %s%n", alone);
        System.out.printf(Locale.ROOT, "  read and checked                   %s%n", checking);
        System.out.printf(Locale.ROOT, "  kept rows mapped                   %s%n", mapping);
        System.out.printf(
                Locale.ROOT,
                "  read and checked takes %.2f times as long (%.2f of the processor)%n",
                checking.seconds() / alone.seconds(),
                checking.processorSeconds() / alone.processorSeconds());
    }

    /** How long something took: by the clock, and of the processor, which others that use it do not make longer. */
    private record Taken(double seconds, double processorSeconds) {

        private static final Taken LONGEST = new Taken(Double.MAX_VALUE, Double.MAX_VALUE);

        private Taken least(Taken other) {
            return new Taken(Math.min(seconds, other.seconds), Math.min(processorSeconds, other.processorSeconds));
        }

        private Taken minus(Taken part) {
            return new Taken(seconds - part.seconds, processorSeconds - part.processorSeconds);
        }

        @Override
        public String toString() {
            return String.format(Locale.ROOT, "%.2f (%.2f)", seconds, processorSeconds);
        }
    }

    private static Taken taken(Work work) throws Exception {
        ThreadMXBean threads = ManagementFactory.getThreadMXBean();
        long processor = threads.getCurrentThreadCpuTime();
        long start = System.nanoTime();
        work.run();
        return new Taken((System.nanoTime() - start) / 1e9, (threads.getCurrentThreadCpuTime() - processor) / 1e9);
    }

    /** How long it took to give the records once they were checked. */
    private static Taken readAndChecked(Path file) throws Exception {
        String name = file.getFileName().toString();
        KeyDeclarations key = Sources.key("incoming/comext/keep=25+81/" + name);
        try (CheckedFile checked = Sources.check(file, key, LargeFile.BEGUN, FileLimits.DEFAULTS)) {
            Totals totals = checked.totals();
            String found =
                    totals.rows() + " " + totals.reportedNetWeightGrams() / 1_000 + " " + totals.valueThousandths();
            String expected = Files.readString(file.resolveSibling(SUMS));
            boolean warned = checked.warnings().size() == 1
                    && checked.warnings().get(0).contains(" rows have a weight of 0 kg beside a value");
            if (!found.equals(expected) || !warned) {
                throw new IllegalStateException("found " + found + " and " + checked.warnings() + ", expected "
                        + expected + " and one warning, of zero weights");
            }
            long[] value = new long[1];
            Taken mapping = taken(() -> checked.records(row -> value[0] += row.valueThousandths()));
            if (value[0] != totals.valueThousandths()) {
                throw new IllegalStateException("the records add up to " + value[0] + ", not to " + totals);
            }
            return mapping;
        }
    }

    private static void unpackedAndReadByFastCsvAlone(Path file) throws IOException {
        try (SevenZFile archive = file.toString().endsWith(".7z")
                        ? SevenZFile.builder().setPath(file).get()
                        : null;
                InputStream bytes = archive == null
                        ? new GZIPInputStream(Files.newInputStream(file), BUFFER)
                        : archive.getInputStream(archive.getEntries().iterator().next());
                Reader reader =
                        new InputStreamReader(new BufferedInputStream(bytes, BUFFER), StandardCharsets.US_ASCII);
                CloseableIterator<CsvRecord> records =
                        CsvReader.builder().ofCsvRecord(reader).iterator()) {
            long rows = 0;
            while (records.hasNext()) {
                rows += records.next().getFieldCount() == 18 ? 1 : 0;
            }
            if (rows != ComextMonth.WHOLE + 1) {
                throw new IllegalStateException("found " + rows + " rows");
            }
        }
    }

    private interface Work {
        void run() throws Exception;
    }

    /** Writes into the entry of an archive that is open. */
    private static final class Entry extends FilterOutputStream {

        private final SevenZOutputFile archive;

        Entry(SevenZOutputFile archive) {
            super(OutputStream.nullOutputStream());
            this.archive = archive;
        }

        @Override
        public void write(byte[] bytes, int from, int length) throws IOException {
            archive.write(bytes, from, length);
        }
    }
}
