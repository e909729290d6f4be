package dev.customsfeed.verify.publication;

import java.util.Collection;
import java.util.Optional;

/** Where the report lies. */
public interface ReportStore {

    /**
     * An object that lies there.
     *
     * @param bytes of it
     * @param tag tells this content of the key from any other
     */
    record Stored(byte[] bytes, String tag) {}

    /**
     * An object to write.
     *
     * @param key of it
     * @param contentType of its bytes
     * @param bytes of it
     */
    record Document(String key, String contentType, byte[] bytes) {}

    /** The object of that key; empty if there is none. */
    Optional<Stored> get(String key);

    /** Writes objects, whatever lies there, in any order. */
    void putAll(Collection<Document> documents);

    /**
     * Writes an object unless somebody else was faster.
     *
     * @param replaced the tag of what lies there; empty for nothing
     * @return false if something else lies there by now: nothing was written
     */
    boolean replace(Document document, Optional<String> replaced);

    /** Deletes objects, whether they are there or not. */
    void deleteAll(Collection<String> keys);
}
