package dev.customsfeed.sources.file;

import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.Reader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;

/**
 * A file on disk of which it is known how its text is encoded.
 *
 * @param packed its bytes
 * @param encoding of its text
 */
public record CustomsFile(PackedFile packed, Encoding encoding) {

    /** Where it lies, as it was uploaded. */
    public Path path() {
        return packed.path();
    }

    /**
     * The unpacked bytes without byte-order mark. What is wrong with them is thrown as a {@link FileProblemException} where it is
     * reached.
     */
    public InputStream bytes() throws IOException {
        InputStream in = packed.bytes();
        try {
            in.skipNBytes(encoding.markLength());
            return encoding == Encoding.ASCII ? new AsciiStream(in) : in;
        } catch (IOException e) {
            in.close();
            throw e;
        }
    }

    /**
     * The text, one character for each byte; {@link Encoding#text} makes text of a part of it.
     *
     * <p>No byte of a multi-byte character is a comma, a quote or a line end in any of the encodings, and all that has to be
     * understood of a row is ASCII. So a file can be parted into fields, twice, without the cost of decoding it again.
     */
    public Reader rawReader() throws IOException {
        return new InputStreamReader(bytes(), StandardCharsets.ISO_8859_1);
    }

    /** The text, decoded. */
    public Reader reader() throws IOException {
        return new InputStreamReader(bytes(), encoding.strictDecoder());
    }
}
