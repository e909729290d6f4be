package dev.customsfeed.ingest.event;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import dev.customsfeed.ingest.event.S3Event.Kind;
import dev.customsfeed.ledger.ObjectVersion;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.time.DateTimeException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;

/**
 * What S3 writes into a queue about the objects of a bucket.
 *
 * @see <a href="https://docs.aws.amazon.com/AmazonS3/latest/userguide/notification-content-structure.html">Event message
 *     structure</a>
 */
public final class S3Notification {

    private static final JsonMapper JSON = new JsonMapper();
    private static final int SHOWN = 300;

    private S3Notification() {}

    /**
     * Reads the events of a notification. It has none if it is the test event that S3 sends when notifications are set up, or
     * if it tells of things that change no object, such as tags.
     *
     * @throws UnusableMessageException if {@code body} is no S3 notification, or one of a bucket without versions
     */
    public static List<S3Event> read(String body) throws UnusableMessageException {
        JsonNode root = parse(body);
        if ("s3:TestEvent".equals(root.path("Event").asText())) {
            return List.of();
        }
        JsonNode records = root.path("Records");
        if (!records.isArray()) {
            throw noNotification(body);
        }
        List<S3Event> events = new ArrayList<>();
        for (JsonNode item : records) {
            String name = text(item, "/eventName", body);
            Optional<Kind> kind = kind(name);
            if (kind.isPresent()) {
                events.add(event(kind.get(), item, body));
            }
        }
        return List.copyOf(events);
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
            case "ObjectRemoved:DeleteMarkerCreated" -> Optional.of(Kind.DELETE_MARKER_CREATED);
            case "ObjectRemoved:Delete" -> Optional.of(Kind.VERSION_REMOVED);
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
