package dev.customsfeed.local;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class FullDiskTest {

    @TempDir
    Path folder;

    @Test
    void the_folder_whose_disk_is_full_is_named() {
        Path full = folder.resolve("full");
        Map<Path, Long> usable = Map.of(folder, 1L << 30, full, 4096L);

        assertThat(FullDisk.sentence(List.of(folder, full), usable::get))
                .contains("found the disk of " + full + " full, expected room to write: make some and run again");
        assertThat(FullDisk.sentence(List.of(folder), usable::get)).isEmpty();
    }

    @Test
    void other_failures_stay_what_they_are() {
        IOException failure = new IOException("other");

        assertThat(FullDisk.named(failure, folder.resolve("not/there"))).isSameAs(failure);
        assertThat(FullDisk.named(failure, Path.of("/proc"))).as("no disk").isSameAs(failure);
    }
}
