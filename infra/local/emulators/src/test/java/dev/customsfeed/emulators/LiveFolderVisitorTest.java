package dev.customsfeed.emulators;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIOException;

import java.io.IOException;
import java.nio.file.AccessDeniedException;
import java.nio.file.FileVisitResult;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class LiveFolderVisitorTest {

    @TempDir
    Path folder;

    @Test
    void what_goes_while_the_folder_is_walked_is_passed_over() throws Exception {
        for (String name : List.of("a", "b", "c")) {
            Files.writeString(folder.resolve(name), "x");
        }
        List<Path> visited = new ArrayList<>();

        Files.walkFileTree(folder, new LiveFolderVisitor() {
            @Override
            public FileVisitResult visitFile(Path file, BasicFileAttributes attributes) throws IOException {
                visited.add(file);
                for (String name : List.of("a", "b", "c")) {
                    Files.deleteIfExists(folder.resolve(name));
                }
                return FileVisitResult.CONTINUE;
            }
        });

        assertThat(visited).hasSize(1);
    }

    @Test
    void a_folder_is_left_though_its_list_broke_off_since_it_went() throws Exception {
        List<Path> left = new ArrayList<>();
        LiveFolderVisitor visitor = new LiveFolderVisitor() {
            @Override
            protected void left(Path path) {
                left.add(path);
            }
        };

        assertThat(visitor.postVisitDirectory(folder, new NoSuchFileException("gone")))
                .isEqualTo(FileVisitResult.CONTINUE);
        assertThat(visitor.postVisitDirectory(folder, null)).isEqualTo(FileVisitResult.CONTINUE);
        assertThat(left).containsExactly(folder, folder);
    }

    @Test
    void what_is_there_and_cannot_be_looked_at_ends_the_walk_unless_the_visitor_says_otherwise() throws Exception {
        IOException denied = new AccessDeniedException("x");
        LiveFolderVisitor strict = new LiveFolderVisitor() {};
        List<Path> failed = new ArrayList<>();
        LiveFolderVisitor lenient = new LiveFolderVisitor() {
            @Override
            protected void failed(Path path, IOException failure) {
                failed.add(path);
            }
        };

        assertThatIOException().isThrownBy(() -> strict.visitFileFailed(folder, denied));
        assertThatIOException().isThrownBy(() -> strict.postVisitDirectory(folder, denied));
        assertThat(lenient.visitFileFailed(folder, denied)).isEqualTo(FileVisitResult.CONTINUE);
        assertThat(lenient.postVisitDirectory(folder, denied)).isEqualTo(FileVisitResult.CONTINUE);
        assertThat(failed).containsExactly(folder, folder);
    }
}
