package dev.customsfeed.ingest;

import dev.customsfeed.ingest.answer.Answers;
import dev.customsfeed.ledger.ObjectVersion;
import dev.customsfeed.ledger.Upload;
import dev.customsfeed.ledger.UploadHistory;
import dev.customsfeed.ledger.UploadLogEntry;
import dev.customsfeed.ledger.tables.TrackedUpload;
import dev.customsfeed.ledger.tables.TrackedUpload.Lease;
import dev.customsfeed.ledger.tables.TrackedUpload.Status;
import dev.customsfeed.runtime.log.Log;
import dev.customsfeed.runtime.log.Metrics;
import dev.customsfeed.runtime.log.Metrics.Value;
import dev.customsfeed.sources.Sources;
import dev.customsfeed.sources.rejection.RejectedFileException;
import dev.customsfeed.uploads.OpenedUpload;
import dev.customsfeed.uploads.RejectionReport;
import dev.customsfeed.uploads.SettledAnswers;
import dev.customsfeed.uploads.UploadBucket;
import dev.customsfeed.uploads.event.S3Event;
import dev.customsfeed.uploads.store.Deadline;
import java.io.IOException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;

/**
 * Takes what S3 announces: an upload is checked, stored and then made to count in one step, a removal is noted. Each event may
 * come any number of times, in any order, and after a crash at any point: it always ends in the same tables.
 */
final class Intake {

    /** An item takes 400 KB; nobody reads more of a reason than this. */
    private static final int LONGEST_REASON = 1_000;

    /** Who finds a log changed so often while settling an object leaves it to the next delivery. */
    private static final int MOST_ROUNDS = 20;

    private final UploadBucket bucket;
    private final Tables tables;
    private final Answers answers;
    private final SettledAnswers settled;
    private final Clock clock;
    private final Log log;
    private final Metrics metrics;

    Intake(UploadBucket bucket, Tables tables, Clock clock, Log log, Metrics metrics) {
        this.bucket = bucket;
        this.tables = tables;
        this.settled = new SettledAnswers(bucket);
        this.answers = new Answers(tables.months(), Sources.rules(), bucket::taken);
        this.clock = clock;
        this.log = log;
        this.metrics = metrics;
    }

    /**
     * Takes one event.
     *
     * @param left how long the invocation may run on
     * @param deadline when it should let go
     * @return whether the feeds may have changed
     */
    boolean take(S3Event event, Duration left, Deadline deadline) throws IOException, InterruptedException {
        ObjectVersion object = event.object();
        Optional<UploadKind> kind = event.isFolderMarker() ? Optional.empty() : UploadKind.of(object.key());
        if (kind.isEmpty()) {
            log.info("ignored: neither below incoming/ nor a feed definition", about(object));
            return false;
        }
        String uploads = kind.get().log();
        switch (event.kind()) {
            case CREATED -> {
                return created(event, kind.get(), left, deadline);
            }
            case DELETE_MARKER_CREATED -> {
                tables.months().add(new UploadLogEntry.Deleted(uploads, event.upload()));
                log.info("deleted", about(object));
                count(Status.WITHDRAWN);
            }
            case VERSION_REMOVED -> {
                tables.months().add(new UploadLogEntry.Removed(uploads, event.upload()));
                log.info("version removed for good", about(object));
                count(Status.WITHDRAWN);
            }
        }
        settle(object, kind.get(), Fresh.NONE);
        return true;
    }

    private boolean created(S3Event event, UploadKind kind, Duration left, Deadline deadline)
            throws IOException, InterruptedException {
        ObjectVersion object = event.object();
        Optional<TrackedUpload> known = tables.files().find(object);
        if (known.filter(file -> file.status().isSettled()).isPresent()) {
            log.info("known already", about(object));
            settle(object, kind, Fresh.NONE);
            return true;
        }
        Instant now = clock.instant();
        Lease lease = new Lease(UUID.randomUUID().toString(), now.plus(left));
        TrackedUpload received = TrackedUpload.received(event.upload()).with(Status.RECEIVED, lease);
        if (!tables.files().claim(received, now)) {
            throw new LeaseLostException("somebody else is loading " + object + ", or has just done so");
        }
        boolean settled = false;
        try {
            boolean changed = load(event, kind, received, lease, deadline);
            settled = true;
            return changed;
        } finally {
            // Errors too: a lease that nobody gives back holds the next delivery up until it ends.
            if (!settled) {
                release(received, lease);
            }
        }
    }

