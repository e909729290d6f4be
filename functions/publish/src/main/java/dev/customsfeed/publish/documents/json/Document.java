package dev.customsfeed.publish.documents.json;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.Optional;
import java.util.function.Supplier;

/** One file of the feed. */
public final class Document {

    private final String path;
    private final String contentType;
    private final Content content;
    private final Keeping keeping;

    // Hashing takes longer than writing, and each hash is asked for in several places. Both are computed when first
    // asked for; threads that ask at once compute the same.
    private String sha256 = "";
    private String md5 = "";

    /** What becomes of a document when another takes its place. */
    public enum Keeping {
        /** Every content that it ever had stays, as an immutable copy: figures that somebody may cite. */
        CITABLE,
        /** Only what it says now is there: what can be made again from the citable ones. */
        CURRENT,
        /** Its path carries its content's hash, so it never changes; it goes when nothing needs it any more. */
        NAMED_BY_CONTENT
    }

    /**
     * What a document says, where it is not to be held: it is made when it is read, each time the same.
     *
     * @param length how many bytes it has
     * @param sha256 of the bytes, in 64 hexadecimal digits
     * @param md5 of the bytes, in 32 hexadecimal digits
     */
    public record Digest(long length, String sha256, String md5) {}

    private record Content(long length, Supplier<InputStream> reading, Optional<byte[]> held) {

        static Content of(byte[] bytes) {
            return new Content(bytes.length, () -> new ByteArrayInputStream(bytes), Optional.of(bytes));
        }
    }

    private Document(String path, String contentType, byte[] content, Keeping keeping) {
        this(path, contentType, Content.of(content), keeping);
    }

    private Document(String path, String contentType, Content content, Keeping keeping) {
        this.path = path;
        this.contentType = contentType;
        this.content = content;
        this.keeping = keeping;
    }

    /**
     * A document of which only the newest content is kept, and which may be too large to be held: it is made whenever it is read.
     *
     * @param digest what is known of its content
     * @param reading makes the content
     */
    public static Document streamed(String path, String contentType, Digest digest, Supplier<InputStream> reading) {
        Document document = new Document(
                path, contentType, new Content(digest.length(), reading, Optional.empty()), Keeping.CURRENT);
        document.sha256 = digest.sha256();
        document.md5 = digest.md5();
        return document;
    }

    /** A citable document. */
    public Document(String path, String contentType, byte[] content) {
        this(path, contentType, content, Keeping.CITABLE);
    }

    /** A citable JSON document. */
    public static Document json(String path, byte[] content) {
        return new Document(path, "application/json", content);
    }

    /** A document of which only the newest content is kept. */
    public static Document current(String path, String contentType, byte[] content) {
        return new Document(path, contentType, content, Keeping.CURRENT);
    }

    /** A document whose path has a hash in it already, that of a whole folder. */
    public static Document inFolderNamedByContent(String path, String contentType, byte[] content) {
        return new Document(path, contentType, content, Keeping.NAMED_BY_CONTENT);
    }

    /**
     * A document whose path gets a hash of its content before the dot: {@code a.css} becomes {@code a.<16 digits>.css}. It is that by
     * which S3 tells what it has, so that a document of many is hashed once.
     */
    public static Document namedByContent(String path, String contentType, byte[] content) {
        String md5 = hash("MD5", content);
        Document document = new Document(withHash(path, short16(md5)), contentType, content, Keeping.NAMED_BY_CONTENT);
        document.md5 = md5;
        return document;
    }

    /**
     * A citable JSON document that says a hash of itself: the first 16 hexadecimal digits of the SHA-256 of {@code content}, which take
     * the place of 16 zeros. Of what stands before them both are found at once.
     *
     * @param content with the zeros; not to be used by others, since the digits are put into it
     * @param at where the zeros begin
     */
    public static Document sayingItsHash(String path, byte[] content, int at) {
        MessageDigest before = digest("SHA-256");
        before.update(content, 0, at);
        MessageDigest withZeros = copy(before);
        withZeros.update(content, at, content.length - at);
        byte[] says = short16(HexFormat.of().formatHex(withZeros.digest())).getBytes(StandardCharsets.US_ASCII);
        System.arraycopy(says, 0, content, at, says.length);
        before.update(content, at, content.length - at);
        Document document = json(path, content);
        document.sha256 = HexFormat.of().formatHex(before.digest());
        return document;
    }

    /** Its path within the feed's folder, e.g. {@code reports/2025-12.json}. */
    public String path() {
        return path;
    }

    /** Its media type. */
    public String contentType() {
        return contentType;
    }

    /** Its bytes; not to be changed. Those of a {@linkplain #streamed} document are made now, all of them. */
    public byte[] content() {
        return content.held().orElseGet(() -> {
            try (InputStream in = open()) {
                return in.readAllBytes();
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        });
    }

    /** Its bytes, one after the other. */
    public InputStream open() {
        return content.reading().get();
    }

    /** How many bytes it has. */
    public long length() {
        return content.length();
    }

    /** How many bytes it takes in memory, roughly. */
    public long held() {
        return content.held().map(bytes -> (long) bytes.length).orElse(0L);
    }

    /** What becomes of what it said before. */
    public Keeping keeping() {
        return keeping;
    }

    /** The path of the immutable copy, named by its content: {@code archive/reports/2025-12.<first 16 digits of SHA-256>.json}. */
    public String archivePath() {
        return "archive/" + withHash(path, short16(sha256()));
    }

    private static String withHash(String path, String hash) {
        int dot = path.lastIndexOf('.');
        return path.substring(0, dot) + "." + hash + path.substring(dot);
    }

    /** The first 16 hexadecimal digits of the SHA-256 of {@code content}. */
    public static String hash16(byte[] content) {
        return short16(hash("SHA-256", content));
    }

    private static String short16(String hash) {
        return hash.substring(0, 16);
    }

    /** The SHA-256 of the content, in 64 hexadecimal digits. */
    public String sha256() {
        if (sha256.isEmpty()) {
            sha256 = hash("SHA-256", content());
        }
        return sha256;
    }

    /** The MD5 of the content, in 32 hexadecimal digits: by it S3 tells what it has. */
    public String md5() {
        if (md5.isEmpty()) {
            md5 = hash("MD5", content());
        }
        return md5;
    }

    private static String hash(String algorithm, byte[] content) {
        return HexFormat.of().formatHex(digest(algorithm).digest(content));
    }

    private static MessageDigest digest(String algorithm) {
        try {
            return MessageDigest.getInstance(algorithm);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java platform has " + algorithm, e);
        }
    }

    private static MessageDigest copy(MessageDigest digest) {
        try {
            return (MessageDigest) digest.clone();
        } catch (CloneNotSupportedException e) {
            throw new IllegalStateException("the platform's own " + digest.getAlgorithm() + " can be copied", e);
        }
    }

    /** The content as text. */
    public String text() {
        return new String(content(), StandardCharsets.UTF_8);
    }
}
