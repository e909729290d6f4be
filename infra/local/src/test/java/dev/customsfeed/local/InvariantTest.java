package dev.customsfeed.local;

import static org.assertj.core.api.Assertions.assertThat;

import dev.customsfeed.emulators.SharedEmulators;
import dev.customsfeed.emulators.TemplateResources;
import dev.customsfeed.runtime.SuppressForbidden;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.locks.LockSupport;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * The invariant, through ingest and publish: the feed is a function of what lies in the upload bucket now. Lives are made up anew each time;
 * {@code -Dinvariant.seed=} makes up the same ones again.
 */
class InvariantTest {

    private static final int LIVES = 2;
    private static final int ACTS = 14;

    private static final String KEY = "incoming/gacc/flow=export/";
    private static final int PARTNER = 3;
    private static final int REGIME = 5;
    private static final int PROVINCE = 7;
    private static final Set<Integer> QUANTITIES = Set.of(9, 10, 11, 12);
    private static final Set<Integer> PARTNERS = Set.of(3, 4);

    @TempDir
    Path folder;

    /** A file as somebody might upload it. */
    private record Upload(String key, String text) {}

    @Test
    void whatever_was_uploaded_overwritten_and_deleted_the_feed_is_that_of_a_fresh_load() throws Exception {
        long seed = Long.getLong("invariant.seed", new Random().nextLong());
        Random random = new Random(seed);
        for (int life = 0; life < LIVES; life++) {
            Path now = Files.createDirectory(folder.resolve("now" + life));
            List<String> acts = new ArrayList<>();
            Map<String, Object> lived = live(now, random, acts);
            Map<String, Object> fresh = load(now, "fresh" + life);
            assertThat(lived)
                    .as("life %d of -Dinvariant.seed=%d: %s", life, seed, String.join("; ", acts))
                    .isEqualTo(fresh);
        }
    }

    /** Does this and that to the bucket; {@code now} becomes what lies there in the end. */
    private Map<String, Object> live(Path now, Random random, List<String> acts) throws Exception {
        List<Table> samples = new ArrayList<>();
        for (String month : List.of("2025-09", "2025-10", "2025-11")) {
            samples.add(Table.read(Project.SAMPLE_FILES.resolve("magnesium-" + month + ".csv")));
        }
        try (LocalSystem system = system("lived")) {
            upload(
                    system,
                    now,
                    new Upload(
                            "feeds/magnesium.json",
                            Files.readString(Project.SAMPLES.resolve("feeds/magnesium.json"))
                                    .replaceFirst("\\{", """
                                            {"prices": [{"id": "mg", "product": "ingot", "name": {"en": "Ingot"}}],""")));
            for (int act = 0; act < ACTS; act++) {
                Table sample = samples.get(random.nextInt(samples.size()));
                List<Path> lying = customsFiles(now);
                int what = random.nextInt(8);
                if (what == 0 && !lying.isEmpty()) {
                    Path gone = lying.get(random.nextInt(lying.size()));
                    String key = now.relativize(gone).toString();
                    acts.add("delete " + key);
                    Files.delete(gone);
                    system.delete(key);
                } else if (what == 1) {
                    // Over a file that lies there, which goes on to count.
                    String key = lying.isEmpty()
                            ? KEY + "bad.csv"
                            : now.relativize(lying.get(random.nextInt(lying.size())))
                                    .toString();
                    acts.add("reject " + key);
                    system.upload(
                            key,
                            Files.writeString(
                                    folder.resolve("bad.csv"), sample.text().replace("Kilogram", "Kilo\"gram")));
                } else {
                    Upload upload =
                            what < 4 ? part(sample, random) : what < 6 ? whole(sample, random) : quotations(random);
                    acts.add("upload " + upload.key());
                    upload(system, now, upload);
                }
                if (random.nextBoolean()) {
                    system.publish();
                }
            }
            upload(system, now, new Upload(KEY + "last.csv", samples.get(0).text()));
            system.publish();
            return Reports.figures(system.feedBucket());
        }
    }

    private static Upload whole(Table sample, Random random) {
        String key = KEY + (random.nextBoolean() ? "hs=8104/" : "") + "file" + random.nextInt(3) + ".csv";
        return new Upload(
                key,
                switch (random.nextInt(6)) {
                    case 0 -> sample.text();
                    case 1 ->
                        sample.where(row -> !row.get(1).equals("81042000")).text();
                    case 2 -> sample.without(QUANTITIES).text();
                    case 3 -> sample.without(PARTNERS).text();
                    case 4 -> sample.text().replace("Kilogram", "Unheard-of");
                    // Looks like a part of the month, and does not say so.
                    default -> sample.where(some(sample, PARTNER, random)).text();
                });
    }

