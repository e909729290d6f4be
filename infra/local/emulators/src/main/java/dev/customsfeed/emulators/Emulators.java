package dev.customsfeed.emulators;

import java.io.IOException;
import java.net.URI;
import java.nio.file.Path;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.function.Consumer;
import software.amazon.awssdk.core.client.config.ClientOverrideConfiguration;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;
import software.amazon.awssdk.services.s3.S3Client;

/** DynamoDB Local and S3Mock, started side by side. */
public final class Emulators implements AutoCloseable {

    private final DynamoDbEmulator dynamoDb;
    private final S3Emulator s3;

    private Emulators(DynamoDbEmulator dynamoDb, S3Emulator s3) {
        this.dynamoDb = dynamoDb;
        this.s3 = s3;
    }

    /**
     * Starts both and waits until they answer.
     *
     * @param workFolder where they keep their files and logs
     * @throws IOException if one of them does not start; neither runs then
     */
    public static Emulators start(Path workFolder) throws IOException, InterruptedException {
        return start(workFolder, answering -> {});
    }

    /**
     * The same, telling {@code progress} the name of each as soon as it answers; from threads of its own.
     *
     * @see #start(Path)
     */
    public static Emulators start(Path workFolder, Consumer<String> progress) throws IOException, InterruptedException {
        ExecutorService both = Executors.newFixedThreadPool(2);
        try {
            Future<DynamoDbEmulator> dynamoDb = both.submit(() -> {
                DynamoDbEmulator answering = DynamoDbEmulator.start(workFolder);
                progress.accept("DynamoDB Local");
                return answering;
            });
            Future<S3Emulator> s3 = both.submit(() -> {
                S3Emulator answering = S3Emulator.start(workFolder);
                progress.accept("S3Mock");
                return answering;
            });
            DynamoDbEmulator startedDynamoDb = started(dynamoDb, s3);
            return new Emulators(startedDynamoDb, started(s3, dynamoDb));
        } finally {
            both.shutdown();
        }
    }

    /**
     * For a JVM that is ending, at whatever point of its work: ends all emulators that it ever started, those that are just starting
     * too, waits until they are gone, and lets none be started any more.
     */
    public static void endAll() {
        ChildJvm.endAll();
    }

    private static <T> T started(Future<T> one, Future<? extends AutoCloseable> other)
            throws IOException, InterruptedException {
        try {
            return one.get();
        } catch (ExecutionException e) {
            try {
                other.get().close();
            } catch (Exception failedToo) {
                e.addSuppressed(failedToo);
            }
            throw new IOException(Objects.requireNonNull(e.getCause()).getMessage(), e);
        }
    }

    /** Where DynamoDB Local listens. */
    public URI dynamoDbEndpoint() {
        return dynamoDb.endpoint();
    }

    /** Where S3Mock listens. */
    public URI s3Endpoint() {
        return s3.endpoint();
    }

    /** A new client of DynamoDB Local. */
    public DynamoDbClient dynamoDb() {
        return dynamoDb.client();
    }

    /** The same whose calls are made as {@code calls} says. */
    public DynamoDbClient dynamoDb(ClientOverrideConfiguration calls) {
        return dynamoDb.client(calls);
    }

    /** A new client of S3Mock. */
    public S3Client s3() {
        return s3.client();
    }

    /** The same whose calls are made as {@code calls} says. */
    public S3Client s3(ClientOverrideConfiguration calls) {
        return s3.client(calls);
    }

    /** The processes of both. */
    List<ProcessHandle> processes() {
        return List.of(dynamoDb.process(), s3.process());
    }

    /** Ends both. */
    @Override
    public void close() {
        dynamoDb.close();
        s3.close();
    }
}
