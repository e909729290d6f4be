package dev.customsfeed.ledger;

import static org.assertj.core.api.Assertions.assertThat;

import dev.customsfeed.ledger.UploadLogEntry.CustomsFile;
import java.time.Instant;
import java.time.YearMonth;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.SortedSet;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Which month the name of a file says. */
class NamedMonthTest {

    private static final YearMonth MARCH = YearMonth.of(2025, 3);
    private static final YearMonth APRIL = YearMonth.of(2025, 4);

    @ParameterizedTest
    @CsvSource({
        "export-202503.csv, 2025-03",
        "full_v2_202512.dat.gz, 2025-12",
        "magnesium-2025-03.csv, 2025-03",
        "2025年3月.csv, 2025-03",
        "2025年03月出口.csv, 2025-03",
        "2025年12月.csv, 2025-12",
        "download-20250418-of-202503.csv, 2025-03",
        "2025-03 (12).csv, 2025-03",
        "202503-81041100.csv, 2025-03",
        "2025年3月 202503.csv, 2025-03",
        "1999-01.csv, 1999-01"
    })
    void a_name_says_one_month(String name, YearMonth month) {
        assertThat(NamedMonth.of(name)).contains(month);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "export.csv",
                "export-2025.csv",
                "20250418.csv",
                "2025-04-18.csv",
                "2025年4月18日.csv",
                "202513.csv",
                "2025-00.csv",
                "200811.csv",
                "2008-11.csv",
                "1905-10.csv",
                "1202503.csv",
                "CM699202504H6.txt.gz",
                "202501-202503.csv",
                "202501-03.csv",
                "2025-01-to-03.csv",
                "2025年1月至3月.csv",
                "2025年1-3月.csv",
                "2025年13月.csv"
            })
    void a_name_says_no_month_or_several(String name) {
        assertThat(NamedMonth.of(name)).isEmpty();
    }

    @Test
    void the_name_alone_is_held_against_the_only_month_of_its_file() {
        assertThat(NamedMonth.otherThanCounted(file("2025-03/a-202503.csv", APRIL)))
                .contains(MARCH);
        assertThat(NamedMonth.otherThanCounted(file("a-202503.csv", APRIL))).contains(MARCH);
        assertThat(NamedMonth.otherThanCounted(file("period=2025-03/a.csv", APRIL)))
                .isEmpty();
        assertThat(NamedMonth.otherThanCounted(file("a-202503.csv", MARCH))).isEmpty();
        assertThat(NamedMonth.otherThanCounted(file("a-202505.csv", MARCH, APRIL)))
                .isEmpty();
        assertThat(NamedMonth.otherThanCounted(file("a-202505.csv"))).isEmpty();
    }

    @Test
    void the_month_of_the_upload_is_that_of_the_download() {
        assertThat(NamedMonth.otherThanCounted(file("a-202504.csv", MARCH))).contains(APRIL);
        assertThat(NamedMonth.otherThanCounted(file("a-202505.csv", APRIL))).isEmpty();
        assertThat(NamedMonth.otherThanCounted(file("a-202506.csv", APRIL))).isEmpty();
    }

    private static CustomsFile file(String key, YearMonth... months) {
        Instant at = Instant.parse("2025-05-20T12:00:00Z");
        SortedSet<YearMonth> periods = new TreeSet<>(Arrays.asList(months));
        return new CustomsFile(
                "gacc/CN/export",
                new Upload(new ObjectVersion("uploads", key, "v1"), new UploadOrder(at, "", at)),
                new FileContents(
                        "USD",
                        List.of(new Reported(Flow.EXPORT, new TreeSet<>(List.of("CN")), periods)),
                        new TreeSet<>(),
                        OptionalInt.of(8),
                        List.of(),
                        new TreeSet<>(),
                        1,
                        "hash",
                        Optional.empty()));
    }
}
