package dev.customsfeed.sources.file;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import dev.customsfeed.sources.key.Packing;
import dev.customsfeed.sources.rejection.Problem;
import dev.customsfeed.sources.rejection.RejectedFileException;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.Reader;
import java.io.StringWriter;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import java.util.zip.CRC32;
import java.util.zip.GZIPOutputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class PackedFileTest {

    private static final Charset GB18030 = Charset.forName("GB18030");

    @TempDir
    private Path folder;

    @ParameterizedTest
    @EnumSource(names = {"UTF_8", "UTF_8_WITH_MARK", "GB18030", "GB18030_WITH_MARK"})
    void the_text_is_read_back_without_its_mark(Encoding encoding) throws Exception {
        String text = "≥ 99.8%,镁锭,\uD842\uDFB7,Hong Kong，China\n".repeat(10_000);
        String written = encoding.markLength() > 0 ? "\uFEFF" + text : text;

        CustomsFile file = inspect(written.getBytes(encoding.charsetName()), FileLimits.DEFAULTS);

        assertThat(file.encoding()).isEqualTo(encoding);
        try (Reader reader = file.rawReader()) {
            StringWriter raw = new StringWriter();
            reader.transferTo(raw);
            assertThat(encoding.text(raw.toString())).isEqualTo(text);
        }
    }

    @Test
    void the_offset_of_an_undecodable_byte_is_exact_far_into_a_file() {
        // 镁 in GB18030 happens to be a character in UTF-8 as well; ≥ is none.
        String line = "镁,≥,Hong Kong，China,1234567890\n";
        byte[] before = line.repeat(9_999).getBytes(GB18030);
        byte[] bytes = concat(before, new byte[] {'a', (byte) 0xFF, 'b', '\n'}, before);

        assertThat(rejection(bytes, false, FileLimits.DEFAULTS))
                .isEqualTo("encoding-undecodable: line 10000: found byte 0xFF at byte offset " + (before.length + 1)
                        + ", which begins no character, expected text in UTF-8 (fails at byte offset 3) or GB18030"
                        + " (fails here)");
    }

    @Test
    void a_file_cut_within_its_last_character_is_rejected() {
        byte[] text = "镁,1\n≥".getBytes(StandardCharsets.UTF_8);
        byte[] cut = Arrays.copyOf(text, text.length - 1);
        byte[] markedAndCut = concat(new byte[] {(byte) 0xEF, (byte) 0xBB, (byte) 0xBF}, cut);

        assertThat(rejection(markedAndCut, false, FileLimits.DEFAULTS))
                .startsWith("encoding-undecodable: line 2: found byte 0xE2 at byte offset 9");
    }

    @Test
    void a_file_may_have_as_many_bytes_as_the_limit_says_and_no_more() throws Exception {
        FileLimits limits = new FileLimits(100_000, 200, 4096, 64, 1_000, 1 << 20);

        assertThat(inspect(filled(100_000), limits).encoding()).isEqualTo(Encoding.UTF_8);
        assertThat(rejection(filled(100_001), false, limits))
                .isEqualTo("file-too-large: found more than 100000 bytes, expected at most 100000 bytes");
        assertThat(rejection(gzip(filled(100_001)), true, limits)).startsWith("file-too-large");
    }

    @Test
    void a_gzip_bomb_is_rejected_by_its_ratio() throws Exception {
        byte[] bomb = gzip(filled(64 << 20));
        assertThat(bomb.length).isLessThan(100_000);

        assertThat(rejection(bomb, true, FileLimits.DEFAULTS)).startsWith("gzip-ratio");
    }

    @Test
    void a_small_file_may_be_compressed_as_well_as_it_can() throws Exception {
        byte[] compressed = gzip(filled(10 << 20));

        assertThat(inspectNamed("f", compressed, true, FileLimits.DEFAULTS)
                        .packed()
                        .packing())
                .isEqualTo(Packing.GZIP);
    }

    @Test
    void a_damaged_gzip_file_is_rejected() throws Exception {
        byte[] random = new byte[100_000];
        new Random(1).nextBytes(random);
        byte[] compressed = gzip(random);
        compressed[compressed.length - 6] ^= 1;

        // The bytes are no text either; that the checksum is wrong comes out only at the end of them.
        assertThat(rejection(compressed, true, FileLimits.DEFAULTS)).startsWith("zero-bytes");
        byte[] text = gzip(filled(100_000));
        text[text.length - 6] ^= 1;
        assertThat(rejection(text, true, FileLimits.DEFAULTS)).startsWith("gzip-damaged");
        assertThat(rejection(new byte[] {0x1F, (byte) 0x8B}, true, FileLimits.DEFAULTS))
                .startsWith("gzip-damaged");
    }

    @Test
    void what_follows_the_end_of_compressed_data_is_not_passed_over_in_silence() throws Exception {
        byte[] first = gzip("镁,1\n".repeat(50_000).getBytes(StandardCharsets.UTF_8));
        byte[] second = gzip("镁,2\n".getBytes(StandardCharsets.UTF_8));
        byte[] both = concat(first, second);

        try (Reader reader =
                inspectNamed("both", both, true, FileLimits.DEFAULTS).rawReader()) {
            StringWriter raw = new StringWriter();
            reader.transferTo(raw);
            assertThat(Encoding.UTF_8.text(raw.toString())).hasSize(200_004).endsWith("镁,1\n镁,2\n");
        }
        for (int left = 1; left < second.length; left++) {
            assertThat(rejection(Arrays.copyOf(both, first.length + left), true, FileLimits.DEFAULTS))
                    .as("%d bytes of the second member", left)
                    .startsWith("gzip-damaged");
        }
        assertThat(rejection(Arrays.copyOf(first, first.length + 512), true, FileLimits.DEFAULTS))
                .isEqualTo("gzip-damaged: found compressed data that are cut or damaged (bytes after the end of the"
                        + " compressed data), expected a whole gzip file");
        assertThat(rejection(concat(first, "<html>".getBytes(StandardCharsets.UTF_8)), true, FileLimits.DEFAULTS))
                .contains("bytes after the end of the compressed data");
        byte[] damaged = concat(first, second);
        damaged[first.length + 1] ^= 1;
        assertThat(rejection(damaged, true, FileLimits.DEFAULTS)).startsWith("gzip-damaged");
    }

    @Test
    void members_without_content_are_passed_over_by_the_thousand() throws Exception {
        byte[] nothing = gzip(new byte[0]);
        byte[] many = new byte[5_000 * nothing.length];
        for (int i = 0; i < many.length; i++) {
            many[i] = nothing[i % nothing.length];
        }

        assertThat(rejection(many, true, FileLimits.DEFAULTS))
                .isEqualTo("file-empty: found a compressed file of 0 bytes, expected a table with a header");
        byte[] text = "a,b\n".getBytes(StandardCharsets.UTF_8);
        try (InputStream in = inspectNamed("many", concat(many, gzip(text), many), true, FileLimits.DEFAULTS)
                .bytes()) {
            assertThat(in.readAllBytes()).isEqualTo(text);
        }
    }

    @Test
    void each_part_of_a_gzip_header_is_read_and_none_without_end() throws Exception {
        byte[] text = "a,b\n".getBytes(StandardCharsets.UTF_8);
        byte[] name = "name\0".getBytes(StandardCharsets.UTF_8);
        byte[] extra = {3, 0, 1, 2, 3};

        assertThat(unpacked(withHeader(text, 8, name))).isEqualTo(text);
        assertThat(unpacked(withHeader(text, 16, name))).isEqualTo(text);
        assertThat(unpacked(withHeader(text, 4, extra))).isEqualTo(text);
        assertThat(unpacked(withHeader(text, 4 + 8 + 16, concat(extra, name, name))))
                .isEqualTo(text);
        CRC32 checksum = new CRC32();
        checksum.update(withHeader(new byte[0], 2, new byte[0]), 0, 10);
        byte[] low = {(byte) checksum.getValue(), (byte) (checksum.getValue() >> 8)};
        assertThat(unpacked(withHeader(text, 2, low))).isEqualTo(text);

        low[0] ^= 1;
        assertThat(rejection(withHeader(text, 2, low), true, FileLimits.DEFAULTS))
                .contains("a header whose checksum does not fit");
        for (int reserved : new int[] {32, 64, 128}) {
            assertThat(rejection(withHeader(text, reserved, new byte[0]), true, FileLimits.DEFAULTS))
                    .contains("a header of a kind that gzip does not have");
        }
        assertThat(rejection(withHeader(text, 8, concat(filled(5 << 20), new byte[1])), true, FileLimits.DEFAULTS))
                .contains("a header of more than 65536 bytes");
    }

    @Test
    void what_the_disk_cannot_do_is_nothing_that_a_file_is_rejected_for() throws Exception {
        byte[] compressed = gzip(filled(1_000));
        InputStream failing = new FilterInputStream(new ByteArrayInputStream(compressed)) {
            @Override
            public int read(byte[] bytes, int from, int length) throws IOException {
                throw new IOException("No space left on device");
            }
        };
        InputStream in = new LimitedStream(
                new GzipStream(new DiskStream(failing)), "gzip", 10, () -> Problem.ofFile("a", "b", "c", "d"));

        assertThatThrownBy(in::read)
                .isInstanceOf(IOException.class)
                .isNotInstanceOf(FileProblemException.class)
                .hasMessage("No space left on device");
    }

    private byte[] unpacked(byte[] compressed) throws Exception {
        try (InputStream in =
                inspectNamed("unpacked", compressed, true, FileLimits.DEFAULTS).bytes()) {
            return in.readAllBytes();
        }
    }

    /** The text compressed, with flags and what they say is there in the header. */
    private static byte[] withHeader(byte[] text, int flags, byte[] fields) throws IOException {
        byte[] compressed = gzip(text);
        byte[] header = Arrays.copyOf(compressed, 10);
        header[3] = (byte) flags;
        return concat(header, fields, Arrays.copyOfRange(compressed, 10, compressed.length));
    }

    @Test
    void limits_that_let_nothing_through_are_no_limits() {
        assertThatThrownBy(() -> new FileLimits(0, 1, 1, 1, 1, 1)).isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> new FileLimits((1L << 31) + 1, 1, 1, 1, 1, 1)).hasMessageContaining("at most 2 GiB");
    }

    private String rejection(byte[] bytes, boolean namedGzip, FileLimits limits) {
        return catchThrowableOfType(
                        RejectedFileException.class, () -> inspectNamed("rejected", bytes, namedGzip, limits))
                .problems()
                .first()
                .stream()
                .map(Problem::toString)
                .reduce((a, b) -> a + "; " + b)
                .orElseThrow();
    }

    private CustomsFile inspect(byte[] bytes, FileLimits limits) throws Exception {
        return inspectNamed("file", bytes, false, limits);
    }

    private CustomsFile inspectNamed(String name, byte[] bytes, boolean namedGzip, FileLimits limits) throws Exception {
        Packing packing = namedGzip ? Packing.GZIP : Packing.PLAIN;
        return PackedFile.inspect(
                        Files.write(folder.resolve(name), bytes), packing, "a CSV file", "example.org", limits)
                .in(List.of(Encoding.UTF_8_WITH_MARK, Encoding.GB18030_WITH_MARK, Encoding.UTF_8, Encoding.GB18030));
    }

    private static byte[] filled(int length) {
        byte[] bytes = new byte[length];
        Arrays.fill(bytes, (byte) 'a');
        return bytes;
    }

    private static byte[] gzip(byte[] bytes) throws IOException {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        try (GZIPOutputStream gzip = new GZIPOutputStream(out)) {
            gzip.write(bytes);
        }
        return out.toByteArray();
    }

    private static byte[] concat(byte[]... parts) {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        for (byte[] part : parts) {
            out.writeBytes(part);
        }
        return out.toByteArray();
    }
}
