package dev.customsfeed.ingest;

import dev.customsfeed.ledger.Declared;
import dev.customsfeed.ledger.UploadLogEntry;
import dev.customsfeed.sources.Sources;
import dev.customsfeed.sources.key.KeyDeclarations;
import dev.customsfeed.sources.quotation.QuotationKey;
import dev.customsfeed.sources.rejection.Problem;
import dev.customsfeed.sources.rejection.Problems;
import dev.customsfeed.sources.rejection.RejectedFileException;
import java.util.Optional;

/** What an object is uploaded as, which its key alone says. */
sealed interface UploadKind {

    /** The upload log that tells of it. */
    String log();

    /** What its key declares, as far as it can be read. */
    Declared declared();

    /** Empty for a key that is none of this function's business. */
    static Optional<UploadKind> of(String key) {
        if (key.startsWith("incoming/")) {
            try {
                return Optional.of(
                        QuotationKey.isOne(key)
                                ? new Quotations(QuotationKey.parse(key))
                                : new CustomsFile(Sources.key(key)));
            } catch (RejectedFileException why) {
                return Optional.of(new Undeclared(why));
            }
        }
        return key.startsWith("feeds/") ? Optional.of(definition(key)) : Optional.empty();
    }

    private static UploadKind definition(String key) {
        String name = key.substring("feeds/".length());
        if (name.endsWith(".json") && !name.contains("/")) {
            return new Definition(name.substring(0, name.length() - ".json".length()));
        }
        return new Undeclared(new RejectedFileException(Problems.of(Problem.ofFile(
                "key-not-a-feed",
                "the key " + Problem.quote(key),
                "feeds/<id>.json",
                "Upload a feed definition directly under feeds/, under a name that ends in .json."))));
    }

    /** A customs file. */
    record CustomsFile(KeyDeclarations key) implements UploadKind {
        @Override
        public String log() {
            return key.log();
        }

        @Override
        public Declared declared() {
            return key.declared();
        }
    }

    /** A file of prices or exchange rates. */
    record Quotations(QuotationKey key) implements UploadKind {
        @Override
        public String log() {
            return UploadLogEntry.PRICES;
        }

        @Override
        public Declared declared() {
            return Declared.NOTHING;
        }
    }

    /**
     * A feed definition.
     *
     * @param id of the feed
     */
    record Definition(String id) implements UploadKind {
        @Override
        public String log() {
            return UploadLogEntry.FEEDS;
        }

        @Override
        public Declared declared() {
            return Declared.NOTHING;
        }
    }

    /** A key that does not say what the object is. */
    record Undeclared(RejectedFileException why) implements UploadKind {
        @Override
        public String log() {
            return UploadLogEntry.UNDECLARED;
        }

        @Override
        public Declared declared() {
            return why.declared();
        }
    }
}
