package dev.customsfeed.local;

import com.sun.net.httpserver.Headers;
import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import dev.customsfeed.publish.documents.json.Document;
import dev.customsfeed.runtime.SuppressForbidden;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.time.DateTimeException;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.time.temporal.ChronoUnit;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import java.util.function.Predicate;
import java.util.zip.GZIPOutputStream;

/**
 * Serves the files of a mirrored folder on loopback, as a content delivery network serves a static site: compressed for those who
 * ask, open to all origins, in parts, and not again to those who have it.
 */
final class FeedServer implements AutoCloseable {

    private static final Map<String, String> TYPES = Map.of(
            "json", "application/json",
            "html", "text/html; charset=utf-8",
            "css", "text/css; charset=utf-8",
            "js", "text/javascript; charset=utf-8",
            "csv", "text/csv; charset=utf-8",
            "svg", "image/svg+xml",
            "atom", "application/atom+xml; charset=utf-8",
            "xlsx", "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet",
            "txt", "text/plain; charset=utf-8");

    /** RFC 9110, 5.6.7: a date, always in GMT. */
    private static final DateTimeFormatter HTTP_DATE = DateTimeFormatter.ofPattern(
                    "EEE, dd MMM yyyy HH:mm:ss 'GMT'", Locale.ENGLISH)
            .withZone(ZoneOffset.UTC);

    private static final String METHODS = "GET, HEAD, OPTIONS";

    /** A content delivery network leaves smaller ones as they are, too. */
    private static final int WORTH_COMPRESSING = 1000;

    /** How long a request may take to arrive, and an answer to be fetched; the JDK's server knows no limit of its own. */
    private static final int REQUEST_SECONDS = 10;

    private static final int ANSWER_SECONDS = 120;

    /** One for each request, also for those that are long in coming. */
    private static final int THREADS = 64;

    /** Clocks and file systems are this coarse: what changed less than so long ago may change again without its time doing so. */
    private static final Duration STEP = Duration.ofSeconds(2);

    // The server's configuration reads them once, when the first server of a JVM is made.
    static {
        limit("sun.net.httpserver.maxReqTime", REQUEST_SECONDS);
        limit("sun.net.httpserver.maxRspTime", ANSWER_SECONDS);
    }

    private final HttpServer server;
    private final ThreadPoolExecutor threads;
    private final Path folder;
    private final Predicate<String> mirrored;

    private static void limit(String property, int seconds) {
        if (System.getProperty(property) == null) {
            System.setProperty(property, Integer.toString(seconds));
        }
    }

    private FeedServer(Path folder, Predicate<String> mirrored, HttpServer server) {
        this.folder = folder;
        this.mirrored = mirrored;
        this.server = server;
        this.threads =
                new ThreadPoolExecutor(THREADS, THREADS, 10, TimeUnit.SECONDS, new LinkedBlockingQueue<>(), task -> {
                    Thread thread = new Thread(task, "feed-server");
                    thread.setDaemon(true);
                    return thread;
                });
        threads.allowCoreThreadTimeOut(true);
    }

    /**
     * Takes a port, and answers once it is {@linkplain #start started}.
     *
     * @param port which; 0 for any that is free
     * @param mirrored whether a file of the folder, by its key, is to be served
     * @throws IOException if the port cannot be had
     */
    static FeedServer bind(Path folder, int port, Predicate<String> mirrored) throws IOException {
        HttpServer http = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), port), 0);
        FeedServer server = new FeedServer(folder.toAbsolutePath().normalize(), mirrored, http);
        http.createContext("/", server::answer);
        http.setExecutor(server.threads);
        return server;
    }

    /** Starts serving. */
    void start() {
        server.start();
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
        String path = exchange.getRequestURI().getPath();
        String key = path == null || path.isEmpty() ? "" : path.substring(1);
        String file = key.isEmpty() || key.endsWith("/") ? key + "index.html" : key;
        if (isServed(file)) {
            try {
                answer(exchange, folder.resolve(file));
            } catch (NoSuchFileException gone) {
                exchange.sendResponseHeaders(404, -1);
            }
        } else if (isServed(file + "/index.html")) {
            // The page's own addresses are relative to its folder.
            String asked = exchange.getRequestURI().getRawPath();
            exchange.getResponseHeaders().set("Location", asked.substring(asked.lastIndexOf('/') + 1) + "/");
            exchange.sendResponseHeaders(301, -1);
        } else {
            exchange.sendResponseHeaders(404, -1);
        }
    }

    private boolean isServed(String key) {
        return mirrored.test(key) && FolderKey.isPlain(key) && FolderKey.isFile(folder, key);
    }

    @SuppressForbidden(reason = "files are stamped by the machine's clock")
    private static Instant now() {
        return Instant.now();
    }

    private static void answer(HttpExchange exchange, Path file) throws IOException {
        Instant modified = Files.getLastModifiedTime(file).toInstant().truncatedTo(ChronoUnit.SECONDS);
        byte[] content = Files.readAllBytes(file);
        Headers request = exchange.getRequestHeaders();
        Headers headers = exchange.getResponseHeaders();
        String etag = '"' + Document.hash16(content) + '"';
        headers.set("ETag", etag);
        // A file that is changed in the input folder is to be seen at once: a reader asks each time, and is told if it
        // has it.
        headers.set("Cache-Control", "no-cache");
        headers.set("Vary", "Accept-Encoding");
        boolean settled = modified.isBefore(now().minus(STEP));
        if (settled) {
            headers.set("Last-Modified", HTTP_DATE.format(modified));
        }
        String known = request.getFirst("If-None-Match");
        if (known != null ? names(known, etag) : settled && has(request.getFirst("If-Modified-Since"), modified)) {
            exchange.sendResponseHeaders(304, -1);
            return;
        }
        headers.set("Content-Type", type(file));
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

    /** Whether {@code header} names a time since which nothing was modified; one that cannot be read names none. */
    private static boolean has(String header, Instant modified) {
        try {
            return header != null && !modified.isAfter(Instant.from(HTTP_DATE.parse(header.strip())));
        } catch (DateTimeException e) {
            return false;
        }
    }

    /** Whether {@code header} names the content that is there now, whatever it was compressed by. */
    private static boolean names(String header, String etag) {
        return Arrays.stream(header.split(","))
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
