package dev.customsfeed.ingest;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import dev.customsfeed.emulators.Emulators;
import dev.customsfeed.emulators.Invocation;
import dev.customsfeed.emulators.QueueBatch;
import dev.customsfeed.emulators.S3Notifications;
import dev.customsfeed.emulators.SharedEmulators;
import dev.customsfeed.emulators.TemplateResources;
import dev.customsfeed.ledger.CommodityMonth;
import dev.customsfeed.ledger.CommodityMonths;
import dev.customsfeed.ledger.Flow;
import dev.customsfeed.ledger.MonthFigures;
import dev.customsfeed.ledger.ObjectVersion;
import dev.customsfeed.ledger.Series;
import dev.customsfeed.ledger.Totals;
import dev.customsfeed.ledger.TradeFlow;
import dev.customsfeed.ledger.UploadHistory;
import dev.customsfeed.ledger.UploadLogEntry;
import dev.customsfeed.ledger.tables.FilesTable;
import dev.customsfeed.ledger.tables.MonthsTable;
import dev.customsfeed.ledger.tables.RecordsTable;
import dev.customsfeed.ledger.tables.StoredRecord;
import dev.customsfeed.ledger.tables.TrackedUpload;
import dev.customsfeed.ledger.tables.TrackedUpload.Status;
import dev.customsfeed.runtime.SuppressForbidden;
import dev.customsfeed.runtime.aws.AwsClients;
import dev.customsfeed.runtime.aws.FifoMessage;
import dev.customsfeed.runtime.log.Metrics;
import dev.customsfeed.sources.Sources;
import dev.customsfeed.uploads.UploadBucket;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.TreeMap;
import java.util.UUID;
import java.util.function.Consumer;
import software.amazon.awssdk.core.client.config.ClientOverrideConfiguration;
import software.amazon.awssdk.core.interceptor.ExecutionInterceptor;
import software.amazon.awssdk.core.sync.RequestBody;
import software.amazon.awssdk.enhanced.dynamodb.DynamoDbEnhancedClient;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;
import software.amazon.awssdk.services.s3.S3Client;
import software.amazon.awssdk.services.s3.model.ListObjectVersionsResponse;
import software.amazon.awssdk.services.s3.model.NoSuchKeyException;
import software.amazon.awssdk.services.s3.model.S3Object;

/** The function with tables and a bucket of its own, in DynamoDB Local and S3Mock, and the events that S3 would send. */
final class Workbench {

    static final TradeFlow EXPORTS = new TradeFlow("gacc", "CN", Flow.EXPORT);
    static final Series INGOT = new Series(EXPORTS, "USD", "81041100");
    static final String KEY = "incoming/gacc/flow=export/magnesium.csv";

    /** S3Mock stamps objects by it too. */
    private static final Clock CLOCK = machineClock();

    private static final JsonMapper JSON = new JsonMapper();
    private static final Emulators EMULATORS = SharedEmulators.get();
    private static final S3Client S3 = EMULATORS.s3();
    private static final DynamoDbClient DYNAMO_DB = EMULATORS.dynamoDb();

    final String bucket;
    final IngestSettings settings;
    final FilesTable files;
    final RecordsTable records;
    final MonthsTable months;
    final List<String> recomputed = new ArrayList<>();

    /** Hears of what may have changed; a test may put another in its place before {@link #restart}. */
    Consumer<List<FifoMessage>> recompute = this::recomputed;

    void recomputed(List<FifoMessage> messages) {
        messages.forEach(message -> recomputed.add(message.body()));
    }

    private final ByteArrayOutputStream told = new ByteArrayOutputStream();
    private final Metrics metrics = new Metrics(new PrintStream(told, true, StandardCharsets.UTF_8), "test", CLOCK);
    private final List<String> versions = new ArrayList<>();
    private IngestHandler handler;
    private final S3Notifications notifications = new S3Notifications(CLOCK);

    Workbench() {
        String suffix = "-" + UUID.randomUUID();
        Map<String, String> names =
                SharedEmulators.template().createIn(DYNAMO_DB, S3, id -> TemplateResources.plainName(id) + suffix);
        bucket = names.get("UploadBucket");
        settings = new IngestSettings(
                bucket, names.get("FilesTable"), names.get("RecordsTable"), names.get("MonthsTable"));
        DynamoDbEnhancedClient client =
                DynamoDbEnhancedClient.builder().dynamoDbClient(DYNAMO_DB).build();
        files = new FilesTable(client, settings.filesTable());
        records = new RecordsTable(client, settings.recordsTable());
        months = new MonthsTable(client, settings.monthsTable());
        handler = new IngestHandler(settings, S3, DYNAMO_DB, recompute, CLOCK, metrics);
    }

