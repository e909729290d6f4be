package dev.customsfeed.ingest;

import dev.customsfeed.ingest.store.BatchWriter;
import dev.customsfeed.ingest.store.Deadline;
import dev.customsfeed.ledger.MonthFigures;
import dev.customsfeed.ledger.ObjectVersion;
import dev.customsfeed.ledger.UploadLogEntry;
import dev.customsfeed.ledger.UploadOrder;
import dev.customsfeed.ledger.tables.StoredRecord;
import dev.customsfeed.ledger.tables.UploadedFile;
import dev.customsfeed.ledger.tables.UploadedFile.Lease;
import dev.customsfeed.ledger.tables.UploadedFile.Status;
import dev.customsfeed.sources.file.FileLimits;
import dev.customsfeed.sources.gacc.CheckedFile;
import dev.customsfeed.sources.key.BegunMonths;
import dev.customsfeed.sources.key.KeyDeclarations;
import dev.customsfeed.sources.rejection.RejectedFileException;
import java.io.IOException;
import java.util.Optional;
import java.util.OptionalLong;

/**
 * A customs file of which every row is right.
 *
 * @param key what its key declares
 * @param spool its bytes
 * @param file what it says
 * @param tables where it is stored
 */
record CheckedCustomsFile(KeyDeclarations key, Spool spool, CheckedFile file, Tables tables) implements CheckedUpload {

    static CheckedCustomsFile check(KeyDeclarations key, StoredObject stored, Tables tables)
            throws RejectedFileException, IOException {
        BegunMonths begun = new BegunMonths(stored.lastModified());
        Spool spool = stored.spool(FileLimits.DEFAULTS.maxBytes());
        try {
            return new CheckedCustomsFile(
                    key, spool, CheckedFile.check(spool.path(), key, begun, FileLimits.DEFAULTS), tables);
        } catch (RejectedFileException | IOException | RuntimeException e) {
            spool.close();
            throw e;
        }
    }

    @Override
    public UploadedFile loading(ObjectVersion object, UploadOrder order, Lease lease) {
        return new UploadedFile(
                object,
                order,
                Status.LOADING,
                Optional.of(file.layout()),
                Optional.of(file.encoding()),
                Optional.of(spool.sha256()),
                OptionalLong.of(file.rows()),
                OptionalLong.of(file.totals().value()),
                file.totals().netWeightKg(),
                file.contents(spool.sha256()).periods(),
                file.warnings(),
                Optional.empty(),
                Optional.of(lease));
    }

    @Override
    public void store(ObjectVersion object, UploadOrder order, Deadline deadline)
            throws IOException, InterruptedException {
        try (BatchWriter<StoredRecord> records = new BatchWriter<>(
                tables.client(), tables.records().records(), StoredRecord::month, deadline, tables.log())) {
            file.records(row -> records.add(new StoredRecord(object.versionId(), row)));
            records.finish();
        }
        try (BatchWriter<MonthFigures> figures = new BatchWriter<>(
                tables.client(),
                tables.months().figures(),
                month -> month.series().key(),
                deadline,
                tables.log())) {
            file.months((series, period, totals, partners, regimes, provinces) ->
                    figures.add(new MonthFigures(series, period, object, order, totals, partners, regimes, provinces)));
            figures.finish();
        }
    }

    @Override
    public UploadLogEntry entry(ObjectVersion object, UploadOrder order) {
        return UploadLogEntry.committed(key.tradeFlow(), object, order, file.contents(spool.sha256()));
    }

    @Override
    public void close() throws IOException {
        spool.close();
    }
}
