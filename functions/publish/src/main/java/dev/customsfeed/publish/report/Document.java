package dev.customsfeed.publish.report;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;

/**
 * One file of the feed.
 *
 * @param path within the feed's folder, e.g. {@code reports/2025-12.json}
 * @param contentType its media type
 * @param content its bytes; not to be changed
 * @param keeping what becomes of what it said before
 */
public record Document(String path, String contentType, byte[] content, Keeping keeping) {

    /** What becomes of a document when another takes its place. */
    public enum Keeping {
        /** Every content that it ever had stays, as an immutable copy: figures that somebody may cite. */
        CITABLE,
        /** Only what it says now is there: what can be made again from the citable ones. */
        CURRENT,
        /** Its path carries its content's hash, so it never changes; it goes when nothing needs it any more. */
        NAMED_BY_CONTENT
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

    /** A document whose path gets its content's hash before the dot: {@code a.css} becomes {@code a.<16 digits>.css}. */
    public static Document namedByContent(String path, String contentType, byte[] content) {
        return new Document(withHash(path, content), contentType, content, Keeping.NAMED_BY_CONTENT);
    }

    /** The path of the immutable copy, named by its content: {@code archive/reports/2025-12.<first 16 digits of SHA-256>.json}. */
    public String archivePath() {
        return "archive/" + withHash(path, content);
    }

    private static String withHash(String path, byte[] content) {
        int dot = path.lastIndexOf('.');
        return path.substring(0, dot) + "." + hash16(content) + path.substring(dot);
    }

    /** The first 16 hexadecimal digits of the SHA-256 of {@code content}. */
    public static String hash16(byte[] content) {
        return sha256(content).substring(0, 16);
    }

    /** The SHA-256 of the content, in 64 hexadecimal digits. */
    public String sha256() {
        return sha256(content);
    }

    private static String sha256(byte[] content) {
        try {
            return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(content));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java platform has SHA-256", e);
        }
    }

    /** The content as text. */
    public String text() {
        return new String(content, StandardCharsets.UTF_8);
    }
}
