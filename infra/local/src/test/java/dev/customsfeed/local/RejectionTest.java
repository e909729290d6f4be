package dev.customsfeed.local;

import static org.assertj.core.api.Assertions.assertThat;

import dev.customsfeed.ledger.ObjectVersion;
import dev.customsfeed.sources.rejection.Problem;
import dev.customsfeed.sources.rejection.Problems;
import dev.customsfeed.uploads.RejectionReport;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class RejectionTest {

    private static final Path FOLDER = Path.of("out-rejected");

    private final Problems problems = new Problems();

    @Test
    void problems_are_told_with_their_place_and_what_to_do_once_for_those_that_follow_each_other() throws IOException {
        problems.add(Problem.ofFile("a", "one", "two", "Mend it."));
        problems.add(Problem.ofLine("b", 2, "three", "four", "Put it right."));
        problems.add(new Problem("b", 3, 4, "Quantity", "five", "six", "Put it right."));

        assertThat(rejection("incoming/f.csv", "rejected/incoming/f.csv.json").told(FOLDER))
                .containsExactly(
                        "rejected: incoming/f.csv",
                        "    found one, expected two",
                        "      Mend it.",
                        "    line 2: found three, expected four",
                        "    line 3, column 4 (Quantity): found five, expected six",
                        "      Put it right.",
                        "    the report: " + FOLDER.resolve("incoming/f.csv.json"));
    }

    @Test
    void a_problem_of_a_feed_definition_is_told_with_its_place_in_it() throws IOException {
        problems.add(new Problem("a", 0, 0, "/products/0/hs/1", "five", "six", "Put it right."));
        problems.add(new Problem("b", 3, 9, "/products", "seven", "eight", "Put it right."));

        assertThat(rejection("feeds/f.json", "rejected/feeds/f.json.json").told(FOLDER))
                .contains(
                        "    in /products/0/hs/1: found five, expected six",
                        "    line 3, column 9 (/products): found seven, expected eight");
    }

    @Test
    void a_report_whose_name_no_file_system_takes_lies_under_a_shorter_one() throws IOException {
        problems.add(Problem.ofFile("a", "one", "two", "Mend it."));
        String longest = "x".repeat(250) + ".json";
        Rejection fits = rejection("incoming/x", "rejected/incoming/" + longest);
        Rejection shortened = rejection("incoming/x", "rejected/incoming/y" + longest);
        Rejection other = rejection("incoming/x", "rejected/incoming/z" + longest);

        assertThat(fits.file()).isEqualTo("incoming/" + longest);
        assertThat(shortened.file()).startsWith("incoming/").endsWith(".json").hasSizeLessThan(100);
        assertThat(Answered.mirrored(List.of(fits, shortened, other)).keys())
                .containsExactlyInAnyOrder(fits.file(), shortened.file(), other.file());
    }

    @Test
    void a_report_on_a_name_that_is_no_text_lies_under_another() throws IOException {
        problems.add(Problem.ofFile("a", "one", "two", "Mend it."));
        Rejection name = rejection("incoming/x", "rejected/incoming/a\nb.csv.json");
        Rejection folder = rejection("incoming/x", "rejected/incoming/a\nb/c.csv.json");

        assertThat(List.of(name.file(), folder.file()))
                .allSatisfy(file -> assertThat(FolderKey.isPlain(file)).isTrue());
        assertThat(name.file()).startsWith("incoming/").endsWith(".json");
    }

    private Rejection rejection(String key, String reportKey) throws IOException {
        byte[] report = RejectionReport.json(
                new ObjectVersion("uploads", key, "1"), problems, Optional.empty(), Optional.empty());
        Rejection rejection = Rejection.read("uploads", reportKey, report);
        assertThat(Answered.mirrored(List.of(rejection)).read(rejection.file()))
                .hasValueSatisfying(bytes -> assertThat(new String(bytes, StandardCharsets.UTF_8))
                        .isEqualTo(new String(report, StandardCharsets.UTF_8)));
        return rejection;
    }
}
