package dev.customsfeed.uploads;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.networknt.schema.InputFormat;
import com.networknt.schema.SchemaRegistry;
import com.networknt.schema.SpecificationVersion;
import dev.customsfeed.ledger.ObjectVersion;
import dev.customsfeed.sources.rejection.Problem;
import dev.customsfeed.sources.rejection.Problems;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class RejectionReportTest {

    private static final ObjectVersion OBJECT = new ObjectVersion("uploads", "incoming/gacc/flow=export/镁.csv", "v1");

    @Test
    void the_report_names_the_file_and_each_problem() {
        Problems problems =
                Problems.of(new Problem("bad-number", 3, 10, "Quantity", "\"-5\"", "a number", "Look at it."));

        String report = new String(
                RejectionReport.json(OBJECT, problems, Optional.of("gacc-en"), Optional.of("UTF-8")),
                StandardCharsets.UTF_8);

        assertThat(report).isEqualTo("""
                        {
                          "schemaVersion" : 1,
                          "object" : "uploads/incoming/gacc/flow=export/镁.csv",
                          "version" : "v1",
                          "encoding" : "UTF-8",
                          "layout" : "gacc-en",
                          "whatToDo" : "Nothing of this file was stored. Correct what is listed under problems and upload it again under the same key.",
                          "problemCount" : 1,
                          "problems" : [
                            {
                              "code" : "bad-number",
                              "line" : 3,
                              "column" : 10,
                              "columnName" : "Quantity",
                              "found" : "\\"-5\\"",
                              "expected" : "a number",
                              "advice" : "Look at it."
                            }
                          ]
                        }
                        """);
    }

    @Test
    void the_report_is_as_its_schema_says() throws IOException {
        Problems problems =
                Problems.of(new Problem("bad-number", 3, 10, "Quantity", "\"-5\"", "a number", "Look at it."));
        try (InputStream schema =
                RejectionReport.class.getResourceAsStream("/schemas/v1/upload-rejection.schema.json")) {
            assertThat(SchemaRegistry.withDefaultDialect(SpecificationVersion.DRAFT_2020_12)
                            .getSchema(new String(schema.readAllBytes(), StandardCharsets.UTF_8))
                            .validate(report(problems).toString(), InputFormat.JSON))
                    .isEmpty();
        }
    }

    @Test
    void a_wrong_key_is_cured_by_another_key() throws IOException {
        JsonNode report = report(Problems.of(Problem.ofFile("key-flow", "no flow=", "flow=export", "Add it.")));

        assertThat(report.get("whatToDo").asText()).contains("under a key that is right");
        assertThat(report.has("layout")).isFalse();
        assertThat(report.has("encoding")).isFalse();
    }

    @Test
    void the_first_100_problems_are_listed_and_all_are_counted() throws IOException {
        Problems problems = new Problems();
        for (int line = 2; line < 1_002; line++) {
            problems.add(Problem.ofLine("bad-number", line, "x", "a number", "Look at it."));
        }

        JsonNode report = report(problems);

        assertThat(report.get("problemCount").asLong()).isEqualTo(1_000);
        assertThat(report.get("problems")).hasSize(100);
        assertThat(report.at("/problems/99/line").asLong()).isEqualTo(101);
        assertThat(report.get("whatToDo").asText()).endsWith("Only the first 100 of 1000 problems are listed.");
    }

    private static JsonNode report(Problems problems) throws IOException {
        return new ObjectMapper().readTree(RejectionReport.json(OBJECT, problems, Optional.empty(), Optional.empty()));
    }
}
