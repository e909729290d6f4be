package dev.customsfeed.publish;

import com.amazonaws.services.lambda.runtime.Context;
import com.amazonaws.services.lambda.runtime.RequestStreamHandler;
import dev.customsfeed.ledger.tables.FilesTable;
import dev.customsfeed.ledger.tables.KnownFigures;
import dev.customsfeed.ledger.tables.KnownQuotations;
import dev.customsfeed.ledger.tables.MonthsTable;
import dev.customsfeed.ledger.tables.RecordsTable;
import dev.customsfeed.publish.documents.KnownDocuments;
import dev.customsfeed.publish.publication.Checkpoints;
import dev.customsfeed.publish.publication.FeedBucket;
import dev.customsfeed.publish.publication.KnownDefinitions;
import dev.customsfeed.publish.publication.KnownFeedLogs;
import dev.customsfeed.publish.publication.LogCursors;
import dev.customsfeed.publish.publication.Parallel;
import dev.customsfeed.publish.publication.Publication;
import dev.customsfeed.publish.publication.Schemas;
import dev.customsfeed.publish.publication.StoredRows;
import dev.customsfeed.runtime.SuppressForbidden;
import dev.customsfeed.runtime.aws.AwsClients;
import dev.customsfeed.runtime.aws.FifoMessage;
import dev.customsfeed.runtime.aws.FifoQueue;
import dev.customsfeed.runtime.lambda.SqsBatch;
import dev.customsfeed.runtime.lambda.SqsMessage;
import dev.customsfeed.runtime.log.Log;
import dev.customsfeed.runtime.log.Metrics;
import dev.customsfeed.runtime.log.Metrics.Value;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import software.amazon.awssdk.enhanced.dynamodb.DynamoDbEnhancedClient;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;
import software.amazon.awssdk.services.s3.S3Client;

/**
 * The function that publishes the feeds. Messages of a FIFO queue wake it: those that say that something may be new make it send a
 * message for each feed that it concerns, to the same queue; each of those is about one feed, in a group of its own, so that no feed
 * waits for another. What a message may ask for is in {@link Wish}.
 */
public final class PublishHandler implements RequestStreamHandler {

    // A first publication of ten years writes some 250 objects of a few kilobytes and waits tens of milliseconds for
    // each.
    private static final int REQUESTS_AT_A_TIME = 16;

    // A feed of ten years, six commodities and a hundred partners has documents of 46 MB, of which 36 MB are those of
    // its months, and 75,000 totals of some 150 bytes. A function of 1,769 MB has room for twice as much of each.
    private static final long MONTH_BYTES_KEPT = 100_000_000;
    private static final long FEED_BYTES_KEPT = 100_000_000;
    private static final long TOTALS_KEPT = 250_000;
    private static final long ENTRIES_KEPT = 50_000;
    private static final long PRICE_ENTRIES_KEPT = 1_000;
    private static final long QUOTATIONS_KEPT = 50_000;

    private final Log log;
    private final Metrics metrics;
    private final FanOut fanOut;
    private final FeedWork feeds;
    private final FeedListWork list;

    /** As Lambda makes it, from its environment variables. */
    @SuppressForbidden(reason = "the function as Lambda makes it runs by the machine's clock, and hands it on")
    public PublishHandler() {
        this(
                PublishSettings.of(System.getenv()),
                AwsClients.s3(),
                AwsClients.dynamoDb(),
                FifoQueue.at(System.getenv("PUBLISH_QUEUE_URL"), Clock.systemUTC()));
    }

    /**
     * With these settings and clients, which stay the caller's to close.
     *
     * @param wake sends messages, which come back to this function or to another of its kind
     */
    @SuppressForbidden(reason = "the function runs by the machine's clock, and hands it on")
    public PublishHandler(
            PublishSettings settings, S3Client s3, DynamoDbClient dynamoDb, Consumer<List<FifoMessage>> wake) {
        this(settings, s3, dynamoDb, wake, Log.toStandardOutput(Clock.systemUTC()), Clock.systemUTC());
    }

