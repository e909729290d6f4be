package dev.customsfeed.sources.file;

import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;

/**
 * The bytes of a file as the disk gives them. What the disk cannot do is marked as such, so that whatever unpacks them does not take
 * it for damage of the file: a file is never rejected for a disk.
 */
final class DiskStream extends FilterInputStream {

    DiskStream(InputStream in) {
        super(in);
    }

    /** The disk failed, and nothing is known of the file. */
    static final class DiskFailureException extends IOException {

        private static final long serialVersionUID = 1;

        DiskFailureException(IOException cause) {
            super(cause.getMessage(), cause);
        }
    }

    @Override
    public int read() throws IOException {
        try {
            return in.read();
        } catch (IOException e) {
            throw new DiskFailureException(e);
        }
    }

    @Override
    public int read(byte[] bytes, int from, int length) throws IOException {
        try {
            return in.read(bytes, from, length);
        } catch (IOException e) {
            throw new DiskFailureException(e);
        }
    }
}
