package dev.customsfeed.uploads;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/**
 * An upload's bytes on disk, for as long as they are needed.
 *
 * @param path where they lie
 * @param sha256 of the bytes, as hexadecimal text
 */
public record LocalCopy(Path path, String sha256) implements AutoCloseable {

    @Override
    public void close() throws IOException {
        Files.deleteIfExists(path);
    }
}
