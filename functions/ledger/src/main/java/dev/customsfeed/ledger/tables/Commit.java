package dev.customsfeed.ledger.tables;

import dev.customsfeed.ledger.UploadLogEntry;
import dev.customsfeed.ledger.tables.TrackedUpload.Lease;
import software.amazon.awssdk.enhanced.dynamodb.model.TransactPutItemEnhancedRequest;

/**
 * Makes all of a file count at once: its entry's status and the upload log's entry are one transaction. Its records and figures,
 * however many, must be stored before; nobody reads them until then.
 */
public final class Commit {

    private final FilesTable files;
    private final MonthsTable months;

    /** Commits into these tables. */
    public Commit(FilesTable files, MonthsTable months) {
        this.files = files;
        this.months = months;
    }

    /**
     * Writes both, or neither; the entry gets the next place of its log.
     *
     * @param file the file's entry as it shall be
     * @param lease the lease under which the file was loaded
     * @param entry what the upload log shall say
     * @return false if somebody else holds the lease by now: nothing was written
     * @throws IllegalStateException if others took one place after the other
     */
    public boolean commit(TrackedUpload file, Lease lease, UploadLogEntry entry) {
        return months.enterWith(
                entry,
                transaction -> transaction.addPutItem(
                        files.table(),
                        TransactPutItemEnhancedRequest.builder(TrackedUpload.class)
                                .item(file)
                                .conditionExpression(FilesTable.held(lease))
                                .build()));
    }
}
