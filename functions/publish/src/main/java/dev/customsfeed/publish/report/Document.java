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
 */
public record Document(String path, String contentType, byte[] content) {

    /** A JSON document. */
    public static Document json(String path, byte[] content) {
        return new Document(path, "application/json", content);
    }

    /** The path of the immutable copy, named by its content: {@code archive/reports/2025-12.<first 16 digits of SHA-256>.json}. */
    public String archivePath() {
        int dot = path.lastIndexOf('.');
        return "archive/" + path.substring(0, dot) + "." + hash16(content) + path.substring(dot);
    }

    /** The first 16 hexadecimal digits of the SHA-256 of {@code content}. */
    static String hash16(byte[] content) {
        try {
            byte[] hash = MessageDigest.getInstance("SHA-256").digest(content);
            return HexFormat.of().formatHex(hash, 0, 8);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java platform has SHA-256", e);
        }
    }

    /** The content as text. */
    public String text() {
        return new String(content, StandardCharsets.UTF_8);
    }
}
