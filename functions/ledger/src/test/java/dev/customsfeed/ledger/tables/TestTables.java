package dev.customsfeed.ledger.tables;

import dev.customsfeed.emulators.SharedEmulators;
import dev.customsfeed.emulators.TemplateResources;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.Map;
import java.util.UUID;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;

/** The template's tables, made once for all tests of this module. */
final class TestTables {

    private static final DynamoDbClient CLIENT = SharedEmulators.get().dynamoDb();
    private static final Map<String, String> NAMES = create();

    private TestTables() {}

    private static Map<String, String> create() {
        String suffix = UUID.randomUUID().toString();
        try {
            return TemplateResources.read(Path.of("../../infra/template.yaml"))
                    .createTablesIn(CLIENT, id -> TemplateResources.plainName(id) + "-" + suffix);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    static DynamoDbClient client() {
        return CLIENT;
    }

    static String name(String logicalId) {
        return NAMES.get(logicalId);
    }
}
