package dev.customsfeed.sources.file;

import dev.customsfeed.sources.file.DiskStream.DiskFailureException;
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
import java.nio.channels.SeekableByteChannel;
import java.nio.charset.CharsetDecoder;
import java.nio.charset.CoderResult;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.OptionalLong;
import org.apache.commons.compress.archivers.sevenz.SevenZArchiveEntry;
import org.apache.commons.compress.archivers.sevenz.SevenZFile;

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
     * @param expected what files of its source are, e.g. {@code a CSV file}
     * @param download where files of its source come from, for advice
     * @throws RejectedFileException if it is empty, packed otherwise than its name says, or no text
     * @throws IOException if the file cannot be read from disk
     */
    public static PackedFile inspect(Path path, Packing named, String expected, String download, FileLimits limits)
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
            rejectOtherFormat(start, expected, download);
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
            rejectPackedTwice(unpacked);
            rejectOtherFormat(unpacked, expected, download);
        }
        return file;
    }

    private static void rejectPackedTwice(byte[] unpacked) throws RejectedFileException {
        Optional<String> what =
                switch (packingOf(unpacked)) {
                    case GZIP -> Optional.of("a gzip file");
                    case SEVEN_ZIP -> Optional.of("a 7z archive");
                    case PLAIN ->
                        OtherFormat.of(unpacked)
                                .filter(format -> format == OtherFormat.ARCHIVE)
                                .map(OtherFormat::label);
                };
        if (what.isPresent()) {
            throw rejected(
                    "packed-twice",
                    what.get() + " within the compressed file",
                    "a file that is compressed once",
                    "Unpack the file once; if a file of the office is in what comes out, upload that, compressed with gzip if it has to be.");
        }
    }

    /**
     * What bytes are that begin as no text does, or as that of a web page, e.g. {@code a gzip file}; empty if they may be text.
     *
     * @param bytes all of them, or the first
     */
    public static Optional<String> formatOf(byte[] bytes) {
        byte[] start = Arrays.copyOf(bytes, Math.min(bytes.length, OtherFormat.TELLING_BYTES));
        return packingOf(start) == Packing.GZIP
                ? Optional.of("a gzip file")
                : OtherFormat.of(start).map(OtherFormat::label);
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
                        new BufferedInputStream(new DiskStream(Files.newInputStream(path)), BUFFER),
                        "",
                        limits.maxBytes(),
                        () -> tooLarge(limits.maxBytes()));
            case GZIP -> gzip();
            case SEVEN_ZIP -> sevenZip();
        };
    }

    private InputStream gzip() throws IOException {
        long maxBytes = limits.maxBytesOutOf(Files.size(path));
        return new BufferedInputStream(
                new LimitedStream(
                        new GzipStream(new DiskStream(Files.newInputStream(path))),
                        "gzip",
                        maxBytes,
                        () -> maxBytes < limits.maxBytes() ? ratio(maxBytes) : tooLarge(maxBytes)),
                BUFFER);
    }

    private InputStream sevenZip() throws IOException {
        SeekableByteChannel channel = new DiskChannel(Files.newByteChannel(path));
        SevenZFile archive;
        try {
            archive = SevenZFile.builder()
                    .setSeekableByteChannel(channel)
                    .setMaxMemoryLimitKiB(MAX_DICTIONARY_KIB)
                    .get();
        } catch (DiskFailureException e) {
            channel.close();
            throw e;
        } catch (IOException e) {
            channel.close();
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
     * are text. Where ASCII is the one candidate, it is held to that while it is read. Text in UTF-16 is written once more in UTF-8,
     * beside the file.
     *
     * @throws RejectedFileException if it is no text in any of them, too large, or has zero bytes in a row
     * @throws IOException if the file cannot be read from disk, or not be written to it
     */
    public CustomsFile in(List<Encoding> candidates) throws RejectedFileException, IOException {
        try {
            byte[] start = firstBytes(OtherFormat.TELLING_BYTES);
            Optional<Utf16> utf16 = Utf16.of(start);
            if (utf16.isPresent()) {
                return utf16.get().inUtf8(this);
            }
            return candidates.equals(List.of(Encoding.ASCII)) ? inAscii(start) : inOneOf(candidates, start);
        } catch (FileProblemException e) {
            throw new RejectedFileException(Problems.of(e.problem()));
        }
    }

    private CustomsFile inAscii(byte[] start) {
        boolean marked = Encoding.ASCII_WITH_MARK.marks(start);
        return CustomsFile.of(this, marked ? Encoding.ASCII_WITH_MARK : Encoding.ASCII, false);
    }

    private CustomsFile inOneOf(List<Encoding> candidates, byte[] start) throws RejectedFileException, IOException {
        ZeroBytes zeroBytes = new ZeroBytes();
        Encoding encoding = findEncoding(candidates, start, zeroBytes);
        return CustomsFile.of(this, encoding, zeroBytes.any());
    }

    private Encoding findEncoding(List<Encoding> candidates, byte[] start, ZeroBytes zeroBytes)
            throws RejectedFileException, IOException {
        Optional<Encoding> marked = candidates.stream()
                .filter(candidate -> candidate.markLength() > 0 && candidate.marks(start))
                .findFirst();
        if (marked.isPresent()) {
            if (start.length == marked.get().markLength()) {
                throw empty("a byte-order mark and nothing else");
            }
            OptionalLong wrong = firstUndecodable(marked.get(), zeroBytes);
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
            OptionalLong wrong = firstUndecodable(candidate, zeroBytes);
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

    private static void rejectOtherFormat(byte[] start, String expected, String download) throws RejectedFileException {
        Optional<OtherFormat> other = OtherFormat.of(start);
        if (other.isPresent()) {
            throw rejected(
                    "other-format", other.get().label(), expected, other.get().advice(download));
        }
    }

    /** The offset, in the unpacked bytes, of the first byte that begins no character. */
    private OptionalLong firstUndecodable(Encoding encoding, ZeroBytes zeroBytes) throws IOException {
        CharsetDecoder decoder = encoding.strictDecoder();
        zeroBytes.begin();
        ByteBuffer bytes = ByteBuffer.allocate(BUFFER);
        CharBuffer characters = CharBuffer.allocate(DECODED_AT_ONCE);
        long readBytes = 0;
        try (InputStream in = bytes()) {
            while (true) {
                int read = in.read(bytes.array(), bytes.position(), bytes.remaining());
                boolean end = read < 0;
                if (!end) {
                    readBytes += read;
                    zeroBytes.look(bytes.array(), bytes.position(), read);
                    if (zeroBytes.firstRun().isPresent()) {
                        throw new FileProblemException(
                                ZeroBytes.broken(lineOf(zeroBytes.firstRun().getAsLong()), "zero bytes in a row"));
                    }
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
        bytes.position(Bytes.firstBeyondAscii(bytes.array(), bytes.position(), bytes.limit()));
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
            in.skipNBytes(offset);
            String found = String.format(
                    Locale.ROOT, "byte 0x%02X at byte offset %d, which begins no character", in.read(), offset);
            return new RejectedFileException(Problems.of(Problem.ofLine(
                    "encoding-undecodable",
                    lineOf(offset),
                    found,
                    "text in " + expected,
                    "Upload the file as customs gave it, or save it as \"CSV UTF-8\".")));
        }
    }

    /** The line that the byte at {@code offset} is on, from 1. */
    private long lineOf(long offset) throws IOException {
        try (InputStream in = bytes()) {
            long line = 1;
            for (long at = 0; at < offset; at++) {
                if (in.read() == '\n') {
                    line++;
                }
            }
            return line;
        }
    }

    private static RejectedFileException empty(String found) {
        return rejected(
                "file-empty",
                found,
                "a table with a header",
                "Download the file again; if there was nothing to report, upload the header alone.");
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
