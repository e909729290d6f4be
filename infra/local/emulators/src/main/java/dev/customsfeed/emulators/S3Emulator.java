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
import software.amazon.awssdk.services.s3.S3Client;

/** S3Mock as a child process on a free port of loopback. */
public final class S3Emulator implements AutoCloseable {

    private final ChildJvm process;
    private final URI endpoint;

    private S3Emulator(ChildJvm process, URI endpoint) {
        this.process = process;
        this.endpoint = endpoint;
    }

    /**
     * Starts it and waits until it answers.
     *
     * @param workFolder where its objects and its log are written
     * @throws IOException if it does not start; says what it wrote last
     */
    public static S3Emulator start(Path workFolder) throws IOException, InterruptedException {
        Path unpacked = ChildJvm.builtFolder("s3mock").resolve("BOOT-INF");
        String classPath = String.join(
                File.pathSeparator,
                ChildJvm.ownClasses().toString(),
                unpacked.resolve("classes").toString(),
                unpacked.resolve("lib") + "/*");
        int port = ChildJvm.freePort();
        ChildJvm process = ChildJvm.start(
                "s3mock",
                workFolder,
                List.of(
                        "-Xmx1g",
                        "-Djava.io.tmpdir=" + workFolder,
                        "-cp",
                        classPath,
                        "com.adobe.testing.s3mock.S3MockApplication",
                        "--server.address=127.0.0.1",
                        // The HTTPS port: there is no switching it off.
                        "--server.port=0",
                        "--http.port=" + port,
                        "--com.adobe.testing.s3mock.max-payload-size=2GB"));
        S3Emulator emulator = new S3Emulator(process, URI.create("http://127.0.0.1:" + port));
        try (S3Client client = emulator.client()) {
            process.await(() -> answers(client));
        }
        return emulator;
    }

    private static boolean answers(S3Client client) {
        try {
            client.listBuckets();
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
    public S3Client client() {
        return client(ClientOverrideConfiguration.builder().build());
    }

    /** A new client of it whose calls are made as {@code calls} says. */
    public S3Client client(ClientOverrideConfiguration calls) {
        return S3Client.builder()
                .endpointOverride(endpoint)
                .forcePathStyle(true)
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
