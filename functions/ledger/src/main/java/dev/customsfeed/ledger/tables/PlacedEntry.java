package dev.customsfeed.ledger.tables;

import dev.customsfeed.ledger.UploadLogEntry;

/**
 * An entry of an upload log and its place there.
 *
 * @param place 1 for the first entry of the log, one more for each that is committed after it; {@link #NONE} for one that was written
 *     when entries had none
 * @param entry the entry
 */
public record PlacedEntry(long place, UploadLogEntry entry) {

    /** The place of an entry that was written when entries had none. */
    public static final long NONE = 0;

    /**
     * The entry's name within its log: the same of all that was ever entered of one version, or of one deletion or removal of it, so
     * that of two of the same name the one of the higher place holds.
     */
    public String name() {
        return UploadLogItems.entry(entry);
    }
}
