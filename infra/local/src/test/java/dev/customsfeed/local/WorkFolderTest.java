package dev.customsfeed.local;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIOException;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class WorkFolderTest {

    @TempDir
    Path folder;

    @Test
    void what_killed_runs_left_is_removed_and_what_living_ones_have_is_not() throws Exception {
        WorkFolder living = new WorkFolder(folder);
        Path held = Files.writeString(living.create().resolve("held"), "x");
        Path dead = Files.createDirectories(folder.resolve("run-dead/inner"));
        Files.writeString(dead.resolve("left"), "x");
        Path spool = Files.writeString(folder.resolve("customs-file-1.spool"), "x");
        Path outside = Files.createDirectory(folder.resolve("somebody"));
        Files.createSymbolicLink(folder.resolve("run-link"), outside);

        WorkFolder next = new WorkFolder(folder);
        next.create();
        assertThat(folder.resolve("run-dead")).doesNotExist();
        assertThat(held).hasContent("x");
        assertThat(spool).as("it may be the living one's").exists();
        assertThat(outside).exists();
        living.close();
        next.close();

        WorkFolder last = new WorkFolder(folder);
        last.create();
        assertThat(spool).doesNotExist();
        last.close();
        assertThat(left()).containsExactlyInAnyOrder(".alive", "run-link", "somebody");
    }

    @Test
    void one_that_was_closed_is_not_made_any_more() throws Exception {
        WorkFolder work = new WorkFolder(folder.resolve("new"));
        work.close();

        assertThatIOException().isThrownBy(work::create).withMessageContaining("ending");
        assertThat(folder.resolve("new")).doesNotExist();
    }

    @Test
    void a_folder_is_locked_once_and_free_again_afterwards() throws Exception {
        try (FolderLock lock = FolderLock.of(folder, "lock").orElseThrow()) {
            assertThat(lock).isNotNull();
            assertThat(FolderLock.of(folder, "lock")).isEmpty();
            assertThat(FolderLock.isHeld(folder, "lock")).isTrue();
        }
        assertThat(FolderLock.isHeld(folder, "lock")).isFalse();
        assertThat(FolderLock.isHeld(folder, "other")).isFalse();
    }

    private List<String> left() throws IOException {
        try (Stream<Path> files = Files.list(folder)) {
            return files.map(file -> file.getFileName().toString()).toList();
        }
    }
}
