package dev.customsfeed.ingest;

import dev.customsfeed.ingest.answer.Answers;
import dev.customsfeed.ledger.Upload;
import dev.customsfeed.ledger.UploadLogEntry;
import dev.customsfeed.ledger.tables.TrackedUpload;
import dev.customsfeed.ledger.tables.TrackedUpload.Lease;
import dev.customsfeed.uploads.store.Deadline;
import dev.customsfeed.uploads.store.OutOfTimeException;
import java.io.IOException;

/** An upload that is right and can be taken. */
interface CheckedUpload extends AutoCloseable {

    /** What the table of files shall say of it while it is being stored under {@code lease}. */
    TrackedUpload loading(Upload upload, Lease lease);

    /**
     * Writes all that must be there before it counts.
     *
     * @param loading what the table of files says of it
     * @throws OutOfTimeException if the deadline passes before
     */
    void store(TrackedUpload loading, Deadline deadline) throws IOException, InterruptedException;

    /** What makes it count. */
    UploadLogEntry.Committed entry(Upload upload);

    /**
     * What is answered to whoever uploaded it: JSON in UTF-8. Its {@linkplain #entry entry} must be in the log by then, and what is
     * stored before it in the tables.
     */
    byte[] answer(Upload upload, Answers answers) throws IOException, InterruptedException;

    @Override
    void close() throws IOException;
}
