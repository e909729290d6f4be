package dev.customsfeed.local;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import dev.customsfeed.emulators.SharedEmulators;
import dev.customsfeed.emulators.TemplateResources;
import dev.customsfeed.local.FaultyEndpoint.Fault;
import dev.customsfeed.local.LocalSystem.Clients;
import dev.customsfeed.local.LocalSystem.Deliveries;
import dev.customsfeed.runtime.aws.FifoQueue;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.UUID;
import java.util.concurrent.ConcurrentLinkedQueue;
import org.junit.jupiter.api.Test;
import software.amazon.awssdk.auth.credentials.AwsBasicCredentials;
import software.amazon.awssdk.auth.credentials.StaticCredentialsProvider;
import software.amazon.awssdk.core.client.config.ClientOverrideConfiguration;
import software.amazon.awssdk.core.retry.RetryMode;
import software.amazon.awssdk.regions.Region;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;
import software.amazon.awssdk.services.s3.S3Client;
import software.amazon.awssdk.services.sqs.SqsClient;

/** Throttling, failures, time-outs and lost answers of S3, DynamoDB and SQS in near a third of all requests. */
class FaultsTest {

    private static final double SHARE = 0.3;
    private static final long SEED = 20251231;
    private static final StaticCredentialsProvider ANYBODY =
            StaticCredentialsProvider.create(AwsBasicCredentials.create("local", "local"));

    /** As the functions have it, but for seconds in place of ten: an answer that never comes costs the test this long. */
    private static final ClientOverrideConfiguration TIMEOUTS = ClientOverrideConfiguration.builder()
            .apiCallAttemptTimeout(Duration.ofMillis(1500))
            .apiCallTimeout(Duration.ofSeconds(10))
            .retryStrategy(RetryMode.STANDARD)
            .build();

    private static final List<String> FILES =
            List.of("magnesium-2025-09.csv", "magnesium-2025-10.csv", "magnesium-2025-11.csv");
    private static final String FOLDER = "incoming/gacc/flow=export/hs=8104/";

    @Test
    void nothing_is_lost_and_nothing_is_doubled() throws Exception {
        Map<String, Object> expected;
        Map<String, Long> expectedItems;
        try (LocalSystem calm = LocalSystem.on(SharedEmulators.get(), template(), naming("calm"))) {
            live(calm);
            expected = Reports.figures(calm.feedBucket());
            expectedItems = items(calm);
        }
        assertThat(expected).hasSize(2);

        try (FaultyEndpoint s3 = FaultyEndpoint.ofS3(SharedEmulators.get().s3Endpoint(), SHARE, SEED);
                FaultyEndpoint dynamoDb =
                        FaultyEndpoint.ofJson(SharedEmulators.get().dynamoDbEndpoint(), SHARE, SEED + 1);
                QueueStub queue = new QueueStub();
                FaultyEndpoint sqs = FaultyEndpoint.ofJson(queue.address(), SHARE, SEED + 2);
                LocalSystem system = LocalSystem.on(
                        SharedEmulators.get(),
                        template(),
                        naming("faulty"),
                        clients(s3, dynamoDb, sqs),
                        // A function that cannot even give its lease back is tried again when that has ended.
                        new Deliveries(Duration.ofSeconds(30), 1_000, Duration.ofMillis(100)))) {
            live(system);

            assertThat(Reports.figures(system.feedBucket())).isEqualTo(expected);
            assertThat(items(system)).isEqualTo(expectedItems);
            assertThat(queue.heard).last().asString().contains(FILES.get(0));
            for (Fault fault : Fault.values()) {
                assertThat(s3.faults(fault) + dynamoDb.faults(fault) + sqs.faults(fault))
                        .as(fault + " among " + (s3.requests() + dynamoDb.requests() + sqs.requests()))
                        .isPositive();
            }
        }
    }

    /** Uploads, an overwrite by a file that is rejected, a revision, a deletion; published in between and at the end. */
    private static void live(LocalSystem system) throws IOException {
        Path bad = Project.ROOT.resolve("events/README.md");
        system.upload("feeds/magnesium.json", Project.SAMPLES.resolve("feeds/magnesium.json"));
        for (String file : FILES) {
            system.upload(FOLDER + file, Project.SAMPLE_FILES.resolve(file));
        }
        system.publish();
        system.upload(FOLDER + FILES.get(1), bad);
        system.upload(FOLDER + FILES.get(1), Project.SAMPLE_FILES.resolve(FILES.get(1)));
        system.delete(FOLDER + FILES.get(0));
        system.publish();
    }

