package dev.customsfeed.local;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.io.IOException;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.SortedSet;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;

/** What the functions are handed here has the shape of the sample events, which are Lambda's. */
class LambdaEventsTest {

    private static final JsonMapper JSON = new JsonMapper();

    private static final Instant NOW = Instant.parse("2026-01-18T03:04:05.678Z");
    private final LambdaEvents events = new LambdaEvents(Clock.fixed(NOW, ZoneOffset.UTC));

    @Test
    void an_upload_has_the_shape_of_the_sample() throws IOException {
        assertThat(shape(events.created("upload", "incoming/a b.csv", "v1", 5, "\"00\"")))
                .isEqualTo(shape(sample("s3-created.json")));
    }

    @Test
    void a_deletion_has_the_shape_of_the_sample() throws IOException {
        assertThat(shape(events.deleted("upload", "incoming/a.csv", "v2")))
                .isEqualTo(shape(sample("s3-delete-marker.json")));
    }

    @Test
    void a_wake_up_has_the_shape_of_the_sample() throws IOException {
        assertThat(shape(events.recompute("local"))).isEqualTo(shape(sample("publish-recompute.json")));
    }

    @Test
    void the_time_of_an_event_is_that_of_the_clock() throws IOException {
        JsonNode event = JSON.readTree(events.created("upload", "incoming/a.csv", "v1", 5, "00"));

        assertThat(body(event).at("/Records/0/eventTime").asText()).isEqualTo("2026-01-18T03:04:05.678Z");
        assertThat(event.at("/Records/0/attributes/SentTimestamp").asText()).isEqualTo("1768705445678");
    }

    private static byte[] sample(String name) throws IOException {
        return java.nio.file.Files.readAllBytes(Project.ROOT.resolve("events").resolve(name));
    }

    private static JsonNode body(JsonNode event) throws IOException {
        return JSON.readTree(event.at("/Records/0/body").asText());
    }

    /** The paths of all fields, of the message in the queue's body too. */
    private static SortedSet<String> shape(byte[] event) throws IOException {
        SortedSet<String> paths = new TreeSet<>();
        JsonNode read = JSON.readTree(event);
        collect("", read, paths);
        collect("body", body(read), paths);
        return paths;
    }

    private static void collect(String path, JsonNode node, SortedSet<String> paths) {
        paths.add(path);
        node.properties().forEach(field -> collect(path + "/" + field.getKey(), field.getValue(), paths));
        if (node.isArray()) {
            node.forEach(element -> collect(path + "/*", element, paths));
        }
    }
}
