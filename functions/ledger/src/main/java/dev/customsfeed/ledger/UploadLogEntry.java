package dev.customsfeed.ledger;

/**
 * One thing that became known of one object version. Entries are only ever added, and the same event always makes the same
 * entry, so that duplicates and reorderings leave no trace.
 */
public sealed interface UploadLogEntry {

    /** The log of the feed definitions. */
    String FEEDS = "feeds";

    /** The log of the prices and exchange rates. */
    String PRICES = "prices";

    /** The log of the objects whose keys do not say what they are: all of them are rejected, and no feed reads it. */
    String UNDECLARED = "undeclared";

    /** The log it belongs to: that of a {@linkplain SourceRules#log source}, {@link #FEEDS}, {@link #PRICES} or {@link #UNDECLARED}. */
    String log();

    /** The version that it is about, and when that was uploaded. */
    Upload upload();

    /** The version that it is about. */
    default ObjectVersion object() {
        return upload().object();
    }

    /** A version that is taken: it counts as long as it is the newest of its object. Each function has kinds of its own. */
    non-sealed interface Committed extends UploadLogEntry {}

    /**
     * A customs file that is taken: all of its rows are stored.
     *
     * @param contents what it has and what it answers for
     */
    record CustomsFile(String log, Upload upload, FileContents contents) implements Committed {}

    /**
     * A feed definition that is taken.
     *
     * @param text the definition
     */
    record Definition(Upload upload, String text) implements Committed {
        @Override
        public String log() {
            return FEEDS;
        }
    }

    /**
     * A file of prices or exchange rates that is taken: its observations are stored.
     *
     * @param contents what it has
     */
    record Quotations(Upload upload, QuotationContents contents) implements Committed {
        @Override
        public String log() {
            return PRICES;
        }
    }

    /**
     * A version that is rejected: as if it had never been uploaded.
     *
     * @param reason the first thing that is wrong with it
     * @param declared what its key declares
     */
    record Rejected(String log, Upload upload, String reason, Declared declared) implements UploadLogEntry {}

    /** A delete marker: nothing lies under the key as long as it is the newest. */
    record Deleted(String log, Upload upload) implements UploadLogEntry {}

    /** A version that was removed for good, a delete marker perhaps: as if it had never been there. */
    record Removed(String log, Upload upload) implements UploadLogEntry {}
}
