package dev.customsfeed.ledger.tables;

import dev.customsfeed.ledger.UploadLogEntry;
import dev.customsfeed.ledger.tables.TrackedUpload.Lease;
import software.amazon.awssdk.enhanced.dynamodb.DynamoDbEnhancedClient;
import software.amazon.awssdk.enhanced.dynamodb.model.TransactPutItemEnhancedRequest;
import software.amazon.awssdk.services.dynamodb.model.TransactionCanceledException;

/**
 * Makes all of a file count at once: its entry's status and the upload log's entry are one transaction. Its records and figures,
 * however many, must be stored before; nobody reads them until then.
 */
public final class Commit {

    private final DynamoDbEnhancedClient client;
    private final FilesTable files;
    private final MonthsTable months;

    /** Commits into these tables. */
    public Commit(DynamoDbEnhancedClient client, FilesTable files, MonthsTable months) {
        this.client = client;
        this.files = files;
        this.months = months;
    }

    /**
     * Writes both, or neither.
     *
     * @param file the file's entry as it shall be
     * @param lease the lease under which the file was loaded
     * @param entry what the upload log shall say
     * @return false if somebody else holds the lease by now: nothing was written
     */
    public boolean commit(TrackedUpload file, Lease lease, UploadLogEntry entry) {
        try {
            client.transactWriteItems(transaction -> transaction
                    .addPutItem(
                            files.table(),
                            TransactPutItemEnhancedRequest.builder(TrackedUpload.class)
                                    .item(file)
                                    .conditionExpression(FilesTable.held(lease))
                                    .build())
                    .addPutItem(months.uploads(), entry));
            return true;
        } catch (TransactionCanceledException cancelled) {
            boolean leaseLost = cancelled.cancellationReasons().stream()
                    .anyMatch(reason -> "ConditionalCheckFailed".equals(reason.code()));
            if (leaseLost) {
                return false;
            }
            throw cancelled;
        }
    }
}
