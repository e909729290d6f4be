package dev.customsfeed.verify;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import dev.customsfeed.verify.rules.Code;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * Each rule by a case that triggers it and one that just does not: {@code rules/<code>.triggers.case}, {@code
 * rules/<code>.just-not.case}. A case has the files, each with the day of its upload, and all that is found.
 */
class RuleCasesTest {

    static Stream<String> cases() throws Exception {
        Path folder = Path.of(RuleCasesTest.class.getResource("/rules").toURI());
        try (Stream<Path> files = Files.list(folder)) {
            return files.map(file -> file.getFileName().toString()).sorted().toList().stream();
        }
    }

    @ParameterizedTest
    @MethodSource("cases")
    void what_is_found_is_what_the_case_says_and_nothing_else(String name) throws IOException {
        Desk desk = new Desk();
        List<String> wanted = new ArrayList<>();
        for (String section : new String(Desk.resource("/rules/" + name), StandardCharsets.UTF_8).split("(?m)^== ")) {
            int end = section.indexOf('\n');
            if (end < 0) {
                continue;
            }
            String[] head = section.substring(0, end).split(" ");
            String text = section.substring(end + 1);
            if (head[0].equals("found")) {
                text.lines().sorted().forEach(wanted::add);
            } else {
                desk.put(key(head), text, LocalDate.parse(head[head.length - 1]));
            }
        }

        JsonNode report = desk.report();

        assertThat(Desk.shortly(report)).isEqualTo(wanted);
        report.path("findings").forEach(RuleCasesTest::saysNothingThatMayNotBeSaid);
    }

    private static String key(String[] head) {
        return switch (head[0]) {
            case "declarations" -> Desk.DECLARATIONS;
            case "refunds" -> Desk.REFUNDS;
            case "certificates" -> Desk.CERTIFICATES;
            case "uses" -> Desk.USES;
            case "rates" -> "verification/rates/office=tax/rates.csv";
            case "lists" -> "verification/lists/" + head[1] + "/list.csv";
            default -> "verification/controls/controls.csv";
        };
    }

    private static void saysNothingThatMayNotBeSaid(JsonNode finding) {
        assertThat(finding.at("/text/en").asText().toLowerCase(java.util.Locale.ROOT))
                .doesNotContain(
                        "fraud", "evasion", "evade", "intent", "illegal", "cleared", "prohibited", "risk", "real time")
                .doesNotContain("{", "}", "null");
        assertThat(finding.at("/text/zh").asText())
                .doesNotContain("骗", "逃税", "故意", "违法", "禁止", "风险", "实时", "{", "}", "null");
        assertThat(finding.path("evidence")).isNotEmpty();
    }

    @Test
    void each_rule_has_a_case_that_triggers_it_and_one_that_just_does_not() throws Exception {
        Set<String> names = new TreeSet<>(cases().toList());
        for (Code code : Code.values()) {
            if (code != Code.DECLARATION_PENDING && code != Code.USE_PENDING) {
                assertThat(names).contains(code.id() + ".triggers.case", code.id() + ".just-not.case");
            }
        }
    }
}
