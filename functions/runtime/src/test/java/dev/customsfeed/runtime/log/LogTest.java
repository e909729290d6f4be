package dev.customsfeed.runtime.log;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class LogTest {

    private static final Instant NOW = Instant.parse("2026-01-18T03:04:05.678Z");
    private final ByteArrayOutputStream out = new ByteArrayOutputStream();
    private final Log log =
            new Log(new PrintStream(out, true, StandardCharsets.UTF_8), Clock.fixed(NOW, ZoneOffset.UTC));

    @Test
    void every_message_is_one_json_object_on_one_line() throws Exception {
        log.info("file\ncommitted", Map.of("rows", 205L));
        log.warn("file rejected", Map.of("key", "镁.csv"));
        log.error("gone", Map.of(), new IllegalStateException("wrong"));

        List<String> lines = out.toString(StandardCharsets.UTF_8).lines().toList();
        assertThat(lines).hasSize(3);
        JsonNode first = new JsonMapper().readTree(lines.get(0));
        assertThat(first.get("timestamp").asText()).isEqualTo("2026-01-18T03:04:05.678Z");
        assertThat(first.get("level").asText()).isEqualTo("INFO");
        assertThat(first.get("message").asText()).isEqualTo("file\ncommitted");
        assertThat(first.get("rows").asLong()).isEqualTo(205);
        assertThat(new JsonMapper().readTree(lines.get(1)).get("key").asText()).isEqualTo("镁.csv");
        assertThat(new JsonMapper().readTree(lines.get(2)).get("stack").asText())
                .contains("LogTest");
    }
}
