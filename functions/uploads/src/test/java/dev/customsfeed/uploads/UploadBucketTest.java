package dev.customsfeed.uploads;

import static org.assertj.core.api.Assertions.assertThat;

import dev.customsfeed.emulators.SharedEmulators;
import dev.customsfeed.ledger.Declared;
import dev.customsfeed.ledger.ObjectVersion;
import dev.customsfeed.ledger.Upload;
import dev.customsfeed.ledger.UploadHistory;
import dev.customsfeed.ledger.UploadLogEntry;
import dev.customsfeed.ledger.UploadOrder;
import dev.customsfeed.uploads.UploadBucket.Answer;
import dev.customsfeed.uploads.UploadBucket.Answered;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import software.amazon.awssdk.core.sync.RequestBody;
import software.amazon.awssdk.services.s3.S3Client;
import software.amazon.awssdk.services.s3.model.BucketVersioningStatus;

/** Versions and answers in a bucket of S3Mock. */
class UploadBucketTest {

    private static final S3Client S3 = SharedEmulators.get().s3();

    private final String name = "uploads-" + UUID.randomUUID();
    private final UploadBucket bucket = new UploadBucket(S3);
    private final SettledAnswers answers = new SettledAnswers(bucket);

    @BeforeEach
    void make() {
        S3.createBucket(create -> create.bucket(name));
        S3.putBucketVersioning(
                put -> put.bucket(name).versioningConfiguration(to -> to.status(BucketVersioningStatus.ENABLED)));
    }

    private ObjectVersion put(String key, String text) {
        String version = S3.putObject(put -> put.bucket(name).key(key), RequestBody.fromString(text))
                .versionId();
        return new ObjectVersion(name, key, version);
    }

    private static byte[] json(String text) {
        return ("{\"" + text + "\":1}").getBytes(StandardCharsets.UTF_8);
    }

    @Test
    void exactly_the_version_that_is_asked_for_is_opened() throws Exception {
        ObjectVersion first = put("a.csv", "first");
        put("a.csv", "second");
        try (OpenedUpload opened = bucket.open(first).orElseThrow()) {
            assertThat(opened.bytes(100)).asString(StandardCharsets.UTF_8).isEqualTo("first");
            assertThat(opened.lastModified()).isNotNull();
        }
        assertThat(bucket.open(new ObjectVersion(name, "b.csv", first.versionId())))
                .isEmpty();
    }

    @Test
    void an_answer_is_about_one_version_and_whoever_is_slower_writes_nothing() {
        ObjectVersion first = put("a.csv", "first");
        ObjectVersion second = put("a.csv", "second");
        assertThat(bucket.put(Answer.TAKEN, first, json("first"), Optional.empty()))
                .isTrue();
        Answered there = bucket.answered(Answer.TAKEN, first).orElseThrow();
        assertThat(there.version()).isEqualTo(first.versionId());
        assertThat(bucket.taken(first)).contains(json("first"));
        assertThat(bucket.taken(second)).isEmpty();
        assertThat(bucket.put(Answer.TAKEN, second, json("second"), Optional.of(there)))
                .isTrue();
        assertThat(bucket.put(Answer.TAKEN, first, json("first"), Optional.of(there)))
                .isFalse();
        assertThat(bucket.taken(second)).contains(json("second"));
        bucket.delete(Answer.TAKEN, second);
        assertThat(bucket.answered(Answer.TAKEN, second)).isEmpty();
        assertThat(bucket.taken(second)).isEmpty();
    }

    @Test
    void each_key_has_an_answer_of_its_own() {
        ObjectVersion plain = new ObjectVersion(name, "a_b.csv", "v");
        ObjectVersion control = new ObjectVersion(name, "a\nb.csv", "v");
        ObjectVersion longest = new ObjectVersion(name, "x".repeat(1024), "v");
        assertThat(Answer.REJECTED.key(plain)).isEqualTo("rejected/a_b.csv.json");
        assertThat(Answer.REJECTED.key(control))
                .startsWith("rejected/a_b.csv.")
                .isNotEqualTo(Answer.REJECTED.key(plain));
        assertThat(Answer.TAKEN.key(longest)).matches("taken/[0-9a-f]{64}\\.json");
    }

    @Test
    void answers_follow_the_log() throws Exception {
        ObjectVersion version = put("a.csv", "text");
        Upload upload = new Upload(version, new UploadOrder(Instant.EPOCH, "1", Instant.EPOCH));
        UploadLogEntry rejected = new UploadLogEntry.Rejected("log", upload, "why", Declared.NOTHING);
        UploadHistory history = UploadHistory.of(List.of(rejected));
        assertThat(answers.rejected(version, history, Optional.of(json("fresh")), again -> Optional.empty()))
                .isTrue();
        assertThat(answers.taken(version, history, Optional.empty(), again -> Optional.empty()))
                .isTrue();
        assertThat(bucket.answered(Answer.REJECTED, version)).isPresent();
        assertThat(bucket.answered(Answer.TAKEN, version)).isEmpty();

        UploadHistory taken = UploadHistory.of(List.of(new UploadLogEntry.Definition(upload, "{}")));
        assertThat(answers.rejected(version, taken, Optional.empty(), again -> Optional.empty()))
                .isTrue();
        assertThat(answers.taken(version, taken, Optional.empty(), again -> Optional.of(json("again"))))
                .isTrue();
        assertThat(bucket.answered(Answer.REJECTED, version)).isEmpty();
        assertThat(bucket.taken(version)).contains(json("again"));
        assertThat(answers.taken(version, taken, Optional.empty(), again -> Optional.of(json("never"))))
                .isTrue();
        assertThat(bucket.taken(version)).contains(json("again"));

        UploadHistory removed = UploadHistory.of(
                List.of(new UploadLogEntry.Definition(upload, "{}"), new UploadLogEntry.Removed("log", upload)));
        assertThat(answers.taken(version, removed, Optional.empty(), again -> Optional.empty()))
                .isTrue();
        assertThat(bucket.answered(Answer.TAKEN, version)).isEmpty();
    }
}
