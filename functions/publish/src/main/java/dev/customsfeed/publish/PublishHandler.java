package dev.customsfeed.publish;

import com.amazonaws.services.lambda.runtime.Context;
import com.amazonaws.services.lambda.runtime.RequestStreamHandler;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import dev.customsfeed.ledger.tables.MonthsTable;
import dev.customsfeed.publish.store.FeedBucket;
import dev.customsfeed.publish.store.Parallel;
import dev.customsfeed.runtime.SuppressForbidden;
import dev.customsfeed.runtime.aws.AwsClients;
import dev.customsfeed.runtime.lambda.SqsBatch;
import dev.customsfeed.runtime.lambda.SqsMessage;
import dev.customsfeed.runtime.log.Log;
import dev.customsfeed.runtime.log.Metrics;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import software.amazon.awssdk.enhanced.dynamodb.DynamoDbEnhancedClient;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;
import software.amazon.awssdk.services.s3.S3Client;

/**
 * The function that publishes the feeds. It is woken by messages of the form <code>{"recompute":"why"}</code> from a FIFO queue;
 * however many come at once, it computes and publishes once, from what the table of months holds by then. A message
 * <code>{"list":"why"}</code> asks for the list of feeds alone, in which each stands as it is live.
 */
public final class PublishHandler implements RequestStreamHandler {

    // A first publication of ten years writes some 250 objects of a few kilobytes and waits tens of milliseconds for
    // each.
    private static final int REQUESTS_AT_A_TIME = 16;

    private static final JsonMapper JSON = new JsonMapper();

    private final Log log;
    private final Metrics metrics;
    private final Recomputation recomputation;

    /** As Lambda makes it, from its environment variables. */
    public PublishHandler() {
        this(PublishSettings.of(System.getenv()), AwsClients.s3(), AwsClients.dynamoDb());
    }

    /** With these settings and clients, which stay the caller's to close. */
    @SuppressForbidden(reason = "the function runs by the machine's clock, and hands it on")
    public PublishHandler(PublishSettings settings, S3Client s3, DynamoDbClient dynamoDb) {
        this(settings, s3, dynamoDb, Log.toStandardOutput(Clock.systemUTC()), Clock.systemUTC());
    }

    PublishHandler(PublishSettings settings, S3Client s3, DynamoDbClient dynamoDb, Log log, Clock clock) {
        this.log = log;
        this.metrics = Metrics.toStandardOutput(clock);
        DynamoDbEnhancedClient tables =
                DynamoDbEnhancedClient.builder().dynamoDbClient(dynamoDb).build();
        recomputation = new Recomputation(
                settings,
                new MonthsTable(tables, settings.monthsTable()),
                new FeedBucket(s3, settings.feedBucket()),
                new Parallel(REQUESTS_AT_A_TIME),
                log,
                metrics,
                clock);
    }

    /**
     * Publishes once for all messages of a batch. A message that asks for nothing known fails, and with it those behind it: a FIFO
     * queue hands them out in order.
     *
     * @param event a batch of queue messages, as JSON
     * @param answer receives the ids of the messages to be delivered again
     * @throws FailedPublicationException if a feed was not published that may be the next time: all messages are delivered again
     * @throws IOException if {@code event} is not a batch of queue messages
     */
    @Override
    public void handleRequest(InputStream event, OutputStream answer, Context context) throws IOException {
        List<SqsMessage> messages = SqsBatch.read(event);
        List<Wish> wishes = new ArrayList<>();
        for (SqsMessage message : messages) {
            Optional<Wish> wish = wish(message);
            if (wish.isEmpty()) {
                break;
            }
            wishes.add(wish.get());
        }
        if (wishes.contains(Wish.RECOMPUTE)) {
            recomputation.run();
        } else if (wishes.contains(Wish.LIST)) {
            recomputation.list();
        }
        int understood = wishes.size();
        SqsBatch.respond(
                answer,
                messages.subList(understood, messages.size()).stream()
                        .map(SqsMessage::id)
                        .toList(),
                metrics);
    }

    /** What a message may ask for, each with a reason: {@code {"recompute":"why"}}. */
    private enum Wish {
        /** All feeds, and the list of them. */
        RECOMPUTE("recompute"),
        /** The list of the feeds that are live, as they are: somebody put one back. */
        LIST("list");

        private final String word;

        Wish(String word) {
            this.word = word;
        }
    }

    private Optional<Wish> wish(SqsMessage message) {
        try {
            JsonNode body = JSON.readTree(message.body());
            for (Wish wish : Wish.values()) {
                if (body.path(wish.word).isTextual()) {
                    log.info(
                            "asked to " + wish.word,
                            Map.of("why", body.get(wish.word).asText()));
                    return Optional.of(wish);
                }
            }
            throw new IllegalArgumentException("found a message without 'recompute' or 'list'");
        } catch (JsonProcessingException | IllegalArgumentException e) {
            log.error(
                    "message not understood: expected {\"recompute\":\"why\"} or {\"list\":\"why\"}",
                    Map.of("messageId", message.id(), "body", message.body()),
                    e);
            return Optional.empty();
        }
    }
}
