package dev.customsfeed.sources.rejection;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class ProblemTest {

    @Test
    void a_long_finding_is_cut() {
        assertThat(Problem.quote("x".repeat(80))).isEqualTo("\"" + "x".repeat(80) + "\"");
        assertThat(Problem.quote("x".repeat(81))).isEqualTo("\"" + "x".repeat(80) + "…\" (81 characters)");
        assertThat(Problem.quote("")).isEqualTo("nothing");
    }

    @Test
    void a_rejection_says_what_is_wrong_in_its_message() {
        Problems problems = Problems.of(new Problem("bad-number", 3, 10, "Quantity", "x", "a number", "Look."));
        assertThat(new RejectedFileException(problems))
                .hasMessage("bad-number: line 3, column 10: found x, expected a number");

        problems.add(Problem.ofLine("row-length", 4, "3 fields", "14 fields", "Look."));
        assertThat(new RejectedFileException(problems)).hasMessageStartingWith("2 problems: bad-number: line 3");
        assertThat(new Problems()).hasToString("no problem");
    }
}
