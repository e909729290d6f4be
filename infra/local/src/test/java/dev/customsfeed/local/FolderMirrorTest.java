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

class FolderMirrorTest {

    @TempDir
    Path folder;

    private final Map<String, String> bucket = new TreeMap<>();

    private final FolderMirror.Source source = new FolderMirror.Source() {
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

        @Override
        public boolean isImmutable(String key) {
            return key.startsWith("magnesium/archive/");
        }
    };

    @Test
    void the_folder_becomes_the_same_as_the_bucket_and_stays_so() throws Exception {
        bucket.put("magnesium/feed.json", "1");
        bucket.put("magnesium/reports/2025-12.json", "2");
        FolderMirror mirror = new FolderMirror(folder);

        assertThat(mirror.update(source)).isEqualTo(2);
        assertThat(mirror.update(source)).isZero();
        assertThat(folder.resolve("magnesium/reports/2025-12.json")).hasContent("2");
        assertThat(folder.resolve("magnesium/gone.json")).doesNotExist();

        bucket.put("magnesium/feed.json", "3");
        bucket.remove("magnesium/reports/2025-12.json");
        assertThat(new FolderMirror(folder).update(source)).isEqualTo(2);
        assertThat(folder.resolve("magnesium/feed.json")).hasContent("3");
        assertThat(folder.resolve("magnesium/reports/2025-12.json")).doesNotExist();
    }

    @Test
    void folders_go_with_the_last_file_in_them_and_none_comes_without_a_file() throws Exception {
        Path empty = folder.resolve("empty");
        new FolderMirror(empty).update(source);
        assertThat(empty).doesNotExist();

        bucket.put("incoming/gacc/flow=export/a.csv.json", "1");
        bucket.put("incoming/b.csv.json", "2");
        FolderMirror mirror = new FolderMirror(folder);
        mirror.update(source);
        bucket.remove("incoming/gacc/flow=export/a.csv.json");
        mirror.update(source);
        assertThat(folder.resolve("incoming/gacc")).doesNotExist();
        assertThat(folder.resolve("incoming/b.csv.json")).hasContent("2");

        bucket.clear();
        mirror.update(source);
        assertThat(folder.resolve("incoming")).doesNotExist();
        assertThat(folder).exists();
    }

    @Test
    void only_what_never_changes_is_not_read_twice() throws Exception {
        FolderMirror mirror = new FolderMirror(folder);
        for (String content : List.of("1", "2")) {
            bucket.put("magnesium/archive/a.json", content);
            bucket.put("incoming/archive/a.csv.json", content);
            mirror.update(source);
        }

        assertThat(folder.resolve("magnesium/archive/a.json")).hasContent("1");
        assertThat(folder.resolve("incoming/archive/a.csv.json")).hasContent("2");
    }

    @Test
    void what_it_did_not_write_it_does_not_delete() throws Exception {
        Path mine = Files.writeString(folder.resolve("mine.txt"), "mine");

        new FolderMirror(folder).update(source);

        assertThat(mine).hasContent("mine");
    }

    @Test
    void a_key_that_leads_out_of_the_folder_is_refused() {
        bucket.put("../outside.json", "x");

        assertThatIOException()
                .isThrownBy(() -> new FolderMirror(folder).update(source))
                .withMessageContaining("outside");
    }
}
