package dev.customsfeed.sources.file;

import dev.customsfeed.sources.key.Packing;
import dev.customsfeed.sources.rejection.Problem;
import dev.customsfeed.sources.rejection.Problems;
import dev.customsfeed.sources.rejection.RejectedFileException;
import java.io.BufferedInputStream;
import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.CharBuffer;
import java.nio.charset.CharsetDecoder;
import java.nio.charset.CoderResult;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.stream.Collectors;
import org.apache.commons.compress.archivers.sevenz.SevenZArchiveEntry;
import org.apache.commons.compress.archivers.sevenz.SevenZFile;
import org.apache.commons.compress.compressors.gzip.GzipCompressorInputStream;

/**
 * A file on disk as it was uploaded, which is packed as its name says and begins as text does.
 *
 * @param path where it lies
 * @param packing how it is packed
 * @param limits how large it may be
 */
public record PackedFile(Path path, Packing packing, FileLimits limits) {

    private static final int BUFFER = 1 << 16;

    /** Few, to come back soon to passing over ASCII, which most of a file is. */
    private static final int DECODED_AT_ONCE = 32;

    /** Kilobytes that unpacking 7z may take: Eurostat's archives have dictionaries of 64 MB at most. */
    private static final int MAX_DICTIONARY_KIB = 160 << 10;

    /**
     * Looks at the first bytes of a file.
     *
     * @param named how the file's name says that it is packed
     * @param download where files of its source come from, for advice
     * @throws RejectedFileException if it is empty, packed otherwise than its name says, or no text
     * @throws IOException if the file cannot be read from disk
     */
    public static PackedFile inspect(Path path, Packing named, String download, FileLimits limits)
            throws RejectedFileException, IOException {
        byte[] start;
        try (InputStream in = Files.newInputStream(path)) {
            start = in.readNBytes(OtherFormat.TELLING_BYTES);
        }
        if (start.length == 0) {
            throw empty("a file of 0 bytes");
        }
        Packing found = packingOf(start);
        if (found == Packing.PLAIN || found == Packing.SEVEN_ZIP && named != Packing.SEVEN_ZIP) {
            rejectOtherFormat(start, download);
        }
        if (found != named) {
            throw mismatch(found, named);
        }
        PackedFile file = new PackedFile(path, named, limits);
        if (named != Packing.PLAIN) {
            byte[] unpacked = file.firstBytes(OtherFormat.TELLING_BYTES);
            if (unpacked.length == 0) {
                throw empty("a compressed file of 0 bytes");
            }
            if (packingOf(unpacked) != Packing.PLAIN) {
                throw rejected(
                        "packed-twice",
                        "a compressed file within a compressed file",
                        "a file that is compressed once",
                        "Unpack the file once and upload what comes out.");
            }
            rejectOtherFormat(unpacked, download);
        }
        return file;
    }

    private static Packing packingOf(byte[] start) {
        if (startsWith(start, 0x1F, 0x8B)) {
            return Packing.GZIP;
        }
        return startsWith(start, '7', 'z', 0xBC, 0xAF) ? Packing.SEVEN_ZIP : Packing.PLAIN;
    }

    private static RejectedFileException mismatch(Packing found, Packing named) {
        if (named == Packing.SEVEN_ZIP || found == Packing.SEVEN_ZIP) {
            return rejected(
                    "packing-mismatch",
                    found == Packing.GZIP ? "a file compressed with gzip" : "a file that is no 7z archive",
                    "a 7z archive, for the name ends in .7z",
                    "Name the file as what it is, or download it again.");
        }
        boolean gzip = found == Packing.GZIP;
        return rejected(
                "gzip-mismatch",
                gzip ? "a compressed file (gzip)" : "a file that is not compressed",
                gzip ? "plain text, for the name does not end in .gz" : "a compressed file, for the name ends in .gz",
                gzip
                        ? "Add .gz to the name, or decompress the file."
                        : "Take .gz off the name, or compress the file with gzip.");
    }

    /** The first bytes, unpacked. */
    public FileStart start() throws RejectedFileException, IOException {
        return FileStart.of(firstBytes(FileStart.LENGTH));
    }

