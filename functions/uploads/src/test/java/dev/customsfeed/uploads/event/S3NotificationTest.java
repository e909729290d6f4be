package dev.customsfeed.uploads.event;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.customsfeed.ledger.ObjectVersion;
import dev.customsfeed.ledger.UploadOrder;
import dev.customsfeed.runtime.lambda.SqsBatch;
import dev.customsfeed.uploads.event.S3Event.Kind;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.OptionalLong;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class S3NotificationTest {

    private static final String KEY = "incoming/gacc/flow=export/hs=8104/magnesium-2025-11.csv";
    private static final String RECORD = """
            {"Records":[{"eventName":"%s","eventTime":"2026-01-18T03:04:05.678Z",
              "s3":{"bucket":{"name":"uploads"},"object":{"key":"%s","versionId":"v1","sequencer":"01","size":0}}}]}
            """;

    private static List<S3Event> sample(String name) throws IOException, UnusableMessageException {
        try (InputStream event = Files.newInputStream(Path.of("../../events", name))) {
            return S3Notification.read(SqsBatch.read(event).get(0).body(), "customs-feed-upload")
                    .events();
        }
    }

    private static List<S3Event> read(String body) throws UnusableMessageException {
        S3Notification notification = S3Notification.read(body, "uploads");
        assertThat(notification.foreignBuckets()).isEmpty();
        return notification.events();
    }

    @Test
    void an_upload_is_read() throws Exception {
        assertThat(sample("s3-created.json"))
                .containsExactly(new S3Event(
                        Kind.CREATED,
                        new ObjectVersion("customs-feed-upload", KEY, "3sL4kqtJlcpXroDTDmJxrmSpXd3dIbrHY"),
                        "0055AED6DCD90281E5",
                        Instant.parse("2026-01-18T03:04:05.678Z"),
                        OptionalLong.of(30000)));
    }

    @Test
    void a_delete_marker_is_read() throws Exception {
        assertThat(sample("s3-delete-marker.json")).singleElement().satisfies(event -> {
            assertThat(event.kind()).isEqualTo(Kind.DELETE_MARKER_CREATED);
            assertThat(event.object().key()).isEqualTo(KEY);
            assertThat(event.object().versionId()).isEqualTo("UIORUnfndfiufdisojhr398493jfdkjF");
            assertThat(event.size()).isEmpty();
        });
    }

    @Test
    void a_removed_version_is_read() throws Exception {
        assertThat(sample("s3-version-removed.json")).singleElement().satisfies(event -> {
            assertThat(event.kind()).isEqualTo(Kind.VERSION_REMOVED);
            assertThat(event.upload().order())
                    .isEqualTo(new UploadOrder(
                            Instant.parse("2026-01-20T10:00:00Z"),
                            "0055AED6DCD90281E7",
                            Instant.parse("2026-01-20T10:00:00Z")));
            assertThat(event.object().key()).isEqualTo(KEY);
            assertThat(event.object().versionId()).isEqualTo("3sL4kqtJlcpXroDTDmJxrmSpXd3dIbrHY");
        });
    }

    @Test
    void what_a_lifecycle_rule_removes_is_read_as_what_somebody_deletes() throws Exception {
        assertThat(sample("s3-lifecycle-delete-marker.json"))
                .containsExactly(new S3Event(
                        Kind.DELETE_MARKER_CREATED,
                        new ObjectVersion("customs-feed-upload", KEY, "UIORUnfndfiufdisojhr398493jfdkjF"),
                        "0055AED6DCD90281E8",
                        Instant.parse("2026-01-21T00:00:00Z"),
                        OptionalLong.empty()));
        assertThat(sample("s3-lifecycle-version-removed.json"))
                .containsExactly(new S3Event(
                        Kind.VERSION_REMOVED,
                        new ObjectVersion("customs-feed-upload", KEY, "3sL4kqtJlcpXroDTDmJxrmSpXd3dIbrHY"),
                        "0055AED6DCD90281E9",
                        Instant.parse("2026-01-22T00:00:00Z"),
                        OptionalLong.empty()));
    }

    @Test
    void of_another_bucket_nothing_is_read_and_nothing_is_a_fault() throws Exception {
        String ours = String.format(Locale.ROOT, RECORD, "ObjectCreated:Put", "incoming/x")
                .strip();
        String theirs = ours.replace("\"uploads\"", "\"theirs\"");
        for (String foreign : List.of(
                theirs,
                theirs.replace("\"versionId\":\"v1\",", ""),
                theirs.replace("incoming/x", "%ZZ"),
                theirs.replace("2026-01-18T03:04:05.678Z", "yesterday"),
                theirs.replace("ObjectCreated:Put", "ObjectTagging:Put"),
                theirs.replace("\"eventName\":\"ObjectCreated:Put\",", ""),
                "{\"Service\":\"Amazon S3\",\"Event\":\"s3:TestEvent\",\"Bucket\":\"theirs\"}")) {
            S3Notification notification = S3Notification.read(foreign, "uploads");
            assertThat(notification.events()).as(foreign).isEmpty();
            assertThat(notification.foreignBuckets()).as(foreign).isEqualTo(Map.of("theirs", 1));
        }
    }

    @Test
    void what_is_ours_is_read_beside_what_is_not() throws Exception {
        String record = String.format(Locale.ROOT, RECORD, "ObjectCreated:Put", "incoming/x")
                .strip();
        String inner = record.substring("{\"Records\":[".length(), record.length() - "]}".length());
        String body = String.format(
                Locale.ROOT,
                "{\"Records\":[%s,%s,%s,%s]}",
                inner.replace("\"uploads\"", "\"uploads-2\""),
                inner,
                inner.replace("\"uploads\"", "\"Uploads\""),
                inner.replace("\"uploads\"", "\"uploads-2\""));

        S3Notification notification = S3Notification.read(body, "uploads");

        assertThat(notification.events())
                .extracting(S3Event::object)
                .containsExactly(new ObjectVersion("uploads", "incoming/x", "v1"));
        assertThat(notification.foreignBuckets()).isEqualTo(Map.of("Uploads", 1, "uploads-2", 2));
    }

    @Test
    void the_test_event_has_nothing_to_tell() throws Exception {
        assertThat(sample("s3-test-event.json")).isEmpty();
    }

    @ParameterizedTest
    @CsvSource({
        "incoming/gacc/flow%3Dexport/a+b.csv, incoming/gacc/flow=export/a b.csv",
        "incoming/a%2Bb.csv, incoming/a+b.csv",
        "incoming/%E9%95%81.csv, incoming/镁.csv",
        "incoming/%25.csv, incoming/%.csv"
    })
    void keys_are_decoded(String written, String key) throws Exception {
        assertThat(read(String.format(Locale.ROOT, RECORD, "ObjectCreated:Put", written)))
                .singleElement()
                .extracting(event -> event.object().key())
                .isEqualTo(key);
    }

    @ParameterizedTest
    @ValueSource(strings = {"ObjectCreated:Copy", "ObjectCreated:CompleteMultipartUpload", "ObjectCreated:Post"})
    void every_way_of_creating_an_object_is_an_upload(String name) throws Exception {
        assertThat(read(String.format(Locale.ROOT, RECORD, name, "incoming/x")))
                .extracting(S3Event::kind)
                .containsExactly(Kind.CREATED);
    }

    @ParameterizedTest
    @ValueSource(strings = {"ObjectTagging:Put", "ObjectRestore:Completed", "ReducedRedundancyLostObject"})
    void what_changes_no_object_is_passed_over(String name) throws Exception {
        assertThat(read(String.format(Locale.ROOT, RECORD, name, "incoming/x"))).isEmpty();
    }

    @Test
    void a_folder_of_the_console_is_known_by_its_slash_and_its_size() throws Exception {
        assertThat(read(String.format(Locale.ROOT, RECORD, "ObjectCreated:Put", "incoming/gacc/")))
                .allMatch(S3Event::isFolderMarker);
        assertThat(read(String.format(Locale.ROOT, RECORD, "ObjectCreated:Put", "incoming/gacc")))
                .noneMatch(S3Event::isFolderMarker);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "[]",
                "null",
                "not JSON",
                "{\"recompute\":\"schedule\"}",
                "{\"Records\":\"none\"}",
                "{\"Records\":[{}]}",
                "{\"Records\":[{\"eventName\":\"ObjectCreated:Put\"}]}"
            })
    void anything_else_can_never_be_taken(String body) {
        assertThatThrownBy(() -> read(body))
                .isInstanceOf(UnusableMessageException.class)
                .hasMessageContaining("expected");
    }

    @ParameterizedTest
    @CsvSource({
        "\"versionId\":\"v1\", , turn on versioning",
        "\"versionId\":\"v1\", '\"versionId\":\"null\",', turn on versioning",
        "2026-01-18T03:04:05.678Z, yesterday, event time",
        "incoming/x, incoming/%ZZ, URL-encoded"
    })
    void a_notification_that_lacks_what_is_needed_says_what(String found, String instead, String said) {
        String body = String.format(Locale.ROOT, RECORD, "ObjectCreated:Put", "incoming/x")
                .replace(found.equals("\"versionId\":\"v1\"") ? found + "," : found, instead == null ? "" : instead);
        assertThatThrownBy(() -> read(body))
                .isInstanceOf(UnusableMessageException.class)
                .hasMessageContaining(said);
    }

    @Test
    void a_long_message_is_not_shown_as_a_whole() {
        assertThatThrownBy(() -> read("x".repeat(10_000)))
                .isInstanceOf(UnusableMessageException.class)
                .satisfies(e -> assertThat(e.getMessage()).hasSizeLessThan(500));
    }
}
