package dev.customsfeed.verify;

import dev.customsfeed.ledger.Declared;
import dev.customsfeed.ledger.ObjectVersion;
import dev.customsfeed.ledger.Upload;
import dev.customsfeed.ledger.UploadHistory;
import dev.customsfeed.ledger.UploadLogEntry;
import dev.customsfeed.sources.rejection.Problem;
import dev.customsfeed.sources.rejection.Problems;
import dev.customsfeed.sources.rejection.RejectedFileException;
import dev.customsfeed.uploads.LocalCopy;
import dev.customsfeed.uploads.OpenedUpload;
import dev.customsfeed.uploads.RejectionReport;
import dev.customsfeed.uploads.SettledAnswers;
import dev.customsfeed.uploads.UploadBucket;
import dev.customsfeed.uploads.event.S3Event;
import dev.customsfeed.uploads.store.Deadline;
import dev.customsfeed.verify.aws.TakenFile;
import dev.customsfeed.verify.aws.VerificationTable;
import dev.customsfeed.verify.comparison.KnownFile;
import dev.customsfeed.verify.file.UploadKey;
import dev.customsfeed.verify.file.VerificationFile;
import java.io.IOException;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeSet;

/**
 * Takes what S3 announces: a file is checked, its rows are stored, and then it counts by one entry of the upload log; a removal is noted.
 * Each event may come any number of times, in any order, at once and after a crash at any point: it always ends in the same table.
 */
final class VerificationIntake {

    /** Who finds a log changed so often while settling an object leaves it to the next delivery. */
    private static final int MOST_ROUNDS = 20;

    private final UploadBucket bucket;
    private final VerificationTable table;
    private final SettledAnswers answers;
    private final ConfidentialLog log;

    VerificationIntake(UploadBucket bucket, VerificationTable table, ConfidentialLog log) {
        this.bucket = bucket;
        this.table = table;
        this.answers = new SettledAnswers(bucket);
        this.log = log;
    }

    /** Takes one event. */
    void take(S3Event event, Deadline deadline) throws IOException, InterruptedException {
        ObjectVersion object = event.object();
        if (event.isFolderMarker() || !object.key().startsWith(UploadKey.FOLDER)) {
            log.info("ignored: no upload", about(object));
            return;
        }
        Optional<byte[]> taken = Optional.empty();
        Optional<byte[]> rejected = Optional.empty();
        switch (event.kind()) {
            case CREATED -> {
                if (isTaken(object)) {
                    log.info("known already", about(object));
                } else {
                    try {
                        taken = load(event, deadline);
                    } catch (RejectedFileException why) {
                        rejected = Optional.of(report(object, why));
                    }
                }
            }
            case DELETE_MARKER_CREATED -> {
                table.add(new UploadLogEntry.Deleted(VerificationTable.LOG, event.upload()));
                log.info("deleted", about(object));
            }
            case VERSION_REMOVED -> {
                table.add(new UploadLogEntry.Removed(VerificationTable.LOG, event.upload()));
                log.info("version removed for good", about(object));
            }
        }
        settle(object, taken, rejected);
    }

    private boolean isTaken(ObjectVersion object) {
        return table.entries(object).stream()
                .anyMatch(entry -> entry instanceof TakenFile && entry.object().equals(object));
    }

