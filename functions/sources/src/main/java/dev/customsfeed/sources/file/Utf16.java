package dev.customsfeed.sources.file;

import dev.customsfeed.sources.key.Packing;
import dev.customsfeed.sources.rejection.Problem;
import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.OutputStreamWriter;
import java.io.Reader;
import java.io.Writer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.Charset;
import java.nio.charset.CodingErrorAction;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;

/**
 * Text in UTF-16, as spreadsheets save "Unicode text". It is written once more in UTF-8, for each comma and digit of a file that is
 * read by its bytes must be one byte.
 *
 * @param charset the byte order
 * @param markLength how many bytes stand before the text
 */
record Utf16(Charset charset, int markLength) {

    /** Fewer zero bytes are no sign of anything. */
    private static final int TELLING_ZEROS = 4;

    /** A few Chinese characters have a zero byte as well, at the other place: 一 is 4E00. */
    private static final int TIMES_AS_MANY = 3;

    /** Told by the byte-order mark, or by zero bytes that mostly stand at every other place. */
    static Optional<Utf16> of(byte[] start) {
        if (PackedFile.startsWith(start, 0xFE, 0xFF)) {
            return Optional.of(new Utf16(StandardCharsets.UTF_16BE, 2));
        }
        if (PackedFile.startsWith(start, 0xFF, 0xFE)) {
            return Optional.of(new Utf16(StandardCharsets.UTF_16LE, 2));
        }
        int[] zeros = new int[2];
        for (int i = 0; i < start.length; i++) {
            zeros[i % 2] += start[i] == 0 ? 1 : 0;
        }
        if (zeros[0] >= TELLING_ZEROS && zeros[0] >= TIMES_AS_MANY * zeros[1]) {
            return Optional.of(new Utf16(StandardCharsets.UTF_16BE, 0));
        }
        return zeros[1] >= TELLING_ZEROS && zeros[1] >= TIMES_AS_MANY * zeros[0]
                ? Optional.of(new Utf16(StandardCharsets.UTF_16LE, 0))
                : Optional.empty();
    }

    /** The first bytes of a file in UTF-8, a last character that is cut aside. */
    byte[] inUtf8(byte[] start) {
        return new String(start, markLength, start.length - markLength, charset).getBytes(StandardCharsets.UTF_8);
    }

    /**
     * Writes the file in UTF-8 beside itself.
     *
     * @throws FileProblemException if it is no such text, has zero characters in a row, or is too large
     * @throws IOException if the disk cannot take it, or the file not be read
     */
    CustomsFile inUtf8(PackedFile file) throws IOException {
        Path folder = file.path().toAbsolutePath().getParent();
        Path path = Files.createTempFile(folder, "customs-file-", ".utf8");
        boolean written = false;
        try {
            boolean zeroCharacters = write(file, path);
            PackedFile plain = new PackedFile(path, Packing.PLAIN, file.limits());
            CustomsFile customsFile = CustomsFile.transcoded(plain, "UTF-16", zeroCharacters);
            written = true;
            return customsFile;
        } finally {
            if (!written) {
                Files.deleteIfExists(path);
            }
        }
    }

    private boolean write(PackedFile file, Path path) throws IOException {
        boolean any = false;
        long line = 1;
        try (InputStream in = file.bytes();
                Reader reader = new InputStreamReader(
                        in,
                        charset.newDecoder()
                                .onMalformedInput(CodingErrorAction.REPORT)
                                .onUnmappableCharacter(CodingErrorAction.REPORT));
                Writer writer = new OutputStreamWriter(
                        new BufferedOutputStream(Files.newOutputStream(path)), StandardCharsets.UTF_8)) {
            in.skipNBytes(markLength);
            char[] characters = new char[1 << 13];
            boolean lastWasZero = false;
            for (int read = reader.read(characters); read >= 0; read = reader.read(characters)) {
                for (int i = 0; i < read; i++) {
                    boolean zero = characters[i] == 0;
                    if (zero && lastWasZero) {
                        throw new FileProblemException(ZeroBytes.broken(line, "zero bytes in a row"));
                    }
                    any |= zero;
                    lastWasZero = zero;
                    line += characters[i] == '\n' ? 1 : 0;
                }
                writer.write(characters, 0, read);
            }
        } catch (CharacterCodingException e) {
            throw new FileProblemException(Problem.ofLine(
                    "encoding-undecodable",
                    line,
                    "bytes that are not characters, after line " + line,
                    "text in " + charset.name() + ", as the file begins",
                    "Upload the file as customs gave it, or save it as \"CSV UTF-8\"."));
        }
        return any;
    }
}
