package dev.customsfeed.emulators;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.io.IOException;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import org.junit.jupiter.api.Test;

class S3NotificationsTest {

    private final S3Notifications notifications =
            new S3Notifications(Clock.fixed(Instant.parse("2026-01-18T03:04:05.678Z"), ZoneOffset.UTC));

    private static JsonNode record(String notification) throws IOException {
        return new JsonMapper().readTree(notification).at("/Records/0");
    }

    @Test
    void a_key_is_encoded_as_s3_does_it() throws IOException {
        JsonNode record = record(notifications.created("upload", "incoming/flow=export/a b.csv", "v1", 5, "\"00\""));

        assertThat(record.at("/s3/object/key").asText()).isEqualTo("incoming/flow%3Dexport/a+b.csv");
        assertThat(record.at("/s3/object/eTag").asText()).isEqualTo("00");
        assertThat(record.at("/s3/object/size").asLong()).isEqualTo(5);
    }

    @Test
    void each_event_has_the_time_of_the_clock_in_the_digits_of_s3_and_a_sequencer_after_the_one_before()
            throws IOException {
        JsonNode first = record(notifications.created("upload", "incoming/a.csv", "v1", 5, "00"));
        JsonNode second = record(notifications.removed("upload", "incoming/a.csv", "v1"));

        assertThat(first.at("/eventTime").asText()).isEqualTo("2026-01-18T03:04:05.678Z");
        assertThat(first.at("/s3/object/sequencer").asText()).isEqualTo("0000000000000001");
        assertThat(second.at("/s3/object/sequencer").asText()).isEqualTo("0000000000000002");
    }

    @Test
    void what_became_of_an_object_is_told_by_the_names_of_s3() throws IOException {
        String deleted = notifications.deleted("upload", "incoming/a.csv", "v2");
        String removed = notifications.removed("upload", "incoming/a.csv", "v1");

        assertThat(record(deleted).at("/eventName").asText()).isEqualTo("ObjectRemoved:DeleteMarkerCreated");
        assertThat(record(removed).at("/eventName").asText()).isEqualTo("ObjectRemoved:Delete");
        assertThat(record(S3Notifications.byLifecycleRule(deleted))
                        .at("/eventName")
                        .asText())
                .isEqualTo("LifecycleExpiration:DeleteMarkerCreated");
        assertThat(record(S3Notifications.byLifecycleRule(removed))
                        .at("/eventName")
                        .asText())
                .isEqualTo("LifecycleExpiration:Delete");
    }
}
