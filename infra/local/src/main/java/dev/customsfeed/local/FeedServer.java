package dev.customsfeed.local;

import com.sun.net.httpserver.Headers;
import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
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
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.zip.GZIPOutputStream;

/** Serves a folder on loopback, as a content delivery network serves a static site: compressed for those who ask, open to all origins. */
final class FeedServer implements AutoCloseable {

    private static final Map<String, String> TYPES = Map.of(
            "json", "application/json",
            "html", "text/html; charset=utf-8",
            "css", "text/css; charset=utf-8",
            "js", "text/javascript; charset=utf-8",
            "csv", "text/csv; charset=utf-8",
            "svg", "image/svg+xml",
            "txt", "text/plain; charset=utf-8");

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
            String method = exchange.getRequestMethod();
            if (!method.equals("HEAD") && !method.equals("GET")) {
                exchange.getResponseHeaders().set("Allow", "GET, HEAD");
                exchange.sendResponseHeaders(405, -1);
                return;
            }
            Path file = folder.resolve(exchange.getRequestURI().getPath().substring(1))
                    .normalize();
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
    }

    private static void answer(HttpExchange exchange, String type, byte[] content) throws IOException {
        Headers headers = exchange.getResponseHeaders();
        headers.set("Content-Type", type);
        headers.set("Cache-Control", "no-cache");
        headers.set("Access-Control-Allow-Origin", "*");
        headers.set("Vary", "Accept-Encoding");
        byte[] sent = content;
        if (content.length >= WORTH_COMPRESSING && takesGzip(exchange.getRequestHeaders())) {
            headers.set("Content-Encoding", "gzip");
            sent = gzip(content);
        }
        if (exchange.getRequestMethod().equals("HEAD")) {
            headers.set("Content-Length", Integer.toString(sent.length));
            exchange.sendResponseHeaders(200, -1);
        } else {
            exchange.sendResponseHeaders(200, sent.length == 0 ? -1 : sent.length);
            exchange.getResponseBody().write(sent);
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
        if (name.equals("feed.json") || name.equals("feed.zh.json")) {
            return "application/feed+json";
        }
        return TYPES.getOrDefault(name.substring(name.lastIndexOf('.') + 1), "application/octet-stream");
    }

    @Override
    public void close() {
        server.stop(0);
        threads.shutdownNow();
    }
}
