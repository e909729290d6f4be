package dev.customsfeed.local;

import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.customsfeed.emulators.S3Notifications;
import dev.customsfeed.runtime.aws.FifoMessage;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Clock;
import java.util.HexFormat;
import java.util.Locale;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicLong;

/** The events that Lambda hands the functions: what S3 tells the queue, as the queue's messages wrap it. */
final class LambdaEvents {

    private static final JsonMapper JSON = new JsonMapper();
    private static final String REGION = "us-east-1";
    private static final String SENDER = "LOCAL";

    private final Clock clock;
    private final S3Notifications notifications;
    private final AtomicLong sequence = new AtomicLong();

    /** What happened when is told by {@code clock}. */
    LambdaEvents(Clock clock) {
        this.clock = clock;
        this.notifications = new S3Notifications(clock);
    }

    /** An object version was put. */
    byte[] created(String bucket, String key, String versionId, long size, String eTag) {
        return ofObject(notifications.created(bucket, key, versionId, size, eTag));
    }

    /** A delete marker was laid over a key. */
    byte[] deleted(String bucket, String key, String markerVersionId) {
        return ofObject(notifications.deleted(bucket, key, markerVersionId));
    }

    private byte[] ofObject(String notification) {
        return inQueue(notification, "customs-feed-ingest", attributes());
    }

    /** All feeds are to be looked at. */
    byte[] recompute(String why) {
        return message(new FifoMessage(
                "recompute", why, JSON.createObjectNode().put("recompute", why).toString()));
    }

    /** A message of the queue of publish. */
    byte[] message(FifoMessage message) {
        ObjectNode attributes = attributes()
                .put("MessageGroupId", message.group())
                .put("MessageDeduplicationId", UUID.randomUUID().toString())
                .put("SequenceNumber", String.format(Locale.ROOT, "%020d", sequence.incrementAndGet()));
        return inQueue(message.body(), "customs-feed-publish.fifo", attributes);
    }

    private ObjectNode attributes() {
        String now = Long.toString(clock.millis());
        return JSON.createObjectNode()
                .put("ApproximateReceiveCount", "1")
                .put("SentTimestamp", now)
                .put("SenderId", SENDER)
                .put("ApproximateFirstReceiveTimestamp", now);
    }

    private static byte[] inQueue(String body, String queue, ObjectNode attributes) {
        ObjectNode event = JSON.createObjectNode();
        ObjectNode inBatch = event.putArray("Records").addObject();
        inBatch.put("messageId", UUID.randomUUID().toString())
                .put("receiptHandle", UUID.randomUUID().toString())
                .put("body", body);
        inBatch.set("attributes", attributes);
        inBatch.putObject("messageAttributes");
        inBatch.put("md5OfBody", md5(body.getBytes(StandardCharsets.UTF_8)))
                .put("eventSource", "aws:sqs")
                .put("eventSourceARN", "arn:aws:sqs:" + REGION + ":000000000000:" + queue)
                .put("awsRegion", REGION);
        return event.toString().getBytes(StandardCharsets.UTF_8);
    }

    private static String md5(byte[] content) {
        try {
            return HexFormat.of().formatHex(MessageDigest.getInstance("MD5").digest(content));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every JDK has MD5", e);
        }
    }
}
