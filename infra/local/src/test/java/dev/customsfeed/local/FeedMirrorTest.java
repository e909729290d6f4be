package dev.customsfeed.local;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIOException;

import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class FeedMirrorTest {

    @TempDir
    Path folder;

    private final Map<String, String> bucket = new TreeMap<>();

    private final FeedMirror.Source source = new FeedMirror.Source() {
        @Override
        public List<String> keys() {
            List<String> keys = new ArrayList<>(bucket.keySet());
            keys.add("magnesium/gone.json");
            return keys;
        }

        @Override
        public Optional<byte[]> read(String key) {
            return Optional.ofNullable(bucket.get(key)).map(text -> text.getBytes(StandardCharsets.UTF_8));
        }
    };

    @Test
    void the_folder_becomes_the_same_as_the_bucket_and_stays_so() throws Exception {
        bucket.put("magnesium/feed.json", "1");
        bucket.put("magnesium/reports/2025-12.json", "2");
        FeedMirror mirror = new FeedMirror(folder);

        assertThat(mirror.update(source)).isEqualTo(2);
        assertThat(mirror.update(source)).isZero();
        assertThat(folder.resolve("magnesium/reports/2025-12.json")).hasContent("2");
        assertThat(folder.resolve("magnesium/gone.json")).doesNotExist();

        bucket.put("magnesium/feed.json", "3");
        bucket.remove("magnesium/reports/2025-12.json");
        assertThat(new FeedMirror(folder).update(source)).isEqualTo(2);
        assertThat(folder.resolve("magnesium/feed.json")).hasContent("3");
        assertThat(folder.resolve("magnesium/reports/2025-12.json")).doesNotExist();
    }

    @Test
    void what_it_did_not_write_it_does_not_delete() throws Exception {
        Path mine = Files.writeString(folder.resolve("mine.txt"), "mine");

        new FeedMirror(folder).update(source);

        assertThat(mine).hasContent("mine");
    }

    @Test
    void a_key_that_leads_out_of_the_folder_is_refused() {
        bucket.put("../outside.json", "x");

        assertThatIOException()
                .isThrownBy(() -> new FeedMirror(folder).update(source))
                .withMessageContaining("outside");
    }
}
