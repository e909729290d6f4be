package dev.customsfeed.local;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.EnumMap;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicInteger;

/** Stands in front of an endpoint, hands on what it is asked and what it is answered, and fails a share of the requests. */
final class FaultyEndpoint implements AutoCloseable {

    /** What can go wrong with a request. */
    enum Fault {
        /** The service turns it away: too many. */
        THROTTLED,
        /** The service fails. */
        SERVER_ERROR,
        /** The connection ends before the service has heard of it. */
        NOT_SENT,
        /** The service has done it; the connection ends before the answer comes. */
        ANSWER_LOST,
        /** The service has done it; the answer never comes, which takes the caller's time: a third as often as the others. */
        ANSWER_LATE;

        static Fault drawn(Random random) {
            int drawn = random.nextInt(3 * ANSWER_LATE.ordinal() + 1);
            return values()[drawn / 3];
        }
    }

    /** Headers that belong to a connection, not to a message. */
    private static final Set<String> OF_CONNECTION =
            Set.of("host", "connection", "content-length", "expect", "transfer-encoding", "upgrade", "date");

    private final URI target;
    private final double share;
    private final Random random;
    private final String throttled;
    private final int throttledStatus;
    private final Map<Fault, AtomicInteger> faults = new EnumMap<>(Fault.class);
    private final AtomicInteger requests = new AtomicInteger();
    private final CountDownLatch closed = new CountDownLatch(1);
    private final ExecutorService threads = Executors.newCachedThreadPool(task -> {
        Thread thread = new Thread(task, "faulty-endpoint");
        thread.setDaemon(true);
        return thread;
    });
    private final HttpClient client = HttpClient.newHttpClient();
    private final HttpServer server;

    private FaultyEndpoint(URI target, double share, long seed, int throttledStatus, String throttled)
            throws IOException {
        this.target = target;
        this.share = share;
        this.random = new Random(seed);
        this.throttledStatus = throttledStatus;
        this.throttled = throttled;
        for (Fault fault : Fault.values()) {
            faults.put(fault, new AtomicInteger());
        }
        server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        server.createContext("/", this::answer);
        server.setExecutor(threads);
        server.start();
    }

    /** In front of S3 at {@code target}; {@code share} of the requests fail. */
    static FaultyEndpoint ofS3(URI target, double share, long seed) throws IOException {
        return new FaultyEndpoint(
                target, share, seed, 503, "<Error><Code>SlowDown</Code><Message>reduce your rate</Message></Error>");
    }

    /** In front of a service that speaks AWS's JSON protocol. */
    static FaultyEndpoint ofJson(URI target, double share, long seed) throws IOException {
        return new FaultyEndpoint(
                target,
                share,
                seed,
                400,
                "{\"__type\":\"com.amazonaws#ThrottlingException\",\"message\":\"Rate exceeded\"}");
    }

    URI address() {
        return URI.create("http://127.0.0.1:" + server.getAddress().getPort());
    }

    int requests() {
        return requests.get();
    }

    int faults(Fault fault) {
        return faults.get(fault).get();
    }

    private synchronized Optional<Fault> draw() {
        return random.nextDouble() < share ? Optional.of(Fault.drawn(random)) : Optional.empty();
    }

    private void answer(HttpExchange exchange) throws IOException {
        requests.incrementAndGet();
        byte[] asked = exchange.getRequestBody().readAllBytes();
        Optional<Fault> drawn = draw();
        if (drawn.isEmpty()) {
            send(exchange, forward(exchange, asked));
            return;
        }
        Fault fault = drawn.get();
        faults.get(fault).incrementAndGet();
        switch (fault) {
            case THROTTLED -> send(exchange, throttledStatus, throttled);
            case SERVER_ERROR -> send(exchange, 500, "<Error><Code>InternalError</Code></Error>");
            case NOT_SENT -> exchange.close();
            case ANSWER_LOST -> {
                forward(exchange, asked);
                exchange.close();
            }
            case ANSWER_LATE -> {
                forward(exchange, asked);
                awaitClose();
                exchange.close();
            }
        }
    }

    private void awaitClose() {
        try {
            closed.await();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private HttpResponse<byte[]> forward(HttpExchange exchange, byte[] body) throws IOException {
        HttpRequest.Builder request = HttpRequest.newBuilder(URI.create("http://" + target.getAuthority()
                        + exchange.getRequestURI().toASCIIString()))
                .version(HttpClient.Version.HTTP_1_1)
                .method(exchange.getRequestMethod(), HttpRequest.BodyPublishers.ofByteArray(body));
        exchange.getRequestHeaders().forEach((name, values) -> {
            if (!OF_CONNECTION.contains(name.toLowerCase(Locale.ROOT))) {
                values.forEach(value -> request.header(name, value));
            }
        });
        try {
            return client.send(request.build(), HttpResponse.BodyHandlers.ofByteArray());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IOException(e);
        }
    }

    private static void send(HttpExchange exchange, HttpResponse<byte[]> answer) throws IOException {
        answer.headers().map().forEach((name, values) -> {
            if (!OF_CONNECTION.contains(name.toLowerCase(Locale.ROOT))) {
                exchange.getResponseHeaders().put(name, values);
            }
        });
        boolean head = exchange.getRequestMethod().equals("HEAD");
        if (head) {
            answer.headers().firstValue("content-length").ifPresent(length -> exchange.getResponseHeaders()
                    .set("Content-Length", length));
        }
        boolean empty = head || answer.body().length == 0;
        exchange.sendResponseHeaders(answer.statusCode(), empty ? -1 : answer.body().length);
        if (!empty) {
            exchange.getResponseBody().write(answer.body());
        }
        exchange.close();
    }

    private static void send(HttpExchange exchange, int status, String body) throws IOException {
        byte[] bytes = body.getBytes(StandardCharsets.UTF_8);
        boolean head = exchange.getRequestMethod().equals("HEAD");
        exchange.sendResponseHeaders(status, head ? -1 : bytes.length);
        if (!head) {
            exchange.getResponseBody().write(bytes);
        }
        exchange.close();
    }

    @Override
    public void close() {
        closed.countDown();
        server.stop(0);
        threads.shutdownNow();
    }
}
