package dev.customsfeed.sources.file;

import java.io.Closeable;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.Reader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;

/** A file on disk of which it is known how its text is encoded. Closing it leaves the uploaded file where it is. */
public final class CustomsFile implements Closeable {

    private final PackedFile packed;
    private final Encoding encoding;
    private final String encodingLabel;
    private final boolean zeroBytes;
    private final boolean temporary;

    private CustomsFile(
            PackedFile packed, Encoding encoding, String encodingLabel, boolean zeroBytes, boolean temporary) {
        this.packed = packed;
        this.encoding = encoding;
        this.encodingLabel = encodingLabel;
        this.zeroBytes = zeroBytes;
        this.temporary = temporary;
    }

    /** @param zeroBytes whether it has zero bytes, none of which follows another */
    static CustomsFile of(PackedFile packed, Encoding encoding, boolean zeroBytes) {
        return new CustomsFile(packed, encoding, encoding.label(), zeroBytes, false);
    }

    /**
     * A file that was written in UTF-8 to be read, and is deleted when this is closed.
     *
     * @param label name of the encoding that it was uploaded in
     */
    static CustomsFile transcoded(PackedFile packed, String label, boolean zeroBytes) {
        return new CustomsFile(packed, Encoding.UTF_8, label, zeroBytes, true);
    }

    /** Its bytes. */
    public PackedFile packed() {
        return packed;
    }

    /** The encoding that it is read in. */
    public Encoding encoding() {
        return encoding;
    }

    /** The name of the encoding that it was uploaded in, for reports. */
    public String encodingLabel() {
        return encodingLabel;
    }

    /** Whether it was uploaded in another encoding than it is read in. */
    public boolean isTranscoded() {
        return temporary;
    }

    /** Whether it has zero bytes, which only some fields may consist of. */
    public boolean hasZeroBytes() {
        return zeroBytes;
    }

    /** Where the bytes lie that are read. */
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
            return encoding.isAscii() ? new AsciiStream(in) : in;
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

    @Override
    public void close() throws IOException {
        if (temporary) {
            Files.deleteIfExists(packed.path());
        }
    }
}
