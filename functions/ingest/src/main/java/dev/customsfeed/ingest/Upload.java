package dev.customsfeed.ingest;

import dev.customsfeed.ledger.UploadLogEntry;
import dev.customsfeed.sources.key.KeyDeclarations;
import dev.customsfeed.sources.rejection.Problem;
import dev.customsfeed.sources.rejection.Problems;
import dev.customsfeed.sources.rejection.RejectedFileException;
import java.util.Optional;

/** What an object is uploaded as, which its key alone says. */
sealed interface Upload {

    /** The upload log that tells of it. */
    String log();

    /** Empty for a key that is none of this function's business. */
    static Optional<Upload> of(String key) {
        if (key.startsWith("incoming/")) {
            try {
                return Optional.of(new CustomsFile(KeyDeclarations.parse(key)));
            } catch (RejectedFileException refused) {
                return Optional.of(new Undeclared(refused));
            }
        }
        return key.startsWith("feeds/") ? Optional.of(feed(key)) : Optional.empty();
    }

    private static Upload feed(String key) {
        String name = key.substring("feeds/".length());
        if (name.endsWith(".json") && !name.contains("/")) {
            return new Feed(name.substring(0, name.length() - ".json".length()));
        }
        return new Undeclared(new RejectedFileException(Problems.of(Problem.ofFile(
                "key-not-a-feed",
                "the key " + Problem.quote(key),
                "feeds/<id>.json",
                "Upload a feed definition directly under feeds/, under a name that ends in .json."))));
    }

    /** A customs file. */
    record CustomsFile(KeyDeclarations key) implements Upload {
        @Override
        public String log() {
            return key.tradeFlow().key();
        }
    }

    /** A feed definition. */
    record Feed(String id) implements Upload {
        @Override
        public String log() {
            return UploadLogEntry.FEEDS;
        }
    }

    /** A key that does not say what the object is. */
    record Undeclared(RejectedFileException why) implements Upload {
        @Override
        public String log() {
            return UploadLogEntry.UNDECLARED;
        }
    }
}
