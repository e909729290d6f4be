package dev.customsfeed.publish.figures.revision;

import dev.customsfeed.ledger.UploadLogEntry;
import dev.customsfeed.ledger.feed.Product;
import dev.customsfeed.publish.figures.trade.Amount;
import java.time.Instant;
import java.time.YearMonth;
import java.util.Locale;
import java.util.Optional;

/**
 * A change of a commodity's month after it had first arrived.
 *
 * @param period the month
 * @param product the product that the commodity belongs to
 * @param commodity its code
 * @param reporter whose trade it is, in the feed of a group of reporters; empty in others
 * @param kind how it came about
 * @param from what counted before; empty where nothing did any more
 * @param to what counted then; empty where nothing did any more
 * @param change what of the month changed
 * @param by the upload, deletion or removal that made the change
 */
public record Revision(
        YearMonth period,
        Product product,
        String commodity,
        Optional<String> reporter,
        Kind kind,
        Optional<Amount> from,
        Optional<Amount> to,
        Change change,
        UploadLogEntry by) {

    /** What changes: the first of them that does. */
    public enum Change {
        /** How much there was, or whether anything counts. */
        AMOUNT,
        /** What the files are limited to, of a month that is a part: what the amount is the amount of. */
        SCOPE,
        /** How much of the net weight the source estimated. */
        ESTIMATE,
        /** The split over partners. */
        SPLIT
    }

    /** How a revision comes about. */
    public enum Kind {
        /** A newer file said otherwise. */
        REVISED,
        /** The file that counted went: it was deleted, or overwritten by one without the month. What an older one says may count again. */
        WITHDRAWN,
        /** A month that had been withdrawn came again. */
        RESTORED;

        /** The name in documents, e.g. {@code revised}. */
        public String id() {
            return name().toLowerCase(Locale.ROOT);
        }
    }

    /** When that was: when the file was uploaded, deleted or removed. */
    public Instant at() {
        return by.upload().order().lastModified();
    }
}
