package dev.customsfeed.verify;

import static org.assertj.core.api.Assertions.assertThat;

import com.networknt.schema.InputFormat;
import com.networknt.schema.Schema;
import com.networknt.schema.SchemaRegistry;
import com.networknt.schema.SpecificationVersion;
import dev.customsfeed.verify.rules.Code;
import java.nio.charset.StandardCharsets;
import java.util.Random;
import org.junit.jupiter.api.Test;

/** What is written is as the schemas say. */
class SchemasTest {

    static Schema schema(String name) {
        return SchemaRegistry.withDefaultDialect(SpecificationVersion.DRAFT_2020_12)
                .getSchema(new String(Desk.resource("/schemas/v1/" + name + ".schema.json"), StandardCharsets.UTF_8));
    }

    private final Schema report = schema("verification-report");
    private final Schema part = schema("verification-part");
    private final Schema document = schema("verification-document");

    private void allAreRight(ReportsInMemory reports) {
        reports.objects.forEach((key, bytes) -> {
            if (key.endsWith(".json") && !key.startsWith("report/state/") && !key.startsWith("report/schemas/")) {
                Schema schema =
                        key.equals("report/report.json") ? report : key.startsWith("report/parts/") ? part : document;
                assertThat(schema.validate(new String(bytes, StandardCharsets.UTF_8), InputFormat.JSON))
                        .as(key)
                        .isEmpty();
            }
        });
    }

    @Test
    void reports_parts_and_documents_of_the_acceptance_case_are_right() {
        Desk desk = Desk.ofAcceptance();
        desk.publish();
        allAreRight(desk.reports);
        assertThat(desk.reports.objects)
                .containsKeys(
                        "report/schemas/v1/verification-report.schema.json",
                        "report/schemas/v1/upload-rejection.schema.json");
    }

    @Test
    void so_are_those_of_random_cases() {
        for (int seed = 0; seed < 20; seed++) {
            Cases.Case all = Cases.random(new Random(seed));
            Desk desk = new Desk();
            desk.put(Desk.DECLARATIONS, Cases.declarations(all.declarations()));
            desk.put(Desk.CERTIFICATES, Cases.certificates(all.certificates()), Desk.DAY.plusDays(100));
            desk.put(Desk.USES, Cases.uses(all.uses()), Desk.DAY.plusDays(120));
            desk.publish();
            allAreRight(desk.reports);
        }
    }

    @Test
    void the_schema_knows_each_rule() {
        String text = new String(Desk.resource("/schemas/v1/verification-report.schema.json"), StandardCharsets.UTF_8);
        for (Code code : Code.values()) {
            assertThat(text).contains("\"" + code.id() + "\"");
        }
    }
}
