package dev.customsfeed.local;

import static org.assertj.core.api.Assertions.assertThat;

import dev.customsfeed.emulators.Invocation;
import dev.customsfeed.emulators.SharedEmulators;
import dev.customsfeed.emulators.TemplateResources;
import dev.customsfeed.local.LocalSystem.Clients;
import dev.customsfeed.local.LocalSystem.Deliveries;
import dev.customsfeed.publish.PublishHandler;
import dev.customsfeed.publish.PublishSettings;
import dev.customsfeed.runtime.log.Log;
import dev.customsfeed.runtime.log.Metrics;
import dev.customsfeed.verify.VerifyHandler;
import dev.customsfeed.verify.VerifySettings;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Deque;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import software.amazon.awssdk.core.SdkRequest;
import software.amazon.awssdk.core.client.config.ClientOverrideConfiguration;
import software.amazon.awssdk.core.interceptor.Context;
import software.amazon.awssdk.core.interceptor.ExecutionAttributes;
import software.amazon.awssdk.core.interceptor.ExecutionInterceptor;
import software.amazon.awssdk.core.interceptor.SdkExecutionAttribute;
import software.amazon.awssdk.core.sync.RequestBody;
import software.amazon.awssdk.services.dynamodb.model.BatchWriteItemRequest;
import software.amazon.awssdk.services.dynamodb.model.TransactWriteItem;
import software.amazon.awssdk.services.dynamodb.model.TransactWriteItemsRequest;
import software.amazon.awssdk.services.s3.model.DeleteObjectsRequest;
import software.amazon.awssdk.services.s3.model.ObjectIdentifier;

/**
 * What the template lets each function do is what the function does, no less and no more: all calls of a life with every kind of
 * event in it are compared with the roles.
 */
class PermissionsTest {

    private static final Path TEMPLATE = Project.ROOT.resolve("infra/template.yaml");

    /** What is granted and never called by our code, each with its reason. */
    private static final Set<String> NOT_OURS = Set.of(
            // Lambda takes messages, writes the log and traces in the function's name.
            "sqs:ReceiveMessage",
            "sqs:DeleteMessage",
            "sqs:GetQueueAttributes",
            "logs:CreateLogStream",
            "logs:PutLogEvents",
            "xray:PutTraceSegments",
            "xray:PutTelemetryRecords",
            // Nobody lists the uploads: it lets S3 say that an object is not there.
            "s3:ListBucket UploadBucket",
            "s3:ListBucket VerificationBucket",
            // S3, DynamoDB and SQS use the key in the function's name.
            "kms:Decrypt",
            "kms:GenerateDataKey");

    @TempDir
    Path folder;

    private final Calls calls = new Calls();
    private final Map<String, String> logicalIds = new ConcurrentHashMap<>();

    @Test
    void each_function_may_do_what_it_does_and_nothing_else() throws IOException {
        String suffix = "-" + UUID.randomUUID();
        SortedSet<String> ingest = new TreeSet<>();
        SortedSet<String> publish = new TreeSet<>();
        Clients functions = new Clients(
                SharedEmulators.get().s3(recorded()),
                SharedEmulators.get().dynamoDb(recorded()),
                why -> calls.seen.add("sqs:SendMessage PublishQueue"));
        try (LocalSystem system = LocalSystem.on(
                SharedEmulators.get(),
                TEMPLATE,
                id -> TemplateResources.plainName(id) + suffix,
                functions,
                Deliveries.USUAL)) {
            system.names().forEach((id, name) -> logicalIds.put(name, id));
            String key = "incoming/gacc/flow=export/hs=8104/december.csv";
            Path good = Project.SAMPLE_FILES.resolve("magnesium-2025-11.csv");
            Path revised = Project.SAMPLE_FILES.resolve("magnesium-2025-10.csv");
            Path bad = Files.writeString(folder.resolve("bad.csv"), "no customs file");

            system.upload("feeds/magnesium.json", Project.SAMPLES.resolve("feeds/magnesium.json"));
            system.upload(key, good);
            ingest.addAll(calls.take());
            system.publish();
            publish.addAll(calls.take());
            system.upload(key, bad);
            system.upload(key, revised);
            system.upload("feeds/other.json", bad);
            system.delete("feeds/other.json");
            ingest.addAll(calls.take());
            publishAfresh(system, functions);
            publish.addAll(calls.take());
            system.delete("feeds/magnesium.json");
            ingest.addAll(calls.take());
            system.publish();
            publish.addAll(calls.take());
        }

        assertThat(granted("IngestRole")).as("granted to ingest").isEqualTo(ingest);
        assertThat(granted("PublishRole")).as("granted to publish").isEqualTo(publish);
    }

