package dev.customsfeed.sources.file;

import dev.customsfeed.sources.rejection.Problem;
import dev.customsfeed.sources.rejection.Problems;
import dev.customsfeed.sources.rejection.RejectedFileException;
import java.io.BufferedInputStream;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.Reader;
import java.nio.ByteBuffer;
import java.nio.CharBuffer;
import java.nio.charset.CharsetDecoder;
import java.nio.charset.CoderResult;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.zip.ZipException;

/**
 * A file on disk, known to be text within the limits: all its bytes were decompressed and decoded once.
 *
 * @param path where it lies, as it was uploaded
 * @param gzip whether it is compressed
 * @param encoding of the text
 */
public record SpooledFile(Path path, boolean gzip, Encoding encoding) {

    private static final int BUFFER = 1 << 16;

    /** Few, to come back soon to passing over ASCII, which most of a file is. */
    private static final int DECODED_AT_ONCE = 32;

    /**
     * Looks at all bytes of a file and finds its encoding: the byte-order mark says it, or else it is UTF-8 if all bytes are,
     * or else GB18030.
     *
     * @param namedGzip whether the file's name says that it is compressed
     * @throws RejectedFileException if it is empty, too large, or not text
     */
    public static SpooledFile inspect(Path path, boolean namedGzip, FileLimits limits)
            throws RejectedFileException, IOException {
        byte[] start = firstBytes(path, false);
        boolean gzip = startsWith(start, 0x1F, 0x8B);
        if (start.length == 0) {
            throw empty("a file of 0 bytes");
        }
        refuseOtherFormat(start);
        if (gzip != namedGzip) {
            throw refused(
                    "gzip-mismatch",
                    gzip ? "a compressed file (gzip)" : "a file that is not compressed",
                    namedGzip
                            ? "a compressed file, for the name ends in .gz"
                            : "plain text, for the name does not end in .gz",
                    namedGzip
                            ? "Take .gz off the name, or compress the file with gzip."
                            : "Add .gz to the name, or decompress the file.");
        }
        try {
            long maxBytes = gzip ? limits.maxBytesOutOf(Files.size(path)) : limits.maxBytes();
            return new SpooledFile(path, gzip, findEncoding(path, gzip, maxBytes, limits));
        } catch (EOFException | ZipException e) {
            // Only the decompression throws these.
            throw refused(
                    "gzip-damaged",
                    "compressed data that is cut or damaged (" + e.getMessage() + ")",
                    "a whole gzip file",
                    "Compress the file and upload it again.");
        }
    }

    /**
     * The text without byte-order mark, one character for each byte; {@link Encoding#text} makes text of a part of it.
     *
     * <p>No byte of a multi-byte character is a comma, a quote or a line end in any of the encodings, and all that has to be
     * understood of a row is ASCII. So a file can be parted into fields, twice, without the cost of decoding it again.
     */
    public Reader rawReader() throws IOException {
        InputStream in = bytes(path, gzip);
        try {
            in.skipNBytes(encoding.markLength());
            return new InputStreamReader(in, StandardCharsets.ISO_8859_1);
        } catch (IOException e) {
            in.close();
            throw e;
        }
    }

    private static Encoding findEncoding(Path path, boolean gzip, long maxBytes, FileLimits limits)
            throws RejectedFileException, IOException {
        byte[] start = firstBytes(path, gzip);
        if (start.length == 0) {
            throw empty("a compressed file of 0 bytes");
        }
        refuseOtherFormat(start);
        boolean utf16 = startsWith(start, 0xFE, 0xFF)
                || startsWith(start, 0xFF, 0xFE)
                || (start.length > 1 && (start[0] == 0 || start[1] == 0));
        if (utf16) {
            throw refused(
                    "encoding-utf-16",
                    "text in UTF-16",
                    "text in UTF-8 or GB18030",
                    "Save the file as \"CSV UTF-8\", or upload it as customs gave it.");
        }
        Optional<Encoding> marked = markedEncoding(start);
        if (marked.isPresent()) {
            if (start.length == marked.get().markLength()) {
                throw empty("a byte-order mark and nothing else");
            }
            OptionalLong wrong = firstUndecodable(path, gzip, marked.get(), maxBytes, limits);
            if (wrong.isPresent()) {
                throw undecodable(
                        path,
                        gzip,
                        wrong.getAsLong(),
                        marked.get().charsetName() + ", which its byte-order mark declares");
            }
            return marked.get();
        }
        OptionalLong notUtf8 = firstUndecodable(path, gzip, Encoding.UTF_8, maxBytes, limits);
        if (notUtf8.isEmpty()) {
            return Encoding.UTF_8;
        }
        OptionalLong notGb18030 = firstUndecodable(path, gzip, Encoding.GB18030, maxBytes, limits);
        if (notGb18030.isEmpty()) {
            return Encoding.GB18030;
        }
        throw undecodable(
                path,
                gzip,
                notGb18030.getAsLong(),
                "UTF-8 (fails at byte offset " + notUtf8.getAsLong() + ") or GB18030 (fails here)");
    }

