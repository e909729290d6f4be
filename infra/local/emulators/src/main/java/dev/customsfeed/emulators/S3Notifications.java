package dev.customsfeed.emulators;

import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.util.Locale;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicLong;

/**
 * What S3 writes into a queue about the objects of a bucket, which no emulator does: one notification an event, as JSON, each with a
 * sequencer after that of the one before.
 *
 * @see <a href="https://docs.aws.amazon.com/AmazonS3/latest/userguide/notification-content-structure.html">Event message
 *     structure</a>
 */
public final class S3Notifications {

    private static final JsonMapper JSON = new JsonMapper();
    private static final String REGION = "us-east-1";
    private static final String SENDER = "LOCAL";
    /** The MD5 sum of nothing: all that a delete marker holds. */
    private static final String OF_NOTHING = "d41d8cd98f00b204e9800998ecf8427e";

    private final Clock clock;
    private final AtomicLong sequence = new AtomicLong();

    /** What happened when is told by {@code clock}. */
    public S3Notifications(Clock clock) {
        this.clock = clock;
    }

    /**
     * An object version was put.
     *
     * @param size in bytes
     * @param eTag as S3 answers it, with or without quotes
     */
    public String created(String bucket, String key, String versionId, long size, String eTag) {
        ObjectNode notification = notification("ObjectCreated:Put", bucket, key, versionId);
        object(notification).put("size", size).put("eTag", eTag.replace("\"", ""));
        return notification.toString();
    }

    /** A delete marker was laid over a key. */
    public String deleted(String bucket, String key, String markerVersionId) {
        ObjectNode notification = notification("ObjectRemoved:DeleteMarkerCreated", bucket, key, markerVersionId);
        object(notification).put("eTag", OF_NOTHING);
        return notification.toString();
    }

    /** An object version was removed for good. */
    public String removed(String bucket, String key, String versionId) {
        return notification("ObjectRemoved:Delete", bucket, key, versionId).toString();
    }

    /** The same deletion or removal, as S3 tells it where a rule of the bucket's lifecycle did it. */
    public static String byLifecycleRule(String notification) {
        return notification.replace("\"ObjectRemoved:", "\"LifecycleExpiration:");
    }

    private static ObjectNode object(ObjectNode notification) {
        return (ObjectNode) notification.at("/Records/0/s3/object");
    }

    private ObjectNode notification(String eventName, String bucket, String key, String versionId) {
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
                .put("versionId", versionId)
                .put("sequencer", String.format(Locale.ROOT, "%016X", sequence.incrementAndGet()));
        return notification;
    }
}