    /** Prices or rates of some of the months. */
    private static Upload quotations(Random random) {
        boolean price = random.nextInt(3) > 0;
        StringBuilder text = new StringBuilder(price ? "date,price\n" : "date,rate\n");
        for (String month : List.of("2025-08", "2025-09", "2025-10", "2025-11")) {
            if (random.nextInt(3) > 0) {
                text.append(month)
                        .append("-15,")
                        .append(price ? 15_000 + random.nextInt(9) * 100 : 7 + random.nextInt(3))
                        .append('\n');
            }
        }
        text.append("2025-07-15,").append(price ? "15000" : "7").append('\n');
        String name = random.nextInt(2) + ".csv";
        return new Upload(
                price
                        ? "incoming/price/id=mg/currency=CNY/unit=t/tax=" + (random.nextBoolean() ? "13" : "0")
                                + "/license=open/" + name
                        : "incoming/rate/pair=USDCNY/" + name,
                text.toString());
    }

    private static Upload part(Table sample, Random random) {
        String name = "part" + random.nextInt(2) + ".csv";
        if (random.nextInt(4) == 0) {
            int page = random.nextInt(2);
            Table rows = new Table(
                    sample.header(),
                    IntStream.range(0, sample.rows().size())
                            .filter(row -> row % 2 == page)
                            .mapToObj(sample.rows()::get)
                            .toList());
            return new Upload(KEY + "page=" + (page + 1) + "of2/" + name, rows.text());
        }
        int column = List.of(PARTNER, REGIME, PROVINCE).get(random.nextInt(3));
        String dimension = Map.of(PARTNER, "partner", REGIME, "regime", PROVINCE, "province")
                .get(column);
        List<String> codes = sample.codes(column);
        Set<String> declared = new HashSet<>(Set.of(codes.get(0)));
        declared.add(codes.get(random.nextInt(Math.min(3, codes.size()))));
        return new Upload(
                KEY + dimension + "=" + declared.stream().sorted().collect(Collectors.joining("+")) + "/" + name,
                sample.where(row -> declared.contains(row.get(column))).text());
    }

    private static Predicate<List<String>> some(Table sample, int column, Random random) {
        List<String> codes = sample.codes(column);
        Set<String> left = Set.copyOf(codes.subList(0, 1 + random.nextInt(codes.size())));
        return row -> left.contains(row.get(column));
    }

    /** A download as cells. */
    private record Table(List<String> header, List<List<String>> rows) {

        static Table read(Path file) throws IOException {
            List<List<String>> lines = Files.readString(file, Charset.forName("GB18030"))
                    .lines()
                    .map(line -> List.of(line.replaceAll("^\"|\",?$", "").split("\",\"", -1)))
                    .toList();
            return new Table(lines.get(0), lines.subList(1, lines.size()));
        }

        /** All codes of a column, sorted. */
        List<String> codes(int column) {
            return rows.stream().map(row -> row.get(column)).distinct().sorted().toList();
        }

        Table where(Predicate<List<String>> rowsOf) {
            return new Table(header, rows.stream().filter(rowsOf).toList());
        }

        Table without(Set<Integer> columns) {
            return new Table(
                    without(header, columns),
                    rows.stream().map(row -> without(row, columns)).toList());
        }

        private static List<String> without(List<String> row, Set<Integer> columns) {
            return IntStream.range(0, row.size())
                    .filter(column -> !columns.contains(column))
                    .mapToObj(row::get)
                    .toList();
        }

        String text() {
            return Stream.concat(Stream.of(header), rows.stream())
                    .map(row -> "\"" + String.join("\",\"", row) + "\",\n")
                    .collect(Collectors.joining());
        }
    }

    private static List<Path> customsFiles(Path now) throws IOException {
        Path incoming = now.resolve("incoming");
        if (Files.notExists(incoming)) {
            return List.of();
        }
        try (Stream<Path> files = Files.walk(incoming)) {
            return files.filter(Files::isRegularFile).sorted().toList();
        }
    }

    private void upload(LocalSystem system, Path now, Upload upload) throws IOException {
        Path file = now.resolve(upload.key());
        Files.createDirectories(file.getParent());
        awaitNextSecond();
        Files.writeString(file, upload.text(), StandardCharsets.UTF_8);
        system.upload(upload.key(), file);
    }

    /** Loads what lies in {@code now} in the order in which it came to lie there. */
    private Map<String, Object> load(Path now, String name) throws Exception {
        try (LocalSystem system = system(name);
                Stream<Path> files = Files.walk(now)) {
            List<Path> inOrder = files.filter(Files::isRegularFile)
                    .sorted(Comparator.comparing(InvariantTest::modified))
                    .toList();
            for (Path file : inOrder) {
                awaitNextSecond();
                system.upload(now.relativize(file).toString(), file);
            }
            system.publish();
            return Reports.figures(system.feedBucket());
        }
    }

    private static FileTime modified(Path file) {
        try {
            return Files.getLastModifiedTime(file);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static LocalSystem system(String name) throws IOException {
        String suffix = "-" + name + "-" + UUID.randomUUID();
        return LocalSystem.on(
                SharedEmulators.get(),
                Project.ROOT.resolve("infra/template.yaml"),
                id -> TemplateResources.plainName(id) + suffix);
    }

    /** Uploads of one second are ordered by their keys: to be told apart by time, they must lie a second apart. */
    @SuppressForbidden(reason = "S3Mock stamps uploads by the machine's clock")
    private static void awaitNextSecond() {
        long second = Instant.now().getEpochSecond();
        while (Instant.now().getEpochSecond() == second) {
            LockSupport.parkNanos(5_000_000);
        }
    }
}
