package dev.customsfeed.ingest;

import com.amazonaws.services.lambda.runtime.Context;
import com.amazonaws.services.lambda.runtime.RequestStreamHandler;
import dev.customsfeed.runtime.SuppressForbidden;
import dev.customsfeed.runtime.aws.AwsClients;
import dev.customsfeed.runtime.aws.FifoMessage;
import dev.customsfeed.runtime.aws.FifoQueue;
import dev.customsfeed.runtime.lambda.SqsBatch;
import dev.customsfeed.runtime.lambda.SqsMessage;
import dev.customsfeed.runtime.log.Log;
import dev.customsfeed.runtime.log.Metrics;
import dev.customsfeed.runtime.log.Metrics.Value;
import dev.customsfeed.uploads.UploadBucket;
import dev.customsfeed.uploads.event.S3Event;
import dev.customsfeed.uploads.event.S3Notification;
import dev.customsfeed.uploads.event.UnusableMessageException;
import dev.customsfeed.uploads.store.Deadline;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;
import software.amazon.awssdk.services.s3.S3Client;

/**
 * The function: a customs file becomes records. It takes a batch of queue messages, each an S3 notification, and answers which of
 * them to deliver again; one that fails never holds up the others.
 */
public final class IngestHandler implements RequestStreamHandler {

    /** Kept back, so that the function ends by itself: an answer is better than being killed. */
    private static final Duration RESERVE = Duration.ofSeconds(10);

    private final String uploadBucket;
    private final Intake intake;
    private final Consumer<List<FifoMessage>> wake;
    private final Log log;
    private final Metrics metrics;

    /** The function as Lambda makes it: the environment says which bucket, which tables and which queue. */
    @SuppressForbidden(reason = "the function as Lambda makes it runs by the machine's clock, and hands it on")
    public IngestHandler() {
        this(
                new IngestSettings(
                        environment("UPLOAD_BUCKET"),
                        environment("FILES_TABLE"),
                        environment("RECORDS_TABLE"),
                        environment("MONTHS_TABLE")),
                AwsClients.s3(),
                AwsClients.dynamoDb(),
                FifoQueue.at(System.getenv("PUBLISH_QUEUE_URL"), Clock.systemUTC()));
    }

    /**
     * The function with all that it talks to.
     *
     * @param settings where it reads and stores
     * @param s3 reads uploads and writes reports of rejection
     * @param dynamoDb holds the tables
     * @param wake hears which upload log has something new: {@code {"changed":"<log>","object":"<which>"}}
     */
    @SuppressForbidden(
            reason =
                    "the function runs by the machine's clock, by which S3 and SQS stamp what they tell it; it hands it on")
    public IngestHandler(
            IngestSettings settings, S3Client s3, DynamoDbClient dynamoDb, Consumer<List<FifoMessage>> wake) {
        this(settings, s3, dynamoDb, wake, Clock.systemUTC(), Metrics.toStandardOutput(Clock.systemUTC()));
    }

    IngestHandler(
            IngestSettings settings,
            S3Client s3,
            DynamoDbClient dynamoDb,
            Consumer<List<FifoMessage>> wake,
            Clock clock,
            Metrics metrics) {
        this.log = Log.toStandardOutput(clock);
        this.metrics = metrics;
        this.uploadBucket = settings.uploadBucket();
        this.intake = new Intake(new UploadBucket(s3), Tables.of(settings, dynamoDb, log), clock, log, metrics);
        this.wake = wake;
    }

    private static String environment(String name) {
        String value = System.getenv(name);
        if (value == null || value.isBlank()) {
            throw new IllegalStateException(
                    "the environment variable " + name + " is not set, expected the name of a table or bucket");
        }
        return value;
    }

    @Override
    public void handleRequest(InputStream event, OutputStream answer, Context context) throws IOException {
        Duration left = Duration.ofMillis(context.getRemainingTimeInMillis());
        Deadline deadline =
                Deadline.in(min(left.minus(RESERVE), left.multipliedBy(9).dividedBy(10)));
        List<String> failed = new ArrayList<>();
        for (SqsMessage message : SqsBatch.read(event)) {
            if (!take(message, context, deadline)) {
                failed.add(message.id());
            }
        }
        SqsBatch.respond(answer, failed, metrics);
    }

    /** Whether the message is done. */
    private boolean take(SqsMessage message, Context context, Deadline deadline) {
        Map<String, String> about = Map.of("messageId", message.id());
        if (deadline.passed()) {
            log.warn("no time left to begin with this message", about);
            return false;
        }
        S3Notification notification;
        try {
            notification = S3Notification.read(message.body(), uploadBucket);
        } catch (UnusableMessageException e) {
            log.warn("this message can never be taken: " + e.getMessage(), about);
            return false;
        }
        tellForeign(notification);
        boolean done = true;
        for (S3Event event : notification.events()) {
            done &= take(event, message, context, deadline);
        }
        return done;
    }

    /**
     * Counts what other buckets announce. Nothing else is done about it, lest whoever may send such things fill the tables, the log or
     * the dead letters; the metric's own line names the buckets.
     */
    private void tellForeign(S3Notification notification) {
        int records = notification.foreignBuckets().values().stream()
                .mapToInt(Integer::intValue)
                .sum();
        if (records > 0) {
            metrics.tell(
                    Map.of(),
                    Map.of(
                            "Buckets",
                            String.join(" ", notification.foreignBuckets().keySet())),
                    List.of(Value.count("ForeignNotifications", records)));
        }
    }

    private boolean take(S3Event event, SqsMessage message, Context context, Deadline deadline) {
        try {
            Duration left = Duration.ofMillis(context.getRemainingTimeInMillis());
            if (intake.take(event, left, deadline)) {
                wake.accept(List.of(ChangedLog.message(
                        UploadKind.of(event.object().key()).orElseThrow().log(), event.object())));
            }
            return true;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return failed(event, message, e);
        } catch (IOException | RuntimeException | Error e) {
            // Whatever it is, a parser's overflowing stack too, this message alone is delivered again, and ends in the
            // dead-letter queue if it cannot be helped.
            return failed(event, message, e);
        }
    }

    private boolean failed(S3Event event, SqsMessage message, Throwable e) {
        log.error(
                "failed, to be delivered again",
                Map.of("messageId", message.id(), "object", event.object().object()),
                e);
        return false;
    }

    private static Duration min(Duration one, Duration other) {
        return one.compareTo(other) < 0 ? one : other;
    }
}
