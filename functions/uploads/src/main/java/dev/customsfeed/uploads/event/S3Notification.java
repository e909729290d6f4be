package dev.customsfeed.uploads.event;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import dev.customsfeed.ledger.ObjectVersion;
import dev.customsfeed.uploads.event.S3Event.Kind;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.time.DateTimeException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * What S3 writes into a queue about the objects of a bucket.
 *
 * @param events what happened to objects of the bucket that was asked for, in the order in which S3 tells it
 * @param foreignBuckets the other buckets that the notification tells of, and how often
 * @see <a href="https://docs.aws.amazon.com/AmazonS3/latest/userguide/notification-content-structure.html">Event message
 *     structure</a>
 */
public record S3Notification(List<S3Event> events, SortedMap<String, Integer> foreignBuckets) {

    private static final JsonMapper JSON = new JsonMapper();
    private static final int SHOWN = 300;

    public S3Notification {
        events = List.copyOf(events);
        foreignBuckets = Collections.unmodifiableSortedMap(new TreeMap<>(foreignBuckets));
    }

    /**
     * Reads the events of a notification. It has none if it is the test event that S3 sends when notifications are set up, or
     * if it tells of things that change no object, such as tags. Of another bucket nothing is read but its name: whatever else such a
     * record says or lacks is no fault.
     *
     * @param bucket the only one whose events are read
     * @throws UnusableMessageException if {@code body} is no S3 notification, or if {@code bucket} keeps no versions
     */
    public static S3Notification read(String body, String bucket) throws UnusableMessageException {
        JsonNode root = parse(body);
        List<S3Event> events = new ArrayList<>();
        SortedMap<String, Integer> foreignBuckets = new TreeMap<>();
        if ("s3:TestEvent".equals(root.path("Event").asText())) {
            countForeign(root.path("Bucket").asText(), bucket, foreignBuckets);
            return new S3Notification(events, foreignBuckets);
        }
        JsonNode records = root.path("Records");
        if (!records.isArray()) {
            throw noNotification(body);
        }
        for (JsonNode item : records) {
            if (countForeign(item.at("/s3/bucket/name").asText(), bucket, foreignBuckets)) {
                continue;
            }
            String name = text(item, "/eventName", body);
            Optional<Kind> kind = kind(name);
            if (kind.isPresent()) {
                events.add(event(kind.get(), item, body));
            }
        }
        return new S3Notification(events, foreignBuckets);
    }

    /** Whether {@code named} is another bucket than {@code bucket}; no name at all is none. */
    private static boolean countForeign(String named, String bucket, SortedMap<String, Integer> foreignBuckets) {
        if (named.isEmpty() || named.equals(bucket)) {
            return false;
        }
        foreignBuckets.merge(named, 1, Integer::sum);
        return true;
    }

    private static JsonNode parse(String body) throws UnusableMessageException {
        try {
            return JSON.readTree(body);
        } catch (JsonProcessingException e) {
            throw noNotification(body);
        }
    }

    private static Optional<Kind> kind(String name) {
        if (name.startsWith("ObjectCreated:")) {
            return Optional.of(Kind.CREATED);
        }
        return switch (name) {
            // What somebody deletes, and what a lifecycle rule of the bucket does.
            case "ObjectRemoved:DeleteMarkerCreated", "LifecycleExpiration:DeleteMarkerCreated" ->
                Optional.of(Kind.DELETE_MARKER_CREATED);
            case "ObjectRemoved:Delete", "LifecycleExpiration:Delete" -> Optional.of(Kind.VERSION_REMOVED);
            default -> Optional.empty();
        };
    }

    private static S3Event event(Kind kind, JsonNode item, String body) throws UnusableMessageException {
        String bucket = text(item, "/s3/bucket/name", body);
        String key = decoded(text(item, "/s3/object/key", body));
        String version = item.at("/s3/object/versionId").asText();
        // "null" is the one version that an upload overwrites: S3's answer where versioning is suspended.
        if (version.isEmpty() || version.equals("null")) {
            throw new UnusableMessageException("found no version id for '" + key + "' in bucket '" + bucket
                    + "', expected a bucket that keeps versions: turn on versioning and upload the object again");
        }
        JsonNode size = item.at("/s3/object/size");
        return new S3Event(
                kind,
                new ObjectVersion(bucket, key, version),
                item.at("/s3/object/sequencer").asText(),
                instant(text(item, "/eventTime", body)),
                size.isIntegralNumber() ? OptionalLong.of(size.asLong()) : OptionalLong.empty());
    }

    private static String text(JsonNode item, String pointer, String body) throws UnusableMessageException {
        JsonNode text = item.at(pointer);
        if (!text.isTextual() || text.asText().isEmpty()) {
            throw new UnusableMessageException(
                    "found no '" + pointer + "', expected it in every record of an S3 notification: " + shown(body));
        }
        return text.asText();
    }

    private static String decoded(String key) throws UnusableMessageException {
        try {
            return URLDecoder.decode(key, StandardCharsets.UTF_8);
        } catch (IllegalArgumentException e) {
            throw new UnusableMessageException("found the key '" + key + "', expected it URL-encoded as S3 does it");
        }
    }

    private static Instant instant(String time) throws UnusableMessageException {
        try {
            return Instant.parse(time);
        } catch (DateTimeException e) {
            throw new UnusableMessageException(
                    "found the event time '" + time + "', expected one like 2026-01-18T03:04:05.678Z");
        }
    }

    private static UnusableMessageException noNotification(String body) {
        return new UnusableMessageException(
                "found a message that is no S3 notification, expected JSON with 'Records' or" + " S3's test event: "
                        + shown(body));
    }

    private static String shown(String body) {
        return body.length() > SHOWN ? body.substring(0, SHOWN) + "..." : body;
    }
}
