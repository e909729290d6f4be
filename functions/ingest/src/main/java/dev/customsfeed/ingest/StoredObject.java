package dev.customsfeed.ingest;

import dev.customsfeed.sources.rejection.Problem;
import dev.customsfeed.sources.rejection.Problems;
import dev.customsfeed.sources.rejection.RejectedFileException;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.DigestInputStream;
import java.security.MessageDigest;
import java.time.Instant;
import java.util.HexFormat;
import software.amazon.awssdk.core.ResponseInputStream;
import software.amazon.awssdk.services.s3.model.GetObjectResponse;

/** One object version, opened: its bytes can be taken once. */
final class StoredObject implements AutoCloseable {

    private final ResponseInputStream<GetObjectResponse> in;

    StoredObject(ResponseInputStream<GetObjectResponse> in) {
        this.in = in;
    }

    /** S3's Last-Modified. */
    Instant lastModified() {
        return in.response().lastModified();
    }

    /** Copies the bytes to disk, where they can be read twice. */
    Spool spool(long maxBytes) throws RejectedFileException, IOException {
        Path path = Files.createTempFile("customs-file-", ".spool");
        try {
            long space = Files.getFileStore(path).getUsableSpace();
            refuseAbove(Math.min(maxBytes, space));
            MessageDigest sha256 = UploadBucket.sha256();
            try (InputStream bytes = new DigestInputStream(in, sha256)) {
                Files.copy(bytes, path, java.nio.file.StandardCopyOption.REPLACE_EXISTING);
            }
            return new Spool(path, HexFormat.of().formatHex(sha256.digest()));
        } catch (RejectedFileException | IOException | RuntimeException e) {
            Files.deleteIfExists(path);
            throw e;
        }
    }

    /** Reads all bytes into memory. */
    byte[] bytes(long maxBytes) throws RejectedFileException, IOException {
        refuseAbove(maxBytes);
        return in.readAllBytes();
    }

    private void refuseAbove(long maxBytes) throws RejectedFileException {
        long size = in.response().contentLength();
        if (size > maxBytes) {
            throw new RejectedFileException(
                    Problems.of(
                            Problem.ofFile(
                                    "object-too-large",
                                    "an object of " + size + " bytes",
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
