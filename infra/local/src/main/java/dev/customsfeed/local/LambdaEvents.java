package dev.customsfeed.local;

import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.customsfeed.runtime.aws.FifoMessage;
import java.net.URLEncoder;
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
    private final AtomicLong sequence = new AtomicLong();

    /** What happened when is told by {@code clock}. */
    LambdaEvents(Clock clock) {
        this.clock = clock;
    }

    /** An object version was put. */
    byte[] created(String bucket, String key, String versionId, long size, String eTag) {
        ObjectNode notification = notification("ObjectCreated:Put", bucket, key, eTag, versionId);
        ((ObjectNode) notification.at("/Records/0/s3/object")).put("size", size);
        return inQueue(notification.toString(), "customs-feed-ingest", attributes());
    }

    /** A delete marker was laid over a key. */
    byte[] deleted(String bucket, String key, String markerVersionId) {
        ObjectNode notification =
                notification("ObjectRemoved:DeleteMarkerCreated", bucket, key, md5(new byte[0]), markerVersionId);
        return inQueue(notification.toString(), "customs-feed-ingest", attributes());
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

    private ObjectNode notification(String eventName, String bucket, String key, String eTag, String versionId) {
        ObjectNode notification = JSON.createObjectNode();
        ObjectNode event = notification.putArray("Records").addObject();
        event.put("eventVersion", "2.1")
                .put("eventSource", "aws:s3")
                .put("awsRegion", REGION)
                .put("eventTime", clock.instant().toString())
                .put("eventName", eventName);
        event.putObject("userIdentity").put("principalId", SENDER);
        event.putObject("requestParameters").put("sourceIPAddress", "127.0.0.1");
        event.putObject("responseElements")
                .put("x-amz-request-id", UUID.randomUUID().toString())
                .put("x-amz-id-2", UUID.randomUUID().toString());
        ObjectNode s3 = event.putObject("s3");
        s3.put("s3SchemaVersion", "1.0").put("configurationId", "uploads");
        ObjectNode inBucket = s3.putObject("bucket").put("name", bucket);
        inBucket.putObject("ownerIdentity").put("principalId", SENDER);
        inBucket.put("arn", "arn:aws:s3:::" + bucket);
        s3.putObject("object")
                .put("key", URLEncoder.encode(key, StandardCharsets.UTF_8).replace("%2F", "/"))
                .put("eTag", eTag.replace("\"", ""))
                .put("versionId", versionId)
                .put("sequencer", String.format(Locale.ROOT, "%016X", sequence.incrementAndGet()));
        return notification;
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
