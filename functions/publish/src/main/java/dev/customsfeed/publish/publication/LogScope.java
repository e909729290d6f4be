package dev.customsfeed.publish.publication;

import com.fasterxml.jackson.core.JsonProcessingException;
import dev.customsfeed.ledger.UploadLogEntry;
import java.util.Collection;

/** Which entries of one upload log a feed may depend on. */
public sealed interface LogScope permits FeedScope, PriceScope {

    /** The log. */
    String log();

    /**
     * Whether the feed may depend on an object.
     *
     * @param entries all that the log says of it
     */
    boolean concerns(Collection<? extends UploadLogEntry> entries);

    /** As JSON, in one line. */
    String json();

    /**
     * Reads what {@link #json} wrote.
     *
     * @throws JsonProcessingException if it did not
     */
    static LogScope read(String json) throws JsonProcessingException {
        return PriceScope.isOne(json) ? PriceScope.read(json) : FeedScope.read(json);
    }
}