    private byte[] firstBytes(int length) throws RejectedFileException, IOException {
        try (InputStream in = bytes()) {
            return in.readNBytes(length);
        } catch (FileProblemException e) {
            throw new RejectedFileException(Problems.of(e.problem()));
        }
    }

    /**
     * The unpacked bytes, buffered. What is wrong with them is thrown as a {@link FileProblemException} where it is reached.
     *
     * @throws IOException if the file cannot be read from disk
     */
    InputStream bytes() throws IOException {
        return switch (packing) {
            case PLAIN ->
                new LimitedStream(
                        new BufferedInputStream(Files.newInputStream(path), BUFFER),
                        "",
                        limits.maxBytes(),
                        () -> tooLarge(limits.maxBytes()));
            case GZIP -> gzip();
            case SEVEN_ZIP -> sevenZip();
        };
    }

    private InputStream gzip() throws IOException {
        long maxBytes = limits.maxBytesOutOf(Files.size(path));
        InputStream raw = new BufferedInputStream(Files.newInputStream(path), BUFFER);
        try {
            InputStream unpacked = GzipCompressorInputStream.builder()
                    .setInputStream(raw)
                    .setDecompressConcatenated(true)
                    .get();
            return new BufferedInputStream(
                    new LimitedStream(
                            unpacked,
                            "gzip",
                            maxBytes,
                            () -> maxBytes < limits.maxBytes() ? ratio(maxBytes) : tooLarge(maxBytes)),
                    BUFFER);
        } catch (IOException e) {
            raw.close();
            throw LimitedStream.damaged("gzip", LimitedStream.NO_COMPRESSED_DATA);
        }
    }

    private InputStream sevenZip() throws IOException {
        SevenZFile archive;
        try {
            archive = SevenZFile.builder()
                    .setPath(path)
                    .setMaxMemoryLimitKiB(MAX_DICTIONARY_KIB)
                    .get();
        } catch (IOException e) {
            throw LimitedStream.damaged("7z", LimitedStream.NO_COMPRESSED_DATA);
        }
        try {
            List<SevenZArchiveEntry> files = new java.util.ArrayList<>();
            archive.getEntries().forEach(entry -> {
                if (!entry.isDirectory()) {
                    files.add(entry);
                }
            });
            if (files.size() != 1) {
                throw new FileProblemException(Problem.ofFile(
                        "archive-of-several",
                        "an archive of " + files.size() + " files",
                        "an archive of one file",
                        "Unpack the archive and upload its files one by one, each compressed with gzip."));
            }
            InputStream entry = archive.getInputStream(files.get(0));
            InputStream closing = new FilterInputStream(entry) {
                @Override
                public void close() throws IOException {
                    archive.close();
                }
            };
            return new BufferedInputStream(
                    new LimitedStream(closing, "7z", limits.maxBytes(), () -> tooLarge(limits.maxBytes())), BUFFER);
        } catch (IOException e) {
            archive.close();
            throw e instanceof FileProblemException ? e : LimitedStream.damaged("7z", LimitedStream.NO_COMPRESSED_DATA);
        }
    }

    /**
     * Finds the encoding of the text: a byte-order mark says it, or else it is the first of {@code candidates} in which all bytes
     * are text. Where ASCII is the one candidate, it is held to that while it is read.
     *
     * @throws RejectedFileException if it is no text in any of them, or too large
     */
    public CustomsFile in(List<Encoding> candidates) throws RejectedFileException, IOException {
        if (candidates.equals(List.of(Encoding.ASCII))) {
            return new CustomsFile(this, Encoding.ASCII);
        }
        try {
            return new CustomsFile(this, findEncoding(candidates));
        } catch (FileProblemException e) {
            throw new RejectedFileException(Problems.of(e.problem()));
        }
    }

