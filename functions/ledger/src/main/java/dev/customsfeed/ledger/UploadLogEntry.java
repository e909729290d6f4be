package dev.customsfeed.ledger;

import java.util.Optional;

/**
 * One thing that became known of one object version. Entries are only ever added, and the same event always makes the same
 * entry, so that duplicates and reorderings leave no trace.
 *
 * @param log the log it belongs to: a {@link TradeFlow#key()}, {@link #FEEDS} or {@link #UNDECLARED}
 * @param object the version
 * @param order where it stands among uploads
 * @param outcome what became known
 * @param contents of a committed customs file
 * @param definition the text of a committed feed definition
 * @param reason of a rejected version: the first thing that is wrong with it
 */
public record UploadLogEntry(
        String log,
        ObjectVersion object,
        UploadOrder order,
        Outcome outcome,
        Optional<FileContents> contents,
        Optional<String> definition,
        Optional<String> reason) {

    /** The log of the feed definitions. */
    public static final String FEEDS = "feeds";

    /** The log of the objects whose keys do not say what they are: all of them are rejected, and no feed reads it. */
    public static final String UNDECLARED = "undeclared";

    /** What became known of an object version. */
    public enum Outcome {
        /** It is taken: all of its rows, or the feed definition, are stored. */
        COMMITTED,
        /** It is refused: as if it had never been uploaded. */
        REJECTED,
        /** It is a delete marker: nothing lies under the key as long as it is the newest. */
        DELETED,
        /** The version itself was removed for good, a delete marker perhaps: as if it had never been there. */
        REMOVED
    }

    /** A customs file that is taken. */
    public static UploadLogEntry committed(
            TradeFlow tradeFlow, ObjectVersion object, UploadOrder order, FileContents contents) {
        return new UploadLogEntry(
                tradeFlow.key(),
                object,
                order,
                Outcome.COMMITTED,
                Optional.of(contents),
                Optional.empty(),
                Optional.empty());
    }

    /** A feed definition that is taken. */
    public static UploadLogEntry committed(ObjectVersion object, UploadOrder order, String definition) {
        return new UploadLogEntry(
                FEEDS, object, order, Outcome.COMMITTED, Optional.empty(), Optional.of(definition), Optional.empty());
    }

    /** A version that is refused. */
    public static UploadLogEntry rejected(String log, ObjectVersion object, UploadOrder order, String reason) {
        return new UploadLogEntry(
                log, object, order, Outcome.REJECTED, Optional.empty(), Optional.empty(), Optional.of(reason));
    }

    /** A delete marker. */
    public static UploadLogEntry deleted(String log, ObjectVersion marker, UploadOrder order) {
        return new UploadLogEntry(
                log, marker, order, Outcome.DELETED, Optional.empty(), Optional.empty(), Optional.empty());
    }

    /** A version, or delete marker, that was removed for good. */
    public static UploadLogEntry removed(String log, ObjectVersion object, UploadOrder order) {
        return new UploadLogEntry(
                log, object, order, Outcome.REMOVED, Optional.empty(), Optional.empty(), Optional.empty());
    }
}
