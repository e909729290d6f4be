package dev.customsfeed.ingest;

import dev.customsfeed.ingest.answer.Answers;
import dev.customsfeed.ledger.Upload;
import dev.customsfeed.ledger.UploadLogEntry;
import dev.customsfeed.ledger.feed.FeedDefinition;
import dev.customsfeed.ledger.feed.FeedDefinitionReader;
import dev.customsfeed.ledger.feed.FeedProblem;
import dev.customsfeed.ledger.feed.InvalidFeedException;
import dev.customsfeed.ledger.tables.TrackedUpload;
import dev.customsfeed.ledger.tables.TrackedUpload.Lease;
import dev.customsfeed.ledger.tables.TrackedUpload.Status;
import dev.customsfeed.sources.Sources;
import dev.customsfeed.sources.file.PackedFile;
import dev.customsfeed.sources.rejection.Problem;
import dev.customsfeed.sources.rejection.Problems;
import dev.customsfeed.sources.rejection.RejectedFileException;
import dev.customsfeed.uploads.OpenedUpload;
import dev.customsfeed.uploads.UploadBucket;
import dev.customsfeed.uploads.store.Deadline;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import java.util.TreeSet;

/**
 * A feed definition that is right.
 *
 * @param feed what it says
 * @param text the definition, without byte-order mark
 * @param sha256 of the object's bytes, as hexadecimal text
 */
record CheckedDefinition(FeedDefinition feed, String text, String sha256) implements CheckedUpload {

    /**
     * A first publication takes some 0.13 s for each, of five years with twenty partners: of so many, half of the time that the
     * function has.
     */
    static final int MOST_PRODUCTS = 1_000;

    /** The text becomes part of an item, which takes 400 KB. */
    private static final long MAX_BYTES = 300_000;

    private static final String ADVICE =
            "Correct the definition and upload it again; the feed that is live stays as it is until then.";

    static CheckedDefinition check(String id, OpenedUpload opened) throws RejectedFileException, IOException {
        byte[] bytes = opened.bytes(MAX_BYTES);
        rejectOtherFormat(bytes);
        String text = decode(bytes);
        try {
            FeedDefinition feed = FeedDefinitionReader.read(id, text, Sources.rules());
            rejectAboveMostProducts(feed);
            return new CheckedDefinition(
                    feed, text, HexFormat.of().formatHex(UploadBucket.sha256().digest(bytes)));
        } catch (InvalidFeedException invalid) {
            Problems problems = new Problems();
            invalid.problems().forEach(problem -> problems.add(problem(problem)));
            throw new RejectedFileException(problems, Optional.of("feed"), Optional.of("UTF-8"));
        }
    }

    private static void rejectAboveMostProducts(FeedDefinition feed) throws RejectedFileException {
        if (feed.products().size() > MOST_PRODUCTS) {
            throw new RejectedFileException(
                    Problems.of(Problem.ofFile(
                            "feed-too-large",
                            feed.products().size() + " products",
                            "at most " + MOST_PRODUCTS + " products in a feed",
                            "Make several feeds of it, or put commodities that are shown together into one product.")),
                    Optional.of("feed"),
                    Optional.of("UTF-8"));
        }
    }

    private static void rejectOtherFormat(byte[] bytes) throws RejectedFileException {
        Optional<String> format = PackedFile.formatOf(bytes);
        if (format.isPresent()) {
            throw new RejectedFileException(Problems.of(Problem.ofFile(
                    "other-format",
                    format.get(),
                    "a feed definition: a JSON text in UTF-8",
                    "Upload the definition itself, neither packed nor as a page; the feed that is live stays as it is until"
                            + " then.")));
        }
    }

    private static String decode(byte[] bytes) throws RejectedFileException {
        ByteBuffer in = ByteBuffer.wrap(bytes);
        try {
            String text = StandardCharsets.UTF_8.newDecoder().decode(in).toString();
            return text.startsWith("\uFEFF") ? text.substring(1) : text;
        } catch (CharacterCodingException e) {
            throw new RejectedFileException(Problems.of(Problem.ofFile(
                    "feed-encoding",
                    "bytes that are not UTF-8, from byte offset " + in.position() + " on",
                    "a JSON text in UTF-8",
                    "Save the definition as UTF-8 and upload it again.")));
        }
    }

    private static Problem problem(FeedProblem problem) {
        return new Problem(
                "feed-definition",
                problem.line(),
                problem.column(),
                problem.pointer(),
                problem.found(),
                problem.expected(),
                ADVICE);
    }

    @Override
    public TrackedUpload loading(Upload upload, Lease lease) {
        return TrackedUpload.received(upload)
                .checked("feed", "UTF-8", sha256, TrackedUpload.Sums.NONE, new TreeSet<>(), List.of())
                .with(Status.LOADING, lease);
    }

    @Override
    public void store(TrackedUpload loading, Deadline deadline) {
        // Its text is in the log's entry: there is nothing beside it.
    }

    @Override
    public UploadLogEntry.Definition entry(Upload upload) {
        return new UploadLogEntry.Definition(upload, text);
    }

    @Override
    public byte[] answer(Upload upload, Answers answers) {
        return answers.of(entry(upload), feed);
    }

    @Override
    public void close() {
        // It holds nothing open.
    }
}
