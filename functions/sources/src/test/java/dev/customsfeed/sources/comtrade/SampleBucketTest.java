package dev.customsfeed.sources.comtrade;

import static org.assertj.core.api.Assertions.assertThat;

import dev.customsfeed.ledger.Totals;
import dev.customsfeed.sources.Sources;
import dev.customsfeed.sources.check.CheckedFile;
import dev.customsfeed.sources.file.FileLimits;
import dev.customsfeed.sources.key.BegunMonths;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.YearMonth;
import java.util.List;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** The files of {@code events/comtrade} are taken, and hold what their README says. */
class SampleBucketTest {

    private static final Path BUCKET = Path.of("../../events/comtrade");
    private static final BegunMonths BEGUN = new BegunMonths(Instant.parse("2026-01-31T10:00:00Z"));

    @Test
    void each_layout_is_taken_and_india_has_18_months_of_each_product() throws Exception {
        TreeMap<String, TreeMap<YearMonth, Totals>> imports = new TreeMap<>();
        TreeSet<String> layouts = new TreeSet<>();
        for (Path file : files()) {
            String key = BUCKET.relativize(file).toString().replace('\\', '/');
            try (CheckedFile checked = Sources.check(file, Sources.key(key), BEGUN, FileLimits.DEFAULTS)) {
                layouts.add(checked.layout() + ", " + checked.encoding());
                checked.months((series, period, part, totals, partners, splits, valuations) -> {
                    if (series.tradeFlow().key().equals("comtrade/IN/import")) {
                        imports.computeIfAbsent(series.commodity(), any -> new TreeMap<>())
                                .put(period, totals);
                    }
                });
            }
        }

        assertThat(layouts)
                .containsExactly("comtrade-bulk, UTF-8", "comtrade-csv, Windows-1252", "comtrade-json, UTF-8");
        assertThat(imports.keySet()).containsExactly("810411", "810419", "810420", "810430", "810490");
        assertThat(imports.values()).allSatisfy(months -> assertThat(months.keySet())
                .containsExactlyElementsOf(IntStream.range(0, 18)
                        .mapToObj(YearMonth.of(2024, 1)::plusMonths)
                        .toList()));
        assertThat(imports.get("810490").get(YearMonth.of(2024, 5)).netWeightGrams())
                .isEmpty();
    }

    private static List<Path> files() throws Exception {
        try (Stream<Path> files = Files.walk(BUCKET.resolve("incoming"))) {
            return files.filter(Files::isRegularFile).sorted().toList();
        }
    }
}
