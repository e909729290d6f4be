package dev.customsfeed.emulators;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.amazonaws.services.lambda.runtime.Context;
import com.amazonaws.services.lambda.runtime.RequestStreamHandler;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import org.junit.jupiter.api.Test;

class QueueBatchTest {

    private static final Context CONTEXT = Invocation.withLeft("echo", Duration.ofSeconds(3));

    private static RequestStreamHandler answering(String answer) {
        return (in, out, context) -> out.write(answer.getBytes(StandardCharsets.UTF_8));
    }

    @Test
    void messages_are_numbered_and_those_that_failed_are_named() throws IOException {
        byte[] event = QueueBatch.of("a", "\"b\"");

        assertThat(new String(event, StandardCharsets.UTF_8))
                .isEqualTo("{\"Records\":[{\"messageId\":\"0\",\"body\":\"a\"},"
                        + "{\"messageId\":\"1\",\"body\":\"\\\"b\\\"\"}]}");
        assertThat(QueueBatch.hand(answering("{\"batchItemFailures\":[{\"itemIdentifier\":\"1\"}]}"), event, CONTEXT))
                .containsExactly("1");
        assertThat(QueueBatch.hand(answering("{\"batchItemFailures\":[]}"), event, CONTEXT))
                .isEmpty();
        assertThatThrownBy(() -> QueueBatch.hand(answering("nonsense"), event, CONTEXT))
                .isInstanceOf(IOException.class);
    }

    @Test
    void a_function_gets_the_event_and_the_context() throws IOException {
        RequestStreamHandler looking = (in, out, context) -> {
            assertThat(in.readAllBytes()).isEqualTo(QueueBatch.of("a"));
            assertThat(context.getRemainingTimeInMillis()).isEqualTo(3_000);
            out.write("{}".getBytes(StandardCharsets.UTF_8));
        };

        assertThat(QueueBatch.hand(looking, QueueBatch.of("a"), CONTEXT)).isEmpty();
    }

    @Test
    void an_invocation_says_which_function_it_is_of_and_what_time_is_left() {
        Context begun = Invocation.begun("ingest", Duration.ofHours(1));

        assertThat(begun.getRemainingTimeInMillis()).isPositive().isLessThanOrEqualTo(3_600_000);
        assertThat(begun.getFunctionName()).isEqualTo("ingest");
        assertThat(begun.getInvokedFunctionArn()).endsWith(":function:ingest");
        assertThat(begun.getAwsRequestId()).isNotEqualTo(CONTEXT.getAwsRequestId());
        assertThat(begun.getMemoryLimitInMB()).isPositive();
        assertThat(begun.getFunctionVersion()).isEqualTo("$LATEST");
        assertThat(begun.getLogGroupName()).isEqualTo("local");
        assertThat(begun.getLogStreamName()).isEqualTo("ingest");
        assertThatThrownBy(begun::getIdentity).isInstanceOf(UnsupportedOperationException.class);
        assertThatThrownBy(begun::getClientContext).isInstanceOf(UnsupportedOperationException.class);
    }
}
