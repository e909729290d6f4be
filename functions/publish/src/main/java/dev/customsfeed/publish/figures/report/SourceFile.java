package dev.customsfeed.publish.figures.report;

import java.util.Comparator;

/**
 * A file version that figures come from.
 *
 * @param key its object key
 * @param version S3's version id
 * @param sha256 of its bytes, as hexadecimal text
 */
public record SourceFile(String key, String version, String sha256) implements Comparable<SourceFile> {

    private static final Comparator<SourceFile> ORDER =
            Comparator.comparing(SourceFile::key).thenComparing(SourceFile::version);

    @Override
    public int compareTo(SourceFile other) {
        return ORDER.compare(this, other);
    }
}
