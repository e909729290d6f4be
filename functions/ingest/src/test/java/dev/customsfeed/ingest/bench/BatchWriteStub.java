package dev.customsfeed.ingest.bench;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.io.InputStream;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicLong;

/** An endpoint on loopback that takes every BatchWriteItem and answers after a fixed delay. */
final class BatchWriteStub implements AutoCloseable {

    private static final byte[] ALL_PROCESSED = "{\"UnprocessedItems\":{}}".getBytes(StandardCharsets.UTF_8);

    private final HttpServer server;
    private final ExecutorService handlers = Executors.newCachedThreadPool(task -> {
        Thread thread = new Thread(task, "stub");
        thread.setDaemon(true);
        return thread;
    });
    private final AtomicLong requests = new AtomicLong();
    private final AtomicLong items = new AtomicLong();

    BatchWriteStub(Duration delay) throws IOException {
        server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        server.setExecutor(handlers);
        server.createContext("/", exchange -> answer(exchange, delay));
        server.start();
    }

    URI endpoint() {
        return URI.create("http://127.0.0.1:" + server.getAddress().getPort());
    }

    long requests() {
        return requests.get();
    }

    long items() {
        return items.get();
    }

    private void answer(HttpExchange exchange, Duration delay) throws IOException {
        try (exchange;
                InputStream body = exchange.getRequestBody()) {
            items.addAndGet(count(body.readAllBytes()));
            requests.incrementAndGet();
            Thread.sleep(delay.toMillis());
            exchange.getResponseHeaders().set("Content-Type", "application/x-amz-json-1.0");
            exchange.sendResponseHeaders(200, ALL_PROCESSED.length);
            exchange.getResponseBody().write(ALL_PROCESSED);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private static int count(byte[] body) {
        byte[] put = "\"PutRequest\"".getBytes(StandardCharsets.UTF_8);
        int found = 0;
        for (int at = 0; at <= body.length - put.length; at++) {
            int matched = 0;
            while (matched < put.length && body[at + matched] == put[matched]) {
                matched++;
            }
            if (matched == put.length) {
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
