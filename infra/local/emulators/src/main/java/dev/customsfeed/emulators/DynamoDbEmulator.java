package dev.customsfeed.emulators;

import java.io.File;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Path;
import java.util.List;
import software.amazon.awssdk.auth.credentials.AwsBasicCredentials;
import software.amazon.awssdk.auth.credentials.StaticCredentialsProvider;
import software.amazon.awssdk.core.client.config.ClientOverrideConfiguration;
import software.amazon.awssdk.core.exception.SdkException;
import software.amazon.awssdk.regions.Region;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;

/** DynamoDB Local, in memory, as a child process on a free port of loopback. */
public final class DynamoDbEmulator implements AutoCloseable {

    private final ChildJvm process;
    private final URI endpoint;

    private DynamoDbEmulator(ChildJvm process, URI endpoint) {
        this.process = process;
        this.endpoint = endpoint;
    }

    /**
     * Starts it and waits until it answers.
     *
     * @param workFolder where its log and what it unpacks are written
     * @throws IOException if it does not start; says what it wrote last
     */
    public static DynamoDbEmulator start(Path workFolder) throws IOException, InterruptedException {
        Path libraries = ChildJvm.builtFolder("../dynamodb-local/target/dynamodb-local");
        int port = ChildJvm.freePort();
        ChildJvm process = ChildJvm.start(
                "dynamodb-local",
                workFolder,
                List.of(
                        "-Xmx1g",
                        "-Djava.library.path=" + libraries,
                        "-Djava.io.tmpdir=" + workFolder,
                        "-cp",
                        ChildJvm.ownClasses() + File.pathSeparator + libraries + File.separator + "*",
                        LoopbackDynamoDb.class.getName(),
                        Integer.toString(port)));
        DynamoDbEmulator emulator = new DynamoDbEmulator(process, URI.create("http://127.0.0.1:" + port));
        try (DynamoDbClient client = emulator.client()) {
            process.await(() -> answers(client));
        }
        return emulator;
    }

    private static boolean answers(DynamoDbClient client) {
        try {
            client.listTables();
            return true;
        } catch (SdkException notYet) {
            return false;
        }
    }

    /** Where it listens. */
    public URI endpoint() {
        return endpoint;
    }

    /** A new client of it, with what the SDK does of itself. */
    public DynamoDbClient client() {
        return client(ClientOverrideConfiguration.builder().build());
    }

    /** A new client of it whose calls are made as {@code calls} says. */
    public DynamoDbClient client(ClientOverrideConfiguration calls) {
        return DynamoDbClient.builder()
                .endpointOverride(endpoint)
                .region(Region.US_EAST_1)
                .credentialsProvider(StaticCredentialsProvider.create(AwsBasicCredentials.create("local", "local")))
                .overrideConfiguration(calls)
                .build();
    }

    ProcessHandle process() {
        return process.handle();
    }

    /** Ends it; what it held is gone. */
    @Override
    public void close() {
        process.close();
    }
}
