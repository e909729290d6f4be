package dev.customsfeed.local;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
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

    private HttpResponse<String> get(String method, String path) throws Exception {
        HttpRequest request = HttpRequest.newBuilder(URI.create(server.address() + path))
                .method(method, HttpRequest.BodyPublishers.noBody())
                .build();
        return HttpClient.newHttpClient().send(request, HttpResponse.BodyHandlers.ofString());
    }
}
