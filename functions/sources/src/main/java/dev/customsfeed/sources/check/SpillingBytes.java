package dev.customsfeed.sources.check;

import java.io.BufferedInputStream;
import java.io.BufferedOutputStream;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import org.jspecify.annotations.Nullable;

/** Bytes that are written once and then read: up to 256 KiB in memory, more in a file. */
final class SpillingBytes extends OutputStream {

    private static final int IN_MEMORY = 1 << 18;
    private static final int BUFFER = 1 << 16;

    private final Path folder;
    private final ByteArrayOutputStream memory = new ByteArrayOutputStream();
    private @Nullable OutputStream disk;
    private @Nullable Path file;

    /** @param folder where the file comes to lie, if one is needed */
    SpillingBytes(Path folder) {
        this.folder = folder;
    }

    @Override
    public void write(int one) throws IOException {
        write(new byte[] {(byte) one}, 0, 1);
    }

    @Override
    public void write(byte[] bytes, int from, int length) throws IOException {
        if (disk == null && memory.size() + length > IN_MEMORY) {
            file = Files.createTempFile(folder, "customs-file-", ".kept");
            disk = new BufferedOutputStream(Files.newOutputStream(file), BUFFER);
            memory.writeTo(disk);
            memory.reset();
        }
        if (disk == null) {
            memory.write(bytes, from, length);
        } else {
            disk.write(bytes, from, length);
        }
    }

    /** Ends the writing; the bytes can be read then. */
    @Override
    public void close() throws IOException {
        if (disk != null) {
            disk.close();
        }
    }

    /** What was written, from its start. */
    InputStream read() throws IOException {
        return file == null
                ? new ByteArrayInputStream(memory.toByteArray())
                : new BufferedInputStream(Files.newInputStream(file), BUFFER);
    }

    /** Ends the writing and removes the file, if there is one. */
    void delete() throws IOException {
        try {
            close();
        } finally {
            if (file != null) {
                Files.deleteIfExists(file);
            }
        }
    }
}
