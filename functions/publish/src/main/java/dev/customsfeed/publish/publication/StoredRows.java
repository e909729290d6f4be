package dev.customsfeed.publish.publication;

import dev.customsfeed.ledger.CustomsRecord;
import dev.customsfeed.ledger.ObjectVersion;
import dev.customsfeed.ledger.Series;
import dev.customsfeed.ledger.tables.FilesTable;
import dev.customsfeed.ledger.tables.RecordsTable;
import dev.customsfeed.ledger.tables.StoredRecord;
import dev.customsfeed.ledger.tables.TrackedUpload;
import dev.customsfeed.publish.figures.rows.RowReader;
import java.time.YearMonth;
import java.util.stream.Stream;

/** Reads rows where ingest stored them. */
public final class StoredRows implements RowReader {

    private final FilesTable files;
    private final RecordsTable records;

    /** Those of these tables. */
    public StoredRows(FilesTable files, RecordsTable records) {
        this.files = files;
        this.records = records;
    }

    /** A version of the same bytes as one before has its rows under that one. */
    @Override
    public Stream<CustomsRecord> rows(Series series, YearMonth month, ObjectVersion file) {
        String version = files.find(file).map(TrackedUpload::recordsUnder).orElse(file.versionId());
        return records.each(series, month, version).map(StoredRecord::row);
    }
}
