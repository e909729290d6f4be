package dev.customsfeed.ingest;

import dev.customsfeed.ingest.store.Deadline;
import dev.customsfeed.ingest.store.OutOfTimeException;
import dev.customsfeed.ledger.ObjectVersion;
import dev.customsfeed.ledger.UploadLogEntry;
import dev.customsfeed.ledger.UploadOrder;
import dev.customsfeed.ledger.tables.UploadedFile;
import dev.customsfeed.ledger.tables.UploadedFile.Lease;
import java.io.IOException;

/** An upload that is right and can be taken. */
interface CheckedUpload extends AutoCloseable {

    /** What the table of files shall say of it while it is being stored under {@code lease}. */
    UploadedFile loading(ObjectVersion object, UploadOrder order, Lease lease);

    /**
     * Writes all that must be there before it counts.
     *
     * @throws OutOfTimeException if the deadline passes before
     */
    void store(ObjectVersion object, UploadOrder order, Deadline deadline) throws IOException, InterruptedException;

    /** What makes it count. */
    UploadLogEntry entry(ObjectVersion object, UploadOrder order);

    @Override
    void close() throws IOException;
}
