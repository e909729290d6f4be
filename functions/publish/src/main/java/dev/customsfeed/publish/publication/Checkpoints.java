package dev.customsfeed.publish.publication;

import java.io.BufferedReader;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;
import java.util.zip.GZIPInputStream;
import java.util.zip.GZIPOutputStream;
import software.amazon.awssdk.core.sync.RequestBody;
import software.amazon.awssdk.services.s3.S3Client;
import software.amazon.awssdk.services.s3.model.S3Exception;

/**
 * How far the upload logs have been read, so that nobody reads them from their beginning. Whatever is lost, old or spoilt is made
 * again from the logs: a checkpoint says nothing that is not there, and of two that are written at once either will do.
 */
public final class Checkpoints {

    private static final String FOLDER = "checkpoints/";
    private static final String SUFFIX = ".gz";

    private final S3Client s3;
    private final String bucket;

    /** In the folder {@code checkpoints/} of {@code bucket}. */
    public Checkpoints(S3Client s3, String bucket) {
        this.s3 = s3;
        this.bucket = bucket;
    }

    /** The lines of a checkpoint; empty if there is none, or none that can be read. */
    Optional<List<String>> read(String name) {
        byte[] content;
        try {
            content = s3.getObjectAsBytes(get -> get.bucket(bucket).key(key(name)))
                    .asByteArray();
        } catch (S3Exception e) {
            if (e.statusCode() == 404) {
                return Optional.empty();
            }
            throw e;
        }
        try (BufferedReader lines = new BufferedReader(new InputStreamReader(
                new GZIPInputStream(new ByteArrayInputStream(content)), StandardCharsets.UTF_8))) {
            return Optional.of(lines.lines().toList());
        } catch (IOException | UncheckedIOException e) {
            return Optional.empty();
        }
    }

    /** Writes a checkpoint in place of the one before. */
    void write(String name, List<String> lines) {
        ByteArrayOutputStream out = new ByteArrayOutputStream(1 << 12);
        try (GZIPOutputStream zip = new GZIPOutputStream(out)) {
            for (String line : lines) {
                zip.write(line.getBytes(StandardCharsets.UTF_8));
                zip.write('\n');
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        s3.putObject(
                put -> put.bucket(bucket).key(key(name)).contentType("application/gzip"),
                RequestBody.fromBytes(out.toByteArray()));
    }

    private static String key(String name) {
        return FOLDER + name + SUFFIX;
    }
}
