package dev.customsfeed.local;

import static org.assertj.core.api.Assertions.assertThat;

import dev.customsfeed.ledger.ObjectVersion;
import dev.customsfeed.sources.rejection.Problem;
import dev.customsfeed.sources.rejection.Problems;
import dev.customsfeed.sources.rejection.RejectionReport;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class RefusalTest {

    private static final Path FOLDER = Path.of("out-rejected");

    private final Problems problems = new Problems();

    @Test
    void problems_are_told_with_their_place_and_what_to_do_once_for_those_that_follow_each_other() throws IOException {
        problems.add(Problem.ofFile("a", "one", "two", "Mend it."));
        problems.add(Problem.ofLine("b", 2, "three", "four", "Put it right."));
        problems.add(new Problem("b", 3, 4, "Quantity", "five", "six", "Put it right."));

        assertThat(refusal("incoming/f.csv", "rejected/incoming/f.csv.json").told(FOLDER))
                .containsExactly(
                        "refused: incoming/f.csv",
                        "    found one, expected two",
                        "      Mend it.",
                        "    line 2: found three, expected four",
                        "    line 3, column 4 (Quantity): found five, expected six",
                        "      Put it right.",
                        "    the report: " + FOLDER.resolve("incoming/f.csv.json"));
    }

    @Test
    void what_would_move_the_cursor_is_not_printed() throws IOException {
        problems.add(Problem.ofFile("a", "\u001B[2J", "text", "Mend it."));

        assertThat(refusal("incoming/a\rb.csv", "rejected/incoming/a_b.csv.0.json")
                        .told(FOLDER))
                .startsWith("refused: incoming/a?b.csv", "    found ?[2J, expected text");
    }

    @Test
    void a_report_whose_name_no_file_system_takes_lies_under_a_shorter_one() throws IOException {
        problems.add(Problem.ofFile("a", "one", "two", "Mend it."));
        String longest = "x".repeat(250) + ".json";
        Refusal fits = refusal("incoming/x", "rejected/incoming/" + longest);
        Refusal shortened = refusal("incoming/x", "rejected/incoming/y" + longest);
        Refusal other = refusal("incoming/x", "rejected/incoming/z" + longest);

        assertThat(fits.file()).isEqualTo("incoming/" + longest);
        assertThat(shortened.file()).startsWith("incoming/").endsWith(".json").hasSizeLessThan(100);
        assertThat(Refusal.reports(List.of(fits, shortened, other)).keys())
                .containsExactlyInAnyOrder(fits.file(), shortened.file(), other.file());
    }

    private Refusal refusal(String key, String reportKey) throws IOException {
        byte[] report = RejectionReport.json(
                new ObjectVersion("uploads", key, "1"), problems, Optional.empty(), Optional.empty());
        Refusal refusal = Refusal.read("uploads", reportKey, report);
        assertThat(Refusal.reports(List.of(refusal)).read(refusal.file()))
                .hasValueSatisfying(bytes -> assertThat(new String(bytes, StandardCharsets.UTF_8))
                        .isEqualTo(new String(report, StandardCharsets.UTF_8)));
        return refusal;
    }
}
