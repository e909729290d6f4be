package dev.customsfeed.publish;

import static dev.customsfeed.publish.FeedSystem.months;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import dev.customsfeed.emulators.SharedEmulators;
import dev.customsfeed.publish.bench.S3InMemory;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Stream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import software.amazon.awssdk.core.sync.RequestBody;
import software.amazon.awssdk.services.s3.S3Client;
import software.amazon.awssdk.services.s3.model.HeadObjectResponse;
import software.amazon.awssdk.services.s3.model.ObjectIdentifier;
import software.amazon.awssdk.services.s3.model.S3Exception;
import software.amazon.awssdk.services.s3.model.S3Object;

/** The buckets that tests of many systems have are to the function what those of S3Mock are. */
@Tag("any-jdk")
class S3InMemoryTest {

    private static final String INGOT = "81041100";
    private static final String ALLOY = "81041900";

    @Test
    void a_life_in_memory_has_the_same_calls_and_the_same_objects_as_in_s3mock() throws Exception {
        List<List<Object>> lives = new ArrayList<>();
        for (FeedSystem system : List.of(new FeedSystem(), FeedSystem.inMemory())) {
            List<Object> seen = new ArrayList<>();
            system.define("magnesium", "Magnesium", INGOT, ALLOY);
            system.upload("october", ALLOY, months("2025-10", 500));
            system.upload("november", INGOT, months("2025-11", 1000, "2023-01", 7));
            see(system, seen);
            system.upload("november", INGOT, months("2025-11", 1111));
            system.withdraw("october");
            see(system, seen);
            system.spoilCheckpoints(Optional.of("spoilt"));
            system.restart();
            see(system, seen);
            system.undefine("magnesium");
            see(system, seen);
            lives.add(seen);
        }
        assertThat(lives.get(1)).isEqualTo(lives.get(0));
        assertThat(lives.get(0)).hasSize(16);
    }

    private static void see(FeedSystem system, List<Object> seen) throws Exception {
        system.calls().take();
        seen.add(system.publish());
        // Some calls are made side by side.
        seen.add(system.calls().take().stream().sorted().toList());
        seen.add(system.etags());
        seen.add(system.objects());
    }

    @ParameterizedTest
    @ValueSource(booleans = {true, false})
    void what_the_function_may_ask_for_is_answered_as_s3_answers(boolean inMemory) {
        String bucket = "any-" + UUID.randomUUID();
        try (S3Client s3 =
                inMemory ? new S3InMemory().client() : SharedEmulators.get().s3()) {
            if (!inMemory) {
                s3.createBucket(create -> create.bucket(bucket));
            }
            String first = s3.putObject(
                            put -> put.bucket(bucket)
                                    .key("a/b.json")
                                    .ifNoneMatch("*")
                                    .contentType("application/json")
                                    .metadata(Map.of("generation", "7")),
                            RequestBody.fromString("one"))
                    .eTag();
            fails(
                    412,
                    () -> s3.putObject(
                            put -> put.bucket(bucket).key("a/b.json").ifNoneMatch("*"), RequestBody.fromString("two")));
            fails(
                    412,
                    () -> s3.putObject(
                            put -> put.bucket(bucket).key("a/b.json").ifMatch("\"0123456789abcdef0123456789abcdef\""),
                            RequestBody.fromString("two")));
            HeadObjectResponse head = s3.headObject(of -> of.bucket(bucket).key("a/b.json"));
            assertThat(head.eTag()).isEqualTo(first);
            assertThat(head.contentType()).isEqualTo("application/json");
            assertThat(head.metadata()).containsExactly(Map.entry("generation", "7"));

            String second = s3.putObject(
                            put -> put.bucket(bucket).key("a/b.json").ifMatch(first), RequestBody.fromString("two"))
                    .eTag();
            assertThat(second).isNotEqualTo(first);
            fails(
                    412,
                    () -> s3.getObjectAsBytes(
                            get -> get.bucket(bucket).key("a/b.json").ifMatch(first)));
            assertThat(s3.getObjectAsBytes(
                                    get -> get.bucket(bucket).key("a/b.json").ifMatch(second))
                            .asUtf8String())
                    .isEqualTo("two");
            fails(404, () -> s3.getObjectAsBytes(get -> get.bucket(bucket).key("a/c.json")));
            fails(404, () -> s3.headObject(of -> of.bucket(bucket).key("a/c.json")));

            s3.putObject(put -> put.bucket(bucket).key("a/d/e.json"), RequestBody.fromString("three"));
            s3.putObject(put -> put.bucket(bucket).key("f.json"), RequestBody.fromString("four"));
            assertThat(s3.listObjectsV2(list -> list.bucket(bucket).prefix("a/"))
                            .contents())
                    .extracting(S3Object::key)
                    .containsExactly("a/b.json", "a/d/e.json");
            assertThat(s3.listObjectsV2(list -> list.bucket(bucket).delimiter("/")))
                    .satisfies(listed -> assertThat(listed.contents())
                            .extracting(S3Object::key)
                            .containsExactly("f.json"))
                    .satisfies(listed -> assertThat(listed.commonPrefixes())
                            .singleElement()
                            .satisfies(folder -> assertThat(folder.prefix()).isEqualTo("a/")));
            assertThat(s3.deleteObjects(delete -> delete.bucket(bucket).delete(which -> which.quiet(true)
                                    .objects(Stream.of("a/b.json", "not/there")
                                            .map(key -> ObjectIdentifier.builder()
                                                    .key(key)
                                                    .build())
                                            .toList())))
                            .errors())
                    .isEmpty();
            assertThat(s3.listObjectsV2Paginator(list -> list.bucket(bucket)).contents())
                    .extracting(S3Object::key)
                    .containsExactly("a/d/e.json", "f.json");
        }
    }

    private static void fails(int status, Runnable call) {
        assertThatExceptionOfType(S3Exception.class)
                .isThrownBy(call::run)
                .satisfies(failure -> assertThat(failure.statusCode()).isEqualTo(status));
    }
}
