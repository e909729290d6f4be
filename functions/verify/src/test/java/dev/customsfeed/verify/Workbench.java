package dev.customsfeed.verify;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import dev.customsfeed.emulators.Emulators;
import dev.customsfeed.emulators.Invocation;
import dev.customsfeed.emulators.QueueBatch;
import dev.customsfeed.emulators.S3Notifications;
import dev.customsfeed.emulators.SharedEmulators;
import dev.customsfeed.emulators.TemplateResources;
import dev.customsfeed.ledger.ObjectVersion;
import dev.customsfeed.runtime.SuppressForbidden;
import dev.customsfeed.runtime.aws.AwsClients;
import dev.customsfeed.runtime.log.Log;
import dev.customsfeed.runtime.log.Metrics;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.UUID;
import software.amazon.awssdk.core.client.config.ClientOverrideConfiguration;
import software.amazon.awssdk.core.interceptor.ExecutionInterceptor;
import software.amazon.awssdk.core.sync.RequestBody;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;
import software.amazon.awssdk.services.s3.S3Client;
import software.amazon.awssdk.services.s3.model.NoSuchKeyException;
import software.amazon.awssdk.services.s3.model.S3Object;

/** The function with the template's buckets and tables, in DynamoDB Local and S3Mock, and the events that S3 would send. */
final class Workbench {

    static final Duration FIVE_MINUTES = Duration.ofMinutes(5);

    private static final JsonMapper JSON = new JsonMapper();
    private static final Emulators EMULATORS = SharedEmulators.get();
    static final S3Client S3 = EMULATORS.s3();
    static final DynamoDbClient DYNAMO_DB = EMULATORS.dynamoDb();

    /** By the template's logical ids. */
    final Map<String, String> names;

    final String bucket;
    final ByteArrayOutputStream said = new ByteArrayOutputStream();
    private final VerifySettings settings;
    private volatile Duration ahead = Duration.ZERO;
    private VerifyHandler handler;
    private final S3Notifications notifications = new S3Notifications(machineClock());

    Workbench() {
        String suffix = "-" + UUID.randomUUID();
        names = SharedEmulators.template().createIn(DYNAMO_DB, S3, id -> TemplateResources.plainName(id) + suffix);
        bucket = names.get("VerificationBucket");
        settings = new VerifySettings(bucket, names.get("VerificationTable"), 730);
        restart(new ExecutionInterceptor() {}, Duration.ZERO);
    }

    @SuppressForbidden(reason = "S3Mock stamps what is uploaded by the machine's clock")
    private static Clock machineClock() {
        return Clock.systemUTC();
    }

    /** A function that was just started, whose calls pass through {@code interceptor} and whose clock runs {@code ahead}. */
    void restart(ExecutionInterceptor interceptor, Duration ahead) {
        this.ahead = ahead;
        PrintStream out = new PrintStream(said, true, StandardCharsets.UTF_8);
        Clock clock = new ClockThatRunsAhead();
        ClientOverrideConfiguration calls = AwsClients.CALLS.toBuilder()
                .addExecutionInterceptor(interceptor)
                .build();
        handler = new VerifyHandler(
                settings,
                EMULATORS.s3(calls),
                EMULATORS.dynamoDb(calls),
                clock,
                new Log(out, clock),
                new Metrics(out, "test", clock));
    }

    /** Time passes for the function, at once. */
    void pass(Duration time) {
        ahead = ahead.plus(time);
    }

    private final class ClockThatRunsAhead extends Clock {

        private final Clock machine = machineClock();

        @Override
        public Instant instant() {
            return machine.instant().plus(ahead);
        }

        @Override
        public ZoneId getZone() {
            return machine.getZone();
        }

        @Override
        public Clock withZone(ZoneId zone) {
            throw new UnsupportedOperationException("the function reads no local time");
        }
    }

    ObjectVersion put(String key, byte[] bytes) {
        String version = S3.putObject(put -> put.bucket(bucket).key(key), RequestBody.fromBytes(bytes))
                .versionId();
        return new ObjectVersion(bucket, key, version);
    }

    String created(ObjectVersion object) {
        return notifications.created(object.bucket(), object.key(), object.versionId(), 1, "00");
    }

    /** Deletes an object, which puts a delete marker on it; its notification. */
    String delete(String key) {
        S3.deleteObject(delete -> delete.bucket(bucket).key(key));
        String marker = S3.listObjectVersions(list -> list.bucket(bucket).prefix(key)).deleteMarkers().stream()
                .filter(found -> found.key().equals(key) && found.isLatest())
                .findAny()
                .orElseThrow()
                .versionId();
        return notifications.deleted(bucket, key, marker);
    }

    /** Removes a version for good; its notification. */
    String remove(ObjectVersion object) {
        S3.deleteObject(delete -> delete.bucket(bucket).key(object.key()).versionId(object.versionId()));
        return S3Notifications.byLifecycleRule(
                notifications.removed(object.bucket(), object.key(), object.versionId()));
    }

    /** Uploads and announces; the function must take it. */
    ObjectVersion upload(String key, String text) throws IOException {
        ObjectVersion object = put(key, text.getBytes(StandardCharsets.UTF_8));
        mustTake(created(object));
        return object;
    }

    void mustTake(String... bodies) throws IOException {
        List<String> failed = deliver(bodies);
        if (!failed.isEmpty()) {
            throw new AssertionError(
                    "found failed messages " + failed + ", expected none: " + said.toString(StandardCharsets.UTF_8));
        }
    }

    /** Hands over one batch of messages, {@code 0}, {@code 1}, ...; the ids of those that failed. */
    List<String> deliver(String... bodies) throws IOException {
        return deliver(FIVE_MINUTES, bodies);
    }

    /** The same with so much time left. */
    List<String> deliver(Duration left, String... bodies) throws IOException {
        return handle(QueueBatch.of(bodies), left);
    }

    List<String> handle(byte[] event, Duration left) throws IOException {
        return QueueBatch.hand(handler, event, Invocation.withLeft("verify", left));
    }

    Optional<JsonNode> read(String key) throws IOException {
        try {
            return Optional.of(JSON.readTree(
                    S3.getObjectAsBytes(get -> get.bucket(bucket).key(key)).asByteArray()));
        } catch (NoSuchKeyException e) {
            return Optional.empty();
        }
    }

    JsonNode report() throws IOException {
        return read("report/report.json").orElseThrow();
    }

    /** The contents of all objects that are there now, by their keys. */
    static SortedMap<String, String> objects(String bucket) {
        SortedMap<String, String> objects = new TreeMap<>();
        for (S3Object object :
                S3.listObjectsV2Paginator(list -> list.bucket(bucket)).contents()) {
            try {
                objects.put(
                        object.key(),
                        S3.getObjectAsBytes(get -> get.bucket(bucket).key(object.key()))
                                .asString(StandardCharsets.ISO_8859_1));
            } catch (NoSuchKeyException e) {
                // S3Mock's listings name keys that lie under a delete marker.
            }
        }
        return objects;
    }
}
