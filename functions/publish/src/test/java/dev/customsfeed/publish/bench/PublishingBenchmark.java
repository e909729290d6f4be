package dev.customsfeed.publish.bench;

import dev.customsfeed.publish.documents.FeedDocuments;
import dev.customsfeed.publish.documents.KnownDocuments;
import dev.customsfeed.publish.documents.json.Document;
import dev.customsfeed.publish.documents.json.RowAccess;
import dev.customsfeed.publish.figures.feed.FeedData;
import dev.customsfeed.publish.figures.report.TradeFiles;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.YearMonth;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Random;
import java.util.function.Predicate;
import java.util.zip.GZIPOutputStream;

/** Measures what a feed of {@link TenYears} costs to compute, and what a reader of its page loads. */
public final class PublishingBenchmark {

    private static final int RUNS = 15;
    private static final int MONTHS_OF_YEAR = 12;
    /** As the function keeps. */
    private static final long KNOWN_BYTES = 100_000_000;

    private PublishingBenchmark() {}

    /** Prints; with an argument it also writes the feed into the folder of that name, to be looked at. */
    public static void main(String[] arguments) throws IOException {
        TradeFiles files = TenYears.files();
        FeedData data = files.data();
        List<Document> documents = List.of();
        double[] wall = new double[RUNS];
        double[] cpu = new double[RUNS];
        for (int run = 0; run < RUNS; run++) {
            long began = System.nanoTime();
            long used = ManagementFactory.getThreadMXBean().getCurrentThreadCpuTime();
            documents = FeedDocuments.of(data, Optional.empty(), KnownDocuments.none(), RowAccess.none());
            documents.forEach(Document::archivePath);
            cpu[run] = (ManagementFactory.getThreadMXBean().getCurrentThreadCpuTime() - used) / 1e6;
            wall[run] = (System.nanoTime() - began) / 1e6;
        }
        say("computing all documents, first run: %.0f ms (%.0f ms of processor time)", wall[0], cpu[0]);
        say("computing all documents, warm: median %.0f ms (%.0f ms of processor time)", median(wall), median(cpu));
        weigh(documents, "the overview of the page", path -> path.equals("page/overview.json"));
        weigh(documents, "the report of the newest month", path -> path.equals("reports/2025-12.json"));
        weigh(documents, "its article", path -> path.startsWith("page/articles/2025-12"));
        weigh(documents, "the course of all products", path -> path.startsWith("page/courses/all."));
        weigh(documents, "all destinations", path -> path.matches("page/destinations/[^-]*"));
        weigh(documents, "their sums and shares", path -> path.matches("page/destinations/.*-sums/.*"));
        weigh(documents, "the page's own files", path -> path.matches("index.html|page/[0-9a-f]{16}/.*"));
        weigh(documents, "feed.json", path -> path.equals("feed.json"));
        weigh(documents, "series.json", path -> path.equals("series.json"));
        weigh(documents, "series.csv", path -> path.equals("series.csv"));
        weigh(documents, "everything", path -> true);
        if (arguments.length > 0) {
            write(documents, Path.of(arguments[0], "magnesium"));
        }
        warm(files);
    }

    /** What a function computes that has published the feed before: of what it knows nothing is made again. */
    private static void warm(TradeFiles files) {
        KnownDocuments known = new KnownDocuments(KNOWN_BYTES, KNOWN_BYTES);
        publish(files.data(), known);
        warm("a month of last year revised", files, known, 2025);
        warm("a month of ten years ago revised", files, known, 2016);
        warm("a new month", files, known, 2026);
    }

    private static void warm(String what, TradeFiles files, KnownDocuments known, int year) {
        double[] cpu = new double[RUNS];
        for (int run = 0; run < RUNS; run++) {
            int month = run % MONTHS_OF_YEAR;
            TenYears.put(files, YearMonth.of(year + run / MONTHS_OF_YEAR, month + 1), new Random(run));
            FeedData data = files.data();
            long used = ManagementFactory.getThreadMXBean().getCurrentThreadCpuTime();
            publish(data, known);
            cpu[run] = (ManagementFactory.getThreadMXBean().getCurrentThreadCpuTime() - used) / 1e6;
        }
        say("%s, warm: median %.0f ms of processor time", what, median(cpu));
    }

    /** Computes documents, and what a publication asks each for. */
    private static void publish(FeedData data, KnownDocuments known) {
        for (Document document : FeedDocuments.of(data, Optional.empty(), known, RowAccess.none())) {
            document.md5();
            if (document.keeping() == Document.Keeping.CITABLE) {
                document.archivePath();
            }
        }
    }

    private static double median(double[] times) {
        double[] warm = Arrays.copyOfRange(times, RUNS / 3, RUNS);
        Arrays.sort(warm);
        return warm[warm.length / 2];
    }

    private static void weigh(List<Document> documents, String what, Predicate<String> which) throws IOException {
        long bytes = 0;
        long compressed = 0;
        for (Document document : documents) {
            if (which.test(document.path())) {
                bytes += document.content().length;
                ByteArrayOutputStream out = new ByteArrayOutputStream();
                try (GZIPOutputStream gzip = new GZIPOutputStream(out)) {
                    gzip.write(document.content());
                }
                compressed += out.size();
            }
        }
        say("%s: %d KB, %d KB compressed", what, bytes / 1000, compressed / 1000);
    }

    private static void write(List<Document> documents, Path folder) throws IOException {
        for (Document document : documents) {
            List<Path> files = document.path().startsWith("reports/")
                    ? List.of(folder.resolve(document.path()), folder.resolve(document.archivePath()))
                    : List.of(folder.resolve(document.path()));
            for (Path file : files) {
                Files.createDirectories(file.getParent());
                Files.write(file, document.content());
            }
        }
    }

    private static void say(String text, Object... figures) {
        System.out.println(String.format(Locale.ROOT, text, figures));
    }
}