    /** Commits a version or rejects it, under its lease. */
    private boolean load(S3Event event, UploadKind kind, TrackedUpload received, Lease lease, Deadline deadline)
            throws IOException, InterruptedException {
        ObjectVersion object = event.object();
        Upload upload = event.upload();
        Fresh fresh;
        try {
            Optional<OpenedUpload> found = bucket.open(object);
            if (found.isEmpty()) {
                tables.files().put(received.with(Status.WITHDRAWN), lease);
                log.info("gone before it was read", about(object));
                return false;
            }
            try (OpenedUpload opened = found.get()) {
                upload = event.upload(opened.lastModified());
                fresh = Fresh.taken(take(upload, kind, opened, lease, deadline));
            }
        } catch (RejectedFileException why) {
            reject(upload, kind, why, lease);
            fresh = Fresh.rejected(report(object, why));
        }
        settle(object, kind, fresh);
        return true;
    }

    /** Commits a version; the answer to it. */
    private byte[] take(Upload upload, UploadKind kind, OpenedUpload opened, Lease lease, Deadline deadline)
            throws RejectedFileException, IOException, InterruptedException {
        long began = System.nanoTime();
        try (CheckedUpload checked = check(kind, opened)) {
            TrackedUpload loading = storedBefore(checked.loading(upload, lease));
            if (!tables.files().put(loading, lease)) {
                throw new LeaseLostException("the lease on " + upload.object() + " ended while it was checked");
            }
            checked.store(loading, deadline);
            commit(loading.with(Status.COMMITTED), lease, checked.entry(upload));
            log.info("committed", about(loading));
            count(Status.COMMITTED);
            metrics.tell(List.of(
                    Value.count("Rows", loading.sums().rows().orElse(0)), Value.secondsSince("IngestSeconds", began)));
            return checked.answer(upload, answers);
        }
    }

    /** Where another version of the object has the same bytes and was read the same way, its records serve for this one too. */
    private TrackedUpload storedBefore(TrackedUpload loading) {
        return tables.files().versionsOf(loading.object().object()).stream()
                .filter(other -> !other.object().equals(loading.object()) && loading.hasSameRecordsAs(other))
                .findFirst()
                .map(loading::withRecordsOf)
                .orElse(loading);
    }

    private void reject(Upload upload, UploadKind kind, RejectedFileException why, Lease lease) {
        String reason = reason(why);
        commit(
                TrackedUpload.received(upload).rejected(reason, why.layout(), why.encoding()),
                lease,
                new UploadLogEntry.Rejected(kind.log(), upload, reason, kind.declared()));
        log.warn("rejected: " + reason, about(upload.object()));
        count(Status.REJECTED);
    }

    /** One file, or one version of it, got this status just now. */
    private void count(Status status) {
        metrics.tell(Map.of("Status", status.name()), List.of(Value.count("Files", 1)));
    }

    private CheckedUpload check(UploadKind kind, OpenedUpload opened) throws RejectedFileException, IOException {
        if (kind instanceof UploadKind.CustomsFile file) {
            return CheckedCustomsFile.check(file.key(), opened, tables);
        }
        if (kind instanceof UploadKind.Quotations quotations) {
            return CheckedQuotations.check(quotations.key(), opened, tables.months());
        }
        if (kind instanceof UploadKind.Definition definition) {
            return CheckedDefinition.check(definition.id(), opened);
        }
        throw ((UploadKind.Undeclared) kind).why();
    }

    private void commit(TrackedUpload file, Lease lease, UploadLogEntry entry) {
        if (!tables.commit().commit(file, lease, entry)) {
            throw new LeaseLostException("the lease on " + file.object() + " ended before it was stored");
        }
    }

    private static String reason(RejectedFileException why) {
        String reason = why.problems().toString();
        return reason.length() > LONGEST_REASON ? reason.substring(0, LONGEST_REASON) + "…" : reason;
    }

    private static byte[] report(ObjectVersion object, RejectedFileException why) {
        return RejectionReport.json(object, why.problems(), why.layout(), why.encoding());
    }

    /** Lets the next delivery try at once. If even that fails, the lease ends by itself. */
    private void release(TrackedUpload received, Lease lease) {
        try {
            tables.files().put(received.with(Status.RECEIVED), lease);
        } catch (RuntimeException | Error e) {
            log.warn("could not give the lease back: " + e, about(received.object()));
        }
    }

