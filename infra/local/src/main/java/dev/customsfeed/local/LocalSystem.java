package dev.customsfeed.local;

import com.amazonaws.services.lambda.runtime.RequestStreamHandler;
import dev.customsfeed.emulators.Emulators;
import dev.customsfeed.emulators.Invocation;
import dev.customsfeed.emulators.QueueBatch;
import dev.customsfeed.emulators.TemplateResources;
import dev.customsfeed.ingest.IngestHandler;
import dev.customsfeed.ingest.IngestSettings;
import dev.customsfeed.publish.PublishHandler;
import dev.customsfeed.publish.PublishSettings;
import dev.customsfeed.runtime.SuppressForbidden;
import dev.customsfeed.runtime.aws.FifoMessage;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.concurrent.locks.LockSupport;
import java.util.function.Consumer;
import java.util.function.UnaryOperator;
import software.amazon.awssdk.core.exception.SdkException;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;
import software.amazon.awssdk.services.s3.S3Client;
import software.amazon.awssdk.services.s3.model.DeleteObjectResponse;
import software.amazon.awssdk.services.s3.model.NoSuchKeyException;
import software.amazon.awssdk.services.s3.model.PutObjectResponse;
import software.amazon.awssdk.services.s3.model.S3Object;

/** The whole system on one machine: the template's tables and buckets, and the functions, which are handed Lambda's events. */
final class LocalSystem implements AutoCloseable {

    private final AutoCloseable emulators;
    private final S3Client s3;
    private final DynamoDbClient dynamoDb;
    private final Map<String, String> names;
    private final Deliveries deliveries;
    private final LambdaEvents events;
    private final IngestHandler ingest;
    private final PublishHandler publish;
    private SortedMap<String, Answer> answers = new TreeMap<>();
    private final Deque<FifoMessage> queue = new ArrayDeque<>();

    /**
     * How the functions are handed their events.
     *
     * @param time how long an invocation may take
     * @param tries how often an event is handed over until it is given up
     * @param pause between two tries
     */
    record Deliveries(Duration time, int tries, Duration pause) {

        /** As often as the queues deliver a message; a laptop may take its time. */
        static final Deliveries USUAL = new Deliveries(Duration.ofMinutes(30), 5, Duration.ZERO);
    }

    /**
     * The clients of the functions.
     *
     * @param s3 of ingest and publish
     * @param dynamoDb of ingest and publish
     * @param wake hears of ingest when a log has something new
     */
    record Clients(S3Client s3, DynamoDbClient dynamoDb, Consumer<List<FifoMessage>> wake) {

        static Clients of(Emulators emulators) {
            return new Clients(emulators.s3(), emulators.dynamoDb(), messages -> {
                // Whoever uploads publishes.
            });
        }
    }

    @SuppressForbidden(
            reason = "the emulators stamp what is stored by the machine's clock, and the events tell of the same times")
    private LocalSystem(
            Emulators emulators,
            Path template,
            UnaryOperator<String> naming,
            Clients functions,
            Deliveries deliveries,
            Optional<URI> address,
            AutoCloseable toEnd)
            throws IOException {
        this.emulators = toEnd;
        this.s3 = emulators.s3();
        this.dynamoDb = emulators.dynamoDb();
        this.deliveries = deliveries;
        this.events = new LambdaEvents(Clock.systemUTC());
        this.names = TemplateResources.read(template)
                // A feed whose definition is deleted and comes again is published again.
                .withoutVersions("FeedBucket")
                .createIn(dynamoDb, s3, naming);
        this.ingest = new IngestHandler(
                new IngestSettings(name("UploadBucket"), name("FilesTable"), name("RecordsTable"), name("MonthsTable")),
                functions.s3(),
                functions.dynamoDb(),
                functions.wake());
        this.publish = new PublishHandler(
                new PublishSettings(
                        name("MonthsTable"),
                        name("FilesTable"),
                        name("RecordsTable"),
                        name("FeedBucket"),
                        name("UploadBucket"),
                        address.map(URI::toString)),
                functions.s3(),
                functions.dynamoDb(),
                queue::addAll);
    }

    /**
     * Starts it.
     *
     * @param workFolder where the emulators keep their files
     * @param template the template that names tables and buckets
     * @param address of the feeds, where they are served
     * @param progress is told the name of each emulator as soon as it answers
     */
    static LocalSystem start(Path workFolder, Path template, Optional<URI> address, Consumer<String> progress)
            throws IOException, InterruptedException {
        Emulators emulators = Emulators.start(workFolder, progress);
        try {
            return new LocalSystem(
                    emulators,
                    template,
                    TemplateResources::plainName,
                    Clients.of(emulators),
                    Deliveries.USUAL,
                    address,
                    emulators);
        } catch (IOException | RuntimeException e) {
            emulators.close();
            throw e;
        }
    }

    /** The same on emulators that run already and run on: {@code naming} keeps it apart from others there. */
    static LocalSystem on(Emulators emulators, Path template, UnaryOperator<String> naming) throws IOException {
        return on(emulators, template, naming, Clients.of(emulators), Deliveries.USUAL);
    }

