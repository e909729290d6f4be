package dev.customsfeed.ingest;

import dev.customsfeed.ingest.event.S3Event;
import dev.customsfeed.ingest.store.Deadline;
import dev.customsfeed.ledger.ObjectVersion;
import dev.customsfeed.ledger.UploadHistory;
import dev.customsfeed.ledger.UploadLogEntry;
import dev.customsfeed.ledger.UploadOrder;
import dev.customsfeed.ledger.tables.UploadedFile;
import dev.customsfeed.ledger.tables.UploadedFile.Lease;
import dev.customsfeed.ledger.tables.UploadedFile.Status;
import dev.customsfeed.runtime.log.Log;
import dev.customsfeed.runtime.log.Metrics;
import dev.customsfeed.runtime.log.Metrics.Value;
import dev.customsfeed.sources.rejection.RejectedFileException;
import dev.customsfeed.sources.rejection.RejectionReport;
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

    private final UploadBucket bucket;
    private final Tables tables;
    private final Clock clock;
    private final Log log;
    private final Metrics metrics;

    Intake(UploadBucket bucket, Tables tables, Clock clock, Log log, Metrics metrics) {
        this.bucket = bucket;
        this.tables = tables;
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
        Optional<Upload> upload = event.isFolderMarker() ? Optional.empty() : Upload.of(object.key());
        if (upload.isEmpty()) {
            log.info("ignored: neither a customs file nor a feed definition", about(object));
            return false;
        }
        String uploads = upload.get().log();
        switch (event.kind()) {
            case CREATED -> {
                return created(event, upload.get(), left, deadline);
            }
            case DELETE_MARKER_CREATED -> {
                tables.months().add(UploadLogEntry.deleted(uploads, object, event.order()));
                log.info("deleted", about(object));
                count(Status.WITHDRAWN);
            }
            case VERSION_REMOVED -> {
                tables.months().add(UploadLogEntry.removed(uploads, object, event.order()));
                log.info("version removed for good", about(object));
                count(Status.WITHDRAWN);
            }
        }
        settle(object, upload.get(), Optional.empty());
        return true;
    }

    private boolean created(S3Event event, Upload upload, Duration left, Deadline deadline)
            throws IOException, InterruptedException {
        ObjectVersion object = event.object();
        Optional<UploadedFile> known = tables.files().find(object);
        if (known.filter(file -> file.status().isSettled()).isPresent()) {
            log.info("known already", about(object));
            settle(object, upload, Optional.empty());
            return true;
        }
        Instant now = clock.instant();
        Lease lease = new Lease(UUID.randomUUID().toString(), now.plus(left));
        UploadedFile received = UploadedFile.received(object, event.order()).with(Status.RECEIVED, lease);
        if (!tables.files().claim(received, now)) {
            throw new LeaseLostException("somebody else is loading " + object + ", or has just done so");
        }
        try {
            return load(event, upload, received, lease, deadline);
        } catch (IOException | InterruptedException | RuntimeException e) {
            release(received, lease);
            throw e;
        }
    }

    /** Commits a version or refuses it, under its lease. */
    private boolean load(S3Event event, Upload upload, UploadedFile received, Lease lease, Deadline deadline)
            throws IOException, InterruptedException {
        ObjectVersion object = event.object();
        UploadOrder order = event.order();
        Optional<byte[]> report = Optional.empty();
        try {
            Optional<StoredObject> opened = bucket.open(object);
            if (opened.isEmpty()) {
                tables.files().put(received.with(Status.WITHDRAWN), lease);
                log.info("gone before it was read", about(object));
                return false;
            }
            try (StoredObject stored = opened.get()) {
                order = event.order(stored.lastModified());
                take(object, order, upload, stored, lease, deadline);
            }
        } catch (RejectedFileException refused) {
            refuse(object, order, upload, refused, lease);
            report = Optional.of(report(object, refused));
        }
        settle(object, upload, report);
        return true;
    }

    private void take(
            ObjectVersion object, UploadOrder order, Upload upload, StoredObject stored, Lease lease, Deadline deadline)
            throws RejectedFileException, IOException, InterruptedException {
        long began = System.nanoTime();
        try (CheckedUpload checked = check(upload, stored)) {
            UploadedFile loading = checked.loading(object, order, lease);
            if (!tables.files().put(loading, lease)) {
                throw new LeaseLostException("the lease on " + object + " ended while it was checked");
            }
            checked.store(object, order, deadline);
            commit(loading.with(Status.COMMITTED), lease, checked.entry(object, order));
            log.info("committed", about(loading));
            count(Status.COMMITTED);
            metrics.tell(
                    List.of(Value.count("Rows", loading.rows().orElse(0)), Value.secondsSince("IngestSeconds", began)));
        }
    }

    private void refuse(
            ObjectVersion object, UploadOrder order, Upload upload, RejectedFileException refused, Lease lease) {
        String reason = reason(refused);
        commit(
                UploadedFile.received(object, order).rejected(reason, refused.layout(), refused.encoding()),
                lease,
                UploadLogEntry.rejected(upload.log(), object, order, reason));
        log.warn("rejected: " + reason, about(object));
        count(Status.REJECTED);
    }

    /** One file, or one version of it, got this status just now. */
    private void count(Status status) {
        metrics.tell(Map.of("Status", status.name()), List.of(Value.count("Files", 1)));
    }

    private CheckedUpload check(Upload upload, StoredObject stored) throws RejectedFileException, IOException {
        if (upload instanceof Upload.CustomsFile file) {
            return CheckedCustomsFile.check(file.key(), stored, tables);
        }
        if (upload instanceof Upload.Feed feed) {
            return CheckedFeed.check(feed.id(), stored);
        }
        throw ((Upload.Undeclared) upload).why();
    }

    private void commit(UploadedFile file, Lease lease, UploadLogEntry entry) {
        if (!tables.commit().commit(file, lease, entry)) {
            throw new LeaseLostException("the lease on " + file.object() + " ended before it was stored");
        }
    }

    private static String reason(RejectedFileException refused) {
        String reason = refused.problems().toString();
        return reason.length() > LONGEST_REASON ? reason.substring(0, LONGEST_REASON) + "…" : reason;
    }

    private static byte[] report(ObjectVersion object, RejectedFileException refused) {
        return RejectionReport.json(object, refused.problems(), refused.layout(), refused.encoding());
    }

    /** Lets the next delivery try at once. If even that fails, the lease ends by itself. */
    private void release(UploadedFile received, Lease lease) {
        try {
            tables.files().put(received.with(Status.RECEIVED), lease);
        } catch (RuntimeException e) {
            log.warn("could not give the lease back: " + e, about(received.object()));
        }
    }

    /**
     * Makes what is told of an object's versions agree with its upload log: their status in the table of files, and the report
     * under {@code rejected/}, which is there exactly as long as a refused version is newer than what counts. Others may add to
     * the log meanwhile; whoever reads it last has the last word.
     *
     * @param fresh the report on {@code object}, if it was refused just now
     */
    private void settle(ObjectVersion object, Upload upload, Optional<byte[]> fresh) throws IOException {
        List<UploadLogEntry> entries = tables.months().uploads(upload.log(), object.object());
        while (true) {
            UploadHistory history = UploadHistory.of(entries);
            restate(object, history);
            settleReport(object, upload, history, fresh);
            List<UploadLogEntry> since = tables.months().uploads(upload.log(), object.object());
            if (since.equals(entries)) {
                return;
            }
            entries = since;
        }
    }

    private void restate(ObjectVersion object, UploadHistory history) {
        for (UploadedFile file : tables.files().versionsOf(object.object())) {
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

    private void settleReport(ObjectVersion object, Upload upload, UploadHistory history, Optional<byte[]> fresh)
            throws IOException {
        List<UploadLogEntry> refused = history.refused();
        Optional<String> reported = bucket.reported(object);
        if (refused.isEmpty()) {
            if (reported.isPresent()) {
                bucket.deleteReport(object);
            }
            return;
        }
        ObjectVersion newest = refused.get(refused.size() - 1).object();
        if (newest.equals(object) && fresh.isPresent()) {
            bucket.putReport(object, fresh.get());
        } else if (!reported.equals(Optional.of(newest.versionId()))) {
            Optional<byte[]> again = reportAgain(newest, upload);
            if (again.isPresent()) {
                bucket.putReport(newest, again.get());
            }
        }
    }

    /** The report on a version that was refused before; empty if it is gone by now, or would be taken by now. */
    private Optional<byte[]> reportAgain(ObjectVersion object, Upload upload) throws IOException {
        try {
            Optional<StoredObject> opened = bucket.open(object);
            if (opened.isPresent()) {
                try (StoredObject stored = opened.get()) {
                    check(upload, stored).close();
                }
                log.warn("refused before and right by now: announce it again", about(object));
            }
            return Optional.empty();
        } catch (RejectedFileException refused) {
            return Optional.of(report(object, refused));
        }
    }

    private static Map<String, Object> about(ObjectVersion object) {
        return Map.of("object", object.object(), "version", object.versionId());
    }

    private static Map<String, Object> about(UploadedFile file) {
        return Map.of(
                "object", file.object().object(),
                "version", file.object().versionId(),
                "rows", file.rows().orElse(0),
                "months", file.months().size(),
                "warnings", file.warnings().size());
    }
}
