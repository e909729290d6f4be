package dev.customsfeed.sources.file;

import java.io.IOException;
import java.io.InputStream;
import java.io.RandomAccessFile;
import java.nio.file.Path;
import java.util.zip.GZIPInputStream;
import java.util.zip.ZipException;

/**
 * Decompresses all members of a gzip file, up to its last byte. What follows a member and does not begin another one is passed
 * over in silence by the JDK, even if it is all that is left of one: the rows in it would be missing and nobody would know.
 */
final class WholeGzipStream extends GZIPInputStream {

    private static final int LENGTH_BYTES = 4;

    private final Path path;

    /**
     * @param in the bytes of the file
     * @param path the file itself
     */
    WholeGzipStream(InputStream in, int buffer, Path path) throws IOException {
        super(in, buffer);
        this.path = path;
    }

    @Override
    public int read(byte[] bytes, int offset, int length) throws IOException {
        int read = super.read(bytes, offset, length);
        if (read < 0 && lengthAtEndOfFile() != (int) inf.getBytesWritten()) {
            throw new ZipException("something follows that is no gzip data");
        }
        return read;
    }

    /** What would be the length of the last member, modulo 2^32, if it ends where the file does. */
    private int lengthAtEndOfFile() throws IOException {
        try (RandomAccessFile file = new RandomAccessFile(path.toFile(), "r")) {
            file.seek(file.length() - LENGTH_BYTES);
            return Integer.reverseBytes(file.readInt());
        }
    }
}
