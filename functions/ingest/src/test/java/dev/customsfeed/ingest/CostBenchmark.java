package dev.customsfeed.ingest;

import java.io.IOException;
import java.io.OutputStream;
import java.io.PrintStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.SortedMap;
import java.util.concurrent.ConcurrentSkipListMap;
import java.util.stream.Stream;
import software.amazon.awssdk.core.SdkRequest;
import software.amazon.awssdk.core.SdkResponse;
import software.amazon.awssdk.core.interceptor.Context;
import software.amazon.awssdk.core.interceptor.ExecutionAttributes;
import software.amazon.awssdk.core.interceptor.ExecutionInterceptor;
import software.amazon.awssdk.core.interceptor.SdkExecutionAttribute;
import software.amazon.awssdk.services.dynamodb.model.BatchWriteItemRequest;
import software.amazon.awssdk.services.dynamodb.model.ConsumedCapacity;
import software.amazon.awssdk.services.dynamodb.model.DynamoDbRequest;
import software.amazon.awssdk.services.dynamodb.model.GetItemRequest;
import software.amazon.awssdk.services.dynamodb.model.PutItemRequest;
import software.amazon.awssdk.services.dynamodb.model.QueryRequest;
import software.amazon.awssdk.services.dynamodb.model.ReturnConsumedCapacity;
import software.amazon.awssdk.services.dynamodb.model.TransactWriteItemsRequest;

/** What the sample files cost to ingest: requests to each service, and the capacity units that DynamoDB says it used. */
public final class CostBenchmark {

    private CostBenchmark() {}

    /** Ingests the sample files and prints what it took. */
    public static void main(String[] arguments) throws IOException {
        Path samples = Path.of("../../events/files");
        PrintStream out = System.out;
        // The function's log would drown what is printed here.
        System.setOut(new PrintStream(OutputStream.nullOutputStream(), false, java.nio.charset.StandardCharsets.UTF_8));
        Meter meter = new Meter();
        Workbench bench = new Workbench();
        bench.restart(meter, Duration.ZERO);
        long rows = 0;
        int files = 0;
        try (Stream<Path> found = Files.walk(samples.resolve("incoming"))) {
            for (Path file : found.filter(path -> path.toString().endsWith(".csv"))
                    .sorted()
                    .toList()) {
                bench.upload(samples.relativize(file).toString(), Files.readAllBytes(file));
                files++;
                try (Stream<String> lines = Files.lines(file, java.nio.charset.StandardCharsets.ISO_8859_1)) {
                    rows += lines.count() - 1;
                }
            }
        }
        out.printf(Locale.ROOT, "%d files, %,d rows%n", files, rows);
        long total = rows;
        meter.requests.forEach((call, count) -> out.printf(Locale.ROOT, "  %-40s %,7d requests%n", call, count));
        meter.units.forEach((table, units) ->
                out.printf(Locale.ROOT, "  %-40s %,9.1f units, %.3f a row%n", table, units, units / total));
        System.exit(0);
    }

    /** Asks DynamoDB for the capacity that each request uses, and counts. */
    private static final class Meter implements ExecutionInterceptor {

        final SortedMap<String, Long> requests = new ConcurrentSkipListMap<>();
        final SortedMap<String, Double> units = new ConcurrentSkipListMap<>();

        @Override
        public SdkRequest modifyRequest(Context.ModifyRequest context, ExecutionAttributes attributes) {
            SdkRequest request = context.request();
            requests.merge(
                    attributes.getAttribute(SdkExecutionAttribute.SERVICE_NAME) + " "
                            + attributes.getAttribute(SdkExecutionAttribute.OPERATION_NAME),
                    1L,
                    Long::sum);
            return request instanceof DynamoDbRequest dynamoDb ? metered(dynamoDb) : request;
        }

        private static SdkRequest metered(DynamoDbRequest request) {
            ReturnConsumedCapacity total = ReturnConsumedCapacity.TOTAL;
            if (request instanceof BatchWriteItemRequest batch) {
                return batch.toBuilder().returnConsumedCapacity(total).build();
            }
            if (request instanceof TransactWriteItemsRequest transaction) {
                return transaction.toBuilder().returnConsumedCapacity(total).build();
            }
            if (request instanceof PutItemRequest put) {
                return put.toBuilder().returnConsumedCapacity(total).build();
            }
            if (request instanceof GetItemRequest get) {
                return get.toBuilder().returnConsumedCapacity(total).build();
            }
            return request instanceof QueryRequest query
                    ? query.toBuilder().returnConsumedCapacity(total).build()
                    : request;
        }

        @Override
        public void afterExecution(Context.AfterExecution context, ExecutionAttributes attributes) {
            String operation = attributes.getAttribute(SdkExecutionAttribute.OPERATION_NAME);
            String kind = operation.equals("Query") || operation.equals("GetItem") ? " read" : " write";
            consumed(context.response())
                    .forEach(used -> units.merge(
                            used.tableName().replaceFirst("-.*", "") + kind, used.capacityUnits(), Double::sum));
        }

        private static Collection<ConsumedCapacity> consumed(SdkResponse response) {
            Object used = response.sdkFields().stream()
                    .filter(field -> field.memberName().equals("ConsumedCapacity"))
                    .findFirst()
                    .map(field -> (Object) field.getValueOrDefault(response))
                    .orElse(List.of());
            if (used instanceof ConsumedCapacity one) {
                return List.of(one);
            }
            return used instanceof List<?> several
                    ? several.stream().map(ConsumedCapacity.class::cast).toList()
                    : Map.<String, ConsumedCapacity>of().values();
        }
    }
}
