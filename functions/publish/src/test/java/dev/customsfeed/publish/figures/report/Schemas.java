package dev.customsfeed.publish.figures.report;

import static org.assertj.core.api.Assertions.assertThat;

import com.networknt.schema.InputFormat;
import com.networknt.schema.Schema;
import com.networknt.schema.SchemaRegistry;
import com.networknt.schema.SpecificationVersion;
import dev.customsfeed.publish.documents.json.Document;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;

/** Holds documents against the schemas that are published with them. */
public final class Schemas {

    private static final Schema REPORT = schema("month-report");
    private static final Schema FEED = schema("feed-extension");
    private static final Schema REVISIONS = schema("revisions");
    private static final Schema AVAILABILITY = schema("availability");
    private static final Schema ROWS = schema("rows");

    private Schemas() {}

    private static Schema schema(String name) {
        try (InputStream in = Schemas.class.getResourceAsStream("/schemas/v1/" + name + ".schema.json")) {
            return SchemaRegistry.withDefaultDialect(SpecificationVersion.DRAFT_2020_12)
                    .getSchema(new String(in.readAllBytes(), StandardCharsets.UTF_8));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Fails unless {@code document} is what its schema describes. */
    public static void check(Document document) {
        assertThat(of(document.path()).validate(document.text(), InputFormat.JSON))
                .as(document.path())
                .isEmpty();
    }

    private static Schema of(String path) {
        return switch (path) {
            case "feed.json", "feed.zh.json" -> FEED;
            case "revisions.json" -> REVISIONS;
            case "availability.json" -> AVAILABILITY;
            case "rows/index.json" -> ROWS;
            default -> {
                assertThat(path).startsWith("reports/");
                yield REPORT;
            }
        };
    }

    /** What is wrong with a document, held against one of the project's schemas; nothing if it fits. */
    public static List<String> problems(String schema, String document) {
        return schema(schema).validate(document, InputFormat.JSON).stream()
                .map(Object::toString)
                .toList();
    }
}
