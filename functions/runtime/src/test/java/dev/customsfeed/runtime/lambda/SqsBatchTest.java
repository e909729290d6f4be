package dev.customsfeed.runtime.lambda;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIOException;

import dev.customsfeed.runtime.log.Metrics;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class SqsBatchTest {

    private final ByteArrayOutputStream told = new ByteArrayOutputStream();

    @Test
    void the_messages_of_an_event_are_read() throws IOException {
        assertThat(
                        SqsBatch.read(
                                stream(
                                        "{\"Records\":[{\"messageId\":\"a\",\"body\":\"{}\",\"eventSource\":\"aws:sqs\"},{\"messageId\":\"b\",\"body\":\"\"}]}")))
                .containsExactly(new SqsMessage("a", "{}"), new SqsMessage("b", ""));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"", "{}", "[]", "{\"Records\":[{\"body\":\"x\"}]}", "{\"Records\":[{\"messageId\":\"x\"}]}", "no"
            })
    void what_is_no_batch_is_rejected(String event) {
        assertThatIOException().isThrownBy(() -> SqsBatch.read(stream(event)));
    }

    @Test
    void failures_are_named_for_lambda_and_counted_for_the_alarm() throws IOException {
        assertThat(answer(List.of("a", "b")))
                .isEqualTo("{\"batchItemFailures\":[{\"itemIdentifier\":\"a\"},{\"itemIdentifier\":\"b\"}]}");
        assertThat(told.toString(StandardCharsets.UTF_8))
                .contains("\"Dimensions\":[[\"Stack\"]]")
                .contains("\"MessagesFailed\":2");
    }

    @Test
    void where_none_failed_nothing_is_counted() throws IOException {
        assertThat(answer(List.of())).isEqualTo("{\"batchItemFailures\":[]}");
        assertThat(told.size()).isZero();
    }

    private String answer(List<String> failedIds) throws IOException {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        SqsBatch.respond(
                out,
                failedIds,
                new Metrics(
                        new PrintStream(told, true, StandardCharsets.UTF_8),
                        "stack",
                        Clock.fixed(Instant.EPOCH, ZoneOffset.UTC)));
        return out.toString(StandardCharsets.UTF_8);
    }

    private static InputStream stream(String text) {
        return new ByteArrayInputStream(text.getBytes(StandardCharsets.UTF_8));
    }
}
