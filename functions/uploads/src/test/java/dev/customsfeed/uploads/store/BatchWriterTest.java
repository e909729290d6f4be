package dev.customsfeed.uploads.store;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.customsfeed.ledger.CustomsRecord;
import dev.customsfeed.ledger.Flow;
import dev.customsfeed.ledger.Series;
import dev.customsfeed.ledger.TradeFlow;
import dev.customsfeed.ledger.tables.RecordsTable;
import dev.customsfeed.ledger.tables.StoredRecord;
import dev.customsfeed.runtime.log.Log;
import dev.customsfeed.uploads.store.BatchWriteStub.Answer;
import dev.customsfeed.uploads.store.BatchWriteStub.Answers;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.YearMonth;
import java.time.ZoneOffset;
import java.util.HashSet;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Set;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import software.amazon.awssdk.core.exception.SdkException;
import software.amazon.awssdk.enhanced.dynamodb.DynamoDbEnhancedClient;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;
import software.amazon.awssdk.services.dynamodb.model.DynamoDbException;

@Timeout(600)
class BatchWriterTest {

    private static final JsonMapper JSON = new JsonMapper();
    private static final Duration LONG = Duration.ofSeconds(500);

    private final ByteArrayOutputStream logged = new ByteArrayOutputStream();
    private final AtomicLong requests = new AtomicLong();
    private boolean interrupted;

    /** Writes so many rows of 50 commodities to an endpoint that answers so; how many were written. */
    private long write(int rows, Duration left, Answers answers) throws IOException {
        try (BatchWriteStub stub = new BatchWriteStub(answers);
                DynamoDbClient dynamoDb = stub.client()) {
            DynamoDbEnhancedClient client =
                    DynamoDbEnhancedClient.builder().dynamoDbClient(dynamoDb).build();
            try (BatchWriter<StoredRecord> writer = new BatchWriter<>(
                    client,
                    new RecordsTable(client, "records").records(),
                    StoredRecord::month,
                    Deadline.in(left),
                    new Log(
                            new PrintStream(logged, true, StandardCharsets.UTF_8),
                            Clock.fixed(Instant.EPOCH, ZoneOffset.UTC)))) {
                for (int row = 0; row < rows; row++) {
                    writer.add(row(row, 81_000_000 + row * 50 / rows));
                }
                return writer.finish();
            } finally {
                requests.set(stub.requests());
                // Now: the stub's own end may wait, and an interrupted wait forgets the interrupt.
                interrupted = Thread.interrupted();
            }
        }
    }

    private static StoredRecord row(int line, int commodity) {
        return new StoredRecord(
                "v1",
                new CustomsRecord(
                        new Series(new TradeFlow("gacc", "CN", Flow.EXPORT), "USD", Integer.toString(commodity)),
                        YearMonth.of(2025, 12),
                        line,
                        "111",
                        new TreeMap<>(),
                        Optional.empty(),
                        Optional.empty(),
                        OptionalLong.of(1),
                        false,
                        1,
                        Optional.empty()));
    }

    private static Set<String> lines(byte[] body) throws IOException {
        Set<String> lines = new HashSet<>();
        for (JsonNode item : JSON.readTree(body).at("/RequestItems/records")) {
            assertThat(lines.add(item.at("/PutRequest/Item/line/S").asText())).isTrue();
        }
        return lines;
    }

    @Test
    void every_item_is_written_once_in_full_batches() throws IOException {
        Set<String> written = ConcurrentHashMap.newKeySet();
        long count = write(50_010, LONG, (number, body) -> {
            written.addAll(lines(body));
            return BatchWriteStub.ALL_WRITTEN;
        });

        assertThat(count).isEqualTo(50_010);
        assertThat(written).hasSize(50_010);
        assertThat(requests.get()).isEqualTo(2001);
    }

    @Test
    void nothing_to_write_is_no_request() throws IOException {
        assertThat(write(0, LONG, (number, body) -> BatchWriteStub.ALL_WRITTEN)).isZero();
        assertThat(requests.get()).isZero();
    }