    /**
     * The answer to the version that an event is about, if it was settled just now.
     *
     * @param taken the answer, if it was taken
     * @param rejected the answer, if it was rejected
     */
    private record Fresh(Optional<byte[]> taken, Optional<byte[]> rejected) {

        static final Fresh NONE = new Fresh(Optional.empty(), Optional.empty());

        static Fresh taken(byte[] answer) {
            return new Fresh(Optional.of(answer), Optional.empty());
        }

        static Fresh rejected(byte[] answer) {
            return new Fresh(Optional.empty(), Optional.of(answer));
        }
    }

    /**
     * Makes what is told of an object's versions agree with its upload log: their status in the table of files; the answer under
     * {@code rejected/}, which is there exactly as long as a rejected version is newer than what counts; and the answer under
     * {@code taken/}, which is there exactly as long as a version counts, and is about that one. Others may add to the log meanwhile;
     * whoever reads it last has the last word.
     *
     * @param fresh the answer to {@code object}, if it was settled just now
     */
    private void settle(ObjectVersion object, UploadKind kind, Fresh fresh) throws IOException, InterruptedException {
        List<UploadLogEntry> entries = tables.months().uploads(kind.log(), object.object());
        for (int round = 0; round < MOST_ROUNDS; round++) {
            UploadHistory history = UploadHistory.of(entries);
            restate(object, history);
            boolean answered =
                    settled.rejected(object, history, fresh.rejected(), version -> rejectedAgain(version, kind))
                            && settled.taken(object, history, fresh.taken(), upload -> takenAgain(upload, kind));
            List<UploadLogEntry> since = tables.months().uploads(kind.log(), object.object());
            if (answered && since.equals(entries)) {
                return;
            }
            entries = since;
        }
        throw new IllegalStateException("found " + object.object() + " changed " + MOST_ROUNDS
                + " times while it was settled, expected it to come to rest: it is settled by a later delivery");
    }

    private void restate(ObjectVersion object, UploadHistory history) {
        for (TrackedUpload file : tables.files().versionsOf(object.object())) {
            Optional<Status> status = history.fate(file.object()).map(fate -> switch (fate) {
                case STANDS -> Status.COMMITTED;
                case SUPERSEDED -> Status.SUPERSEDED;
                case WITHDRAWN -> Status.WITHDRAWN;
                case REJECTED -> Status.REJECTED;
            });
            boolean idle = file.status() != Status.RECEIVED && file.status() != Status.LOADING;
            if (idle && status.isPresent() && status.get() != file.status()) {
                tables.files().restate(file, status.get());
            }
        }
    }

    /** The answer to a version that was taken before; empty if it is gone by now, or would be rejected by now. */
    private Optional<byte[]> takenAgain(Upload upload, UploadKind kind) throws IOException, InterruptedException {
        try {
            Optional<OpenedUpload> found = bucket.open(upload.object());
            if (found.isPresent()) {
                try (OpenedUpload opened = found.get();
                        CheckedUpload checked = check(kind, opened)) {
                    return Optional.of(checked.answer(upload, answers));
                }
            }
        } catch (RejectedFileException why) {
            log.warn("taken before and wrong by now: upload it again", about(upload.object()));
        }
        return Optional.empty();
    }

    /** The answer to a version that was rejected before; empty if it is gone by now, or would be taken by now. */
    private Optional<byte[]> rejectedAgain(ObjectVersion object, UploadKind kind) throws IOException {
        try {
            Optional<OpenedUpload> found = bucket.open(object);
            if (found.isPresent()) {
                try (OpenedUpload opened = found.get()) {
                    check(kind, opened).close();
                }
                log.warn("rejected before and right by now: announce it again", about(object));
            }
            return Optional.empty();
        } catch (RejectedFileException why) {
            return Optional.of(report(object, why));
        }
    }

    private static Map<String, Object> about(ObjectVersion object) {
        return Map.of("object", object.object(), "version", object.versionId());
    }

    private static Map<String, Object> about(TrackedUpload file) {
        return Map.of(
                "object", file.object().object(),
                "version", file.object().versionId(),
                "rows", file.sums().rows().orElse(0),
                "months", file.months().size(),
                "warnings", file.warnings().size());
    }
}
