package dev.customsfeed.local;

import com.sun.net.httpserver.Headers;
import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import dev.customsfeed.publish.report.Document;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.zip.GZIPOutputStream;

/**
 * Serves a folder on loopback, as a content delivery network serves a static site: compressed for those who ask, open to all
 * origins, in parts, and not again to those who have it.
 */
final class FeedServer implements AutoCloseable {

    private static final Map<String, String> TYPES = Map.of(
            "json", "application/json",
            "html", "text/html; charset=utf-8",
            "css", "text/css; charset=utf-8",
            "js", "text/javascript; charset=utf-8",
            "csv", "text/csv; charset=utf-8",
            "svg", "image/svg+xml",
            "txt", "text/plain; charset=utf-8");

    private static final String METHODS = "GET, HEAD, OPTIONS";

    /** A content delivery network leaves smaller ones as they are, too. */
    private static final int WORTH_COMPRESSING = 1000;

    private final HttpServer server;
    private final ExecutorService threads = Executors.newFixedThreadPool(4, task -> {
        Thread thread = new Thread(task, "feed-server");
        thread.setDaemon(true);
        return thread;
    });
    private final Path folder;

    private FeedServer(Path folder, HttpServer server) {
        this.folder = folder;
        this.server = server;
    }

    /**
     * Starts serving.
     *
     * @param port where; 0 for any that is free
     */
    static FeedServer start(Path folder, int port) throws IOException {
        HttpServer http = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), port), 0);
        FeedServer server = new FeedServer(folder.toAbsolutePath().normalize(), http);
        http.createContext("/", server::answer);
        http.setExecutor(server.threads);
        http.start();
        return server;
    }

    /** The address of the folder, with a slash at its end. */
    URI address() {
        return URI.create("http://127.0.0.1:" + server.getAddress().getPort() + "/");
    }

    private void answer(HttpExchange exchange) throws IOException {
        try (exchange) {
            Headers headers = exchange.getResponseHeaders();
            headers.set("Access-Control-Allow-Origin", "*");
            headers.set("Access-Control-Expose-Headers", "*");
            switch (exchange.getRequestMethod()) {
                case "GET", "HEAD" -> answerWithFile(exchange);
                case "OPTIONS" -> {
                    // What a browser asks before it sends a header such as If-None-Match for a page of another origin.
                    headers.set("Access-Control-Allow-Methods", "GET, HEAD");
                    headers.set("Access-Control-Allow-Headers", "*");
                    headers.set("Allow", METHODS);
                    exchange.sendResponseHeaders(204, -1);
                }
                default -> {
                    headers.set("Allow", METHODS);
                    exchange.sendResponseHeaders(405, -1);
                }
            }
        }
    }

    private void answerWithFile(HttpExchange exchange) throws IOException {
        Path file =
                folder.resolve(exchange.getRequestURI().getPath().substring(1)).normalize();
        if (Files.isDirectory(file)) {
            String asked = exchange.getRequestURI().getRawPath();
            if (!asked.endsWith("/") && file.startsWith(folder)) {
                // The page's own addresses are relative to its folder.
                exchange.getResponseHeaders().set("Location", asked.substring(asked.lastIndexOf('/') + 1) + "/");
                exchange.sendResponseHeaders(301, -1);
                return;
            }
            file = file.resolve("index.html");
        }
        if (!file.startsWith(folder) || !Files.isRegularFile(file)) {
            exchange.sendResponseHeaders(404, -1);
            return;
        }
        answer(exchange, type(file), Files.readAllBytes(file));
    }

    private static void answer(HttpExchange exchange, String type, byte[] content) throws IOException {
        Headers request = exchange.getRequestHeaders();
        Headers headers = exchange.getResponseHeaders();
        String etag = '"' + Document.hash16(content) + '"';
        headers.set("ETag", etag);
        // A file that is changed in the input folder is to be seen at once: a reader asks each time, and is told if it
        // has it.
        headers.set("Cache-Control", "no-cache");
        headers.set("Vary", "Accept-Encoding");
        if (names(request.getFirst("If-None-Match"), etag)) {
            exchange.sendResponseHeaders(304, -1);
            return;
        }
        headers.set("Content-Type", type);
        headers.set("X-Content-Type-Options", "nosniff");
        headers.set("Accept-Ranges", "bytes");
        Optional<ByteRange> part = part(exchange, etag, content.length);
        if (part.isPresent()) {
            answerWithPart(exchange, part.get(), content);
        } else if (content.length >= WORTH_COMPRESSING && takesGzip(request)) {
            headers.set("Content-Encoding", "gzip");
            // The same to whoever has it, and other bytes to whoever wants a part.
            headers.set("ETag", "W/" + etag);
            send(exchange, 200, gzip(content));
        } else {
            send(exchange, 200, content);
        }
    }

    /** Whether {@code header} names the content that is there now, whatever it was compressed by. */
    private static boolean names(String header, String etag) {
        return header != null
                && Arrays.stream(header.split(","))
                        .map(named -> named.strip().replaceFirst("^W/", ""))
                        .anyMatch(named -> named.equals("*") || named.equals(etag));
    }

    private static Optional<ByteRange> part(HttpExchange exchange, String etag, int length) {
        String range = exchange.getRequestHeaders().getFirst("Range");
        String onlyOf = exchange.getRequestHeaders().getFirst("If-Range");
        boolean asked = range != null && exchange.getRequestMethod().equals("GET");
        return asked && (onlyOf == null || onlyOf.equals(etag)) ? ByteRange.of(range, length) : Optional.empty();
    }

    private static void answerWithPart(HttpExchange exchange, ByteRange part, byte[] content) throws IOException {
        Headers headers = exchange.getResponseHeaders();
        if (part.isIn(content.length)) {
            headers.set("Content-Range", "bytes " + part.first() + "-" + part.last() + "/" + content.length);
            send(exchange, 206, Arrays.copyOfRange(content, (int) part.first(), (int) part.last() + 1));
        } else {
            headers.set("Content-Range", "bytes */" + content.length);
            exchange.sendResponseHeaders(416, -1);
        }
    }

    private static void send(HttpExchange exchange, int status, byte[] content) throws IOException {
        if (exchange.getRequestMethod().equals("HEAD")) {
            exchange.getResponseHeaders().set("Content-Length", Integer.toString(content.length));
            exchange.sendResponseHeaders(status, -1);
        } else {
            exchange.sendResponseHeaders(status, content.length == 0 ? -1 : content.length);
            exchange.getResponseBody().write(content);
        }
    }

    private static boolean takesGzip(Headers request) {
        return request.getOrDefault("Accept-Encoding", List.of()).stream()
                .flatMap(line -> Arrays.stream(line.split(",")))
                .map(coding -> coding.replace(" ", ""))
                .anyMatch(coding ->
                        coding.equals("gzip") || coding.startsWith("gzip;") && !coding.matches("gzip;q=0(\\.0*)?"));
    }

    private static byte[] gzip(byte[] content) throws IOException {
        ByteArrayOutputStream compressed = new ByteArrayOutputStream(content.length / 4);
        try (GZIPOutputStream gzip = new GZIPOutputStream(compressed)) {
            gzip.write(content);
        }
        return compressed.toByteArray();
    }

    private static String type(Path file) {
        String name = file.getFileName().toString();
        if (name.endsWith(".schema.json")) {
            return "application/schema+json";
        }
        return TYPES.getOrDefault(name.substring(name.lastIndexOf('.') + 1), "application/octet-stream");
    }

    @Override
    public void close() {
        server.stop(0);
        threads.shutdownNow();
    }
}
