package dev.customsfeed.local;

import com.amazonaws.services.lambda.runtime.RequestStreamHandler;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import dev.customsfeed.emulators.Emulators;
import dev.customsfeed.emulators.TemplateResources;
import dev.customsfeed.ingest.IngestHandler;
import dev.customsfeed.ingest.IngestSettings;
import dev.customsfeed.publish.PublishHandler;
import dev.customsfeed.publish.PublishSettings;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.UnaryOperator;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;
import software.amazon.awssdk.services.s3.S3Client;
import software.amazon.awssdk.services.s3.model.DeleteObjectResponse;
import software.amazon.awssdk.services.s3.model.NoSuchKeyException;
import software.amazon.awssdk.services.s3.model.PutObjectResponse;
import software.amazon.awssdk.services.s3.model.S3Object;

/** The whole system on one machine: the template's tables and buckets, and the functions, which are handed Lambda's events. */
final class LocalSystem implements AutoCloseable {

    /** As often as the queues deliver a message before they give it up. */
    private static final int TRIES = 5;

    private static final JsonMapper JSON = new JsonMapper();

    private final AutoCloseable emulators;
    private final S3Client s3;
    private final DynamoDbClient dynamoDb;
    private final Map<String, String> names;
    private final LambdaEvents events = new LambdaEvents();
    private final IngestHandler ingest;
    private final PublishHandler publish;

    private LocalSystem(Emulators emulators, Path template, UnaryOperator<String> naming, AutoCloseable toEnd)
            throws IOException {
        this.emulators = toEnd;
        this.s3 = emulators.s3();
        this.dynamoDb = emulators.dynamoDb();
        this.names = TemplateResources.read(template)
                // A feed whose definition is deleted and comes again is published again.
                .withoutVersions("FeedBucket")
                .createIn(dynamoDb, s3, naming);
        this.ingest = new IngestHandler(
                new IngestSettings(names.get("FilesTable"), names.get("RecordsTable"), names.get("MonthsTable")),
                s3,
                dynamoDb,
                why -> {
                    // There is no queue here: whoever uploads publishes.
                });
        this.publish = new PublishHandler(
                new PublishSettings(names.get("MonthsTable"), names.get("FeedBucket"), Optional.empty()), s3, dynamoDb);
    }

    /**
     * Starts it.
     *
     * @param workFolder where the emulators keep their files
     * @param template the template that names tables and buckets
     * @param progress is told the name of each emulator as soon as it answers
     */
    static LocalSystem start(Path workFolder, Path template, Consumer<String> progress)
            throws IOException, InterruptedException {
        Emulators emulators = Emulators.start(workFolder, progress);
        try {
            return new LocalSystem(emulators, template, TemplateResources::plainName, emulators);
        } catch (IOException | RuntimeException e) {
            emulators.close();
            throw e;
        }
    }

    /** The same on emulators that run already and run on: {@code naming} keeps it apart from others there. */
    static LocalSystem on(Emulators emulators, Path template, UnaryOperator<String> naming) throws IOException {
        return new LocalSystem(emulators, template, naming, () -> {});
    }

    /** Uploads a file and lets the ingest function take it, or refuse it. */
    void upload(String key, Path file) throws IOException {
        PutObjectResponse put =
                s3.putObject(request -> request.bucket(uploadBucket()).key(key), file);
        byte[] event = events.created(uploadBucket(), key, put.versionId(), java.nio.file.Files.size(file), put.eTag());
        invoke(ingest, "ingest", event, key);
    }

    /** Deletes an object and lets the ingest function withdraw it. */
    void delete(String key) throws IOException {
        DeleteObjectResponse deleted =
                s3.deleteObject(request -> request.bucket(uploadBucket()).key(key));
        invoke(ingest, "ingest", events.deleted(uploadBucket(), key, deleted.versionId()), key);
    }

    /** Lets the publish function recompute the feeds. */
    void publish() throws IOException {
        invoke(publish, "publish", events.recompute("local"), "the feeds");
    }

    private static void invoke(RequestStreamHandler function, String name, byte[] event, String about)
            throws IOException {
        for (int attempt = 0; attempt < TRIES; attempt++) {
            ByteArrayOutputStream answer = new ByteArrayOutputStream();
            function.handleRequest(new ByteArrayInputStream(event), answer, new LocalContext(name));
            JsonNode failures = JSON.readTree(answer.toByteArray()).path("batchItemFailures");
            if (failures.isEmpty()) {
                return;
            }
        }
        throw new IOException(name + " failed " + TRIES + " times with " + about + "; its log says why");
    }

    private String uploadBucket() {
        return names.get("UploadBucket");
    }

    /**
     * The uploads that are refused now.
     *
     * @param key the object's key
     * @param why the first thing that is wrong, and how many there are
     */
    record Refused(String key, String why) {}

    /** The uploads that are refused now, in the order of their keys. */
    List<Refused> refused() throws IOException {
        List<Refused> refused = new ArrayList<>();
        for (S3Object report : s3.listObjectsV2Paginator(
                        request -> request.bucket(uploadBucket()).prefix("rejected/"))
                .contents()) {
            Optional<byte[]> content = read(uploadBucket(), report.key());
            if (content.isPresent()) {
                String key = report.key().substring("rejected/".length());
                refused.add(new Refused(key.replaceFirst("\\.json$", ""), why(JSON.readTree(content.get()))));
            }
        }
        return refused;
    }

    private static String why(JsonNode report) {
        JsonNode first = report.path("problems").path(0);
        long line = first.path("line").asLong();
        long count = report.path("problemCount").asLong(1);
        return (line > 0 ? "line " + line + ": " : "")
                + "found " + first.path("found").asText() + ", expected "
                + first.path("expected").asText() + ". " + first.path("advice").asText()
                + (count > 1 ? " (and " + (count - 1) + " more)" : "");
    }

    private Optional<byte[]> read(String bucket, String key) {
        try {
            return Optional.of(
                    s3.getObjectAsBytes(request -> request.bucket(bucket).key(key))
                            .asByteArray());
        } catch (NoSuchKeyException gone) {
            // S3Mock lists keys that lie under a delete marker.
            return Optional.empty();
        }
    }

    /** What lies in the feed bucket. */
    FeedMirror.Source feedBucket() {
        String bucket = names.get("FeedBucket");
        return new FeedMirror.Source() {
            @Override
            public List<String> keys() {
                return s3.listObjectsV2Paginator(request -> request.bucket(bucket)).contents().stream()
                        .map(S3Object::key)
                        .toList();
            }

            @Override
            public Optional<byte[]> read(String key) {
                return LocalSystem.this.read(bucket, key);
            }
        };
    }

    @Override
    public void close() {
        s3.close();
        dynamoDb.close();
        try {
            emulators.close();
        } catch (Exception e) {
            throw new IllegalStateException("the emulators did not end", e);
        }
    }
}
