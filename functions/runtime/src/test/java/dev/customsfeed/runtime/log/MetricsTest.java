package dev.customsfeed.runtime.log;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import dev.customsfeed.runtime.log.Metrics.Value;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class MetricsTest {

    private final ByteArrayOutputStream out = new ByteArrayOutputStream();
    private final Metrics metrics = new Metrics(
            new PrintStream(out, true, StandardCharsets.UTF_8),
            "test-stack",
            Clock.fixed(Instant.ofEpochMilli(1_768_705_446_123L), ZoneOffset.UTC));

    @Test
    void numbers_are_one_line_in_the_embedded_metric_format() throws IOException {
        metrics.tell(Map.of("Status", "COMMITTED"), List.of(Value.count("Files", 1)));

        assertThat(out.toString(StandardCharsets.UTF_8)).endsWith("}" + System.lineSeparator());
        JsonNode line = new JsonMapper().readTree(out.toByteArray());
        assertThat(line.at("/_aws/Timestamp").asLong()).isEqualTo(1_768_705_446_123L);
        JsonNode directive = line.at("/_aws/CloudWatchMetrics/0");
        assertThat(directive.path("Namespace").asText()).isEqualTo("customs-feed");
        assertThat(directive.path("Dimensions").toString()).isEqualTo("[[\"Stack\",\"Status\"]]");
        assertThat(directive.path("Metrics").toString()).isEqualTo("[{\"Name\":\"Files\",\"Unit\":\"Count\"}]");
        assertThat(line.path("Stack").asText()).isEqualTo("test-stack");
        assertThat(line.path("Status").asText()).isEqualTo("COMMITTED");
        assertThat(line.path("Files").asInt()).isEqualTo(1);
    }

    @Test
    void what_a_number_is_about_stands_in_its_line_and_is_no_dimension() throws IOException {
        metrics.tell(Map.of(), Map.of("Buckets", "a b"), List.of(Value.count("ForeignNotifications", 3)));

        JsonNode line = new JsonMapper().readTree(out.toByteArray());
        assertThat(line.at("/_aws/CloudWatchMetrics/0/Dimensions").toString()).isEqualTo("[[\"Stack\"]]");
        assertThat(line.path("Buckets").asText()).isEqualTo("a b");
        assertThat(line.path("ForeignNotifications").asInt()).isEqualTo(3);
    }

    @Test
    void a_time_is_told_in_seconds() throws IOException {
        metrics.tell(List.of(Value.secondsSince("IngestSeconds", System.nanoTime() - 2_000_000_000L)));

        JsonNode line = new JsonMapper().readTree(out.toByteArray());
        assertThat(line.at("/_aws/CloudWatchMetrics/0/Metrics/0/Unit").asText()).isEqualTo("Seconds");
        assertThat(line.path("IngestSeconds").asDouble()).isBetween(2.0, 30.0);
    }
}
