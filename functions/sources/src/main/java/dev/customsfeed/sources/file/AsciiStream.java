package dev.customsfeed.sources.file;

import dev.customsfeed.sources.rejection.Problem;
import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.util.Locale;

/** Holds a file to ASCII while it is read, so that it need not be unpacked once more for that. */
final class AsciiStream extends FilterInputStream {

    private long offset;

    AsciiStream(InputStream in) {
        super(in);
    }

    @Override
    public int read() throws IOException {
        int read = in.read();
        if (read > 0x7F || read == 0) {
            throw wrong(read, offset);
        }
        offset++;
        return read;
    }

    @Override
    public int read(byte[] bytes, int from, int length) throws IOException {
        int read = in.read(bytes, from, length);
        if (!Bytes.areAscii(bytes, from, from + read)) {
            for (int i = from; i < from + read; i++) {
                if (bytes[i] <= 0) {
                    throw wrong(bytes[i] & 0xFF, offset + i - from);
                }
            }
        }
        offset += Math.max(0, read);
        return read;
    }

    private static FileProblemException wrong(int found, long at) {
        if (found == 0) {
            return new FileProblemException(ZeroBytes.broken(0, "a zero byte at byte offset " + at));
        }
        return new FileProblemException(Problem.ofFile(
                "encoding-undecodable",
                String.format(Locale.ROOT, "byte 0x%02X at byte offset %d", found, at),
                "text in ASCII, which is all that this layout has",
                "Upload the file as it was downloaded."));
    }
}
