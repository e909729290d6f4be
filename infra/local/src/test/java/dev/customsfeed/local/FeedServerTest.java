package dev.customsfeed.local;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.zip.GZIPInputStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class FeedServerTest {

    @TempDir
    Path folder;

    private FeedServer server;

    @BeforeEach
    void serve() throws Exception {
        Path feed = Files.createDirectories(folder.resolve("served/magnesium"));
        Files.writeString(feed.resolve("feed.json"), "{}");
        Files.writeString(feed.resolve("index.html"), "<p>page</p>");
        Files.writeString(feed.resolve("empty.csv"), "");
        Files.writeString(folder.resolve("secret.txt"), "secret");
        server = FeedServer.start(folder.resolve("served"), 0);
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
        assertThat(feed.headers().firstValue("Content-Type")).contains("application/feed+json");
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
        assertThat(get("DELETE", "magnesium/feed.json").statusCode()).isEqualTo(405);
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

    private HttpResponse<byte[]> getAccepting(String encodings) throws Exception {
        HttpRequest request = HttpRequest.newBuilder(URI.create(server.address() + "magnesium/series.csv"))
                .header("Accept-Encoding", encodings)
                .build();
        return HttpClient.newHttpClient().send(request, HttpResponse.BodyHandlers.ofByteArray());
    }

    private HttpResponse<String> get(String method, String path) throws Exception {
        HttpRequest request = HttpRequest.newBuilder(URI.create(server.address() + path))
                .method(method, HttpRequest.BodyPublishers.noBody())
                .build();
        return HttpClient.newHttpClient().send(request, HttpResponse.BodyHandlers.ofString());
    }
}