    private static Path template() {
        return Project.ROOT.resolve("infra/template.yaml");
    }

    private static java.util.function.UnaryOperator<String> naming(String name) {
        String suffix = "-" + name + "-" + UUID.randomUUID();
        return id -> TemplateResources.plainName(id) + suffix;
    }

    private static Clients clients(FaultyEndpoint s3, FaultyEndpoint dynamoDb, FaultyEndpoint sqs) {
        return new Clients(
                S3Client.builder()
                        .endpointOverride(s3.address())
                        .forcePathStyle(true)
                        .region(Region.US_EAST_1)
                        .credentialsProvider(ANYBODY)
                        .overrideConfiguration(TIMEOUTS)
                        .build(),
                DynamoDbClient.builder()
                        .endpointOverride(dynamoDb.address())
                        .region(Region.US_EAST_1)
                        .credentialsProvider(ANYBODY)
                        .overrideConfiguration(TIMEOUTS)
                        .build(),
                new FifoQueue(
                        "http://127.0.0.1/000000000000/publish.fifo",
                        () -> SqsClient.builder()
                                .endpointOverride(sqs.address())
                                .region(Region.US_EAST_1)
                                .credentialsProvider(ANYBODY)
                                .overrideConfiguration(TIMEOUTS)
                                .build(),
                        Clock.fixed(Instant.EPOCH, ZoneOffset.UTC)));
    }

    /** How many items each table holds, by what they say of themselves. */
    private static Map<String, Long> items(LocalSystem system) {
        Map<String, Long> counts = new TreeMap<>();
        DynamoDbClient dynamoDb = SharedEmulators.get().dynamoDb();
        for (String table : List.of("FilesTable", "RecordsTable", "MonthsTable")) {
            dynamoDb
                    .scanPaginator(
                            scan -> scan.tableName(system.names().get(table)).consistentRead(true))
                    .items()
                    .stream()
                    .map(item -> table
                            + word(item, "status")
                            + word(item, "outcome")
                            + (item.containsKey("leaseOwner") ? " leased" : ""))
                    .forEach(kind -> counts.merge(kind, 1L, Long::sum));
        }
        return counts;
    }

    private static String word(Map<String, AttributeValue> item, String attribute) {
        return item.containsKey(attribute) ? " " + item.get(attribute).s() : "";
    }

    /** A queue that hears messages and hands none out. */
    private static final class QueueStub implements AutoCloseable {

        final ConcurrentLinkedQueue<String> heard = new ConcurrentLinkedQueue<>();
        private final HttpServer server;

        QueueStub() throws IOException {
            server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
            server.createContext("/", this::answer);
            server.start();
        }

        URI address() {
            return URI.create("http://127.0.0.1:" + server.getAddress().getPort());
        }

        private void answer(HttpExchange exchange) throws IOException {
            JsonNode request =
                    new JsonMapper().readTree(exchange.getRequestBody().readAllBytes());
            ObjectNode taken = new JsonMapper().createObjectNode();
            taken.putArray("Failed");
            ArrayNode successful = taken.putArray("Successful");
            for (JsonNode entry : request.get("Entries")) {
                String body = entry.get("MessageBody").asText();
                heard.add(body);
                successful
                        .addObject()
                        .put("Id", entry.get("Id").asText())
                        .put("MessageId", UUID.randomUUID().toString())
                        .put("MD5OfMessageBody", md5(body));
            }
            byte[] answer = taken.toString().getBytes(StandardCharsets.UTF_8);
            exchange.getResponseHeaders().set("Content-Type", "application/x-amz-json-1.0");
            exchange.sendResponseHeaders(200, answer.length);
            exchange.getResponseBody().write(answer);
            exchange.close();
        }

        private static String md5(String text) {
            try {
                return HexFormat.of()
                        .formatHex(MessageDigest.getInstance("MD5").digest(text.getBytes(StandardCharsets.UTF_8)));
            } catch (NoSuchAlgorithmException e) {
                throw new IllegalStateException("every JDK has MD5", e);
            }
        }

        @Override
        public void close() {
            server.stop(0);
        }
    }
}