    PublishHandler(
            PublishSettings settings,
            S3Client s3,
            DynamoDbClient dynamoDb,
            Consumer<List<FifoMessage>> wake,
            Log log,
            Clock clock) {
        this.log = log;
        this.metrics = Metrics.toStandardOutput(clock);
        DynamoDbEnhancedClient tables =
                DynamoDbEnhancedClient.builder().dynamoDbClient(dynamoDb).build();
        MonthsTable months = new MonthsTable(tables, settings.monthsTable());
        FeedBucket bucket = new FeedBucket(s3, settings.feedBucket());
        Checkpoints checkpoints = new Checkpoints(s3, settings.checkpointBucket());
        Parallel parallel = new Parallel(REQUESTS_AT_A_TIME);
        String code =
                Code.version() + settings.feedBaseUrl().map(url -> " " + url).orElse("");
        KnownDefinitions definitions = new KnownDefinitions(months, checkpoints, code);
        fanOut = new FanOut(months, definitions, new LogCursors(checkpoints), new Schemas(bucket), parallel, wake, log);
        feeds = new FeedWork(
                new FeedWork.Reads(
                        definitions,
                        new KnownFeedLogs(months, checkpoints, "feeds", ENTRIES_KEPT),
                        new KnownFigures(months, TOTALS_KEPT, clock),
                        new KnownFeedLogs(months, checkpoints, "prices", PRICE_ENTRIES_KEPT),
                        new KnownQuotations(months, QUOTATIONS_KEPT),
                        new StoredRows(
                                new FilesTable(tables, settings.filesTable()),
                                new RecordsTable(tables, settings.recordsTable()))),
                new Publication(bucket, parallel),
                new KnownDocuments(MONTH_BYTES_KEPT, FEED_BYTES_KEPT),
                settings.feedBaseUrl(),
                code,
                parallel,
                wake,
                log,
                metrics);
        list = new FeedListWork(definitions, bucket, parallel);
    }

    /**
     * Does what each message of a batch asks for. One that fails, or that asks for nothing known, does not keep the others from it.
     *
     * @param event a batch of queue messages, as JSON
     * @param answer receives the ids of the messages to be delivered again
     * @throws IOException if {@code event} is not a batch of queue messages
     */
    @Override
    public void handleRequest(InputStream event, OutputStream answer, Context context) throws IOException {
        List<String> failed = new ArrayList<>();
        for (SqsMessage message : SqsBatch.read(event)) {
            if (!isDone(message)) {
                failed.add(message.id());
            }
        }
        SqsBatch.respond(answer, failed, metrics);
    }

    private boolean isDone(SqsMessage message) {
        Map<String, String> about = Map.of("messageId", message.id(), "body", message.body());
        Wish wish;
        try {
            wish = Wish.read(message.body());
        } catch (IllegalArgumentException e) {
            log.error("message not understood", about, e);
            return false;
        }
        try {
            log.info("asked", about);
            grant(wish);
            return true;
        } catch (RuntimeException | StackOverflowError e) {
            log.error("publication failed, to be tried again", about, e);
            return false;
        }
    }

    private void grant(Wish wish) {
        if (wish instanceof Wish.Feed feed) {
            feeds.publish(feed);
        } else if (wish instanceof Wish.Changed changed) {
            fanOut.changed(changed.log());
        } else if (wish instanceof Wish.Recompute) {
            fanOut.recompute();
            metrics.tell(List.of(Value.count("Recomputations", 1)));
        } else if (wish instanceof Wish.Check) {
            fanOut.check();
            metrics.tell(List.of(Value.count("Recomputations", 1)));
        } else if (wish instanceof Wish.ListFeeds wanted) {
            wanted.feed().ifPresentOrElse(list::one, wanted.standing() ? list::standing : list::all);
        }
    }
}
