package dev.customsfeed.uploads;

import dev.customsfeed.sources.rejection.Problem;
import dev.customsfeed.sources.rejection.Problems;
import dev.customsfeed.sources.rejection.RejectedFileException;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.FileStore;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.security.DigestInputStream;
import java.security.MessageDigest;
import java.time.Instant;
import java.util.HexFormat;
import software.amazon.awssdk.core.ResponseInputStream;
import software.amazon.awssdk.services.s3.model.GetObjectResponse;

/** One uploaded object version, opened: its bytes can be taken once. */
public final class OpenedUpload implements AutoCloseable {

    private final ResponseInputStream<GetObjectResponse> in;

    OpenedUpload(ResponseInputStream<GetObjectResponse> in) {
        this.in = in;
    }

    /** S3's Last-Modified. */
    public Instant lastModified() {
        return in.response().lastModified();
    }

    private long size() {
        return in.response().contentLength();
    }

    /**
     * Copies the bytes to disk, where they can be read twice.
     *
     * @throws RejectedFileException if there are more of them than a file may have or than the disk could ever hold
     * @throws IOException if the disk is full for now, or the download breaks off
     */
    public LocalCopy copy(long maxBytes) throws RejectedFileException, IOException {
        Path path = Files.createTempFile("customs-file-", ".upload");
        boolean copied = false;
        try {
            FileStore disk = Files.getFileStore(path);
            rejectAbove(Math.min(maxBytes, disk.getTotalSpace()));
            if (size() > disk.getUsableSpace()) {
                throw new IOException("the disk is full: found " + disk.getUsableSpace() + " bytes free in "
                        + path.getParent() + ", expected room for a file of " + size() + " bytes");
            }
            MessageDigest sha256 = UploadBucket.sha256();
            try (InputStream bytes = new DigestInputStream(in, sha256)) {
                isWhole(Files.copy(bytes, path, StandardCopyOption.REPLACE_EXISTING));
            }
            copied = true;
            return new LocalCopy(path, HexFormat.of().formatHex(sha256.digest()));
        } finally {
            if (!copied) {
                Files.deleteIfExists(path);
            }
        }
    }

    /** Reads all bytes into memory. */
    public byte[] bytes(long maxBytes) throws RejectedFileException, IOException {
        rejectAbove(maxBytes);
        byte[] bytes = in.readAllBytes();
        isWhole(bytes.length);
        return bytes;
    }

    /** Half a file may be a right one. */
    private void isWhole(long bytes) throws IOException {
        if (bytes != size()) {
            throw new IOException("the download broke off: found " + bytes + " bytes, expected " + size());
        }
    }

    private void rejectAbove(long maxBytes) throws RejectedFileException {
        if (size() > maxBytes) {
            throw new RejectedFileException(
                    Problems.of(
                            Problem.ofFile(
                                    "object-too-large",
                                    "an object of " + size() + " bytes",
                                    "at most " + maxBytes + " bytes",
                                    "Upload less in one object: split a customs file by month or commodity, or compress it with gzip.")));
        }
    }

    /** Gives the connection up: bytes that nobody took are not downloaded. */
    @Override
    public void close() {
        in.abort();
    }
}
