package dev.customsfeed.uploads.store;

import dev.customsfeed.runtime.log.Log;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicLong;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Function;
import software.amazon.awssdk.core.exception.SdkClientException;
import software.amazon.awssdk.core.exception.SdkException;
import software.amazon.awssdk.core.exception.SdkServiceException;
import software.amazon.awssdk.enhanced.dynamodb.DynamoDbEnhancedClient;
import software.amazon.awssdk.enhanced.dynamodb.DynamoDbTable;
import software.amazon.awssdk.enhanced.dynamodb.model.WriteBatch;
import software.amazon.awssdk.retries.api.BackoffStrategy;

/**
 * Writes any number of items into one table by BatchWriteItem: full batches, several in flight, mixed over partitions. Memory
 * stays flat: at most {@value #WINDOW} items wait.
 *
 * <p>Items must have different keys, for DynamoDB rejects a batch that names a key twice. One thread adds; what went wrong in
 * any request is thrown at that thread, and no request is begun after it.
 *
 * <pre>{@code
 * try (BatchWriter<StoredRecord> writer = new BatchWriter<>(client, table, StoredRecord::month, deadline, log)) {
 *     rows.forEach(writer::add);
 *     writer.finish();
 * }
 * }</pre>
 *
 * @param <T> the items
 */
public final class BatchWriter<T> implements AutoCloseable {

    /** DynamoDB's own limit. */
    private static final int BATCH = 25;

    private static final int WINDOW = 20_000;
    private static final int IN_FLIGHT = 16;

    /** As many again may wait for a thread, so that none idles while the next batch is put together. */
    private static final int SUBMITTED = 2 * IN_FLIGHT;

    private static final Duration PROGRESS = Duration.ofSeconds(2);

    /** With full jitter: writers that were turned away together do not come back together. */
    private static final BackoffStrategy BACKOFF =
            BackoffStrategy.exponentialDelay(Duration.ofMillis(50), Duration.ofSeconds(5));

    /** Failed requests in a row, each retried by the SDK before, until a batch is given up. Throttling does not count. */
    private static final int ATTEMPTS = 6;

    private final DynamoDbEnhancedClient client;
    private final DynamoDbTable<T> table;
    private final Function<T, String> partition;
    private final Deadline deadline;
    private final Log log;

    private final PartitionMixer<T> waiting = new PartitionMixer<>();
    private final ExecutorService requests = Executors.newFixedThreadPool(IN_FLIGHT, task -> {
        Thread thread = new Thread(task, "batch-writer");
        thread.setDaemon(true);
        return thread;
    });
    private final Semaphore free = new Semaphore(SUBMITTED);
    private final AtomicReference<Throwable> failure = new AtomicReference<>();
    private final AtomicLong written = new AtomicLong();
    private final AtomicLong retried = new AtomicLong();
    private long lastProgress = System.nanoTime();

    /**
     * @param client writes the batches
     * @param table into which
     * @param partition gives an item's partition key
     * @param deadline when to give up
     * @param log hears how far it has got, every two seconds
     */
    public BatchWriter(
            DynamoDbEnhancedClient client,
            DynamoDbTable<T> table,
            Function<T, String> partition,
            Deadline deadline,
            Log log) {
        this.client = client;
        this.table = table;
        this.partition = partition;
        this.deadline = deadline;
        this.log = log;
    }

    /**
     * Takes one item. It is written by the end of {@link #finish()} at the latest.
     *
     * @throws OutOfTimeException if the deadline has passed
     * @throws SdkException if some batch before could not be written
     */
    public void add(T item) {
        waiting.add(partition.apply(item), item);
        if (waiting.size() >= WINDOW) {
            submit();
        }
    }

    /**
     * Writes what waits and returns when all items are in the table.
     *
     * @return how many
     * @throws OutOfTimeException if the deadline passed before
     * @throws SdkException if some batch could not be written
     */
    public long finish() {
        while (waiting.size() > 0) {
            submit();
        }
        acquire(SUBMITTED);
        free.release(SUBMITTED);
        throwFailure();
        return written.get();
    }

    /** Ends all requests, whether they are done or not. */
    @Override
    public void close() {
        requests.shutdownNow();
    }

    private void submit() {
        acquire(1);
        throwFailure();
        List<T> batch = waiting.take(BATCH);
        requests.execute(() -> {
            try {
                write(batch);
            } catch (Throwable e) {
                failure.compareAndSet(null, e);
            } finally {
                free.release();
            }
        });
    }

    private void acquire(int permits) {
        try {
            while (!free.tryAcquire(permits, PROGRESS.toMillis(), TimeUnit.MILLISECONDS)) {
                tellProgress();
            }
            tellProgress();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new OutOfTimeException("interrupted after " + written + " items");
        }
    }

    private void tellProgress() {
        long now = System.nanoTime();
        if (now - lastProgress >= PROGRESS.toNanos()) {
            lastProgress = now;
            log.info(
                    "storing",
                    Map.of("table", table.tableName(), "written", written.get(), "retriedItems", retried.get()));
        }
    }

    private void throwFailure() {
        Throwable thrown = failure.get();
        if (thrown instanceof RuntimeException exception) {
            throw exception;
        }
        if (thrown instanceof Error error) {
            throw error;
        }
    }

    private void write(List<T> batch) throws InterruptedException {
        List<T> left = batch;
        int failed = 0;
        for (int attempt = 0; !left.isEmpty(); attempt++) {
            if (failure.get() != null) {
                return;
            }
            if (attempt > 0) {
                retried.addAndGet(left.size());
                pause(attempt);
            }
            if (deadline.passed()) {
                throw new OutOfTimeException(
                        "time is up with " + written + " items written to '" + table.tableName() + "'");
            }
            try {
                List<T> unprocessed = request(left);
                written.addAndGet(left.size() - unprocessed.size());
                left = unprocessed;
                failed = 0;
            } catch (SdkException e) {
                if (!mayPass(e) || (!isThrottling(e) && ++failed == ATTEMPTS)) {
                    throw e;
                }
            }
        }
    }

    private List<T> request(List<T> items) {
        WriteBatch.Builder<T> batch =
                WriteBatch.builder(table.tableSchema().itemType().rawClass()).mappedTableResource(table);
        items.forEach(batch::addPutItem);
        return client.batchWriteItem(request -> request.writeBatches(batch.build()))
                .unprocessedPutItemsForTable(table);
    }

    /** Writing an item again changes nothing, so that any failure that may pass is worth another try. */
    private static boolean mayPass(SdkException e) {
        return e instanceof SdkServiceException service
                ? service.isThrottlingException() || service.statusCode() >= 500
                : e instanceof SdkClientException;
    }

    private static boolean isThrottling(SdkException e) {
        return e instanceof SdkServiceException service && service.isThrottlingException();
    }

    private void pause(int attempt) throws InterruptedException {
        long pause = BACKOFF.computeDelay(attempt).toMillis();
        Thread.sleep(Math.min(pause, deadline.left().toMillis()));
    }
}
