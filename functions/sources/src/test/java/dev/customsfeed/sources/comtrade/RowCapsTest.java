package dev.customsfeed.sources.comtrade;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.customsfeed.sources.Sources;
import dev.customsfeed.sources.check.CheckedFile;
import dev.customsfeed.sources.file.FileLimits;
import dev.customsfeed.sources.key.BegunMonths;
import dev.customsfeed.sources.rejection.RejectedFileException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Answers of as many rows as UN Comtrade gives at most: 500 without a key, 100,000 with a free one, 250,000 with a paid one. */
class RowCapsTest {

    private static final BegunMonths BEGUN = new BegunMonths(Instant.parse("2026-01-31T10:00:00Z"));

    @TempDir
    private Path folder;

    @ParameterizedTest
    @ValueSource(ints = {500, 100_000, 250_000})
    void an_answer_of_exactly_as_many_rows_is_cut_unless_its_key_says_that_it_is_whole(int rows) throws Exception {
        Path file = write(rows, "csv", ',');

        assertThatThrownBy(() -> check(file, "f.csv"))
                .isInstanceOfSatisfying(RejectedFileException.class, rejected -> assertThat(
                                rejected.problems().first())
                        .singleElement()
                        .satisfies(problem -> {
                            assertThat(problem.code()).isEqualTo("rows-cut");
                            assertThat(problem.advice())
                                    .isEqualTo("Split the download by commodity or month. If"
                                            + " the file is known to be whole, add rows=complete/ to its path.");
                        }));
        try (CheckedFile checked = check(file, "rows=complete/f.csv")) {
            assertThat(checked.rows()).isEqualTo(rows);
        }
    }

    @ParameterizedTest
    @ValueSource(ints = {499, 501, 99_999, 100_001, 249_999, 250_001})
    void an_answer_of_one_row_less_or_more_is_not(int rows) throws Exception {
        try (CheckedFile checked = check(write(rows, "csv", ','), "f.csv")) {
            assertThat(checked.rows()).isEqualTo(rows);
        }
    }

    @ParameterizedTest
    @ValueSource(ints = {500, 100_000, 250_000})
    void bulk_files_are_never_cut(int rows) throws Exception {
        try (CheckedFile checked = check(write(rows, "txt", '\t'), "f.txt")) {
            assertThat(checked.rows()).isEqualTo(rows);
        }
    }

    private static CheckedFile check(Path file, String name) throws Exception {
        return Sources.check(file, Sources.key("incoming/comtrade/" + name), BEGUN, FileLimits.DEFAULTS);
    }

    private Path write(int rows, String ending, char separator) throws IOException {
        StringBuilder text = new StringBuilder(String.join(",", Column.required())).append('\n');
        for (int i = 0; i < rows; i++) {
            text.append("M,202501,699,M,").append(i % 2 == 0 ? "156" : "842").append(",0,H6,");
            text.append(100_000 + i / 2).append(",C00,0,1,false,5,,5\n");
        }
        Path file = folder.resolve("rows." + ending);
        Files.writeString(file, text.toString().replace(',', separator));
        return file;
    }
}
