package dev.customsfeed.verify.aws;

import dev.customsfeed.ledger.ObjectVersion;
import dev.customsfeed.ledger.Upload;
import dev.customsfeed.ledger.UploadHistory;
import dev.customsfeed.ledger.UploadLogEntry;
import dev.customsfeed.runtime.log.Log;
import dev.customsfeed.uploads.store.BatchWriter;
import dev.customsfeed.uploads.store.Deadline;
import dev.customsfeed.verify.comparison.FileRows;
import dev.customsfeed.verify.comparison.KnownFile;
import dev.customsfeed.verify.comparison.RowStore;
import dev.customsfeed.verify.comparison.Standing;
import dev.customsfeed.verify.comparison.StoredRows;
import dev.customsfeed.verify.file.VerificationFile;
import java.io.IOException;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import software.amazon.awssdk.core.SdkBytes;
import software.amazon.awssdk.enhanced.dynamodb.DynamoDbEnhancedClient;
import software.amazon.awssdk.enhanced.dynamodb.DynamoDbTable;
import software.amazon.awssdk.enhanced.dynamodb.Expression;
import software.amazon.awssdk.enhanced.dynamodb.Key;
import software.amazon.awssdk.enhanced.dynamodb.model.PutItemEnhancedRequest;
import software.amazon.awssdk.enhanced.dynamodb.model.QueryConditional;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;
import software.amazon.awssdk.services.dynamodb.model.ConditionalCheckFailedException;

/**
 * The table: rows of files, which nobody reads before the upload log has their file; and the log, which is only ever added to. All that is
 * written twice is the same, so that a delivery that comes again, or two at once, leave no trace.
 */
public final class VerificationTable implements RowStore {

    /** The name of the upload log, and its partition. */
    public static final String LOG = "log";

    private static final String LEASE = "lease";

    /** Rows go after their object does, so that nothing that stands is ever without rows. */
    private static final Duration ROWS_OUTLAST = Duration.ofDays(3);

    /** What withdraws a file goes long after the file: else it might count again for a while. */
    private static final Duration REMOVALS_OUTLAST = Duration.ofDays(60);

    private static final int READ_AT_ONCE = 16;

    private final DynamoDbEnhancedClient client;
    private final DynamoDbTable<StoredItem> table;
    private final Duration retention;
    private final Log log;
    private final ExecutorService readers = Executors.newFixedThreadPool(READ_AT_ONCE, task -> {
        Thread thread = new Thread(task, "reader");
        thread.setDaemon(true);
        return thread;
    });

    /**
     * The table named {@code name}.
     *
     * @param retentionDays for how many days files are kept
     * @param log hears how far writing has got
     */
    public VerificationTable(DynamoDbClient dynamoDb, String name, int retentionDays, Log log) {
        this.client = DynamoDbEnhancedClient.builder().dynamoDbClient(dynamoDb).build();
        this.table = client.table(name, StoredItem.SCHEMA);
        this.retention = Duration.ofDays(retentionDays);
        this.log = log;
    }

    /**
     * Writes all rows of a file; they count once the log has it.
     *
     * @return what is known of the file then
     */
    public KnownFile store(VerificationFile file, Upload upload, Deadline deadline) throws IOException {
        long expires =
                upload.order().lastModified().plus(retention).plus(ROWS_OUTLAST).getEpochSecond();
        try (BatchWriter<StoredItem> writer = new BatchWriter<>(client, table, StoredItem::partition, deadline, log)) {
            KnownFile known = FileRows.store(
                    file,
                    upload,
                    rows -> writer.add(new StoredItem(
                            rows.partition(),
                            rows.file() + "#" + rows.chunk(),
                            Optional.of(SdkBytes.fromByteArrayUnsafe(rows.rows())),
                            Optional.empty(),
                            expires)));
            writer.finish();
            return known;
        }
    }

    /** Adds to the log. */
    public void add(UploadLogEntry entry) {
        boolean removal = entry instanceof UploadLogEntry.Deleted || entry instanceof UploadLogEntry.Removed;
        Instant expires =
                entry.upload().order().lastModified().plus(retention).plus(removal ? REMOVALS_OUTLAST : ROWS_OUTLAST);
        table.putItem(new StoredItem(
                LOG,
                key(entry.object()) + LogItems.suffix(entry),
                Optional.empty(),
                Optional.of(LogItems.text(entry)),
                expires.getEpochSecond()));
    }

