package dev.customsfeed.ingest.answer;

import static org.assertj.core.api.Assertions.assertThat;

import dev.customsfeed.emulators.SharedEmulators;
import dev.customsfeed.emulators.TemplateResources;
import dev.customsfeed.ledger.ObjectVersion;
import dev.customsfeed.ledger.Upload;
import dev.customsfeed.ledger.UploadLogEntry;
import dev.customsfeed.ledger.UploadLogEntry.Definition;
import dev.customsfeed.ledger.UploadOrder;
import dev.customsfeed.ledger.tables.MonthsTable;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Instant;
import java.util.UUID;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import software.amazon.awssdk.enhanced.dynamodb.DynamoDbEnhancedClient;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;

class DefinitionsLogTest {

    private static final DynamoDbClient DYNAMO_DB = SharedEmulators.get().dynamoDb();

    private static MonthsTable table() throws IOException {
        String name = TemplateResources.read(Path.of("../../infra/template.yaml"))
                .createTablesIn(DYNAMO_DB, id -> TemplateResources.plainName(id) + "-" + UUID.randomUUID())
                .get("MonthsTable");
        return new MonthsTable(
                DynamoDbEnhancedClient.builder().dynamoDbClient(DYNAMO_DB).build(), name);
    }

    private static Upload upload(String feed, int version) {
        Instant at = Instant.parse("2026-01-01T00:00:00Z").plusSeconds(version);
        return new Upload(
                new ObjectVersion("uploads", "feeds/" + feed + ".json", "v" + version), new UploadOrder(at, "", at));
    }

    @ParameterizedTest
    @ValueSource(longs = {0, 12, 1_000_000})
    void one_that_is_kept_knows_what_the_table_has_whatever_it_keeps(long mostCharacters) throws IOException {
        MonthsTable months = table();
        DefinitionsLog kept = new DefinitionsLog(months, mostCharacters);
        assertThat(kept.entries()).isEmpty();
        for (UploadLogEntry entry : new UploadLogEntry[] {
            new Definition(upload("a", 1), "{\"a\":1}"),
            new Definition(upload("b", 2), "{\"b\":1}"),
            new Definition(upload("a", 3), "{\"a\":2}"),
            new Definition(upload("a", 3), "{\"a\":2}"),
            new Definition(upload("c", 4), "{\"c\":1}")
        }) {
            months.add(entry);

            assertThat(kept.entries())
                    .containsExactlyInAnyOrderElementsOf(months.uploads(UploadLogEntry.FEEDS))
                    .contains(entry);
        }
        assertThat(kept.entries()).hasSize(4);
        assertThat(new DefinitionsLog(months).entries()).hasSize(4);
    }
}