    private Encoding findEncoding(List<Encoding> candidates) throws RejectedFileException, IOException {
        byte[] start = firstBytes(OtherFormat.TELLING_BYTES);
        boolean utf16 = startsWith(start, 0xFE, 0xFF)
                || startsWith(start, 0xFF, 0xFE)
                || (start.length > 1 && (start[0] == 0 || start[1] == 0));
        String names = candidates.stream()
                .filter(candidate -> candidate.markLength() == 0)
                .map(Encoding::label)
                .collect(Collectors.joining(" or "));
        if (utf16) {
            throw rejected(
                    "encoding-utf-16",
                    "text in UTF-16",
                    "text in " + names,
                    "Save the file as \"CSV UTF-8\", or upload it as customs gave it.");
        }
        Optional<Encoding> marked = candidates.stream()
                .filter(candidate -> candidate.markLength() > 0 && candidate.marks(start))
                .findFirst();
        if (marked.isPresent()) {
            if (start.length == marked.get().markLength()) {
                throw empty("a byte-order mark and nothing else");
            }
            OptionalLong wrong = firstUndecodable(marked.get());
            if (wrong.isPresent()) {
                throw undecodable(
                        wrong.getAsLong(), marked.get().charsetName() + ", which its byte-order mark declares");
            }
            return marked.get();
        }
        StringBuilder tried = new StringBuilder();
        long last = 0;
        for (Encoding candidate : candidates) {
            if (candidate.markLength() > 0) {
                continue;
            }
            OptionalLong wrong = firstUndecodable(candidate);
            if (wrong.isEmpty()) {
                return candidate;
            }
            if (tried.length() > 0) {
                tried.append(" (fails at byte offset ").append(last).append(") or ");
            }
            tried.append(candidate.label());
            last = wrong.getAsLong();
        }
        throw undecodable(last, tried.indexOf(" or ") < 0 ? tried.toString() : tried + " (fails here)");
    }

    private static void rejectOtherFormat(byte[] start, String download) throws RejectedFileException {
        Optional<OtherFormat> other = OtherFormat.of(start);
        if (other.isPresent()) {
            throw rejected(
                    "other-format",
                    other.get().label(),
                    "a CSV file",
                    other.get().advice(download));
        }
    }

    /** The offset, in the unpacked bytes, of the first byte that begins no character. */
    private OptionalLong firstUndecodable(Encoding encoding) throws IOException {
        CharsetDecoder decoder = encoding.strictDecoder();
        ByteBuffer bytes = ByteBuffer.allocate(BUFFER);
        CharBuffer characters = CharBuffer.allocate(DECODED_AT_ONCE);
        long readBytes = 0;
        try (InputStream in = bytes()) {
            while (true) {
                int read = in.read(bytes.array(), bytes.position(), bytes.remaining());
                boolean end = read < 0;
                if (!end) {
                    readBytes += read;
                    bytes.position(bytes.position() + read);
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

    private Problem ratio(long maxBytes) {
        return Problem.ofFile(
                "gzip-ratio",
                "more than " + maxBytes + " bytes out of the compressed file",
                "at most " + limits.maxGzipRatio() + " times the compressed size",
                "Check what was compressed; upload it without compression if it is right.");
    }

    private static Problem tooLarge(long maxBytes) {
        return Problem.ofFile(
                "file-too-large",
                "more than " + maxBytes + " bytes",
                "at most " + maxBytes + " bytes",
                "Split the file by month or commodity.");
    }

    private RejectedFileException undecodable(long offset, String expected) throws IOException {
        try (InputStream in = bytes()) {
            long line = 1;
            for (long at = 0; at < offset; at++) {
                if (in.read() == '\n') {
                    line++;
                }
            }
            String found = String.format(
                    Locale.ROOT, "byte 0x%02X at byte offset %d, which begins no character", in.read(), offset);
            return new RejectedFileException(Problems.of(Problem.ofLine(
                    "encoding-undecodable",
                    line,
                    found,
                    "text in " + expected,
                    "Upload the file as customs gave it, or save it as \"CSV UTF-8\".")));
        }
    }

    private static RejectedFileException empty(String found) {
        return rejected(
                "file-empty",
                found,
                "a table with a header",
                "Download the file again. If nothing was traded, upload the header alone under a key that declares period= and"
                        + " hs=.");
    }

    private static RejectedFileException rejected(String code, String found, String expected, String advice) {
        return new RejectedFileException(Problems.of(Problem.ofFile(code, found, expected, advice)));
    }

    static boolean startsWith(byte[] bytes, int... start) {
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
}
