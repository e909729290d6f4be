package dev.customsfeed.ingest;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;

import dev.customsfeed.ledger.ObjectVersion;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import software.amazon.awssdk.auth.credentials.AwsBasicCredentials;
import software.amazon.awssdk.auth.credentials.StaticCredentialsProvider;
import software.amazon.awssdk.core.interceptor.Context;
import software.amazon.awssdk.core.interceptor.ExecutionAttributes;
import software.amazon.awssdk.core.interceptor.ExecutionInterceptor;
import software.amazon.awssdk.http.AbortableInputStream;
import software.amazon.awssdk.http.ExecutableHttpRequest;
import software.amazon.awssdk.http.HttpExecuteRequest;
import software.amazon.awssdk.http.HttpExecuteResponse;
import software.amazon.awssdk.http.SdkHttpClient;
import software.amazon.awssdk.http.SdkHttpResponse;
import software.amazon.awssdk.regions.Region;
import software.amazon.awssdk.services.sqs.SqsClient;
import software.amazon.awssdk.services.sqs.model.SendMessageRequest;

class PublishQueueTest {

    private static final String URL = "https://queue.example/publish.fifo";

    private static final Clock ANY = Clock.fixed(Instant.EPOCH, ZoneOffset.UTC);

    private final List<SendMessageRequest> sent = new ArrayList<>();

    private PublishQueue at(String time) {
        return new PublishQueue(URL, this::client, Clock.fixed(Instant.parse(time), ZoneOffset.UTC));
    }

    /** A client that keeps what it is asked to send. */
    private SqsClient client() {
        return SqsClient.builder()
                .region(Region.US_EAST_1)
                .credentialsProvider(StaticCredentialsProvider.create(AwsBasicCredentials.create("local", "local")))
                .httpClient(new Accepts())
                .overrideConfiguration(override -> override.addExecutionInterceptor(new ExecutionInterceptor() {
                    @Override
                    public void beforeExecution(Context.BeforeExecution context, ExecutionAttributes attributes) {
                        sent.add((SendMessageRequest) context.request());
                    }
                }))
                .checksumValidationEnabled(false)
                .build();
    }

    @Test
    void wake_ups_of_20_seconds_are_one_whatever_their_reason() {
        at("2026-01-18T00:00:00Z").accept("{\"recompute\":\"one\"}");
        at("2026-01-18T00:00:19.999Z").accept("{\"recompute\":\"two\"}");
        at("2026-01-18T00:00:20Z").accept("{\"recompute\":\"three\"}");

        assertThat(sent).allSatisfy(message -> {
            assertThat(message.queueUrl()).isEqualTo(URL);
            assertThat(message.messageGroupId()).isEqualTo("feed");
        });
        assertThat(sent).extracting(SendMessageRequest::messageBody).first().isEqualTo("{\"recompute\":\"one\"}");
        assertThat(sent.get(1).messageDeduplicationId())
                .isEqualTo(sent.get(0).messageDeduplicationId())
                .isNotEqualTo(sent.get(2).messageDeduplicationId());
    }

    @Test
    void the_message_names_the_object() {
        assertThat(PublishQueue.message(new ObjectVersion("uploads", "incoming/\"x\".csv", "v1")))
                .isEqualTo("{\"recompute\":\"uploads/incoming/\\\"x\\\".csv\"}");
    }

    @Test
    void without_a_queue_nobody_is_woken() {
        assertThatCode(() -> PublishQueue.at(null, ANY).accept("{}")).doesNotThrowAnyException();
        assertThatCode(() -> PublishQueue.at(" ", ANY).accept("{}")).doesNotThrowAnyException();
        assertThat(PublishQueue.at(URL, ANY)).isInstanceOf(PublishQueue.class);
    }

    private static final class Accepts implements SdkHttpClient {
        @Override
        public ExecutableHttpRequest prepareRequest(HttpExecuteRequest request) {
            return new ExecutableHttpRequest() {
                @Override
                public HttpExecuteResponse call() {
                    return HttpExecuteResponse.builder()
                            .response(SdkHttpResponse.builder().statusCode(200).build())
                            .responseBody(AbortableInputStream.create(new java.io.ByteArrayInputStream(
                                    "{\"MessageId\":\"1\"}".getBytes(java.nio.charset.StandardCharsets.UTF_8))))
                            .build();
                }

                @Override
                public void abort() {
                    // There is nothing under way.
                }
            };
        }

        @Override
        public void close() {
            // There is nothing open.
        }
    }
}
