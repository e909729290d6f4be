package dev.customsfeed.sources.check;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SpillingBytesTest {

    private static final int IN_MEMORY = 1 << 18;

    @TempDir
    private Path folder;

    @Test
    void up_to_256_kib_stay_in_memory() throws IOException {
        SpillingBytes bytes = new SpillingBytes(folder);
        bytes.write(new byte[IN_MEMORY - 1], 0, IN_MEMORY - 1);
        bytes.write(7);

        assertThat(files()).isZero();
        bytes.close();
        assertThat(read(bytes)).hasSize(IN_MEMORY).endsWith((byte) 0, (byte) 7);
        bytes.delete();
    }

    @Test
    void what_is_more_lies_in_a_file_with_what_was_written_before_until_it_is_deleted() throws IOException {
        SpillingBytes bytes = new SpillingBytes(folder);
        bytes.write(3);
        bytes.write(new byte[IN_MEMORY], 0, IN_MEMORY);
        bytes.write(new byte[] {1, 2, 4, 8}, 1, 2);
        bytes.write(9);

        bytes.close();
        assertThat(files()).isEqualTo(1);
        assertThat(read(bytes))
                .hasSize(IN_MEMORY + 4)
                .startsWith((byte) 3, (byte) 0)
                .endsWith((byte) 0, (byte) 2, (byte) 4, (byte) 9);
        bytes.delete();
        assertThat(files()).isZero();
    }

    @Test
    void what_was_not_written_to_its_end_is_deleted_too() throws IOException {
        SpillingBytes bytes = new SpillingBytes(folder);
        bytes.write(new byte[IN_MEMORY + 1], 0, IN_MEMORY + 1);

        bytes.delete();

        assertThat(files()).isZero();
    }

    private static byte[] read(SpillingBytes bytes) throws IOException {
        try (InputStream in = bytes.read()) {
            return in.readAllBytes();
        }
    }

    private long files() throws IOException {
        try (Stream<Path> files = Files.list(folder)) {
            return files.count();
        }
    }
}
