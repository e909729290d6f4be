package dev.customsfeed.sources.check;

import dev.customsfeed.ledger.CustomsRecord;
import java.io.IOException;

/** Takes the rows of a customs file one by one. */
@FunctionalInterface
public interface RecordSink {

    void accept(CustomsRecord row) throws IOException, InterruptedException;
}
