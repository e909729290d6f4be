package dev.customsfeed.uploads.store;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicLong;
import software.amazon.awssdk.auth.credentials.AwsBasicCredentials;
import software.amazon.awssdk.auth.credentials.StaticCredentialsProvider;
import software.amazon.awssdk.awscore.retry.AwsRetryStrategy;
import software.amazon.awssdk.regions.Region;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;

/** An endpoint on loopback that is sent BatchWriteItem and answers as it is told to. */
public final class BatchWriteStub implements AutoCloseable {

    /** The answer that everything was written. */
    public static final Answer ALL_WRITTEN = new Answer(200, "{\"UnprocessedItems\":{}}");

    private static final byte[] PUT = "\"PutRequest\"".getBytes(StandardCharsets.UTF_8);

    private final HttpServer server;
    private final ExecutorService handlers = Executors.newCachedThreadPool(task -> {
        Thread thread = new Thread(task, "stub");
        thread.setDaemon(true);
        return thread;
    });
    private final AtomicLong requests = new AtomicLong();
    private final AtomicLong items = new AtomicLong();

    /**
     * An answer.
     *
     * @param status of HTTP
     * @param json the body
     */
    public record Answer(int status, String json) {

        /** A failure as DynamoDB words it. */
        public static Answer error(int status, String type) {
            return new Answer(
                    status, "{\"__type\":\"com.amazonaws.dynamodb.v20120810#" + type + "\",\"message\":\"as told\"}");
        }
    }

    /** Says what to answer. */
    @FunctionalInterface
    public interface Answers {

        /**
         * @param number of the request, from 0
         * @param body of the request
         */
        Answer to(long number, byte[] body) throws InterruptedException, IOException;
    }

    /** Starts it on a free port. */
    public BatchWriteStub(Answers answers) throws IOException {
        // Without it, each answer waits some 40 ms for an acknowledgement that the client holds back.
        System.setProperty("sun.net.httpserver.nodelay", "true");
        server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        server.setExecutor(handlers);
        server.createContext("/", exchange -> answer(exchange, answers));
        server.start();
    }

    /** A client of it that does not retry by itself. */
    public DynamoDbClient client() {
        return DynamoDbClient.builder()
                .endpointOverride(
                        URI.create("http://127.0.0.1:" + server.getAddress().getPort()))
                .region(Region.US_EAST_1)
                .credentialsProvider(StaticCredentialsProvider.create(AwsBasicCredentials.create("local", "local")))
                .overrideConfiguration(override -> override.retryStrategy(AwsRetryStrategy.doNotRetry()))
                .build();
    }

    /** How many requests came. */
    public long requests() {
        return requests.get();
    }

    /** How many items they had. */
    public long items() {
        return items.get();
    }

    private void answer(HttpExchange exchange, Answers answers) throws IOException {
        try (exchange) {
            byte[] body = exchange.getRequestBody().readAllBytes();
            items.addAndGet(count(body));
            Answer answer = answers.to(requests.getAndIncrement(), body);
            byte[] json = answer.json().getBytes(StandardCharsets.UTF_8);
            exchange.getResponseHeaders().set("Content-Type", "application/x-amz-json-1.0");
            exchange.sendResponseHeaders(answer.status(), json.length);
            exchange.getResponseBody().write(json);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private static int count(byte[] body) {
        int found = 0;
        for (int at = 0; at <= body.length - PUT.length; at++) {
            int matched = 0;
            while (matched < PUT.length && body[at + matched] == PUT[matched]) {
                matched++;
            }
            if (matched == PUT.length) {
                found++;
            }
        }
        return found;
    }

    @Override
    public void close() {
        server.stop(0);
        handlers.shutdownNow();
    }
}
