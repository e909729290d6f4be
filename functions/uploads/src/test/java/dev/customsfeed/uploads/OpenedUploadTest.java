package dev.customsfeed.uploads;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import dev.customsfeed.sources.rejection.RejectedFileException;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.FileStore;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import software.amazon.awssdk.core.ResponseInputStream;
import software.amazon.awssdk.http.AbortableInputStream;
import software.amazon.awssdk.services.s3.model.GetObjectResponse;

class OpenedUploadTest {

    private static OpenedUpload opened(String bytes, long size) {
        return new OpenedUpload(new ResponseInputStream<>(
                GetObjectResponse.builder().contentLength(size).build(),
                AbortableInputStream.create(new ByteArrayInputStream(bytes.getBytes(StandardCharsets.US_ASCII)))));
    }

    @Test
    void a_copy_has_the_bytes_and_their_hash_and_is_gone_when_it_is_closed() throws Exception {
        LocalCopy copy = opened("abc", 3).copy(10);

        assertThat(copy.path()).hasContent("abc");
        assertThat(copy.sha256()).isEqualTo("ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad");
        copy.close();
        assertThat(copy.path()).doesNotExist();
    }

    @Test
    void a_disk_that_is_full_for_now_is_named_and_rejects_nothing() throws IOException {
        FileStore disk = Files.getFileStore(Path.of(System.getProperty("java.io.tmpdir")));
        long size = disk.getUsableSpace() + (disk.getTotalSpace() - disk.getUsableSpace()) / 2;

        assertThatExceptionOfType(IOException.class)
                .isThrownBy(() -> opened("abc", size).copy(Long.MAX_VALUE))
                .withMessageStartingWith("the disk is full: found ")
                .withMessageContaining(" bytes free in ")
                .withMessageEndingWith("expected room for a file of " + size + " bytes");
    }

    @Test
    void what_no_disk_and_no_limit_could_hold_is_rejected() {
        for (long maxBytes : new long[] {Long.MAX_VALUE, 2}) {
            assertThatExceptionOfType(RejectedFileException.class)
                    .isThrownBy(
                            () -> opened("abc", maxBytes == 2 ? 3 : 1L << 60).copy(maxBytes))
                    .withMessageContaining("object-too-large");
        }
    }

    @Test
    void half_a_download_is_no_copy() {
        assertThatExceptionOfType(IOException.class)
                .isThrownBy(() -> opened("abc", 4).copy(10))
                .withMessage("the download broke off: found 3 bytes, expected 4");
    }
}
