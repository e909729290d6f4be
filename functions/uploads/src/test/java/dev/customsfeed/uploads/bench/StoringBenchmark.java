package dev.customsfeed.uploads.bench;

import dev.customsfeed.ledger.CustomsRecord;
import dev.customsfeed.ledger.Flow;
import dev.customsfeed.ledger.Quantity;
import dev.customsfeed.ledger.Series;
import dev.customsfeed.ledger.TradeFlow;
import dev.customsfeed.ledger.Valuation;
import dev.customsfeed.ledger.tables.RecordsTable;
import dev.customsfeed.ledger.tables.StoredRecord;
import dev.customsfeed.runtime.log.Log;
import dev.customsfeed.uploads.store.BatchWriteStub;
import dev.customsfeed.uploads.store.BatchWriter;
import dev.customsfeed.uploads.store.Deadline;
import java.io.IOException;
import java.io.OutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.YearMonth;
import java.time.ZoneOffset;
import java.util.Arrays;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.TreeMap;
import software.amazon.awssdk.enhanced.dynamodb.DynamoDbEnhancedClient;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;

/** How fast rows are stored, against an endpoint on loopback that answers after 5 ms. */
public final class StoringBenchmark {

    private static final int ROWS = 200_000;
    private static final int ROUNDS = 7;
    private static final Duration DELAY = Duration.ofMillis(5);

    private StoringBenchmark() {}

    /** Prints rows a second of each round, their median, and requests for each 25 rows. */
    public static void main(String[] args) throws IOException {
        Log silent = new Log(
                new PrintStream(OutputStream.nullOutputStream(), false, StandardCharsets.UTF_8),
                Clock.fixed(Instant.EPOCH, ZoneOffset.UTC));
        BatchWriteStub.Answers afterDelay = (number, body) -> {
            Thread.sleep(DELAY.toMillis());
            return BatchWriteStub.ALL_WRITTEN;
        };
        try (BatchWriteStub stub = new BatchWriteStub(afterDelay);
                DynamoDbClient dynamoDb = stub.client()) {
            DynamoDbEnhancedClient client =
                    DynamoDbEnhancedClient.builder().dynamoDbClient(dynamoDb).build();
            RecordsTable records = new RecordsTable(client, "records");
            long[] rates = new long[ROUNDS];
            for (int round = 0; round < ROUNDS; round++) {
                long start = System.nanoTime();
                try (BatchWriter<StoredRecord> writer = new BatchWriter<>(
                        client, records.records(), StoredRecord::month, Deadline.in(Duration.ofMinutes(5)), silent)) {
                    for (int row = 0; row < ROWS; row++) {
                        writer.add(row(row));
                    }
                    writer.finish();
                }
                rates[round] = Math.round(ROWS / ((System.nanoTime() - start) / 1e9));
                System.out.printf(Locale.ROOT, "round %d: %,d rows/s%n", round + 1, rates[round]);
            }
            Arrays.sort(rates);
            double requests = stub.requests() * 25.0 / ((double) ROWS * ROUNDS);
            System.out.printf(
                    Locale.ROOT,
                    "storing: median %,d rows/s, %.4f requests for each 25 rows, answers after %d ms%n",
                    rates[ROUNDS / 2],
                    requests,
                    DELAY.toMillis());
            if (stub.items() != (long) ROWS * ROUNDS) {
                throw new IllegalStateException(
                        "found " + stub.items() + " items at the endpoint, expected " + (long) ROWS * ROUNDS);
            }
        }
    }

    /** Sorted by commodity, as customs files are: 400 rows of each. */
    private static StoredRecord row(int number) {
        Series series = new Series(
                new TradeFlow("gacc", "CN", Flow.EXPORT), "USD", Integer.toString(81_000_000 + number / 400));
        return new StoredRecord(
                "3sL4kqtJlcpXroDTDmJxrmSpXd3dIbrHY",
                new CustomsRecord(
                        series,
                        YearMonth.of(2025, 12),
                        number + 2L,
                        Integer.toString(101 + number % 400),
                        new TreeMap<>(Map.of(CustomsRecord.REGIME, "10", CustomsRecord.PROVINCE, "44")),
                        Optional.of(new Quantity(81_782_000, "Kilogram")),
                        Optional.empty(),
                        OptionalLong.of(81_782_000),
                        false,
                        315_286_000,
                        Optional.of(Valuation.FOB)));
    }
}
