package dev.customsfeed.local;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class NewestMonthTest {

    @TempDir
    Path folder;

    @Test
    void a_weight_that_is_unknown_is_told_from_a_month_that_is_missing() throws IOException {
        Path reports = Files.createDirectories(folder.resolve("a/reports"));
        Files.writeString(folder.resolve("a/feed.json"), "{\"title\": \"A\"}");
        Files.writeString(reports.resolve("2025-01.json"), "{}");
        Files.writeString(reports.resolve("2025-02.json"), """
                {"period": "2025-02", "status": "complete",
                 "products": [{"name": {"en": "B"}, "month": {"netWeightKg": 1499.5, "value": 1}, "ytd": {"netWeightKg": null, "value": null}}],
                 "total": {"month": {"netWeightKg": null, "value": 3}, "ytd": {"netWeightKg": 2500, "value": 3}}}
                """);

        assertThat(NewestMonth.tables(folder)).hasSize(5).contains("A, 2025-02 (complete)");
        assertThat(NewestMonth.tables(folder).get(3)).matches(" +B +1 .* missing .*");
        assertThat(NewestMonth.tables(folder).get(4)).matches(" +Total +unknown .* 3 .*");
    }
}
