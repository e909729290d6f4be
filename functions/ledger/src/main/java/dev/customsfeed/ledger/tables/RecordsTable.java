package dev.customsfeed.ledger.tables;

import dev.customsfeed.ledger.Series;
import java.time.YearMonth;
import java.util.List;
import java.util.stream.Stream;
import software.amazon.awssdk.enhanced.dynamodb.DynamoDbEnhancedClient;
import software.amazon.awssdk.enhanced.dynamodb.DynamoDbTable;
import software.amazon.awssdk.enhanced.dynamodb.Key;
import software.amazon.awssdk.enhanced.dynamodb.model.QueryConditional;

/** The table of records: every row of every file, as reported. It answers where a figure comes from. */
public final class RecordsTable {

    private final DynamoDbTable<StoredRecord> records;

    /** The table named {@code name}. */
    public RecordsTable(DynamoDbEnhancedClient client, String name) {
        this.records = client.table(name, RecordItems.SCHEMA);
    }

    /** The table as the Enhanced Client's own, for batches. */
    public DynamoDbTable<StoredRecord> records() {
        return records;
    }

    /** The rows of one commodity's month in one file version, in the order of their lines. */
    public List<StoredRecord> rows(Series series, YearMonth period, String versionId) {
        return each(series, period, versionId).toList();
    }

    /** The same one after the other, read as they are asked for: a month may have more rows than there is memory for. */
    public Stream<StoredRecord> each(Series series, YearMonth period, String versionId) {
        return records
                .query(request -> request.queryConditional(QueryConditional.sortBeginsWith(Key.builder()
                                .partitionValue(StoredRecord.month(series, period))
                                .sortValue(versionId + "#")
                                .build()))
                        .consistentRead(true))
                .items()
                .stream();
    }
}
