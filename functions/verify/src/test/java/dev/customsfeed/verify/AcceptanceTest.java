package dev.customsfeed.verify;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

/** The case that was worked out by hand. */
class AcceptanceTest {

    private static final JsonMapper JSON = new JsonMapper();

    private final JsonNode report = Desk.ofAcceptance().report();
    private final JsonNode expected;

    AcceptanceTest() throws IOException {
        expected = JSON.readTree(Desk.resource("/acceptance/expected.json"));
    }

    @Test
    void each_finding_that_was_expected_is_found_and_no_other() {
        List<String> wanted = new ArrayList<>();
        for (JsonNode finding : expected.path("findings")) {
            wanted.add(
                    finding.path("code").asText() + " " + finding.path("level").asText() + " "
                            + finding.path("subject").asText());
        }
        assertThat(wanted).hasSize(14);
        assertThat(Desk.shortly(report)).containsExactlyInAnyOrderElementsOf(wanted);
        assertThat(report.path("findings")).hasSize(14);
    }

    @Test
    void figures_are_those_that_were_expected_to_the_cent() {
        for (JsonNode wanted : expected.path("findings")) {
            JsonNode found = found(wanted);
            wanted.properties().forEach(field -> {
                if (!List.of("code", "level", "subject").contains(field.getKey())) {
                    assertThat(found.path(field.getKey()))
                            .as(wanted + ": " + field.getKey())
                            .isEqualTo(field.getValue());
                }
            });
        }
    }

    private JsonNode found(JsonNode wanted) {
        for (JsonNode finding : report.path("findings")) {
            if (finding.path("code").equals(wanted.path("code"))
                    && Desk.subject(finding).equals(wanted.path("subject").asText())) {
                return finding;
            }
        }
        throw new AssertionError("not found: " + wanted);
    }

    @Test
    void balances_are_those_that_were_expected() {
        List<String> wanted = new ArrayList<>();
        expected.path("balances").forEach(balance -> wanted.add(balance(balance)));
        List<String> found = new ArrayList<>();
        report.path("balances").forEach(balance -> found.add(balance(balance)));
        assertThat(found).isEqualTo(wanted);
    }

    private static String balance(JsonNode json) {
        StringBuilder text = new StringBuilder();
        for (String name : List.of("declaration", "item", "declared", "returned", "refunded", "repaid", "remaining")) {
            text.append(json.path(name).asText()).append(' ');
        }
        return text.toString();
    }

    @Test
    void certificates_are_counted_by_what_was_found() {
        JsonNode counts = report.path("counts");
        assertThat(counts.path("certificates").asInt()).isEqualTo(9);
        assertThat(counts.path("verified").asInt()).isEqualTo(1);
        assertThat(counts.path("different").asInt()).isEqualTo(7);
        assertThat(counts.path("unknown").asInt()).isEqualTo(1);
        assertThat(counts.path("pending").asInt()).isZero();
        assertThat(counts.path("errors").asInt()).isEqualTo(11);
        assertThat(counts.path("checks").asInt()).isEqualTo(3);
    }

    @Test
    void a_finding_names_the_lines_that_contradict_each_other() {
        JsonNode finding = found(
                JSON.createObjectNode().put("code", "not-refunded-but-paid").put("subject", "certificate C5"));
        List<String> lines = new ArrayList<>();
        finding.path("evidence")
                .forEach(line -> lines.add(
                        line.path("key").asText() + " " + line.path("line").asInt()));
        assertThat(lines).containsExactly(Desk.CERTIFICATES + " 6", Desk.REFUNDS + " 2");
        assertThat(finding.at("/text/en").asText()).contains("3900.00 CNY", "1560.00 CNY");
        assertThat(finding.at("/text/zh").asText()).contains("3900.00", "1560.00");
    }

    @Test
    void nothing_is_found_where_nothing_contradicts() {
        assertThat(Desk.shortly(report))
                .noneMatch(finding -> finding.contains("refund-exceeds-balance") && finding.contains("000000001/01"))
                .noneMatch(finding -> finding.contains("repaid-too-little") && finding.contains("C5"));
    }

    @Test
    void the_table_has_a_line_for_each_finding() {
        Desk desk = Desk.ofAcceptance();
        desk.publish();
        String csv = new String(desk.reports.objects.get("report/findings.csv"), StandardCharsets.UTF_8);
        assertThat(csv.lines()).hasSize(15);
        assertThat(csv)
                .contains("not-refunded-but-paid,error,exporter,certificate,C5,020220260000000003,01,3900.00,1560.00,");
    }

    @Test
    void the_page_says_all_of_it_in_both_languages() {
        Desk desk = Desk.ofAcceptance();
        desk.publish();
        String english = new String(desk.reports.objects.get("report/index.html"), StandardCharsets.UTF_8);
        String chinese = new String(desk.reports.objects.get("report/index.zh.html"), StandardCharsets.UTF_8);
        assertThat(english).contains("3900.00 CNY", "remaining -400", "The exporter, or who declares for it");
        assertThat(chinese).contains("应补1560.00", "余量 -400", "出口企业或其代理");
    }
}
