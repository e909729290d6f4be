package dev.customsfeed.local;

import static org.assertj.core.api.Assertions.assertThat;

import dev.customsfeed.emulators.SharedEmulators;
import dev.customsfeed.emulators.TemplateResources;
import dev.customsfeed.runtime.SuppressForbidden;
import java.io.IOException;
import java.nio.charset.Charset;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.UUID;
import java.util.concurrent.locks.LockSupport;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The invariant, through both functions: the feed is a function of what lies in the upload bucket now. */
class InvariantTest {

    private static final long SEED = 20251231;
    private static final int LIVES = 2;
    private static final int ACTS = 10;

    @TempDir
    Path folder;

    @Test
    void whatever_was_uploaded_overwritten_and_deleted_the_feed_is_that_of_a_fresh_load() throws Exception {
        List<Path> samples = List.of(
                Project.SAMPLE_FILES.resolve("magnesium-2025-09.csv"),
                Project.SAMPLE_FILES.resolve("magnesium-2025-10.csv"),
                Project.SAMPLE_FILES.resolve("magnesium-2025-11.csv"));
        Random random = new Random(SEED);
        for (int life = 0; life < LIVES; life++) {
            Path now = Files.createDirectory(folder.resolve("now" + life));
            Map<String, Object> lived = live(samples, now, random);
            Map<String, Object> fresh = load(now, "fresh" + life);
            assertThat(lived).as("life %d of seed %d", life, SEED).isEqualTo(fresh);
        }
    }

    /** Does this and that to the bucket; {@code now} becomes what lies there in the end. */
    private Map<String, Object> live(List<Path> samples, Path now, Random random) throws Exception {
        try (LocalSystem system = system("lived")) {
            upload(
                    system,
                    now,
                    "feeds/magnesium.json",
                    Files.readString(Project.SAMPLES.resolve("feeds/magnesium.json")));
            for (int act = 0; act < ACTS; act++) {
                String key = "incoming/gacc/flow=export/" + (random.nextBoolean() ? "hs=8104/" : "") + "file"
                        + random.nextInt(3) + ".csv";
                String text = Files.readString(samples.get(random.nextInt(samples.size())), Charset.forName("GB18030"));
                switch (random.nextInt(4)) {
                    case 0 -> upload(system, now, key, text);
                    case 1 -> upload(system, now, key, withoutAnyRowOf("81042000", text));
                    case 2 -> {
                        Path bad = Files.writeString(folder.resolve("bad.csv"), text.replace("Kilogram", "Kilo\"gram"));
                        system.upload(key, bad);
                    }
                    default -> {
                        if (Files.deleteIfExists(now.resolve(key))) {
                            system.delete(key);
                        }
                    }
                }
                if (random.nextBoolean()) {
                    system.publish();
                }
            }
            upload(
                    system,
                    now,
                    "incoming/gacc/flow=export/last.csv",
                    Files.readString(samples.get(0), Charset.forName("GB18030")));
            system.publish();
            return Reports.figures(system.feedBucket());
        }
    }

    private void upload(LocalSystem system, Path now, String key, String text) throws IOException {
        Path file = now.resolve(key);
        Files.createDirectories(file.getParent());
        awaitNextSecond();
        Files.writeString(file, text);
        system.upload(key, file);
    }

    /** Loads what lies in {@code now} in the order in which it came to lie there. */
    private Map<String, Object> load(Path now, String name) throws Exception {
        try (LocalSystem system = system(name);
                var files = Files.walk(now)) {
            List<Path> inOrder = files.filter(Files::isRegularFile)
                    .sorted(java.util.Comparator.comparing(InvariantTest::modified))
                    .toList();
            for (Path file : inOrder) {
                awaitNextSecond();
                system.upload(now.relativize(file).toString(), file);
            }
            system.publish();
            return Reports.figures(system.feedBucket());
        }
    }

    private static java.nio.file.attribute.FileTime modified(Path file) {
        try {
            return Files.getLastModifiedTime(file);
        } catch (IOException e) {
            throw new java.io.UncheckedIOException(e);
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

    private static String withoutAnyRowOf(String commodity, String text) {
        return text.lines()
                .filter(line -> !line.contains("\"" + commodity + "\""))
                .reduce("", (all, line) -> all + line + "\n");
    }
}
