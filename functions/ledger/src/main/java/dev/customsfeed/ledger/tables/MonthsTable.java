package dev.customsfeed.ledger.tables;

import dev.customsfeed.ledger.MonthFigures;
import dev.customsfeed.ledger.Series;
import dev.customsfeed.ledger.UploadLogEntry;
import java.time.YearMonth;
import java.util.List;
import software.amazon.awssdk.enhanced.dynamodb.DynamoDbEnhancedClient;
import software.amazon.awssdk.enhanced.dynamodb.DynamoDbTable;
import software.amazon.awssdk.enhanced.dynamodb.Key;
import software.amazon.awssdk.enhanced.dynamodb.model.QueryConditional;

/**
 * The table of months: what each file says of each commodity and month, and the upload logs that say which files count. Items
 * are only ever added.
 */
public final class MonthsTable {

    private final DynamoDbTable<MonthFigures> figures;
    private final DynamoDbTable<UploadLogEntry> uploads;

    /** The table named {@code name}. */
    public MonthsTable(DynamoDbEnhancedClient client, String name) {
        this.figures = client.table(name, MonthItems.SCHEMA);
        this.uploads = client.table(name, UploadLogItems.SCHEMA);
    }

    /** The table as the Enhanced Client's own, for batches of figures. */
    public DynamoDbTable<MonthFigures> figures() {
        return figures;
    }

    DynamoDbTable<UploadLogEntry> uploads() {
        return uploads;
    }

    /** All that files ever said of a series, oldest month first. */
    public List<MonthFigures> figures(Series series) {
        return figures
                .query(request -> request.queryConditional(QueryConditional.keyEqualTo(
                                Key.builder().partitionValue(series.key()).build()))
                        .consistentRead(true))
                .items()
                .stream()
                .toList();
    }

    /** All that files ever said of the months from {@code first} to {@code last} of a series. */
    public List<MonthFigures> figures(Series series, YearMonth first, YearMonth last) {
        return figures
                .query(request -> request.queryConditional(QueryConditional.sortBetween(
                                key(series.key(), MonthItems.begin(first)), key(series.key(), MonthItems.end(last))))
                        .consistentRead(true))
                .items()
                .stream()
                .toList();
    }

    private static Key key(String partition, String sort) {
        return Key.builder().partitionValue(partition).sortValue(sort).build();
    }

    /** All entries of an upload log, as of now. Read it before the figures: a file's figures are there before its entry is. */
    public List<UploadLogEntry> uploads(String log) {
        return uploads
                .query(request -> request.queryConditional(QueryConditional.keyEqualTo(
                                Key.builder().partitionValue(log).build()))
                        .consistentRead(true))
                .items()
                .stream()
                .toList();
    }

    /** The entries of an upload log about one object, as of now. */
    public List<UploadLogEntry> uploads(String log, String object) {
        return uploads
                .query(request -> request.queryConditional(QueryConditional.sortBeginsWith(Key.builder()
                                .partitionValue(log)
                                .sortValue(UploadLogItems.prefix(object))
                                .build()))
                        .consistentRead(true))
                .items()
                .stream()
                // '#' may stand in a key too, so that one object's name can begin another's.
                .filter(upload -> upload.object().object().equals(object))
                .toList();
    }

    /** Adds an entry; the same one again changes nothing. */
    public void add(UploadLogEntry entry) {
        uploads.putItem(entry);
    }
}
