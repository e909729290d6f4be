package dev.customsfeed.local;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

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

    private static InputFolder.Change put(String key) {
        return new InputFolder.Change(key, false);
    }

    private void write(String key, String content) throws Exception {
        Path file = folder.resolve(key);
        Files.createDirectories(file.getParent());
        Files.writeString(file, content);
    }
}
