package dev.customsfeed.ingest;

import dev.customsfeed.ingest.answer.Answers;
import dev.customsfeed.ingest.answer.FileSummary;
import dev.customsfeed.ledger.FileContents;
import dev.customsfeed.ledger.MonthFigures;
import dev.customsfeed.ledger.Part.Dimension;
import dev.customsfeed.ledger.Series;
import dev.customsfeed.ledger.Upload;
import dev.customsfeed.ledger.UploadLogEntry;
import dev.customsfeed.ledger.tables.StoredRecord;
import dev.customsfeed.ledger.tables.TrackedUpload;
import dev.customsfeed.ledger.tables.TrackedUpload.Lease;
import dev.customsfeed.ledger.tables.TrackedUpload.Status;
import dev.customsfeed.sources.Sources;
import dev.customsfeed.sources.check.CheckedFile;
import dev.customsfeed.sources.check.RecordSink;
import dev.customsfeed.sources.file.FileLimits;
import dev.customsfeed.sources.key.BegunMonths;
import dev.customsfeed.sources.key.KeyDeclarations;
import dev.customsfeed.sources.rejection.Problem;
import dev.customsfeed.sources.rejection.Problems;
import dev.customsfeed.sources.rejection.RejectedFileException;
import dev.customsfeed.uploads.LocalCopy;
import dev.customsfeed.uploads.OpenedUpload;
import dev.customsfeed.uploads.store.BatchWriter;
import dev.customsfeed.uploads.store.Deadline;
import java.io.IOException;
import java.time.YearMonth;
import java.util.Collections;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.SortedSet;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/**
 * A customs file of which every row is right.
 *
 * @param key what its key declares
 * @param copy its bytes
 * @param file what it says
 * @param tables where it is stored
 */
record CheckedCustomsFile(KeyDeclarations key, LocalCopy copy, CheckedFile file, Tables tables)
        implements CheckedUpload {

    /** The keys of a page's rows become part of an item, which takes 400 KB. */
    private static final long MOST_ROWS_OF_A_PAGE = 15_000;

    /** A commodity's month. */
    private record Month(Series series, YearMonth period) {}

    static CheckedCustomsFile check(KeyDeclarations key, OpenedUpload opened, Tables tables)
            throws RejectedFileException, IOException {
        BegunMonths begun = new BegunMonths(opened.lastModified());
        LocalCopy copy = opened.copy(FileLimits.DEFAULTS.maxBytes());
        @Nullable CheckedFile file = null;
        boolean checked = false;
        try {
            file = Sources.check(copy.path(), key, begun, FileLimits.DEFAULTS);
            CheckedCustomsFile right = new CheckedCustomsFile(key, copy, file, tables);
            right.checkPage();
            checked = true;
            return right;
        } finally {
            if (!checked) {
                close(file, copy);
            }
        }
    }

    private boolean isPage() {
        return key.parts().stream().anyMatch(part -> part.dimension() == Dimension.PAGE);
    }

    private void checkPage() throws RejectedFileException {
        if (isPage() && file.rows() > MOST_ROWS_OF_A_PAGE) {
            throw new RejectedFileException(
                    Problems.of(Problem.ofFile(
                            "page-too-large",
                            "a page of " + file.rows() + " rows",
                            "at most " + MOST_ROWS_OF_A_PAGE + " rows in a page",
                            "Leave out page= if the file is all there is, or download smaller pages.")),
                    Optional.of(file.layout()),
                    Optional.of(file.encoding()));
        }
    }

    private FileContents contents() {
        return file.contents(copy.sha256());
    }

    @Override
    public TrackedUpload loading(Upload upload, Lease lease) {
        return TrackedUpload.received(upload)
                .checked(
                        file.layout(),
                        file.encoding(),
                        copy.sha256(),
                        new TrackedUpload.Sums(
                                OptionalLong.of(file.rows()),
                                OptionalLong.of(file.totals().valueThousandths()),
                                file.totals().netWeightGrams()),
                        contents().periods(),
                        file.warnings())
                .with(Status.LOADING, lease);
    }

    @Override
    public void store(TrackedUpload loading, Deadline deadline) throws IOException, InterruptedException {
        Map<Month, SortedSet<String>> rowKeys = new HashMap<>();
        RecordSink keys = isPage()
                ? row -> rowKeys.computeIfAbsent(new Month(row.series(), row.period()), month -> new TreeSet<>())
                        .add(row.key())
                : row -> {};
        if (loading.recordsOf().isEmpty()) {
            try (BatchWriter<StoredRecord> records = new BatchWriter<>(
                    tables.client(), tables.records().records(), StoredRecord::month, deadline, tables.log())) {
                file.records(row -> {
                    keys.accept(row);
                    records.add(new StoredRecord(loading.object().versionId(), row));
                });
                records.finish();
            }
        } else if (isPage()) {
            file.records(keys);
        }
        try (BatchWriter<MonthFigures> figures = new BatchWriter<>(
                tables.client(),
                tables.months().figures(),
                month -> month.series().key(),
                deadline,
                tables.log())) {
            file.months((series, period, part, totals, partners, splits, valuations) -> figures.add(new MonthFigures(
                    series,
                    period,
                    loading.upload(),
                    part,
                    totals,
                    partners,
                    splits,
                    valuations,
                    rowKeys.getOrDefault(new Month(series, period), Collections.emptySortedSet()))));
            figures.finish();
        }
    }

    @Override
    public UploadLogEntry.CustomsFile entry(Upload upload) {
        return new UploadLogEntry.CustomsFile(key.log(), upload, contents());
    }

    @Override
    public byte[] answer(Upload upload, Answers answers) throws IOException, InterruptedException {
        return answers.of(entry(upload), FileSummary.of(key.source(), file, copy.sha256()));
    }

    @Override
    public void close() throws IOException {
        close(file, copy);
    }

    private static void close(@Nullable CheckedFile file, LocalCopy copy) throws IOException {
        try {
            if (file != null) {
                file.close();
            }
        } finally {
            copy.close();
        }
    }
}