    /** The same with the address of the feeds, where they are served. */
    static LocalSystem on(Emulators emulators, Path template, UnaryOperator<String> naming, Optional<URI> address)
            throws IOException {
        return new LocalSystem(emulators, template, naming, Clients.of(emulators), Deliveries.USUAL, address, () -> {});
    }

    /** The same with the functions' clients given, and how their events are handed over. */
    static LocalSystem on(
            Emulators emulators, Path template, UnaryOperator<String> naming, Clients functions, Deliveries deliveries)
            throws IOException {
        return new LocalSystem(emulators, template, naming, functions, deliveries, Optional.empty(), () -> {});
    }

    /** Uploads a file and lets the ingest function take it, or reject it. */
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

    /**
     * Lets the publish function look at all feeds, each by a message of its own as it sends them.
     *
     * @throws FailedInvocationException if it failed with one of them, after all others were done
     */
    void publish() throws IOException {
        queue.clear();
        invoke(publish, "publish", events.recompute("local"), "the feeds");
        List<FailedInvocationException> failures = new ArrayList<>();
        while (!queue.isEmpty()) {
            FifoMessage message = queue.remove();
            try {
                invoke(publish, "publish", events.message(message), message.body());
            } catch (FailedInvocationException e) {
                failures.add(e);
            }
        }
        if (!failures.isEmpty()) {
            FailedInvocationException first = failures.remove(0);
            failures.forEach(first::addSuppressed);
            throw first;
        }
    }

    private void invoke(RequestStreamHandler function, String name, byte[] event, String about) throws IOException {
        Optional<Throwable> last = Optional.empty();
        for (int attempt = 0; attempt < deliveries.tries(); attempt++) {
            if (attempt > 0) {
                LockSupport.parkNanos(deliveries.pause().toNanos());
            }
            try {
                if (QueueBatch.hand(function, event, Invocation.begun(name, deliveries.time()))
                        .isEmpty()) {
                    return;
                }
            } catch (RuntimeException | StackOverflowError | OutOfMemoryError failed) {
                // To Lambda the whole batch failed, by whatever: it is handed over again.
                last = Optional.of(failed);
                if (Thread.currentThread().isInterrupted()) {
                    break;
                }
            }
        }
        throw new FailedInvocationException(
                name + " failed " + deliveries.tries() + " times with " + about + "; its log says why", last);
    }

    /** An event that a function could not take, however often: on AWS it lies among the dead letters. */
    static final class FailedInvocationException extends IOException {
        private FailedInvocationException(String message, Optional<Throwable> last) {
            super(message, last.orElse(null));
        }
    }

    /**
     * Looks whether the emulators still answer.
     *
     * @throws IOException if one does not: nothing can be done any more
     */
    void checkEmulators() throws IOException {
        try {
            s3.headBucket(request -> request.bucket(uploadBucket()));
            dynamoDb.describeTable(request -> request.tableName(name("FilesTable")));
        } catch (SdkException e) {
            throw new IOException("an emulator does not answer any more: " + e.getMessage(), e);
        }
    }

    /** The names that the template's tables and buckets have here, by logical id. */
    Map<String, String> names() {
        return names;
    }

    /** What the template's {@code resource} is called here. */
    private String name(String resource) {
        return Objects.requireNonNull(names.get(resource));
    }

    private String uploadBucket() {
        return name("UploadBucket");
    }

    /** The uploads that are taken now, in the order of their keys. */
    List<Taken> taken() throws IOException {
        SortedMap<String, Answer> listed = new TreeMap<>();
        for (S3Object answer : s3.listObjectsV2Paginator(
                        request -> request.bucket(uploadBucket()).prefix(Taken.PREFIX))
                .contents()) {
            Answer known = answers.get(answer.key());
            if (known != null && known.etag().equals(answer.eTag())) {
                listed.put(answer.key(), known);
                continue;
            }
            Optional<byte[]> content = read(uploadBucket(), answer.key());
            if (content.isPresent()) {
                listed.put(
                        answer.key(),
                        new Answer(answer.eTag(), Taken.read(uploadBucket(), answer.key(), content.get())));
            }
        }
        answers = listed;
        return listed.values().stream().map(Answer::taken).toList();
    }

    /** An answer that was read, and by what one tells that it is still the same. */
    private record Answer(String etag, Taken taken) {}

    /** The uploads that are rejected now, in the order of their keys. */
    List<Rejection> rejected() throws IOException {
        List<Rejection> rejected = new ArrayList<>();
        for (S3Object report : s3.listObjectsV2Paginator(
                        request -> request.bucket(uploadBucket()).prefix(Rejection.PREFIX))
                .contents()) {
            Optional<byte[]> content = read(uploadBucket(), report.key());
            if (content.isPresent()) {
                rejected.add(Rejection.read(uploadBucket(), report.key(), content.get()));
            }
        }
        return rejected;
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
    FolderMirror.Source feedBucket() {
        String bucket = name("FeedBucket");
        return new FolderMirror.Source() {
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

            @Override
            public boolean isImmutable(String key) {
                return key.contains("/archive/");
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
