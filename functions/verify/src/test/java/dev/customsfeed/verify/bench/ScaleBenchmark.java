package dev.customsfeed.verify.bench;

import dev.customsfeed.ledger.ObjectVersion;
import dev.customsfeed.ledger.Upload;
import dev.customsfeed.ledger.UploadOrder;
import dev.customsfeed.verify.comparison.FileRows;
import dev.customsfeed.verify.comparison.KnownFile;
import dev.customsfeed.verify.comparison.RowStore;
import dev.customsfeed.verify.comparison.Standing;
import dev.customsfeed.verify.comparison.StoredRows;
import dev.customsfeed.verify.file.UploadKey;
import dev.customsfeed.verify.file.VerificationFile;
import dev.customsfeed.verify.publication.Publication;
import dev.customsfeed.verify.publication.Publication.Published;
import dev.customsfeed.verify.publication.ReportStore;
import java.io.BufferedWriter;
import java.io.IOException;
import java.io.PrintStream;
import java.io.RandomAccessFile;
import java.io.UncheckedIOException;
import java.lang.management.ManagementFactory;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/**
 * 1,000,000 declaration items, 100,000 certificates, 10,000 uses: what comparing them takes, and what a change of one certificate does.
 * Rows and report lie on disk, behind stubs that count requests as DynamoDB and S3 would have them. Run by {@code
 * functions/verify/benchmark}.
 */
public final class ScaleBenchmark {

    private static final int ITEMS = 1_000_000;
    private static final int CERTIFICATES = 100_000;
    private static final int USES = 10_000;
    private static final Instant UPLOADED = Instant.parse("2026-03-10T00:00:00Z");
    private static final PrintStream OUT = new PrintStream(System.out, true, StandardCharsets.UTF_8);

    private final Path folder;
    private final RowsOnDisk rows;
    private final ReportOnDisk report;
    private final Map<String, KnownFile> standing = new HashMap<>();
    private final List<KnownFile> retired = new ArrayList<>();
    private int uploads;

    private ScaleBenchmark(Path folder) throws IOException {
        this.folder = folder;
        this.rows = new RowsOnDisk(folder.resolve("rows"));
        this.report = new ReportOnDisk(Files.createDirectories(folder.resolve("report")));
    }

    /** Takes no arguments. */
    public static void main(String[] arguments) throws Exception {
        Path folder = Files.createTempDirectory(Path.of("target").toAbsolutePath(), "scale");
        ScaleBenchmark benchmark = new ScaleBenchmark(folder);
        try {
            benchmark.run();
        } finally {
            benchmark.rows.file.close();
            try (var files = Files.walk(folder)) {
                for (Path file :
                        files.sorted(java.util.Comparator.reverseOrder()).toList()) {
                    Files.delete(file);
                }
            }
        }
    }

    private void run() throws Exception {
        measured("declarations are stored", () -> upload("declarations/office=customs/d.csv", this::declarations));
        measured("refunds are stored", () -> upload("refunds/office=tax/currency=CNY/r.csv", this::refunds));
        measured(
                "certificates are stored",
                () -> upload("certificates/office=tax/currency=CNY/c.csv", this::certificates));
        measured("uses are stored", () -> upload("uses/office=customs/u.csv", this::uses));
        measured("the first report", this::publish);
        measured("nothing new", this::publish);
        upload("certificates/office=tax/currency=CNY/one.csv", out -> {
            certificateHeader(out);
            out.write(certificate(77, 12));
        });
        measured("one certificate changed", this::publish);
        measured("nothing new again", this::publish);
    }

    private interface Step {
        String run() throws Exception;
    }

    private interface Text {
        void write(BufferedWriter out) throws IOException;
    }

    private void measured(String what, Step step) throws Exception {
        rows.reads = 0;
        rows.readUnits = 0;
        rows.writes = 0;
        rows.writeUnits = 0;
        report.gets = 0;
        report.puts = 0;
        long wall = System.nanoTime();
        long cpu = processorNanos();
        String said = step.run();
        double seconds = (System.nanoTime() - wall) / 1e9;
        double processor = (processorNanos() - cpu) / 1e9;
        System.gc();
        long used = ManagementFactory.getMemoryMXBean().getHeapMemoryUsage().getUsed() >> 20;
        OUT.printf(
                Locale.ROOT,
                "%-28s %7.2f s, processor %7.2f s; table: %d queries (%d read units), %d items written (%d write units);"
                        + " bucket: %d GET, %d PUT; heap afterwards %d MB of %d; %s%n",
                what,
                seconds,
                processor,
                rows.reads,
                rows.readUnits,
                rows.writes,
                rows.writeUnits,
                report.gets,
                report.puts,
                used,
                Runtime.getRuntime().maxMemory() >> 20,
                said);
    }

    private static long processorNanos() {
        return ((com.sun.management.OperatingSystemMXBean) ManagementFactory.getOperatingSystemMXBean())
                .getProcessCpuTime();
    }

    private String publish() {
        Published published = new Publication(rows, report)
                .publish(new Standing(standing.values(), retired, 730))
                .orElseThrow();
        return published.comparedShards() + " shards compared, " + published.writtenObjects() + " objects written, "
                + published.report().path("counts");
    }

    private String upload(String name, Text text) throws Exception {
        Path file = folder.resolve("upload.csv");
        try (BufferedWriter out = Files.newBufferedWriter(file)) {
            text.write(out);
        }
        String key = "verification/" + name;
        String version = "v" + ++uploads;
        Instant at = UPLOADED.plusSeconds(uploads);
        VerificationFile checked = VerificationFile.check(file, UploadKey.parse(key), key, version, at);
        KnownFile known = FileRows.store(
                checked, new Upload(new ObjectVersion("b", key, version), new UploadOrder(at, "", at)), rows::write);
        Optional.ofNullable(standing.put(key, known)).ifPresent(retired::add);
        return known.rows() + " rows";
    }

