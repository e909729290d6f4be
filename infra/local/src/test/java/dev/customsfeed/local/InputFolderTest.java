package dev.customsfeed.local;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class InputFolderTest {

    @TempDir
    Path folder;

    @Test
    void all_uploads_are_taken_in_the_order_of_their_keys_and_nothing_else() throws Exception {
        write("incoming/gacc/b.csv", "b");
        write("incoming/gacc/a.csv", "a");
        write("incoming/gacc/.DS_Store", "x");
        write("feeds/magnesium.json", "{}");
        write("README.md", "read me");
        InputFolder input = new InputFolder(folder);

        assertThat(input.takeAll())
                .containsExactly(put("feeds/magnesium.json"), put("incoming/gacc/a.csv"), put("incoming/gacc/b.csv"));
        assertThat(input.takeChanges()).isEmpty();
    }

    @Test
    void a_file_is_told_of_once_it_has_settled() throws Exception {
        InputFolder input = new InputFolder(folder);
        input.takeAll();

        write("incoming/a.csv", "half");
        assertThat(input.takeChanges()).isEmpty();
        write("incoming/a.csv", "half and half");
        assertThat(input.takeChanges()).isEmpty();
        assertThat(input.takeChanges()).containsExactly(put("incoming/a.csv"));
        assertThat(input.takeChanges()).isEmpty();
    }

    @Test
    void a_file_that_is_gone_is_told_of() throws Exception {
        write("incoming/a.csv", "a");
        InputFolder input = new InputFolder(folder);
        input.takeAll();
        Files.delete(folder.resolve("incoming/a.csv"));

        assertThat(input.takeChanges()).containsExactly(new InputFolder.Change("incoming/a.csv", true));
        assertThat(input.takeChanges()).isEmpty();
    }

    @Test
    void what_could_not_be_taken_is_told_of_again() throws Exception {
        write("incoming/a.csv", "a");
        write("incoming/b.csv", "b");
        InputFolder input = new InputFolder(folder);
        input.takeAll();
        Files.delete(folder.resolve("incoming/b.csv"));
        input.takeChanges();

        input.takeAgain(put("incoming/a.csv"));
        input.takeAgain(new InputFolder.Change("incoming/b.csv", true));

        assertThat(input.takeChanges())
                .containsExactlyInAnyOrder(put("incoming/a.csv"), new InputFolder.Change("incoming/b.csv", true));
    }

    @Test
    void a_folder_without_uploads_has_none() throws Exception {
        assertThat(new InputFolder(folder).takeAll()).isEmpty();
    }

    @Test
    void digits_are_ordered_as_numbers() throws Exception {
        for (String name :
                List.of("download (10).csv", "download (9).csv", "download.csv", "2025-9.csv", "2025-10.csv")) {
            write("incoming/" + name, "x");
        }

        assertThat(new InputFolder(folder).takeAll().stream().map(InputFolder.Change::key))
                .containsExactly(
                        "incoming/2025-9.csv",
                        "incoming/2025-10.csv",
                        "incoming/download (9).csv",
                        "incoming/download (10).csv",
                        "incoming/download.csv");
    }

    @Test
    void files_of_editors_and_systems_are_passed_over_in_one_line_and_once() throws Exception {
        for (String name : List.of(
                "~$x.csv",
                "x.csv~",
                "#x.csv#",
                ".#x.csv",
                "Thumbs.db",
                "desktop.ini",
                ".DS_Store",
                "x.csv.part",
                "x.csv.crdownload",
                ".x.csv.swp",
                ".git/x.csv")) {
            write("incoming/" + name, "x");
        }
        write("incoming/x.csv", "x");
        InputFolder input = new InputFolder(folder);

        assertThat(input.takeAll()).containsExactly(put("incoming/x.csv"));
        assertThat(input.passedOver())
                .containsExactly("passed over, files of editors and systems: incoming/#x.csv#, incoming/.#x.csv,"
                        + " incoming/.DS_Store, incoming/.git/, incoming/.x.csv.swp, incoming/Thumbs.db and 5 more");
        assertThat(input.passedOver()).isEmpty();
        assertThat(input.hasUnusable()).isFalse();

        Files.delete(folder.resolve("incoming/Thumbs.db"));
        input.takeChanges();
        assertThat(input.passedOver()).isEmpty();
        write("incoming/Thumbs.db", "x");
        input.takeChanges();
        assertThat(input.passedOver()).containsExactly("passed over, files of editors and systems: incoming/Thumbs.db");
    }

    @Test
    void files_outside_are_named_with_the_folder_that_they_belong_in() throws Exception {
        write("2025-12.csv", "x");
        write("more/2025-11.csv.gz", "x");
        write("magnesium.json", "{}");
        write("README.md", "x");
        write(".git/config", "x");
        InputFolder input = new InputFolder(folder);

        assertThat(input.takeAll()).isEmpty();
        assertThat(input.passedOver())
                .containsExactly(
                        "passed over, outside of incoming/ and feeds/: magnesium.json; feed definitions belong in feeds/",
                        "passed over, outside of incoming/ and feeds/: 2025-12.csv, more/2025-11.csv.gz;"
                                + " customs files belong in incoming/<source>/<declarations>/, as in"
                                + " incoming/gacc/flow=export/");
    }

    @ParameterizedTest
    @MethodSource("dev.customsfeed.local.Project#sampleBuckets")
    void a_sample_bucket_holds_nothing_that_is_passed_over(String sample) {
        InputFolder input = new InputFolder(Project.SAMPLES.resolveSibling(sample));

        assertThat(input.takeAll()).isNotEmpty();
        assertThat(input.passedOver()).isEmpty();
    }

    @Test
    void links_that_loop_lead_out_or_lead_nowhere_are_named_and_the_run_goes_on() throws Exception {
        Path input = folder.resolve("in");
        Path outside = Files.createDirectories(folder.resolve("outside"));
        Files.writeString(outside.resolve("secret.csv"), "x");
        Path incoming = Files.createDirectories(input.resolve("incoming"));
        Files.writeString(incoming.resolve("a.csv"), "a");
        Files.createSymbolicLink(incoming.resolve("again.csv"), incoming.resolve("a.csv"));
        Files.createSymbolicLink(incoming.resolve("loop"), incoming);
        Files.createSymbolicLink(incoming.resolve("self"), incoming.resolve("self"));
        Files.createSymbolicLink(incoming.resolve("nowhere.csv"), incoming.resolve("gone.csv"));
        Files.createSymbolicLink(incoming.resolve("out"), outside);
        Files.createSymbolicLink(incoming.resolve("out.csv"), outside.resolve("secret.csv"));
        InputFolder folder = new InputFolder(input);

        assertThat(folder.takeAll()).containsExactly(put("incoming/a.csv"), put("incoming/again.csv"));
        assertThat(folder.passedOver())
                .containsExactly(
                        "passed over: incoming/loop: a link that leads back to a folder that it lies in",
                        "passed over: incoming/nowhere.csv: a link that leads nowhere",
                        "passed over: incoming/out: a link that leads out of the input folder; put the file itself there",
                        "passed over: incoming/out.csv: a link that leads out of the input folder; put the file itself there",
                        "passed over: incoming/self: a link that leads nowhere");
        assertThat(folder.hasUnusable()).isTrue();
    }

    @Test
    void a_folder_where_a_file_is_expected_and_a_file_where_a_folder_is_are_named() throws Exception {
        write("incoming", "x");
        new ProcessBuilder("mkfifo", Files.createDirectories(folder.resolve("feeds")) + "/pipe.json")
                .start()
                .waitFor();
        InputFolder input = new InputFolder(folder);

        assertThat(input.takeAll()).isEmpty();
        assertThat(input.passedOver())
                .containsExactly(
                        "passed over: feeds/pipe.json: neither a file nor a folder",
                        "passed over: incoming: a file, expected a folder");
        assertThat(input.feeds()).as("it stands, though it cannot be read").containsExactly("pipe");
    }

    @Test
    void what_cannot_be_read_any_more_is_named_and_not_withdrawn() throws Exception {
        write("incoming/a.csv", "a");
        write("incoming/gacc/b.csv", "b");
        InputFolder input = new InputFolder(folder);
        input.takeAll();
        Files.setPosixFilePermissions(folder.resolve("incoming/a.csv"), Set.of());
        Files.setPosixFilePermissions(folder.resolve("incoming/gacc"), Set.of());

        // Nothing keeps root from reading: then there is nothing to name, and all the same nothing to withdraw.
        int unreadable = Files.isReadable(folder.resolve("incoming/a.csv")) ? 0 : 2;

        assertThat(input.takeChanges()).isEmpty();
        assertThat(input.passedOver()).hasSize(unreadable).allSatisfy(line -> assertThat(line)
                .contains("cannot be read"));
        Files.setPosixFilePermissions(folder.resolve("incoming/gacc"), PosixFilePermissions.fromString("rwx------"));
    }

    @Test
    void an_input_folder_that_is_gone_withdraws_nothing() throws Exception {
        write("in/incoming/a.csv", "a");
        InputFolder input = new InputFolder(folder.resolve("in"));
        input.takeAll();
        Files.move(folder.resolve("in"), folder.resolve("moved"));

        assertThat(input.takeChanges()).isEmpty();
        assertThat(input.passedOver())
                .singleElement()
                .asString()
                .contains(folder.resolve("in").toString());

        Files.move(folder.resolve("moved"), folder.resolve("in"));
        assertThat(input.takeChanges()).isEmpty();
        assertThat(input.isEmpty()).isFalse();
    }

    private static InputFolder.Change put(String key) {
        return new InputFolder.Change(key, false);
    }

    private void write(String key, String content) throws Exception {
        Path file = folder.resolve(key);
        Files.createDirectories(file.getParent());
        Files.writeString(file, content);
    }

    @Test
    void files_of_several_folders_count_together_and_one_that_two_have_is_named() throws Exception {
        Path one = Files.createDirectory(folder.resolve("one"));
        Path other = Files.createDirectory(folder.resolve("other"));
        for (Path input : List.of(one, other)) {
            Files.createDirectories(input.resolve("incoming"));
            Files.writeString(input.resolve("incoming/" + input.getFileName() + ".csv"), "a");
            Files.writeString(input.resolve("incoming/both.csv"), input.toString());
        }
        InputFolder input = new InputFolder(List.of(one, other));

        assertThat(input.takeAll())
                .containsExactly(put("incoming/both.csv"), put("incoming/one.csv"), put("incoming/other.csv"));
        assertThat(input.file("incoming/other.csv")).isEqualTo(other.resolve("incoming/other.csv"));
        assertThat(input.file("incoming/both.csv")).isEqualTo(one.resolve("incoming/both.csv"));
        assertThat(input.hasUnusable()).isTrue();
        assertThat(input.passedOver())
                .singleElement()
                .asString()
                .contains("incoming/both.csv", "two of the input folders", one.toString(), other.toString());

        Files.delete(other.resolve("incoming/other.csv"));
        assertThat(input.takeChanges()).containsExactly(new InputFolder.Change("incoming/other.csv", true));
    }
}