    private static String key(ObjectVersion object) {
        return KnownFile.id(object.key(), object.versionId());
    }

    /** The whole log, as of now. */
    public UploadHistory history() {
        return UploadHistory.of(entries(
                QueryConditional.keyEqualTo(Key.builder().partitionValue(LOG).build())));
    }

    /** What the log says of one object, as of now. */
    public List<UploadLogEntry> entries(ObjectVersion object) {
        String id = KnownFile.id(object.key(), "");
        return entries(QueryConditional.sortBeginsWith(
                Key.builder().partitionValue(LOG).sortValue(id).build()));
    }

    private List<UploadLogEntry> entries(QueryConditional which) {
        List<UploadLogEntry> entries = new ArrayList<>();
        table.query(query -> query.queryConditional(which).consistentRead(true)).items().stream()
                .forEach(item -> entries.add(LogItems.entry(item.text().orElseThrow())));
        return entries;
    }

    /** The files that stand and those that stood, as of now. */
    public Standing standing() {
        UploadHistory history = history();
        return new Standing(files(history.standing()), files(history.retired()), (int) retention.toDays());
    }

    private static List<KnownFile> files(List<UploadLogEntry.Committed> entries) {
        return entries.stream().map(entry -> ((TakenFile) entry).file()).toList();
    }

    @Override
    public List<StoredRows> read(String partition) {
        List<StoredRows> rows = new ArrayList<>();
        QueryConditional all = QueryConditional.keyEqualTo(
                Key.builder().partitionValue(partition).build());
        table.query(query -> query.queryConditional(all).consistentRead(true)).items().stream()
                .forEach(item -> rows.add(rows(item)));
        return rows;
    }

    private static StoredRows rows(StoredItem item) {
        int end = item.entry().lastIndexOf('#');
        return new StoredRows(
                item.partition(),
                item.entry().substring(0, end),
                Integer.parseInt(item.entry().substring(end + 1)),
                item.rows().orElseThrow().asByteArrayUnsafe());
    }

    @Override
    public Map<String, List<StoredRows>> readAll(Collection<String> partitions) {
        Map<String, Future<List<StoredRows>>> reading = new HashMap<>();
        partitions.forEach(name -> reading.put(name, readers.submit(() -> read(name))));
        Map<String, List<StoredRows>> all = new HashMap<>();
        reading.forEach((name, rows) -> {
            try {
                all.put(name, rows.get());
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
                throw new IllegalStateException("interrupted while rows were read", e);
            } catch (ExecutionException e) {
                if (e.getCause() instanceof RuntimeException cause) {
                    throw cause;
                }
                throw new IllegalStateException("rows could not be read", e.getCause());
            }
        });
        return all;
    }

    /**
     * Takes the right to publish, unless somebody else has it.
     *
     * @param owner names one invocation
     * @param until when it ends by itself
     */
    public boolean takeLease(String owner, Instant now, Instant until) {
        Expression free = Expression.builder()
                .expression("attribute_not_exists(#text) OR expires < :now OR #text = :owner")
                .putExpressionName("#text", "text")
                .putExpressionValue(
                        ":now",
                        AttributeValue.fromN(String.valueOf(
                                now.truncatedTo(ChronoUnit.SECONDS).getEpochSecond())))
                .putExpressionValue(":owner", AttributeValue.fromS(owner))
                .build();
        try {
            table.putItem(PutItemEnhancedRequest.builder(StoredItem.class)
                    .item(lease(owner, until))
                    .conditionExpression(free)
                    .build());
            return true;
        } catch (ConditionalCheckFailedException e) {
            return false;
        }
    }

    private static StoredItem lease(String owner, Instant until) {
        return new StoredItem(LEASE, LEASE, Optional.empty(), Optional.of(owner), until.getEpochSecond());
    }

    /** Gives the right to publish back; nothing happens if somebody else has it by now. */
    public void giveLease(String owner) {
        Expression mine = Expression.builder()
                .expression("#text = :owner")
                .putExpressionName("#text", "text")
                .putExpressionValue(":owner", AttributeValue.fromS(owner))
                .build();
        try {
            table.deleteItem(delete -> delete.key(
                            Key.builder().partitionValue(LEASE).sortValue(LEASE).build())
                    .conditionExpression(mine));
        } catch (ConditionalCheckFailedException e) {
            // It had ended, and somebody else took it.
        }
    }
}
