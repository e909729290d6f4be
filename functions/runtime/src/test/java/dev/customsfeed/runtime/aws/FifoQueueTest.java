package dev.customsfeed.runtime.aws;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;

import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
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
import software.amazon.awssdk.services.sqs.model.SendMessageBatchRequest;
import software.amazon.awssdk.services.sqs.model.SendMessageBatchRequestEntry;

class FifoQueueTest {

    private static final String URL = "https://queue.example/publish.fifo";

    private static final Clock ANY = Clock.fixed(Instant.EPOCH, ZoneOffset.UTC);

    private final List<SendMessageBatchRequest> sent = new ArrayList<>();
    private String answer = "{\"Successful\":[],\"Failed\":[]}";

    private FifoQueue at(String time) {
        return new FifoQueue(URL, this::client, Clock.fixed(Instant.parse(time), ZoneOffset.UTC));
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
                        sent.add((SendMessageBatchRequest) context.request());
                    }
                }))
                .checksumValidationEnabled(false)
                .build();
    }

    private List<SendMessageBatchRequestEntry> sentOneByOne() {
        return sent.stream().flatMap(request -> request.entries().stream()).toList();
    }

    private static FifoMessage message(String group, String sameAs, String body) {
        return new FifoMessage(group, sameAs, body);
    }

    @Test
    void the_same_within_10_seconds_is_one_message_whatever_its_text() {
        at("2026-01-18T00:00:00Z").accept(List.of(message("feed/a", "same", "one")));
        at("2026-01-18T00:00:09.999Z").accept(List.of(message("feed/a", "same", "two")));
        at("2026-01-18T00:00:10Z").accept(List.of(message("feed/a", "same", "three")));

        assertThat(sent).allSatisfy(request -> assertThat(request.queueUrl()).isEqualTo(URL));
        List<SendMessageBatchRequestEntry> messages = sentOneByOne();
        assertThat(messages)
                .extracting(SendMessageBatchRequestEntry::messageBody)
                .containsExactly("one", "two", "three");
        assertThat(messages.get(1).messageDeduplicationId())
                .isEqualTo(messages.get(0).messageDeduplicationId())
                .isNotEqualTo(messages.get(2).messageDeduplicationId());
    }

    @Test
    void what_is_said_of_another_group_or_is_something_else_is_never_dropped() {
        at("2026-01-18T00:00:00Z")
                .accept(List.of(
                        message("feed/a", "same", "1"),
                        message("feed/b", "same", "2"),
                        message("feed/a", "other", "3")));

        assertThat(sentOneByOne())
                .extracting(SendMessageBatchRequestEntry::messageDeduplicationId)
                .doesNotHaveDuplicates();
        assertThat(sentOneByOne())
                .extracting(SendMessageBatchRequestEntry::messageGroupId)
                .containsExactly("feed/a", "feed/b", "feed/a");
    }

    @Test
    void ten_messages_are_one_request() {
        at("2026-01-18T00:00:00Z")
                .accept(IntStream.range(0, 21)
                        .mapToObj(i -> message("feed/" + i, "same", "any"))
                        .toList());

        assertThat(sent).extracting(request -> request.entries().size()).containsExactly(10, 10, 1);
    }

    @Test
    void a_message_that_the_queue_does_not_take_is_an_error() {
        answer = "{\"Successful\":[],\"Failed\":[{\"Id\":\"0\",\"Code\":\"InternalError\",\"SenderFault\":false}]}";

        assertThatIllegalStateException()
                .isThrownBy(() -> at("2026-01-18T00:00:00Z").accept(List.of(message("feed/a", "same", "1"))))
                .withMessageContaining("InternalError");
    }

    @Test
    void without_a_queue_nothing_is_sent() {
        List<FifoMessage> one = List.of(message("feed/a", "same", "1"));
        assertThatCode(() -> FifoQueue.at(null, ANY).accept(one)).doesNotThrowAnyException();
        assertThatCode(() -> FifoQueue.at(" ", ANY).accept(one)).doesNotThrowAnyException();
        assertThat(FifoQueue.at(URL, ANY)).isInstanceOf(FifoQueue.class);
    }

    private final class Accepts implements SdkHttpClient {
        @Override
        public ExecutableHttpRequest prepareRequest(HttpExecuteRequest request) {
            return new ExecutableHttpRequest() {
                @Override
                public HttpExecuteResponse call() {
                    return HttpExecuteResponse.builder()
                            .response(SdkHttpResponse.builder().statusCode(200).build())
                            .responseBody(AbortableInputStream.create(new java.io.ByteArrayInputStream(
                                    answer.getBytes(java.nio.charset.StandardCharsets.UTF_8))))
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