    private static Optional<Encoding> markedEncoding(byte[] start) {
        if (startsWith(start, 0xEF, 0xBB, 0xBF)) {
            return Optional.of(Encoding.UTF_8_WITH_MARK);
        }
        return startsWith(start, 0x84, 0x31, 0x95, 0x33) ? Optional.of(Encoding.GB18030_WITH_MARK) : Optional.empty();
    }

    private static void refuseOtherFormat(byte[] start) throws RejectedFileException {
        Optional<OtherFormat> other = OtherFormat.of(start);
        if (other.isPresent()) {
            throw refused(
                    "other-format",
                    other.get().label(),
                    "a CSV file",
                    other.get().advice());
        }
    }

    /** The offset, in the decompressed bytes, of the first byte that begins no character. */
    private static OptionalLong firstUndecodable(
            Path path, boolean gzip, Encoding encoding, long maxBytes, FileLimits limits)
            throws RejectedFileException, IOException {
        CharsetDecoder decoder = encoding.strictDecoder();
        ByteBuffer bytes = ByteBuffer.allocate(BUFFER);
        CharBuffer characters = CharBuffer.allocate(DECODED_AT_ONCE);
        long readBytes = 0;
        try (InputStream in = bytes(path, gzip)) {
            while (true) {
                int read = in.read(bytes.array(), bytes.position(), bytes.remaining());
                boolean end = read < 0;
                if (!end) {
                    readBytes += read;
                    bytes.position(bytes.position() + read);
                }
                if (readBytes > maxBytes) {
                    throw tooLarge(gzip && maxBytes < limits.maxBytes(), maxBytes, limits);
                }
                bytes.flip();
                CoderResult result;
                do {
                    passOverAscii(bytes);
                    characters.clear();
                    result = decoder.decode(bytes, characters, end);
                } while (result.isOverflow());
                if (result.isError()) {
                    return OptionalLong.of(readBytes - bytes.remaining());
                }
                if (end) {
                    return OptionalLong.empty();
                }
                bytes.compact();
            }
        }
    }

    private static void passOverAscii(ByteBuffer bytes) {
        byte[] array = bytes.array();
        int at = bytes.position();
        int limit = bytes.limit();
        while (at < limit && array[at] >= 0) {
            at++;
        }
        bytes.position(at);
    }

    private static RejectedFileException tooLarge(boolean byRatio, long maxBytes, FileLimits limits) {
        return byRatio
                ? refused(
                        "gzip-ratio",
                        "more than " + maxBytes + " bytes out of the compressed file",
                        "at most " + limits.maxGzipRatio() + " times the compressed size",
                        "Check what was compressed; upload it without compression if it is right.")
                : refused(
                        "file-too-large",
                        "more than " + maxBytes + " bytes",
                        "at most " + maxBytes + " bytes",
                        "Split the file by month or commodity.");
    }

    private static RejectedFileException undecodable(Path path, boolean gzip, long offset, String expected)
            throws IOException {
        try (InputStream in = bytes(path, gzip)) {
            long line = 1;
            for (long at = 0; at < offset; at++) {
                if (in.read() == '\n') {
                    line++;
                }
            }
            int wrong = in.read();
            String found = "byte 0x%02X at byte offset %d, which begins no character".formatted(wrong, offset);
            return new RejectedFileException(Problems.of(Problem.ofLine(
                    "encoding-undecodable",
                    line,
                    found,
                    "text in " + expected,
                    "Upload the file as customs gave it, or save it as \"CSV UTF-8\".")));
        }
    }

    private static RejectedFileException empty(String found) {
        return refused(
                "file-empty",
                found,
                "a table with a header",
                "Download the file again. If nothing was traded, upload the header alone under a key that declares period= and"
                        + " hs=.");
    }

    private static RejectedFileException refused(String code, String found, String expected, String advice) {
        return new RejectedFileException(Problems.of(Problem.ofFile(code, found, expected, advice)));
    }

    private static byte[] firstBytes(Path path, boolean gzip) throws IOException {
        try (InputStream in = bytes(path, gzip)) {
            return in.readNBytes(OtherFormat.TELLING_BYTES);
        }
    }

    private static boolean startsWith(byte[] bytes, int... start) {
        if (bytes.length < start.length) {
            return false;
        }
        for (int i = 0; i < start.length; i++) {
            if ((bytes[i] & 0xFF) != start[i]) {
                return false;
            }
        }
        return true;
    }

    private static InputStream bytes(Path path, boolean gzip) throws IOException {
        InputStream raw = Files.newInputStream(path);
        if (!gzip) {
            return new BufferedInputStream(raw, BUFFER);
        }
        try {
            return new BufferedInputStream(new WholeGzipStream(raw, BUFFER, path), BUFFER);
        } catch (IOException e) {
            raw.close();
            throw e;
        }
    }
}
