package dev.customsfeed.local;

import static org.assertj.core.api.Assertions.assertThat;

import dev.customsfeed.local.InputFolder.Change;
import dev.customsfeed.sources.rejection.Problem;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class AnswersTest {

    private final ByteArrayOutputStream said = new ByteArrayOutputStream();
    private final Answers answers = new Answers(
            new Terminal(new PrintStream(said, true, StandardCharsets.UTF_8)), Path.of("taken"), Path.of("rejected"));

    @TempDir
    Path folder;

    @Test
    void files_with_the_same_fault_are_named_together_and_each_fault_is_told() {
        List<Rejection> rejected = new ArrayList<>();
        for (int n = 0; n < 100; n++) {
            rejected.add(rejection("f" + n + ".csv", "no flow="));
        }
        rejected.add(rejection("g.csv", "a total"));

        answers.ofRejected(rejected);

        assertThat(lines())
                .containsExactly(
                        "rejected: f0.csv",
                        "    found no flow=, expected another",
                        "      Mend it.",
                        "    the report: " + Path.of("rejected", "f0.csv.json"),
                        "rejected for the same: f1.csv, f2.csv, f3.csv, f4.csv, f5.csv, f6.csv and 93 more",
                        "rejected: g.csv",
                        "    found a total, expected another",
                        "      Mend it.",
                        "    the report: " + Path.of("rejected", "g.csv.json"));
    }

    @Test
    void of_hundreds_of_files_with_faults_of_their_own_each_is_named_with_its_first() {
        List<Rejection> rejected = new ArrayList<>();
        for (int n = 0; n < 300; n++) {
            rejected.add(rejection("f" + n + ".csv", "line " + n, "more of it", "yet more"));
        }

        answers.ofRejected(rejected);

        assertThat(lines()).contains("    found line 299, expected another").hasSizeLessThan(300 * 4 + 20 * 2 + 1);
        assertThat(lines())
                .filteredOn("    found more of it, expected another"::equals)
                .hasSize(20);
    }

    @Test
    void what_was_removed_and_what_is_still_rejected_is_named() {
        answers.ofChanges(
                List.of(new Change("gone.csv", true), new Change("bad.csv", false)),
                List.of(),
                List.of(rejection("bad.csv", "a total"), rejection("old.csv", "a total")));

        assertThat(lines()).contains("removed: gone.csv", "rejected: bad.csv", "still rejected: old.csv");
    }

    @Test
    void nothing_of_a_key_moves_the_cursor() {
        answers.ofRejected(List.of(rejection("a\u001B[2J.csv", "\u202Ex")));

        assertThat(lines()).contains("rejected: a\\u001B[2J.csv", "    found \\u202Ex, expected another");
    }

    @Test
    void a_publication_is_told_by_the_feeds_that_changed() throws IOException {
        FolderMirror mirror = FolderMirror.wholly(folder);
        Map<String, String> bucket = new TreeMap<>(Map.of(
                "feeds.json", "1",
                "a/feed.json", "1",
                "a/reports/2025-01.json", "1",
                "a/reports/2025-02.json", "1",
                "b/feed.json", "1",
                "c/feed.json", "1",
                "c/reports/2025-02.json", "1",
                "schemas/x.json", "1"));
        assertThat(PublishedLines.of(mirror, mirror.update(source(bucket)).changed()))
                .containsExactly(
                        "published: a: newest month 2025-02, of 2 months; 2 reports changed",
                        "published: b: no month yet",
                        "published: c: newest month 2025-02, of 1 month; 1 report changed");

        bucket.put("a/reports/2025-02.json", "2");
        bucket.keySet().removeIf(key -> key.startsWith("b/"));
        assertThat(PublishedLines.of(mirror, mirror.update(source(bucket)).changed()))
                .containsExactly(
                        "published: a: newest month 2025-02, of 2 months; 1 report changed",
                        "no longer published: b: it has no definition any more");

        assertThat(PublishedLines.of(mirror, new TreeSet<>())).containsExactly("published: nothing has changed");
        assertThat(Files.exists(folder.resolve("b"))).isFalse();
    }

    private static FolderMirror.Source source(Map<String, String> bucket) {
        return new FolderMirror.Source() {
            @Override
            public List<String> keys() {
                return List.copyOf(bucket.keySet());
            }

            @Override
            public Optional<byte[]> read(String key) {
                return Optional.ofNullable(bucket.get(key)).map(text -> text.getBytes(StandardCharsets.UTF_8));
            }
        };
    }

    private static Rejection rejection(String key, String... found) {
        List<Problem> problems = new ArrayList<>();
        for (String one : found) {
            problems.add(Problem.ofFile("code", one, "another", "Mend it."));
        }
        return new Rejection(key, key + ".json", "{}", problems.size(), problems);
    }

    private List<String> lines() {
        return said.toString(StandardCharsets.UTF_8).lines().toList();
    }
}
