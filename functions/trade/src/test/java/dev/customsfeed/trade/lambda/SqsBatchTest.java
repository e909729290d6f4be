package dev.customsfeed.trade.lambda;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIOException;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class SqsBatchTest {

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
    void what_is_no_batch_is_refused(String event) {
        assertThatIOException().isThrownBy(() -> SqsBatch.read(stream(event)));
    }

    @Test
    void failures_are_named_for_lambda() throws IOException {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        SqsBatch.respond(out, List.of("a"));

        assertThat(out.toString(StandardCharsets.UTF_8))
                .isEqualTo("{\"batchItemFailures\":[{\"itemIdentifier\":\"a\"}]}");
    }

    private static InputStream stream(String text) {
        return new ByteArrayInputStream(text.getBytes(StandardCharsets.UTF_8));
    }
}