    @Test
    void batches_are_mixed_over_partitions() throws IOException {
        Set<Integer> partitions = ConcurrentHashMap.newKeySet();
        write(5_000, LONG, (number, body) -> {
            Set<String> inBatch = new HashSet<>();
            JSON.readTree(body)
                    .at("/RequestItems/records")
                    .forEach(item ->
                            inBatch.add(item.at("/PutRequest/Item/month/S").asText()));
            partitions.add(inBatch.size());
            return BatchWriteStub.ALL_WRITTEN;
        });

        assertThat(partitions).containsExactly(25);
    }

    @Test
    void what_was_not_processed_is_written_again() throws IOException {
        Set<String> written = ConcurrentHashMap.newKeySet();
        long count = write(500, LONG, (number, body) -> {
            if (number >= 20) {
                written.addAll(lines(body));
                return BatchWriteStub.ALL_WRITTEN;
            }
            ObjectNode root = (ObjectNode) JSON.readTree(body);
            ArrayNode items = (ArrayNode) root.at("/RequestItems/records");
            ArrayNode left = JSON.createArrayNode();
            for (int i = 0; i < 5; i++) {
                left.add(items.remove(0));
            }
            written.addAll(lines(JSON.writeValueAsBytes(root)));
            ObjectNode answer = JSON.createObjectNode();
            answer.putObject("UnprocessedItems").set("records", left);
            return new Answer(200, answer.toString());
        });

        assertThat(count).isEqualTo(500);
        assertThat(written).hasSize(500);
        assertThat(requests.get()).isEqualTo(40);
    }

    @Test
    void throttling_and_server_errors_are_waited_out() throws IOException {
        long count = write(250, LONG, (number, body) -> switch ((int) Math.min(number, 21)) {
            case 0, 3, 5, 7, 9, 11 -> Answer.error(400, "ProvisionedThroughputExceededException");
            case 1, 4, 6 -> Answer.error(500, "InternalServerError");
            case 2, 8 -> Answer.error(503, "ServiceUnavailable");
            default -> BatchWriteStub.ALL_WRITTEN;
        });

        assertThat(count).isEqualTo(250);
    }

    @Test
    void a_request_that_can_never_succeed_fails_at_once_and_stops_the_rest() {
        assertThatThrownBy(() -> write(
                        100_000,
                        LONG,
                        (number, body) -> number < 40
                                ? BatchWriteStub.ALL_WRITTEN
                                : Answer.error(400, "ResourceNotFoundException")))
                .isInstanceOf(DynamoDbException.class)
                .hasMessageContaining("as told");
        assertThat(requests.get()).isLessThan(200);
    }

    @Test
    void a_server_that_never_recovers_is_given_up() {
        assertThatThrownBy(() -> write(25, LONG, (number, body) -> Answer.error(500, "InternalServerError")))
                .isInstanceOf(SdkException.class);
        assertThat(requests.get()).isEqualTo(6);
    }

    @Test
    void endless_throttling_ends_with_the_time() {
        assertThatThrownBy(() -> write(
                        1_000,
                        Duration.ofSeconds(3),
                        (number, body) -> Answer.error(400, "ProvisionedThroughputExceededException")))
                .isInstanceOf(OutOfTimeException.class)
                .hasMessageContaining("0 items written");
        assertThat(logged.toString(StandardCharsets.UTF_8)).contains("\"message\":\"storing\"");
    }

    @Test
    void an_interrupt_stops_it() {
        Thread adding = Thread.currentThread();
        AtomicInteger first = new AtomicInteger();
        assertThatThrownBy(() -> write(100_000, LONG, (number, body) -> {
                    if (first.getAndIncrement() == 0) {
                        adding.interrupt();
                    }
                    return BatchWriteStub.ALL_WRITTEN;
                }))
                .isInstanceOf(OutOfTimeException.class);
        assertThat(interrupted).isTrue();
    }
}