    @SuppressForbidden(
            reason = "S3Mock stamps what is uploaded by the machine's clock, and the function must agree with it")
    private static Clock machineClock() {
        return Clock.systemUTC();
    }

    /** What the function and S3Mock take for now. */
    static Instant now() {
        return CLOCK.instant();
    }

    /** A function that was just started, with a clock that runs {@code ahead}. */
    void restart(Duration ahead) {
        restart(new ExecutionInterceptor() {}, ahead);
    }

    /** Lets every call of the function pass through {@code interceptor}, and the function's clock run {@code ahead}. */
    void restart(ExecutionInterceptor interceptor, Duration ahead) {
        handler = new IngestHandler(
                settings,
                EMULATORS.s3(through(interceptor)),
                EMULATORS.dynamoDb(through(interceptor)),
                recompute,
                Clock.offset(CLOCK, ahead),
                metrics);
    }

    private static ClientOverrideConfiguration through(ExecutionInterceptor interceptor) {
        return AwsClients.CALLS.toBuilder().addExecutionInterceptor(interceptor).build();
    }

    /** Puts an object without telling the function. */
    ObjectVersion put(String key, byte[] bytes) {
        String version = S3.putObject(put -> put.bucket(bucket).key(key), RequestBody.fromBytes(bytes))
                .versionId();
        versions.add(version);
        return new ObjectVersion(bucket, key, version);
    }

    /** The notification of an upload. */
    String created(ObjectVersion object) {
        return notifications.created(object.bucket(), object.key(), object.versionId(), 1, "00");
    }

    /** Deletes an object, which puts a delete marker on it; its notification. */
    String delete(String key) {
        S3.deleteObject(delete -> delete.bucket(bucket).key(key));
        // S3Mock answers with the version that lay on top until then, S3 with the marker.
        String marker = S3.listObjectVersions(list -> list.bucket(bucket).prefix(key)).deleteMarkers().stream()
                .filter(found -> found.key().equals(key) && found.isLatest())
                .findAny()
                .orElseThrow()
                .versionId();
        versions.add(marker);
        return notifications.deleted(bucket, key, marker);
    }

    /** Removes a version for good; its notification. */
    String remove(ObjectVersion object) {
        S3.deleteObject(delete -> delete.bucket(bucket).key(object.key()).versionId(object.versionId()));
        return notifications.removed(object.bucket(), object.key(), object.versionId());
    }

    /** Uploads and announces; the function must take it. */
    ObjectVersion upload(String key, byte[] bytes) throws IOException {
        ObjectVersion object = put(key, bytes);
        mustTake(created(object));
        return object;
    }

    void mustTake(String... bodies) throws IOException {
        List<String> failed = deliver(Duration.ofMinutes(5), bodies);
        if (!failed.isEmpty()) {
            throw new AssertionError("found failed messages " + failed + ", expected none");
        }
    }

    /** Hands over one batch of messages, {@code 0}, {@code 1}, ...; the ids of those that failed. */
    List<String> deliver(Duration left, String... bodies) throws IOException {
        return handle(QueueBatch.of(bodies), left);
    }

    List<String> handle(byte[] event, Duration left) throws IOException {
        return QueueBatch.hand(handler, event, Invocation.withLeft("ingest", left));
    }

    /** The lines of metrics that have a metric of this name. */
    List<JsonNode> metrics(String name) throws IOException {
        List<JsonNode> lines = new ArrayList<>();
        for (String line : told.toString(StandardCharsets.UTF_8).lines().toList()) {
            JsonNode read = JSON.readTree(line);
            if (read.has(name)) {
                lines.add(read);
            }
        }
        return lines;
    }

    Optional<Status> status(ObjectVersion object) {
        return files.find(object).map(TrackedUpload::status);
    }

    /** The net weight that counts; empty where no file says anything of the month. */
    OptionalLong kilograms(Series series, String month) {
        UploadHistory history = UploadHistory.of(months.uploads(EXPORTS.key()));
        CommodityMonths folded =
                CommodityMonths.fold(series, Sources.rules().get("gacc"), history, months.figures(series));
        return Optional.ofNullable(folded.months().get(YearMonth.parse(month)))
                .map(found -> found.counts().totals().netWeightGrams())
                .filter(OptionalLong::isPresent)
                .map(grams -> OptionalLong.of(grams.getAsLong() / Totals.THOUSAND))
                .orElse(OptionalLong.empty());
    }