    @Test
    void so_may_the_verification() throws IOException {
        String suffix = "-" + UUID.randomUUID();
        Map<String, String> names = TemplateResources.read(TEMPLATE)
                .createIn(
                        SharedEmulators.get().dynamoDb(),
                        SharedEmulators.get().s3(),
                        id -> id.toLowerCase(Locale.ROOT) + suffix);
        names.forEach((id, name) -> logicalIds.put(name, id));
        String bucket = names.get("VerificationBucket");
        // After whatever S3Mock stamps: what is deleted was uploaded before.
        Clock clock = Clock.fixed(Instant.parse("2100-01-01T00:00:00Z"), ZoneOffset.UTC);
        PrintStream nowhere = new PrintStream(new ByteArrayOutputStream(), true, StandardCharsets.UTF_8);
        VerifyHandler handler = new VerifyHandler(
                new VerifySettings(bucket, names.get("VerificationTable"), 730),
                SharedEmulators.get().s3(recorded()),
                SharedEmulators.get().dynamoDb(recorded()),
                clock,
                new Log(nowhere, clock),
                new Metrics(nowhere, "test", clock));
        LambdaEvents events = new LambdaEvents(clock);
        String key = "verification/declarations/office=customs/a.csv";
        String good = "declaration_no,item_no,enterprise,hs,quantity,unit,value,currency,export_date\n"
                + "020220260000000001,01,1200000001,8104110000,1000,kg,5000,USD,2026-01-10\n";
        for (String text : List.of(good, "wrong\n", good.replace(",1000,", ",999,"), good.replace(",1000,", ",998,"))) {
            String version = SharedEmulators.get()
                    .s3()
                    .putObject(put -> put.bucket(bucket).key(key), RequestBody.fromString(text))
                    .versionId();
            handle(handler, events.created(bucket, key, version, text.length(), "x"));
        }
        handle(handler, events.deleted(bucket, key, "marker"));

        assertThat(new TreeSet<>(calls.take())).isEqualTo(granted("VerificationRole"));
    }

    private static void handle(VerifyHandler handler, byte[] event) throws IOException {
        handler.handleRequest(
                new ByteArrayInputStream(event),
                new ByteArrayOutputStream(),
                Invocation.begun("verify", Deliveries.USUAL.time()));
    }

    /** By a function that just started: what is live, and how far logs were read, it has to find out. */
    private void publishAfresh(LocalSystem system, Clients functions) throws IOException {
        Map<String, String> names = system.names();
        LambdaEvents events = new LambdaEvents(Clock.fixed(Instant.EPOCH, ZoneOffset.UTC));
        Deque<byte[]> waiting = new ArrayDeque<>(List.of(events.recompute("afresh")));
        PublishHandler publish = new PublishHandler(
                new PublishSettings(
                        names.get("MonthsTable"),
                        names.get("FilesTable"),
                        names.get("RecordsTable"),
                        names.get("FeedBucket"),
                        names.get("UploadBucket"),
                        Optional.empty()),
                functions.s3(),
                functions.dynamoDb(),
                messages -> {
                    calls.seen.add("sqs:SendMessage PublishQueue");
                    messages.forEach(message -> waiting.add(events.message(message)));
                });
        while (!waiting.isEmpty()) {
            publish.handleRequest(
                    new ByteArrayInputStream(waiting.remove()),
                    new ByteArrayOutputStream(),
                    Invocation.begun("publish", Deliveries.USUAL.time()));
        }
    }

    private ClientOverrideConfiguration recorded() {
        return ClientOverrideConfiguration.builder()
                .addExecutionInterceptor(calls)
                .build();
    }

