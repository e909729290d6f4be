package dev.customsfeed.local;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.networknt.schema.InputFormat;
import com.networknt.schema.Schema;
import com.networknt.schema.SchemaRegistry;
import com.networknt.schema.SpecificationVersion;
import dev.customsfeed.emulators.SourceTree;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/**
 * What the last release wrote, in {@code src/test/resources/written/<version>}, is right by the schemas of today: whoever reads a copy from
 * the archive finds the schema that it names, and that schema takes it. {@code infra/local/keep-documents} made it.
 */
class CompatibilityTest {

    private static final Path WRITTEN = Project.ROOT.resolve("infra/local/src/test/resources/written");

    private static List<Path> sorted(Stream<Path> files) {
        try (files) {
            return files.sorted().toList();
        }
    }

    /** The schemas of a version, wherever in the project they lie. */
    private static List<Path> schemas(String version) throws IOException {
        return SourceTree.files(Project.ROOT.resolve("functions")).stream()
                .filter(path -> path.getParent().endsWith(Path.of("src/main/resources/schemas", version)))
                .toList();
    }

    /** Before the first dot: {@code upload-answer.definition.json} is an upload-answer. */
    private static String kind(Path document) {
        return document.getFileName().toString().replaceFirst("\\..*", "");
    }

    @Test
    void what_the_last_release_wrote_is_right_by_the_schemas_of_today() throws IOException {
        for (Path folder : sorted(Files.list(WRITTEN))) {
            String version = folder.getFileName().toString();
            List<Path> schemas = schemas(version);
            Set<String> kinds = new TreeSet<>();
            for (Path file : sorted(Files.list(folder))) {
                kinds.add(kind(file));
                Path schema = schemas.stream()
                        .filter(path -> kind(path).equals(kind(file)))
                        .findFirst()
                        .orElseThrow();
                assertThat(read(schema).validate(Files.readString(file), InputFormat.JSON))
                        .as(
                                "%s, which the last release wrote. Within a version, a member that it did not write may be"
                                        + " added, but not be required; what was required stays (README, \"What may change\")",
                                file)
                        .isEmpty();
            }
            assertThat(kinds)
                    .as("a kind of document of which nothing is kept may change without notice")
                    .containsAll(schemas.stream().map(CompatibilityTest::kind).toList());
        }
    }

    @Test
    void a_document_says_the_version_that_it_was_written_by() throws IOException {
        ObjectMapper json = new ObjectMapper();
        List<Path> seen = new ArrayList<>();
        for (Path folder : sorted(Files.list(WRITTEN))) {
            for (Path file : sorted(Files.list(folder))) {
                // A definition is written by people, and of the first version as long as there is no other.
                if (!kind(file).equals("feed-definition")) {
                    JsonNode document = json.readTree(Files.readString(file));
                    JsonNode ours = document.path("_customs").isObject() ? document.path("_customs") : document;
                    assertThat("v" + ours.path("schemaVersion").asInt())
                            .as(file.toString())
                            .isEqualTo(folder.getFileName().toString());
                    seen.add(file);
                }
            }
        }
        assertThat(seen).hasSizeGreaterThan(10);
    }

    private static Schema read(Path schema) throws IOException {
        return SchemaRegistry.withDefaultDialect(SpecificationVersion.DRAFT_2020_12)
                .getSchema(Files.readString(schema));
    }
}
