package dev.customsfeed.verify.aws;

import dev.customsfeed.ledger.Upload;
import dev.customsfeed.ledger.UploadLogEntry;
import dev.customsfeed.verify.comparison.KnownFile;

/**
 * A file that is taken: all of its rows are stored.
 *
 * @param file what is known of it
 */
public record TakenFile(KnownFile file) implements UploadLogEntry.Committed {

    @Override
    public String log() {
        return VerificationTable.LOG;
    }

    @Override
    public Upload upload() {
        return file.upload();
    }
}