    /** What counts of a month. */
    CommodityMonth.Counted counts(Series series, String month) {
        return CommodityMonths.fold(
                        series,
                        Sources.rules().get("gacc"),
                        UploadHistory.of(months.uploads(EXPORTS.key())),
                        months.figures(series))
                .months()
                .get(YearMonth.parse(month))
                .counts();
    }

    /** The report on an object; empty if there is none. */
    Optional<JsonNode> report(ObjectVersion object) throws IOException {
        return answer(UploadBucket.Answer.REJECTED, object);
    }

    /** The answer to an object that is taken; empty if there is none. */
    Optional<JsonNode> taken(ObjectVersion object) throws IOException {
        return answer(UploadBucket.Answer.TAKEN, object);
    }

    private Optional<JsonNode> answer(UploadBucket.Answer kind, ObjectVersion object) throws IOException {
        Optional<byte[]> bytes = bytes(kind.key(object));
        return bytes.isPresent() ? Optional.of(JSON.readTree(bytes.get())) : Optional.empty();
    }

    private Optional<byte[]> bytes(String key) {
        try {
            return Optional.of(
                    S3.getObjectAsBytes(get -> get.bucket(bucket).key(key)).asByteArray());
        } catch (NoSuchKeyException e) {
            return Optional.empty();
        }
    }

    /** The id of the version that lies on top under a key. */
    String newestVersion(String key) {
        return S3.headObject(head -> head.bucket(bucket).key(key)).versionId();
    }

    /** How often something was written, or deleted, under the key of an answer. */
    long timesWritten(UploadBucket.Answer kind, ObjectVersion object) {
        String key = kind.key(object);
        ListObjectVersionsResponse all =
                S3.listObjectVersions(list -> list.bucket(bucket).prefix(key));
        return all.versions().stream().filter(one -> one.key().equals(key)).count()
                + all.deleteMarkers().stream()
                        .filter(one -> one.key().equals(key))
                        .count();
    }

    /** All that the tables say, apart from what names an invocation or a moment of it. */
    List<Object> contents(String object, Series... series) {
        List<Object> all = new ArrayList<>();
        all.addAll(files.versionsOf(object));
        all.addAll(months.uploads(EXPORTS.key()));
        all.addAll(months.uploads(UploadLogEntry.UNDECLARED));
        for (Series one : series) {
            for (MonthFigures figures : months.figures(one)) {
                all.add(figures);
                List<StoredRecord> rows = records.rows(
                        one, figures.period(), figures.upload().object().versionId());
                all.addAll(rows);
            }
        }
        return all;
    }

    /**
     * Every item of the three tables, an item a line, and every answer as it lies there. What S3 makes up is replaced by what it stands for: versions by the number
     * of their upload, moments by {@code <moment>}.
     */
    String dump() {
        List<String> items = new ArrayList<>();
        for (String table : List.of(settings.filesTable(), settings.recordsTable(), settings.monthsTable())) {
            DYNAMO_DB.scanPaginator(scan -> scan.tableName(table).consistentRead(true)).items().stream()
                    .map(item -> named(table + " " + new TreeMap<>(item)))
                    .forEach(items::add);
        }
        for (String folder : List.of("rejected/", "taken/")) {
            S3.listObjectsV2Paginator(list -> list.bucket(bucket).prefix(folder)).contents().stream()
                    .map(S3Object::key)
                    // S3Mock lists what is deleted, too.
                    .flatMap(key -> bytes(key).stream()
                            .map(bytes -> named(key + " " + new String(bytes, StandardCharsets.UTF_8))))
                    .forEach(items::add);
        }
        Collections.sort(items);
        return String.join("\n", items);
    }

    private String named(String item) {
        String named = item.replace(bucket, "<bucket>").replace(bucket.substring("upload".length()), "");
        for (int i = 0; i < versions.size(); i++) {
            named = named.replace(versions.get(i), "<version " + i + ">");
        }
        return named.replaceAll("\\d{4}-\\d\\d-\\d\\dT\\d\\d:\\d\\d:\\d\\d(\\.\\d+)?Z", "<moment>");
    }
}
