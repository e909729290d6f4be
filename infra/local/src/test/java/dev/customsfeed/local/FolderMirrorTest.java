package dev.customsfeed.local;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatIOException;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.Consumer;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

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
        FolderMirror mirror = FolderMirror.wholly(folder);

        assertThat(mirror.update(source).changed()).hasSize(2);
        assertThat(mirror.update(source).changed()).isEmpty();
        assertThat(folder.resolve("magnesium/reports/2025-12.json")).hasContent("2");
        assertThat(folder.resolve("magnesium/gone.json")).doesNotExist();

        bucket.put("magnesium/feed.json", "3");
        bucket.remove("magnesium/reports/2025-12.json");
        assertThat(FolderMirror.wholly(folder).update(source).changed()).hasSize(2);
        assertThat(folder.resolve("magnesium/feed.json")).hasContent("3");
        assertThat(folder.resolve("magnesium/reports/2025-12.json")).doesNotExist();
    }

    @Test
    void folders_go_with_the_last_file_in_them_and_none_comes_without_a_file() throws Exception {
        Path empty = folder.resolve("empty");
        FolderMirror.wholly(empty).update(source);
        assertThat(empty).doesNotExist();

        bucket.put("incoming/gacc/flow=export/a.csv.json", "1");
        bucket.put("incoming/b.csv.json", "2");
        FolderMirror mirror = FolderMirror.wholly(folder);
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
        FolderMirror mirror = FolderMirror.wholly(folder);
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

        FolderMirror.wholly(folder).update(source);

        assertThat(mine).hasContent("mine");
    }

    @Test
    void what_it_did_not_write_it_does_not_write_over_and_writes_nothing_at_all_then() throws Exception {
        Path mine = Files.writeString(
                Files.createDirectories(folder.resolve("magnesium")).resolve("index.html"), "mine");
        bucket.put("magnesium/feed.json", "1");
        bucket.put("magnesium/index.html", "2");
        FolderMirror mirror = FolderMirror.wholly(folder);

        assertThat(mirror.foreign(List.of("magnesium/feed.json", "magnesium/index.html")))
                .contains(mine);
        assertThatIOException()
                .isThrownBy(() -> mirror.update(source))
                .withMessageContaining(mine.toString())
                .withMessageContaining("did not write");
        assertThat(mine).hasContent("mine");
        assertThat(folder.resolve("magnesium/feed.json")).doesNotExist();

        Files.delete(mine);
        assertThat(mirror.update(source).changed()).hasSize(2);
        assertThat(mirror.foreign(List.of("magnesium/index.html"))).isEmpty();
    }

    @Test
    void a_file_of_somebody_else_that_says_the_same_is_left_to_them() throws Exception {
        Path mine = Files.writeString(folder.resolve("index.html"), "1");
        bucket.put("index.html", "1");
        FolderMirror mirror = FolderMirror.wholly(folder);

        mirror.update(source);
        assertThat(mirror.has("index.html")).isTrue();
        bucket.clear();
        mirror.update(source);

        assertThat(mine).hasContent("1");
    }

    @Test
    void where_files_do_not_belong_together_one_that_is_in_the_way_is_named_and_the_others_are_written()
            throws Exception {
        Path mine = Files.createDirectories(folder.resolve("incoming/x.csv.json"));
        Path other = Files.writeString(mine.resolve("y.csv"), "mine");
        bucket.put("incoming/x.csv.json", "1");
        bucket.put("incoming/z.csv.json", "2");

        FolderMirror.Update update = FolderMirror.each(folder).update(source);

        assertThat(update.passedOver()).singleElement().asString().contains(mine.toString());
        assertThat(other).hasContent("mine");
        assertThat(folder.resolve("incoming/z.csv.json")).hasContent("2");
    }

    @Test
    void a_key_that_is_a_file_and_a_folder_is_named() throws Exception {
        bucket.put("incoming/x.csv.json", "1");
        bucket.put("incoming/x.csv.json/y.csv.json", "2");

        FolderMirror.Update update = FolderMirror.each(folder).update(source);

        assertThat(update.passedOver()).singleElement().asString().contains("incoming/x.csv.json/y.csv.json");
        assertThat(folder.resolve("incoming/x.csv.json")).hasContent("1");

        bucket.remove("incoming/x.csv.json");
        assertThat(FolderMirror.wholly(folder).update(source).passedOver()).isEmpty();
        assertThat(folder.resolve("incoming/x.csv.json/y.csv.json")).hasContent("2");

        bucket.clear();
        bucket.put("incoming/x.csv.json", "1");
        FolderMirror.wholly(folder).update(source);
        assertThat(folder.resolve("incoming/x.csv.json")).hasContent("1");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "../outside.json",
                "/outside.json",
                "a/../../outside.json",
                "a//b.json",
                "a/./b.json",
                "",
                "a/",
                ".customs-feed-files",
                "a/.hidden/b.json",
                "a\\..\\b.json",
                "a\n../outside.json",
                "a\u001B[2J.json",
                "a\u0085b.json",
                "a\u2028b.json",
                "a\u202Eb.json",
                "a\uD800b.json",
                "a\u0000b.json"
            })
    void a_key_that_cannot_be_a_file_of_the_folder_is_named_and_never_mirrored(String key) throws Exception {
        Path outside = folder.resolveSibling("outside.json");
        bucket.put(key, "x");
        bucket.put("magnesium/feed.json", "1");

        FolderMirror.Update update = FolderMirror.wholly(folder).update(source);

        assertThat(update.passedOver()).singleElement().asString().contains("'" + key + "'");
        assertThat(update.changed()).hasSize(1);
        assertThat(outside).doesNotExist();
        assertThat(files()).containsExactlyInAnyOrder(".customs-feed-files", "magnesium/feed.json");
    }

    @Test
    void whatever_the_list_says_nothing_outside_of_the_folder_is_deleted() throws Exception {
        Path inner = Files.createDirectory(folder.resolve("inner"));
        Path outside = Files.writeString(folder.resolve("outside.json"), "mine");
        Path hidden = Files.writeString(inner.resolve(".hidden"), "mine");
        Path elsewhere = Files.createDirectory(folder.resolve("elsewhere"));
        Path linked = Files.writeString(elsewhere.resolve("linked.json"), "mine");
        Files.createSymbolicLink(inner.resolve("link"), elsewhere);
        Files.createSymbolicLink(inner.resolve("file"), outside);
        Files.writeString(
                inner.resolve(".customs-feed-files"),
                String.join(
                        "\n",
                        "../outside.json",
                        outside.toString(),
                        "a/../../outside.json",
                        "link/linked.json",
                        "file",
                        ".hidden",
                        ".",
                        "",
                        "link"));

        assertThat(FolderMirror.wholly(inner).update(source).changed()).isEmpty();

        assertThat(List.of(outside, hidden, linked))
                .allSatisfy(file -> assertThat(file).hasContent("mine"));
        assertThat(inner.resolve("link")).isSymbolicLink();
        assertThat(inner.resolve("file")).isSymbolicLink();
    }

    @Test
    void nothing_is_written_through_a_link() throws Exception {
        Path inner = Files.createDirectory(folder.resolve("inner"));
        Path elsewhere = Files.createDirectory(folder.resolve("elsewhere"));
        Path outside = Files.writeString(folder.resolve("outside.json"), "mine");
        Files.createSymbolicLink(inner.resolve("magnesium"), elsewhere);
        Files.createSymbolicLink(inner.resolve("index.html"), outside);
        Files.createSymbolicLink(inner.resolve(".customs-feed-part"), outside);
        Files.createSymbolicLink(inner.resolve(".customs-feed-files"), outside);
        bucket.put("magnesium/feed.json", "1");
        bucket.put("index.html", "2");
        bucket.put("feeds.json", "3");

        FolderMirror.Update update = FolderMirror.each(inner).update(source);

        assertThat(update.passedOver()).hasSize(2);
        assertThat(inner.resolve("feeds.json")).hasContent("3");
        assertThat(outside).hasContent("mine");
        assertThat(elsewhere).isEmptyDirectory();
    }

    @Test
    void what_refers_to_others_is_written_after_them_and_deleted_before_them() throws Exception {
        List<String> order = List.of(
                "a/archive/1.json",
                "a/index.html",
                "a/reports/2025-12.json",
                "a/feed.json",
                "a/feed.zh.json",
                "feeds.json",
                "index.html");
        order.forEach(key -> bucket.put(key, "1"));
        List<String> read = new ArrayList<>();
        FolderMirror mirror = FolderMirror.wholly(folder);

        mirror.update(recording(read));
        assertThat(read).containsExactlyElementsOf(order);

        // Each time it is ended after one more file, what refers to others names only what is there.
        for (int ended = 0; ended < order.size(); ended++) {
            order.forEach(key -> bucket.put(key, "2"));
            int reads = ended;
            assertThatExceptionOfType(Ended.class).isThrownBy(() -> mirror.update(ending(reads)));
            for (int i = 0; i < order.size(); i++) {
                assertThat(folder.resolve(order.get(i)))
                        .as(order.get(i) + " after " + ended)
                        .hasContent(i < ended ? "2" : "1");
            }
            order.forEach(key -> bucket.put(key, "1"));
            mirror.update(source);
        }
    }

    @Test
    void an_update_that_was_ended_is_completed_by_the_next_and_nothing_of_it_is_left() throws Exception {
        bucket.put("a/archive/1.json", "1");
        bucket.put("a/feed.json", "1");
        assertThatExceptionOfType(Ended.class)
                .isThrownBy(() -> FolderMirror.wholly(folder).update(ending(1)));
        assertThat(folder.resolve("a/archive/1.json")).exists();
        Files.writeString(folder.resolve(".customs-feed-part"), "half");

        bucket.clear();
        bucket.put("b/feed.json", "2");
        FolderMirror.wholly(folder).update(source);

        assertThat(files()).containsExactlyInAnyOrder(".customs-feed-files", "b/feed.json");
    }

    @Test
    void files_have_the_permissions_that_the_user_gives_all_files() throws Exception {
        Path usual = Files.createFile(folder.resolve("usual"));
        bucket.put("magnesium/feed.json", "1");

        FolderMirror.wholly(folder).update(source);

        assertThat(Files.getPosixFilePermissions(folder.resolve("magnesium/feed.json")))
                .isEqualTo(Files.getPosixFilePermissions(usual));
        assertThat(Files.getPosixFilePermissions(folder.resolve(".customs-feed-files")))
                .isEqualTo(Files.getPosixFilePermissions(usual));
    }

    private List<String> files() throws IOException {
        try (Stream<Path> all = Files.walk(folder)) {
            return all.filter(Files::isRegularFile)
                    .map(file -> folder.relativize(file).toString())
                    .toList();
        }
    }

    private FolderMirror.Source recording(List<String> read) {
        return new Source(key -> read.add(key));
    }

    private FolderMirror.Source ending(int afterReads) {
        int[] left = {afterReads};
        return new Source(key -> {
            if (left[0]-- == 0) {
                throw new Ended();
            }
        });
    }

    /** Stands for the end of the process. */
    private static final class Ended extends RuntimeException {}

    private final class Source implements FolderMirror.Source {

        private final Consumer<String> reading;

        Source(Consumer<String> reading) {
            this.reading = reading;
        }

        @Override
        public List<String> keys() {
            return List.copyOf(bucket.keySet());
        }

        @Override
        public Optional<byte[]> read(String key) {
            reading.accept(key);
            return source.read(key);
        }
    }
}