    private static String item(int i) {
        return String.format(Locale.ROOT, "02022026%010d,%02d", i / 10 + 1, i % 10 + 1);
    }

    private void declarations(BufferedWriter out) throws IOException {
        out.write("declaration_no,item_no,enterprise,hs,quantity,unit,value,currency,export_date,regime\n");
        for (int i = 0; i < ITEMS; i++) {
            int lot = i % 1_000 == 999 ? i - 10 : i;
            out.write(item(i) + ",12000" + String.format(Locale.ROOT, "%05d", lot / 500) + ",8104110000,"
                    + (1_000 + lot % 20_000) + ",kg," + (5_000 + lot) + ",USD,2026-01-" + (10 + lot % 20) + ",0110\n");
        }
    }

    private void refunds(BufferedWriter out) throws IOException {
        out.write("declaration_no,item_no,quantity,amount,state,state_on\n");
        for (int i = 0; i < ITEMS; i += 4) {
            out.write(item(i) + "," + (1_000 + i % 20_000) / 2 + ".5,1300.25,paid,2026-02-05\n");
        }
    }

    private static void certificateHeader(BufferedWriter out) throws IOException {
        out.write("certificate_no,declaration_no,item_no,enterprise,purpose,tax_status,hs,quantity,unit,repaid_amount,"
                + "issued_on,status,status_on\n");
    }

    private static String certificate(int number, int quantity) {
        int i = number * 10 + (number % 50 == 0 ? 0 : 1);
        return "C" + number + "," + item(i) + ",12000" + String.format(Locale.ROOT, "%05d", i / 500)
                + ",return,not-refunded,8104110000," + quantity + ",kg,,2026-02-20,valid,\n";
    }

    private void certificates(BufferedWriter out) throws IOException {
        certificateHeader(out);
        for (int i = 0; i < CERTIFICATES; i++) {
            out.write(certificate(i, 100));
        }
    }

    private void uses(BufferedWriter out) throws IOException {
        out.write("certificate_no,import_declaration_no,item_no,quantity,unit,used_on\n");
        for (int i = 0; i < USES; i++) {
            out.write("C" + i * 10 + "," + String.format(Locale.ROOT, "020220261%09d", i + 1) + ",01,"
                    + (i % 100 == 0 ? 101 : 100) + ",kg,2026-03-01\n");
        }
    }

    /** Rows in one file on disk, of which memory has the places. */
    private static final class RowsOnDisk implements RowStore {

        private static final int READ_UNIT = 4_096;
        private static final int WRITE_UNIT = 1_024;

        private record Place(String file, int chunk, long from, int length) {}

        private final RandomAccessFile file;
        private final Map<String, List<Place>> places = new HashMap<>();
        private long reads;
        private long readUnits;
        private long writes;
        private long writeUnits;

        RowsOnDisk(Path path) throws IOException {
            file = new RandomAccessFile(path.toFile(), "rw");
        }

        void write(StoredRows stored) {
            try {
                long from = file.length();
                file.seek(from);
                file.write(stored.rows());
                places.computeIfAbsent(stored.partition(), name -> new ArrayList<>(1))
                        .add(new Place(stored.file(), stored.chunk(), from, stored.rows().length));
                writes++;
                writeUnits += 1 + (stored.rows().length + 100) / WRITE_UNIT;
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }

        @Override
        public List<StoredRows> read(String partition) {
            reads++;
            long bytes = 0;
            List<StoredRows> rows = new ArrayList<>();
            for (Place place : places.getOrDefault(partition, List.of())) {
                try {
                    byte[] read = new byte[place.length()];
                    file.seek(place.from());
                    file.readFully(read);
                    bytes += read.length + 100;
                    rows.add(new StoredRows(partition, place.file(), place.chunk(), read));
                } catch (IOException e) {
                    throw new UncheckedIOException(e);
                }
            }
            readUnits += 1 + bytes / READ_UNIT;
            return rows;
        }

        @Override
        public Map<String, List<StoredRows>> readAll(Collection<String> partitions) {
            Map<String, List<StoredRows>> all = new HashMap<>();
            partitions.forEach(name -> all.put(name, read(name)));
            return all;
        }
    }

    /** A report in a folder, flat. */
    private static final class ReportOnDisk implements ReportStore {

        private final Path folder;
        private long gets;
        private long puts;

        ReportOnDisk(Path folder) {
            this.folder = folder;
        }

        private Path file(String key) {
            return folder.resolve(key.replace('/', '~'));
        }

        @Override
        public Optional<Stored> get(String key) {
            gets++;
            try {
                if (!Files.exists(file(key))) {
                    return Optional.empty();
                }
                byte[] bytes = Files.readAllBytes(file(key));
                return Optional.of(new Stored(bytes, String.valueOf(Arrays.hashCode(bytes))));
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }

        @Override
        public void putAll(Collection<Document> documents) {
            documents.forEach(document -> {
                puts++;
                try {
                    Files.write(file(document.key()), document.bytes());
                } catch (IOException e) {
                    throw new UncheckedIOException(e);
                }
            });
        }

        @Override
        public boolean replace(Document document, Optional<String> replaced) {
            putAll(List.of(document));
            return true;
        }

        @Override
        public void deleteAll(Collection<String> keys) {
            keys.forEach(key -> {
                try {
                    Files.deleteIfExists(file(key));
                } catch (IOException e) {
                    throw new UncheckedIOException(e);
                }
            });
        }
    }
}
