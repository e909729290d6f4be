package dev.customsfeed.publish.bench;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import dev.customsfeed.emulators.SharedEmulators;
import dev.customsfeed.emulators.TemplateResources;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.UUID;
import java.util.function.Consumer;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import software.amazon.awssdk.auth.credentials.AwsBasicCredentials;
import software.amazon.awssdk.auth.credentials.StaticCredentialsProvider;
import software.amazon.awssdk.regions.Region;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;
import software.amazon.awssdk.services.dynamodb.model.CancellationReason;
import software.amazon.awssdk.services.dynamodb.model.GetItemResponse;
import software.amazon.awssdk.services.dynamodb.model.Put;
import software.amazon.awssdk.services.dynamodb.model.QueryRequest;
import software.amazon.awssdk.services.dynamodb.model.QueryResponse;
import software.amazon.awssdk.services.dynamodb.model.ReturnConsumedCapacity;
import software.amazon.awssdk.services.dynamodb.model.TransactWriteItem;
import software.amazon.awssdk.services.dynamodb.model.TransactionCanceledException;
import software.amazon.awssdk.services.dynamodb.model.WriteRequest;

/** What the benchmark takes for DynamoDB answers what DynamoDB Local answers to the calls that publishing makes. */
@Tag("any-jdk")
class DynamoDbInMemoryTest {

    private static final int ITEMS = 40;
    private static final String TABLE = "MonthsTable-" + UUID.randomUUID();
    private static final DynamoDbClient LOCAL = SharedEmulators.get().dynamoDb();
    private static final DynamoDbClient IN_MEMORY = DynamoDbClient.builder()
            .httpClient(new DynamoDbInMemory())
            .region(Region.US_EAST_1)
            .credentialsProvider(StaticCredentialsProvider.create(AwsBasicCredentials.create("local", "local")))
            .build();

    @BeforeAll
    static void fill() throws Exception {
        TemplateResources.Table months = TemplateResources.read(Path.of("../../infra/template.yaml"))
                .tables()
                .get("MonthsTable");
        LOCAL.createTable(request -> request.tableName(TABLE)
                .attributeDefinitions(months.attributes())
                .keySchema(months.keys())
                .billingMode("PAY_PER_REQUEST"));
        for (DynamoDbClient client : List.of(LOCAL, IN_MEMORY)) {
            for (int batch = 0; batch < ITEMS; batch += 20) {
                List<WriteRequest> writes = IntStream.range(batch, batch + 20)
                        .mapToObj(i -> item("log", String.format(Locale.ROOT, "e%03d", i), "x".repeat(i * 1000)))
                        .map(item -> WriteRequest.builder()
                                .putRequest(put -> put.item(item))
                                .build())
                        .toList();
                client.batchWriteItem(request -> request.requestItems(Map.of(TABLE, writes)));
            }
            for (int i = 0; i < 6; i++) {
                String sort = String.format(Locale.ROOT, "e%03d", i);
                client.batchWriteItem(request -> request.requestItems(Map.of(
                        TABLE,
                        List.of(WriteRequest.builder()
                                .putRequest(put -> put.item(item("large", sort, "y".repeat(300_000))))
                                .build()))));
            }
        }
    }

    @AfterAll
    static void drop() {
        LOCAL.deleteTable(request -> request.tableName(TABLE));
        LOCAL.close();
        IN_MEMORY.close();
    }

    private static Map<String, AttributeValue> item(String partition, String sort, String text) {
        return Map.of(
                "series", AttributeValue.fromS(partition),
                "entry", AttributeValue.fromS(sort),
                "text", AttributeValue.fromS(text),
                "number", AttributeValue.fromN("12"),
                "map", AttributeValue.fromM(Map.of("é", AttributeValue.fromBool(true))),
                "list", AttributeValue.fromL(List.of(AttributeValue.fromS("a"), AttributeValue.fromN("-3"))),
                "strings", AttributeValue.fromSs(List.of("one", "two")));
    }

    /** All pages of a query, each as it is answered. */
    private static List<QueryResponse> query(DynamoDbClient client, Consumer<QueryRequest.Builder> what) {
        List<QueryResponse> pages = new ArrayList<>();
        Map<String, AttributeValue> from = Map.of();
        do {
            QueryRequest.Builder request = QueryRequest.builder()
                    .tableName(TABLE)
                    .consistentRead(true)
                    .returnConsumedCapacity(ReturnConsumedCapacity.TOTAL)
                    .applyMutation(what);
            QueryResponse page = client.query(
                    from.isEmpty()
                            ? request.build()
                            : request.exclusiveStartKey(from).build());
            pages.add(page);
            from = page.lastEvaluatedKey();
        } while (!from.isEmpty());
        return pages;
    }

