package dev.customsfeed.ingest;

import dev.customsfeed.ledger.tables.Commit;
import dev.customsfeed.ledger.tables.FilesTable;
import dev.customsfeed.ledger.tables.MonthsTable;
import dev.customsfeed.ledger.tables.RecordsTable;
import dev.customsfeed.runtime.log.Log;
import software.amazon.awssdk.enhanced.dynamodb.DynamoDbEnhancedClient;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;

/** The tables, and what writes them. */
record Tables(
        DynamoDbEnhancedClient client,
        FilesTable files,
        RecordsTable records,
        MonthsTable months,
        Commit commit,
        Log log) {

    static Tables of(IngestSettings settings, DynamoDbClient dynamoDb, Log log) {
        DynamoDbEnhancedClient client =
                DynamoDbEnhancedClient.builder().dynamoDbClient(dynamoDb).build();
        FilesTable files = new FilesTable(client, settings.filesTable());
        MonthsTable months = new MonthsTable(client, settings.monthsTable());
        return new Tables(
                client,
                files,
                new RecordsTable(client, settings.recordsTable()),
                months,
                new Commit(files, months),
                log);
    }
}