    /** Stores a version and lets it count, or notes that it is rejected; the answer to one that is taken. */
    private Optional<byte[]> load(S3Event event, Deadline deadline) throws RejectedFileException, IOException {
        ObjectVersion object = event.object();
        Upload upload = event.upload();
        try {
            Optional<OpenedUpload> found = bucket.open(object);
            if (found.isEmpty()) {
                log.info("gone before it was read", about(object));
                return Optional.empty();
            }
            try (OpenedUpload opened = found.get()) {
                upload = event.upload(opened.lastModified());
                UploadKey key = UploadKey.parse(object.key());
                try (LocalCopy copy = opened.copy(VerificationFile.LIMITS.maxBytes())) {
                    VerificationFile file = check(copy, key, upload);
                    KnownFile known = table.store(file, upload, deadline);
                    table.add(new TakenFile(known));
                    log.info(
                            "taken",
                            Map.of(
                                    "version",
                                    object.versionId(),
                                    "kind",
                                    key.kind().folder()));
                    return Optional.of(TakenReport.json(file, known));
                }
            }
        } catch (RejectedFileException why) {
            table.add(new UploadLogEntry.Rejected(VerificationTable.LOG, upload, "", Declared.NOTHING));
            TreeSet<String> codes = new TreeSet<>();
            why.problems().first().stream().map(Problem::code).forEach(codes::add);
            log.warn("rejected", Map.of("version", object.versionId(), "problems", String.join(" ", codes)));
            throw why;
        }
    }

    private static VerificationFile check(LocalCopy copy, UploadKey key, Upload upload)
            throws RejectedFileException, IOException {
        ObjectVersion object = upload.object();
        return VerificationFile.check(
                copy.path(),
                key,
                object.key(),
                object.versionId(),
                upload.order().lastModified());
    }

    private static byte[] report(ObjectVersion object, RejectedFileException why) {
        Problems problems = why.problems();
        return RejectionReport.json(object, problems, why.layout(), why.encoding());
    }

    /** Makes the answers agree with the log; others may add to it meanwhile, and whoever reads it last has the last word. */
    private void settle(ObjectVersion object, Optional<byte[]> taken, Optional<byte[]> rejected)
            throws IOException, InterruptedException {
        List<UploadLogEntry> entries = table.entries(object);
        for (int round = 0; round < MOST_ROUNDS; round++) {
            UploadHistory history = UploadHistory.of(entries);
            boolean answered = answers.rejected(object, history, rejected, this::rejectedAgain)
                    && answers.taken(object, history, taken, this::takenAgain);
            List<UploadLogEntry> since = table.entries(object);
            if (answered && since.equals(entries)) {
                return;
            }
            entries = since;
        }
        throw new IllegalStateException("found an object changed " + MOST_ROUNDS
                + " times while it was settled, expected it to come to rest: it is settled by a later delivery");
    }

    private Optional<byte[]> takenAgain(Upload upload) throws IOException {
        try {
            Optional<KnownFile> known = table.entries(upload.object()).stream()
                    .filter(entry ->
                            entry instanceof TakenFile && entry.object().equals(upload.object()))
                    .map(entry -> ((TakenFile) entry).file())
                    .findFirst();
            Optional<OpenedUpload> found = bucket.open(upload.object());
            if (found.isPresent() && known.isPresent()) {
                try (OpenedUpload opened = found.get();
                        LocalCopy copy = opened.copy(VerificationFile.LIMITS.maxBytes())) {
                    VerificationFile file =
                            check(copy, UploadKey.parse(upload.object().key()), upload);
                    return Optional.of(TakenReport.json(file, known.get()));
                }
            }
        } catch (RejectedFileException why) {
            log.warn("taken before and wrong by now: upload it again", about(upload.object()));
        }
        return Optional.empty();
    }

    private Optional<byte[]> rejectedAgain(ObjectVersion object) throws IOException {
        try {
            Optional<OpenedUpload> found = bucket.open(object);
            if (found.isPresent()) {
                try (OpenedUpload opened = found.get();
                        LocalCopy copy = opened.copy(VerificationFile.LIMITS.maxBytes())) {
                    VerificationFile.check(
                            copy.path(),
                            UploadKey.parse(object.key()),
                            object.key(),
                            object.versionId(),
                            opened.lastModified());
                }
                log.warn("rejected before and right by now: announce it again", about(object));
            }
            return Optional.empty();
        } catch (RejectedFileException why) {
            return Optional.of(report(object, why));
        }
    }

    private static Map<String, Object> about(ObjectVersion object) {
        return Map.of("version", object.versionId());
    }
}
