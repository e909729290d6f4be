package dev.customsfeed.verify;

import com.amazonaws.services.lambda.runtime.Context;
import com.amazonaws.services.lambda.runtime.RequestStreamHandler;
import dev.customsfeed.runtime.SuppressForbidden;
import dev.customsfeed.runtime.aws.AwsClients;
import dev.customsfeed.runtime.lambda.SqsBatch;
import dev.customsfeed.runtime.lambda.SqsMessage;
import dev.customsfeed.runtime.log.Log;
import dev.customsfeed.runtime.log.Metrics;
import dev.customsfeed.uploads.UploadBucket;
import dev.customsfeed.uploads.event.S3Event;
import dev.customsfeed.uploads.event.S3Notification;
import dev.customsfeed.uploads.event.UnusableMessageException;
import dev.customsfeed.uploads.store.Deadline;
import dev.customsfeed.verify.aws.ReportBucket;
import dev.customsfeed.verify.aws.VerificationTable;
import dev.customsfeed.verify.publication.Publication;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;
import software.amazon.awssdk.services.s3.S3Client;

/**
 * The function: files of declarations, refunds, certificates and uses become a report on what does not fit. It takes a batch of queue
 * messages, each an S3 notification, publishes the report on what stands then, and answers which messages to deliver again: those that
 * failed, or all if the report could not be published.
 */
public final class VerifyHandler implements RequestStreamHandler {

    /** Kept back, so that the function ends by itself: an answer is better than being killed. */
    private static final Duration RESERVE = Duration.ofSeconds(10);

    private static final int TRIES = 3;

    private static final long WAIT_MILLIS = 1_000;

    private final String bucket;
    private final VerificationIntake intake;
    private final VerificationTable table;
    private final Publication publication;
    private final Clock clock;
    private final ConfidentialLog log;
    private final Metrics metrics;

    /** The function as Lambda makes it: the environment says which bucket and which table. */
    @SuppressForbidden(reason = "the function as Lambda makes it runs by the machine's clock, and hands it on")
    public VerifyHandler() {
        this(
                new VerifySettings(
                        environment("VERIFICATION_BUCKET"),
                        environment("VERIFICATION_TABLE"),
                        Integer.parseInt(environment("RETENTION_DAYS"))),
                AwsClients.s3(),
                AwsClients.dynamoDb(),
                Clock.systemUTC(),
                Log.toStandardOutput(Clock.systemUTC()),
                Metrics.toStandardOutput(Clock.systemUTC()));
    }

    /**
     * The function with all that it talks to.
     *
     * @param settings where it reads, stores and publishes
     * @param s3 reads uploads, writes answers and the report
     * @param dynamoDb holds the table
     * @param clock by which its right to publish ends; no finding hangs on it
     * @param log hears what happens, without a word of what is in files
     * @param metrics hears of messages that failed, and of nothing else
     */
    public VerifyHandler(
            VerifySettings settings, S3Client s3, DynamoDbClient dynamoDb, Clock clock, Log log, Metrics metrics) {
        this.bucket = settings.bucket();
        this.log = new ConfidentialLog(log);
        this.table = new VerificationTable(dynamoDb, settings.table(), settings.retentionDays(), log);
        this.intake = new VerificationIntake(new UploadBucket(s3), table, this.log);
        this.publication = new Publication(table, new ReportBucket(s3, settings.bucket()));
        this.clock = clock;
        this.metrics = metrics;
    }

    private static String environment(String name) {
        String value = System.getenv(name);
        if (value == null || value.isBlank()) {
            throw new IllegalStateException("the environment variable " + name + " is not set");
        }
        return value;
    }

    @Override
    public void handleRequest(InputStream event, OutputStream answer, Context context) throws IOException {
        Duration left = Duration.ofMillis(context.getRemainingTimeInMillis());
        Duration most = left.minus(RESERVE);
        Duration part = left.multipliedBy(9).dividedBy(10);
        Deadline deadline = Deadline.in(most.compareTo(part) < 0 ? most : part);
        List<SqsMessage> messages = read(event);
        List<String> failed = new ArrayList<>();
        for (SqsMessage message : messages) {
            if (!take(message, deadline)) {
                failed.add(message.id());
            }
        }
        boolean any = failed.size() < messages.size();
        if (any && !publish(left, deadline)) {
            failed = messages.stream().map(SqsMessage::id).toList();
        }
        SqsBatch.respond(answer, failed, metrics);
    }

    /** What is wrong with an event is said without the event: keys are in it. */
    private static List<SqsMessage> read(InputStream event) throws IOException {
        try {
            return SqsBatch.read(event);
        } catch (IOException e) {
            throw new IOException("found an event that is no batch of queue messages, expected one");
        }
    }

    /** Whether the message is done. */
    private boolean take(SqsMessage message, Deadline deadline) {
        Map<String, String> about = Map.of("messageId", message.id());
        if (deadline.passed()) {
            log.warn("no time left to begin with this message", about);
            return false;
        }
        try {
            for (S3Event event : S3Notification.read(message.body(), bucket).events()) {
                intake.take(event, deadline);
            }
            return true;
        } catch (UnusableMessageException e) {
            log.warn("this message can never be taken: it is no notification of S3", about);
            return false;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            log.failed("interrupted, to be delivered again", about, e);
            return false;
        } catch (IOException | RuntimeException | Error e) {
            // Whatever it is, this message alone is delivered again, and ends among the dead letters if it cannot be
            // helped.
            log.failed("failed, to be delivered again", about, e);
            return false;
        }
    }

    /** Whether the report on what stands now is published. */
    private boolean publish(Duration left, Deadline deadline) {
        String owner = UUID.randomUUID().toString();
        try {
            if (!lease(owner, left, deadline)) {
                log.info("somebody else is publishing: to be delivered again", Map.of());
                return false;
            }
            try {
                for (int i = 0; i < TRIES; i++) {
                    if (publication.publish(table.standing()).isPresent()) {
                        log.info("published", Map.of());
                        return true;
                    }
                }
                return false;
            } finally {
                table.giveLease(owner);
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return false;
        } catch (RuntimeException | Error e) {
            log.failed("the report could not be published: to be delivered again", Map.of(), e);
            return false;
        }
    }

    /** Waits for the right to publish: a message that failed comes again much later than another publication takes. */
    private boolean lease(String owner, Duration left, Deadline deadline) throws InterruptedException {
        while (true) {
            Instant now = clock.instant();
            if (table.takeLease(owner, now, now.plus(left))) {
                return true;
            }
            long pause = Math.min(WAIT_MILLIS, deadline.left().toMillis());
            if (pause == 0) {
                return false;
            }
            Thread.sleep(pause);
        }
    }
}