    private static void assertSame(Consumer<QueryRequest.Builder> what, int found) {
        List<QueryResponse> expected = query(LOCAL, what);
        List<QueryResponse> answered = query(IN_MEMORY, what);
        assertThat(answered.stream().flatMap(page -> page.items().stream()))
                .hasSize(found)
                .containsExactlyElementsOf(
                        expected.stream().flatMap(page -> page.items().stream()).toList());
        assertThat(answered)
                .extracting(QueryResponse::count)
                .containsExactlyElementsOf(
                        expected.stream().map(QueryResponse::count).toList());
        assertThat(answered)
                .extracting(QueryResponse::lastEvaluatedKey)
                .containsExactlyElementsOf(
                        expected.stream().map(QueryResponse::lastEvaluatedKey).toList());
        // To ask in vain costs as much as the smallest item, which DynamoDB Local does not count.
        for (int page = 0; page < answered.size(); page++) {
            assertThat(answered.get(page).consumedCapacity().capacityUnits())
                    .isEqualTo(
                            expected.get(page).count() == 0
                                    ? 1
                                    : expected.get(page).consumedCapacity().capacityUnits());
        }
    }

    private static Map<String, AttributeValue> values(String... namesAndValues) {
        Map<String, AttributeValue> values = new HashMap<>();
        for (int i = 0; i < namesAndValues.length; i += 2) {
            values.put(namesAndValues[i], AttributeValue.fromS(namesAndValues[i + 1]));
        }
        return values;
    }

    @Test
    void a_partition_is_answered_in_the_order_of_its_sort_keys() {
        assertSame(
                query -> query.keyConditionExpression("series = :p").expressionAttributeValues(values(":p", "log")),
                ITEMS);
        assertSame(
                query -> query.keyConditionExpression("series = :p").expressionAttributeValues(values(":p", "none")),
                0);
    }

    @ParameterizedTest
    @ValueSource(booleans = {true, false})
    void some_of_a_partition_are_answered_by_their_sort_keys(boolean forward) {
        assertSame(
                query -> query.keyConditionExpression("series = :p AND begins_with(entry, :b)")
                        .expressionAttributeValues(values(":p", "log", ":b", "e01"))
                        .scanIndexForward(forward),
                10);
        assertSame(
                query -> query.keyConditionExpression("series = :p AND entry > :a")
                        .expressionAttributeValues(values(":p", "log", ":a", "e035"))
                        .scanIndexForward(forward),
                4);
        assertSame(
                query -> query.keyConditionExpression("series = :p AND entry BETWEEN :a AND :z")
                        .expressionAttributeValues(values(":p", "log", ":a", "e003", ":z", "e007"))
                        .scanIndexForward(forward),
                5);
    }

    @Test
    void pages_end_with_a_limit_and_with_a_megabyte() {
        assertSame(
                query -> query.keyConditionExpression("series = :p")
                        .expressionAttributeValues(values(":p", "log"))
                        .limit(7),
                ITEMS);
        // DynamoDB does not look whether anything is left: the last page is empty.
        assertSame(
                query -> query.keyConditionExpression("series = :p")
                        .expressionAttributeValues(values(":p", "log"))
                        .limit(8),
                ITEMS);
        assertSame(
                query -> query.keyConditionExpression("series = :p").expressionAttributeValues(values(":p", "large")),
                6);
    }

    @ParameterizedTest
    @ValueSource(booleans = {true, false})
    void one_item_is_answered_with_what_it_costs_and_none_with_the_least(boolean consistent) {
        for (String sort : List.of("e000", "e017", "e099")) {
            List<GetItemResponse> answers = List.of(LOCAL, IN_MEMORY).stream()
                    .map(client -> client.getItem(request -> request.tableName(TABLE)
                            .key(values("series", "log", "entry", sort))
                            .consistentRead(consistent)
                            .returnConsumedCapacity(ReturnConsumedCapacity.TOTAL)))
                    .toList();
            assertThat(answers.get(1).hasItem()).isEqualTo(answers.get(0).hasItem());
            assertThat(answers.get(1).item()).isEqualTo(answers.get(0).item());
            assertThat(answers.get(1).consumedCapacity().capacityUnits())
                    .isEqualTo(answers.get(0).consumedCapacity().capacityUnits());
        }
    }

    @Test
    void a_table_of_other_keys_is_empty() {
        assertThat(IN_MEMORY
                        .getItem(request ->
                                request.tableName("FilesTable").key(values("object", "uploads/a.csv", "version", "v1")))
                        .hasItem())
                .isFalse();
    }

    @Test
    void a_transaction_writes_all_or_says_which_condition_failed_and_writes_nothing() {
        for (DynamoDbClient client : List.of(LOCAL, IN_MEMORY)) {
            client.transactWriteItems(request -> request.transactItems(
                    put(item("transaction", "a", "first"), false), put(item("transaction", "b", "first"), true)));
            TransactionCanceledException failed = catchThrowableOfType(
                    TransactionCanceledException.class,
                    () -> client.transactWriteItems(request -> request.transactItems(
                            put(item("transaction", "c", "second"), false),
                            put(item("transaction", "b", "second"), true))));
            assertThat(failed.cancellationReasons())
                    .extracting(CancellationReason::code)
                    .containsExactly("None", "ConditionalCheckFailed");
        }
        assertSame(
                query -> query.keyConditionExpression("series = :p")
                        .expressionAttributeValues(values(":p", "transaction")),
                2);
    }

    private static TransactWriteItem put(Map<String, AttributeValue> item, boolean ifAbsent) {
        Put.Builder put = Put.builder().tableName(TABLE).item(item);
        return TransactWriteItem.builder()
                .put(
                        ifAbsent
                                ? put.conditionExpression("attribute_not_exists(entry)")
                                        .build()
                                : put.build())
                .build();
    }
}
