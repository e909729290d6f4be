package dev.customsfeed.emulators;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SourceTreeTest {

    @TempDir
    Path folder;

    @Test
    void what_somebody_wrote_is_there_sorted_and_what_was_made_is_not() throws Exception {
        Path root = folder.resolve("target/checkout");
        for (String file :
                List.of("b/target.md", "a.md", "b/output/c.md", "b/target/d/e.md", ".git/f.md", "b/output")) {
            Path path = root.resolve(file);
            Files.createDirectories(path.getParent());
            if (Files.notExists(path)) {
                Files.writeString(path, "");
            }
        }

        assertThat(SourceTree.files(root)).containsExactly(root.resolve("a.md"), root.resolve("b/target.md"));
    }
}
