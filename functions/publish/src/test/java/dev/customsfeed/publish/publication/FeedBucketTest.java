package dev.customsfeed.publish.publication;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import software.amazon.awssdk.services.s3.S3Client;
import software.amazon.awssdk.services.s3.model.DeleteObjectsRequest;
import software.amazon.awssdk.services.s3.model.DeleteObjectsResponse;
import software.amazon.awssdk.services.s3.model.ObjectIdentifier;
import software.amazon.awssdk.services.s3.model.S3Error;

/** What no emulator can be brought to do. */
class FeedBucketTest {

    /** Notes how many keys each request names, and answers as told. */
    private static final class Deletions implements S3Client {
        private final List<List<String>> requests = new ArrayList<>();
        private final DeleteObjectsResponse answer;

        Deletions(DeleteObjectsResponse answer) {
            this.answer = answer;
        }

        @Override
        public DeleteObjectsResponse deleteObjects(DeleteObjectsRequest request) {
            requests.add(request.delete().objects().stream()
                    .map(ObjectIdentifier::key)
                    .toList());
            return answer;
        }

        @Override
        public String serviceName() {
            return "s3";
        }

        @Override
        public void close() {}
    }

    private static final List<String> KEYS =
            IntStream.range(0, 2001).mapToObj(i -> "magnesium/" + i).toList();

    @Test
    void no_request_deletes_more_than_s3_takes() {
        Deletions s3 = new Deletions(DeleteObjectsResponse.builder().build());

        new FeedBucket(s3, "feeds").delete(KEYS);

        assertThat(s3.requests).extracting(List::size).containsExactly(1000, 1000, 1);
        assertThat(s3.requests.stream().flatMap(List::stream)).containsExactlyElementsOf(KEYS);
    }

    @Test
    void nothing_to_delete_asks_for_nothing() {
        Deletions s3 = new Deletions(DeleteObjectsResponse.builder().build());

        new FeedBucket(s3, "feeds").delete(List.of());

        assertThat(s3.requests).isEmpty();
    }

    @Test
    void an_object_that_s3_does_not_delete_is_an_error_with_its_key_and_the_reason() {
        S3Error denied = S3Error.builder()
                .key("magnesium/1")
                .code("AccessDenied")
                .message("not allowed")
                .build();
        Deletions s3 =
                new Deletions(DeleteObjectsResponse.builder().errors(denied).build());

        assertThatThrownBy(() -> new FeedBucket(s3, "feeds").delete(KEYS))
                .isInstanceOf(IllegalStateException.class)
                .hasMessageContainingAll("magnesium/1", "AccessDenied", "not allowed");
    }
}