    /** Pairs of an action and what it may be done to, {@link #NOT_OURS} left out. */
    private static SortedSet<String> granted(String role) throws IOException {
        Map<?, ?> resources = (Map<?, ?>) TemplateResources.tree(TEMPLATE).get("Resources");
        Map<?, ?> properties = (Map<?, ?>) ((Map<?, ?>) resources.get(role)).get("Properties");
        SortedSet<String> granted = new TreeSet<>();
        for (Object policy : (List<?>) properties.get("Policies")) {
            Map<?, ?> document = (Map<?, ?>) ((Map<?, ?>) policy).get("PolicyDocument");
            for (Object statement : (List<?>) document.get("Statement")) {
                for (Object action : list(((Map<?, ?>) statement).get("Action"))) {
                    for (Object resource : list(((Map<?, ?>) statement).get("Resource"))) {
                        granted.add(action + " " + resource(resource.toString()));
                    }
                }
            }
        }
        granted.removeIf(
                grant -> NOT_OURS.contains(grant) || NOT_OURS.contains(grant.substring(0, grant.indexOf(' '))));
        return granted;
    }

    private static List<?> list(Object value) {
        return value instanceof List<?> list ? list : List.of(value);
    }

    /** {@code UploadBucket/feeds/*} for {@code arn:...:::${UploadBucket}/feeds/*}, {@code FilesTable} for {@code FilesTable.Arn}. */
    private static String resource(String text) {
        return text.replaceFirst("^arn:.*:::\\$\\{(\\w+)}", "$1").replaceFirst("\\.Arn$", "");
    }

    /** Sees what is called, as pairs of the action that it needs and what it is done to. */
    private final class Calls implements ExecutionInterceptor {

        final List<String> seen = Collections.synchronizedList(new ArrayList<>());

        List<String> take() {
            synchronized (seen) {
                List<String> taken = List.copyOf(seen);
                seen.clear();
                return taken;
            }
        }

        @Override
        public void beforeExecution(Context.BeforeExecution context, ExecutionAttributes attributes) {
            String operation = attributes.getAttribute(SdkExecutionAttribute.OPERATION_NAME);
            SdkRequest request = context.request();
            if (request instanceof TransactWriteItemsRequest transaction) {
                transaction.transactItems().forEach(this::transacted);
            } else if (request instanceof BatchWriteItemRequest batch) {
                batch.requestItems().keySet().forEach(table -> seen.add("dynamodb:BatchWriteItem " + id(table)));
            } else if (attributes
                    .getAttribute(SdkExecutionAttribute.SERVICE_NAME)
                    .equals("DynamoDb")) {
                seen.add("dynamodb:" + operation + " "
                        + id(request.getValueForField("TableName", String.class).orElseThrow()));
            } else {
                seen.add("s3:" + action(operation, request) + " " + object(request));
            }
        }

        private void transacted(TransactWriteItem item) {
            if (item.put() == null) {
                throw new AssertionError("found a transaction with " + item + ", which this test does not know");
            }
            seen.add("dynamodb:PutItem " + id(item.put().tableName()));
        }

        /** Reading a version needs a right of its own, and so does listing; deleting many needs that of deleting one. */
        private static String action(String operation, SdkRequest request) {
            return switch (operation) {
                case "ListObjectsV2" -> "ListBucket";
                case "DeleteObjects" -> "DeleteObject";
                case "GetObject", "HeadObject" ->
                    request.getValueForField("VersionId", String.class).isPresent() ? "GetObjectVersion" : "GetObject";
                default -> operation;
            };
        }

        private String object(SdkRequest request) {
            String bucket = id(request.getValueForField("Bucket", String.class).orElseThrow());
            return keys(request)
                    .findFirst()
                    .map(key -> bucket.equals("FeedBucket")
                            ? bucket + "/*"
                            : bucket + "/" + key.substring(0, key.indexOf('/')) + "/*")
                    .orElse(bucket);
        }

        private static Stream<String> keys(SdkRequest request) {
            return request instanceof DeleteObjectsRequest deletion
                    ? deletion.delete().objects().stream().map(ObjectIdentifier::key)
                    : request.getValueForField("Key", String.class).stream();
        }

        private String id(String name) {
            return logicalIds.get(name);
        }
    }
}
