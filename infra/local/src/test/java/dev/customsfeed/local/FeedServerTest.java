package dev.customsfeed.local;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIOException;

import dev.customsfeed.emulators.SharedEmulators;
import dev.customsfeed.emulators.TemplateResources;
import java.io.ByteArrayInputStream;
import java.net.Socket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.UUID;
import java.util.zip.GZIPInputStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class FeedServerTest {

    @TempDir
    Path folder;

    private final HttpClient client = HttpClient.newHttpClient();

    private final Set<String> unwritten = new TreeSet<>();

    private FeedServer server;

    @BeforeEach
    void serve() throws Exception {
        Path feed = Files.createDirectories(folder.resolve("served/magnesium"));
        Files.writeString(feed.resolve("feed.json"), "{}");
        Files.writeString(feed.resolve("index.html"), "<p>page</p>");
        Files.writeString(feed.resolve("empty.csv"), "");
        Files.writeString(folder.resolve("secret.txt"), "secret");
        server = FeedServer.bind(folder.resolve("served"), 0, key -> !unwritten.contains(key));
        server.start();
    }

    @AfterEach
    void stop() {
        server.close();
    }

    @Test
    void a_feed_is_served_as_what_it_is() throws Exception {
        HttpResponse<String> feed = get("GET", "magnesium/feed.json");

        assertThat(feed.statusCode()).isEqualTo(200);
        assertThat(feed.body()).isEqualTo("{}");
        assertThat(feed.headers().firstValue("Content-Type")).contains("application/json");
        assertThat(get("GET", "magnesium/").body()).isEqualTo("<p>page</p>");
        assertThat(get("GET", "magnesium/empty.csv")
                        .headers()
                        .firstValue("Content-Type")
                        .orElseThrow())
                .startsWith("text/csv");
        assertThat(get("HEAD", "magnesium/feed.json").headers().firstValue("Content-Length"))
                .contains("2");
    }

    @Test
    void what_is_not_there_is_not_served() throws Exception {
        assertThat(get("GET", "magnesium/nothing.json").statusCode()).isEqualTo(404);
        assertThat(get("GET", "../secret.txt").statusCode()).isEqualTo(404);
        assertThat(get("GET", "%2e%2e/secret.txt").statusCode()).isEqualTo(404);
        HttpResponse<String> refused = get("DELETE", "magnesium/feed.json");
        assertThat(refused.statusCode()).isEqualTo(405);
        assertThat(refused.headers().firstValue("Allow")).contains("GET, HEAD, OPTIONS");
        assertThat(folder.resolve("served/magnesium/feed.json")).exists();
    }

    @Test
    void a_folder_without_its_slash_leads_to_the_one_with_it() throws Exception {
        HttpResponse<String> folder = get("GET", "magnesium");

        assertThat(folder.statusCode()).isEqualTo(301);
        assertThat(folder.headers().firstValue("Location")).contains("magnesium/");
    }

    @Test
    void other_origins_may_read_it_and_whoever_asks_for_gzip_gets_it() throws Exception {
        String series = "month,product\n".repeat(500);
        Files.writeString(folder.resolve("served/magnesium/series.csv"), series);

        HttpResponse<byte[]> compressed = getAccepting("br, gzip;q=0.8");

        assertThat(compressed.headers().firstValue("Access-Control-Allow-Origin"))
                .contains("*");
        assertThat(compressed.headers().firstValue("Content-Encoding")).contains("gzip");
        assertThat(compressed.headers().firstValue("Vary")).contains("Accept-Encoding");
        assertThat(compressed.body()).hasSizeLessThan(series.length() / 10);
        assertThat(new GZIPInputStream(new ByteArrayInputStream(compressed.body())).readAllBytes())
                .asString(StandardCharsets.UTF_8)
                .isEqualTo(series);
        for (String refusing : List.of("br", "gzip;q=0", "gzip; q=0.0")) {
            HttpResponse<byte[]> plain = getAccepting(refusing);
            assertThat(plain.headers().firstValue("Content-Encoding"))
                    .as(refusing)
                    .isEmpty();
            assertThat(plain.body()).asString(StandardCharsets.UTF_8).isEqualTo(series);
        }
    }

    @Test
    void a_page_of_any_origin_may_send_conditions_and_read_every_header() throws Exception {
        HttpResponse<String> asked = get(
                "OPTIONS",
                "magnesium/feed.json",
                "Origin",
                "https://reader.example",
                "Access-Control-Request-Method",
                "GET",
                "Access-Control-Request-Headers",
                "if-none-match");

        assertThat(asked.statusCode()).isEqualTo(204);
        assertThat(asked.headers().firstValue("Access-Control-Allow-Origin")).contains("*");
        assertThat(asked.headers().firstValue("Access-Control-Allow-Methods")).contains("GET, HEAD");
        assertThat(asked.headers().firstValue("Access-Control-Allow-Headers")).contains("*");
        for (String path : List.of("magnesium/feed.json", "magnesium/nothing.json")) {
            HttpResponse<String> answer = get("GET", path);
            assertThat(answer.headers().firstValue("Access-Control-Allow-Origin"))
                    .as(path)
                    .contains("*");
            assertThat(answer.headers().firstValue("Access-Control-Expose-Headers"))
                    .as(path)
                    .contains("*");
        }
    }

    @Test
    void who_has_it_is_told_so_until_it_changes() throws Exception {
        Path series = Files.writeString(folder.resolve("served/magnesium/series.csv"), "month,product\n".repeat(500));
        String plain =
                get("GET", "magnesium/series.csv").headers().firstValue("ETag").orElseThrow();
        HttpResponse<byte[]> compressed = getAccepting("gzip");

        assertThat(compressed.headers().firstValue("ETag")).contains("W/" + plain);
        for (String had : List.of(plain, "W/" + plain, "\"other\", W/" + plain, "*")) {
            HttpResponse<String> again = get("GET", "magnesium/series.csv", "If-None-Match", had);
            assertThat(again.statusCode()).as(had).isEqualTo(304);
            assertThat(again.body()).as(had).isEmpty();
            assertThat(again.headers().firstValue("ETag")).as(had).contains(plain);
            assertThat(again.headers().firstValue("Cache-Control")).as(had).contains("no-cache");
        }
        Files.writeString(series, "month,product\n");
        HttpResponse<String> changed = get("GET", "magnesium/series.csv", "If-None-Match", plain);
        assertThat(changed.statusCode()).isEqualTo(200);
        assertThat(changed.body()).isEqualTo("month,product\n");
    }

    @Test
    void a_part_is_sent_as_it_lies_in_the_file() throws Exception {
        String series = "0123456789".repeat(200);
        Files.writeString(folder.resolve("served/magnesium/series.csv"), series);
        String etag =
                get("HEAD", "magnesium/series.csv").headers().firstValue("ETag").orElseThrow();

        HttpResponse<String> part =
                get("GET", "magnesium/series.csv", "Range", "bytes=1-3", "Accept-Encoding", "gzip", "If-Range", etag);
        assertThat(part.statusCode()).isEqualTo(206);
        assertThat(part.body()).isEqualTo("123");
        assertThat(part.headers().firstValue("Content-Range")).contains("bytes 1-3/2000");
        assertThat(part.headers().firstValue("Content-Encoding")).isEmpty();
        assertThat(get("GET", "magnesium/series.csv", "Range", "bytes=1998-").body())
                .isEqualTo("89");
        assertThat(get("GET", "magnesium/series.csv", "Range", "bytes=-3").body())
                .isEqualTo("789");
        assertThat(get("GET", "magnesium/series.csv", "Range", "bytes=1999-5000")
                        .body())
                .isEqualTo("9");

        HttpResponse<String> beyond = get("GET", "magnesium/series.csv", "Range", "bytes=2000-");
        assertThat(beyond.statusCode()).isEqualTo(416);
        assertThat(beyond.headers().firstValue("Content-Range")).contains("bytes */2000");
        assertThat(get("GET", "magnesium/series.csv", "Range", "bytes=-0").statusCode())
                .isEqualTo(416);
        for (String whole : List.of("bytes=3-1", "bytes=-", "bytes=0-1,5-6", "rows=0-1", "bytes=x-y")) {
            assertThat(get("GET", "magnesium/series.csv", "Range", whole).body())
                    .as(whole)
                    .isEqualTo(series);
        }
        assertThat(get("GET", "magnesium/series.csv", "Range", "bytes=1-3", "If-Range", "\"other\"")
                        .statusCode())
                .isEqualTo(200);
        assertThat(get("HEAD", "magnesium/series.csv", "Range", "bytes=1-3").statusCode())
                .isEqualTo(200);
        assertThat(get("GET", "magnesium/empty.csv", "Range", "bytes=0-").statusCode())
                .isEqualTo(416);
    }

    @Test
    void what_is_served_is_said_to_be_what_it_is_in_the_feed_bucket() throws Exception {
        String suffix = "-types-" + UUID.randomUUID();
        Set<String> types = new TreeSet<>();
        try (LocalSystem system = LocalSystem.on(
                SharedEmulators.get(),
                Project.ROOT.resolve("infra/template.yaml"),
                id -> TemplateResources.plainName(id) + suffix)) {
            system.upload("feeds/magnesium.json", Project.SAMPLES.resolve("feeds/magnesium.json"));
            system.upload(
                    "incoming/gacc/flow=export/hs=8104/november.csv",
                    Project.SAMPLE_FILES.resolve("magnesium-2025-11.csv"));
            system.publish();
            FolderMirror.each(folder.resolve("served")).update(system.feedBucket());
            for (String key : system.feedBucket().keys()) {
                String stored = SharedEmulators.get()
                        .s3()
                        .headObject(head ->
                                head.bucket(system.names().get("FeedBucket")).key(key))
                        .contentType()
                        // S3Mock writes types without the space that is usual in them.
                        .replaceAll("; *", "; ");
                types.add(stored);
                assertThat(get("HEAD", key).headers().firstValue("Content-Type"))
                        .as(key)
                        .contains(stored);
            }
        }
        assertThat(types).hasSizeGreaterThan(6).doesNotContain("application/octet-stream");
    }

    @Test
    void what_the_run_wrote_is_served_and_nothing_else() throws Exception {
        Path served = folder.resolve("served");
        Files.writeString(served.resolve("mine.txt"), "mine");
        unwritten.add("mine.txt");
        Files.writeString(served.resolve(".customs-feed-functions.log"), "log");
        Files.createSymbolicLink(served.resolve("link.txt"), folder.resolve("secret.txt"));
        Files.createSymbolicLink(served.resolve("magnesium/out"), folder);

        for (String path : List.of(
                "mine.txt",
                ".customs-feed-functions.log",
                "link.txt",
                "magnesium/out/secret.txt",
                "magnesium/..%2f..%2fsecret.txt",
                "magnesium/feed.json/",
                "%00",
                "a%5c..%5cb")) {
            assertThat(get("GET", path).statusCode()).as(path).isEqualTo(404);
        }
        assertThat(get("GET", "magnesium/feed.json").statusCode()).isEqualTo(200);
    }

    @Test
    void who_has_it_since_it_was_modified_is_told_so() throws Exception {
        Path feed = folder.resolve("served/magnesium/feed.json");
        Files.setLastModifiedTime(feed, FileTime.from(Instant.parse("2026-01-18T03:04:05.678Z")));
        String modified = "Sun, 18 Jan 2026 03:04:05 GMT";

        HttpResponse<String> whole = get("GET", "magnesium/feed.json");
        assertThat(whole.headers().firstValue("Last-Modified")).contains(modified);
        assertThat(status("If-Modified-Since", modified)).isEqualTo(304);
        assertThat(status("If-Modified-Since", "Mon, 19 Jan 2026 00:00:00 GMT")).isEqualTo(304);
        assertThat(status("If-Modified-Since", "Sun, 18 Jan 2026 03:04:04 GMT")).isEqualTo(200);
        assertThat(status("If-Modified-Since", "yesterday")).isEqualTo(200);
        assertThat(status("If-Modified-Since", modified, "If-None-Match", "\"other\""))
                .as("the content counts more than its time")
                .isEqualTo(200);

        // Just written, for however long this test may take until it asks.
        Files.setLastModifiedTime(feed, FileTime.from(Instant.parse("2100-01-01T00:00:00Z")));
        assertThat(get("GET", "magnesium/feed.json").headers().firstValue("Last-Modified"))
                .as("it may change again within the second")
                .isEmpty();
        assertThat(status("If-Modified-Since", "Fri, 31 Dec 2100 00:00:00 GMT")).isEqualTo(200);
    }

    private int status(String... headers) throws Exception {
        return get("GET", "magnesium/feed.json", headers).statusCode();
    }

    @Test
    void half_a_request_keeps_nobody_from_being_answered_and_is_given_up() throws Exception {
        List<Socket> half = new ArrayList<>();
        try {
            for (int i = 0; i < 20; i++) {
                Socket socket =
                        new Socket(server.address().getHost(), server.address().getPort());
                half.add(socket);
                socket.getOutputStream()
                        .write("GET /magnesium/feed.json HTTP/1.1\r\nHost: ".getBytes(StandardCharsets.US_ASCII));
            }

            assertThat(get("GET", "magnesium/feed.json").statusCode()).isEqualTo(200);
            for (Socket socket : half) {
                socket.setSoTimeout(60_000);
                assertThat(socket.getInputStream().readAllBytes())
                        .as("closed without an answer")
                        .isEmpty();
            }
        } finally {
            for (Socket socket : half) {
                socket.close();
            }
        }
    }

    @Test
    void a_port_in_use_cannot_be_bound() {
        assertThatIOException()
                .isThrownBy(() -> FeedServer.bind(folder, server.address().getPort(), key -> true));
    }

    private HttpResponse<byte[]> getAccepting(String encodings) throws Exception {
        HttpRequest request = HttpRequest.newBuilder(URI.create(server.address() + "magnesium/series.csv"))
                .header("Accept-Encoding", encodings)
                .build();
        return client.send(request, HttpResponse.BodyHandlers.ofByteArray());
    }

    private HttpResponse<String> get(String method, String path, String... headers) throws Exception {
        HttpRequest.Builder request = HttpRequest.newBuilder(URI.create(server.address() + path))
                .method(method, HttpRequest.BodyPublishers.noBody());
        if (headers.length > 0) {
            request.headers(headers);
        }
        return client.send(request.build(), HttpResponse.BodyHandlers.ofString());
    }
}
