package dev.customsfeed.local;

import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicLong;

/** The events that Lambda hands the functions: what S3 tells the queue, as the queue's messages wrap it. */
final class LambdaEvents {

    private static final JsonMapper JSON = new JsonMapper();

    private final AtomicLong sequence = new AtomicLong();

    /** An object version was put. */
    byte[] created(String bucket, String key, String versionId, long size, String eTag) {
        ObjectNode notification = notification("ObjectCreated:Put", bucket, key, versionId);
        ((ObjectNode) notification.at("/Records/0/s3/object")).put("size", size).put("eTag", eTag.replace("\"", ""));
        return inQueue(notification.toString(), "customs-feed-ingest");
    }

    /** A delete marker was laid over a key. */
    byte[] deleted(String bucket, String key, String markerVersionId) {
        return inQueue(
                notification("ObjectRemoved:DeleteMarkerCreated", bucket, key, markerVersionId)
                        .toString(),
                "customs-feed-ingest");
    }

    /** The feed is to be recomputed. */
    byte[] recompute(String why) {
        return inQueue(JSON.createObjectNode().put("recompute", why).toString(), "customs-feed-publish.fifo");
    }

    private ObjectNode notification(String eventName, String bucket, String key, String versionId) {
        ObjectNode notification = JSON.createObjectNode();
        ObjectNode event = notification.putArray("Records").addObject();
        event.put("eventVersion", "2.1")
                .put("eventSource", "aws:s3")
                .put("awsRegion", "us-east-1")
                .put("eventTime", Instant.now().toString())
                .put("eventName", eventName);
        ObjectNode s3 = event.putObject("s3");
        s3.put("s3SchemaVersion", "1.0");
        s3.putObject("bucket").put("name", bucket).put("arn", "arn:aws:s3:::" + bucket);
        s3.putObject("object")
                .put("key", URLEncoder.encode(key, StandardCharsets.UTF_8).replace("%2F", "/"))
                .put("versionId", versionId)
                .put("sequencer", String.format("%016X", sequence.incrementAndGet()));
        return notification;
    }

    private static byte[] inQueue(String body, String queue) {
        ObjectNode event = JSON.createObjectNode();
        event.putArray("Records")
                .addObject()
                .put("messageId", UUID.randomUUID().toString())
                .put("receiptHandle", "local")
                .put("body", body)
                .put("eventSource", "aws:sqs")
                .put("eventSourceARN", "arn:aws:sqs:us-east-1:000000000000:" + queue)
                .put("awsRegion", "us-east-1");
        return event.toString().getBytes(StandardCharsets.UTF_8);
    }
}
