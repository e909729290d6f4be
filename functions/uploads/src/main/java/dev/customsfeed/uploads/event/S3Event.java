package dev.customsfeed.uploads.event;

import dev.customsfeed.ledger.ObjectVersion;
import dev.customsfeed.ledger.Upload;
import dev.customsfeed.ledger.UploadOrder;
import java.time.Instant;
import java.util.OptionalLong;

/**
 * One thing that S3 announces of one object version.
 *
 * @param kind what happened to it
 * @param object the version, its key decoded; of a delete marker, the marker itself
 * @param sequencer S3's own order of the events of one key; empty where the storage service has none
 * @param at when it happened
 * @param size the object's size in bytes; empty where nothing was created
 */
public record S3Event(Kind kind, ObjectVersion object, String sequencer, Instant at, OptionalLong size) {

    /** What can happen to an object version. */
    public enum Kind {
        /** It was uploaded, copied or completed. */
        CREATED,
        /** It is a delete marker, put on top of the versions before it. */
        DELETE_MARKER_CREATED,
        /** It was removed for good. */
        VERSION_REMOVED
    }

    /** The version as an upload whose Last-Modified is {@code lastModified}. */
    public Upload upload(Instant lastModified) {
        return new Upload(object, new UploadOrder(lastModified, sequencer, at));
    }

    /** The version as an upload, as far as the event alone can say. */
    public Upload upload() {
        return upload(at);
    }

    /** Whether it is what S3's console makes when somebody creates a folder. */
    public boolean isFolderMarker() {
        return object.key().endsWith("/") && size.orElse(-1) == 0;
    }
}
