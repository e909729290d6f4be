package dev.customsfeed.verify.comparison;

import dev.customsfeed.ledger.Upload;
import dev.customsfeed.verify.file.FileKind;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.BitSet;
import java.util.HexFormat;

/**
 * A file that was taken.
 *
 * @param upload the version, and when it was uploaded
 * @param kind of the file
 * @param rows how many it has
 * @param items the shards of the declaration items that it names
 * @param certificates the shards of the certificates that it names
 */
public record KnownFile(Upload upload, FileKind kind, long rows, BitSet items, BitSet certificates) {

    private static final int ID_DIGITS = 16;

    public KnownFile {
        items = (BitSet) items.clone();
        certificates = (BitSet) certificates.clone();
    }

    /** Key of the object. */
    public String key() {
        return upload.object().key();
    }

    /** S3's id of its version. */
    public String version() {
        return upload.object().versionId();
    }

    /** The day of its upload, by UTC. */
    public LocalDate day() {
        return LocalDate.ofInstant(upload.order().lastModified(), ZoneOffset.UTC);
    }

    /** What its rows are stored under: a hash of the key, and the version. */
    public String id() {
        return id(key(), version());
    }

    /** What the rows of a version of an object are stored under. */
    public static String id(String key, String version) {
        try {
            byte[] hash = MessageDigest.getInstance("SHA-256").digest(key.getBytes(StandardCharsets.UTF_8));
            return HexFormat.of().formatHex(hash).substring(0, ID_DIGITS) + "#" + version;
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java has SHA-256", e);
        }
    }
}
