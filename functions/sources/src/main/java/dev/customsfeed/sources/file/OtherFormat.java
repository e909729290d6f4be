package dev.customsfeed.sources.file;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Optional;
import java.util.regex.Pattern;

/** Formats that are uploaded in place of what an office writes, told by their first bytes: their encoding would be a riddle to whoever did it. */
enum OtherFormat {
    XLSX(
            "an Excel workbook (.xlsx)",
            zipThatBeginsWith("\\[Content_Types\\]|_rels/|docProps/|xl/"),
            Advice.SPREADSHEET),
    XLS(
            "an Excel workbook (.xls, or one with a password)",
            Pattern.quote("\u00D0\u00CF\u0011\u00E0"),
            Advice.SPREADSHEET),
    ODS(
            "an OpenDocument file (.ods)",
            zipThatBeginsWith("mimetypeapplication/vnd\\.oasis\\.opendocument"),
            Advice.SPREADSHEET),
    ARCHIVE("an archive (ZIP, RAR or 7z)", "PK[\u0003\u0005]|Rar!|7z\u00BC\u00AF", Advice.ARCHIVE),
    // The first entry of a tar archive: a name in 100 bytes, then its mode in octal digits.
    TAR("an archive (tar)", "[^\u0000].{99}[0-7 ]{7}\u0000", Advice.ARCHIVE),
    COMPRESSED(
            "a compressed file (xz, bzip2, zstd or lz4)",
            "\u00FD7zXZ\u0000|BZh[1-9]1AY&SY|\\(\u00B5/\u00FD|\u0004\"M\u0018",
            Advice.ARCHIVE),
    RTF("a text document (RTF)", "\\{\\\\rtf", Advice.DOWNLOAD),
    PARQUET("a data file (Parquet)", "PAR1", Advice.DOWNLOAD),
    PDF("a PDF document", "%PDF", Advice.DOWNLOAD),
    HTML(
            "a web page (HTML)",
            Advice.BLANKS + "<(!doctype html|!--|(html|head|meta|body|table|title|script|div|p|br|h[1-6])\\b)",
            Advice.DOWNLOAD),
    XML("markup (XML)", Advice.BLANKS + "<[?!a-z]", Advice.DOWNLOAD);

    /** As many bytes as tell any of them. */
    static final int TELLING_BYTES = 128;

    private final String label;
    private final Pattern start;
    private final String advice;

    OtherFormat(String label, String start, String advice) {
        this.label = label;
        this.start = Pattern.compile("(?i)(?:" + start + ")", Pattern.DOTALL);
        this.advice = advice;
    }

    /** The format of a file that begins with {@code bytes}; empty if it may be text. */
    static Optional<OtherFormat> of(byte[] bytes) {
        String start = new String(bytes, StandardCharsets.ISO_8859_1);
        return Arrays.stream(values())
                .filter(format -> format.start.matcher(start).lookingAt())
                .findFirst();
    }

    /** What a file of the format is. */
    String label() {
        return label;
    }

    /**
     * What to do about it.
     *
     * @param download where the file comes from
     */
    String advice(String download) {
        return advice.replace("%s", download);
    }

    /** A ZIP archive whose first entry has a name, and content, like this. */
    private static String zipThatBeginsWith(String entry) {
        // The name of an entry follows the 30 bytes of its header.
        return "PK\u0003\u0004.{26}(?:" + entry + ")";
    }

    /** Texts that several formats share; constants of the enum itself are not there yet when its values are made. */
    private static final class Advice {
        static final String BLANKS = "(?:\u00EF\u00BB\u00BF)?\\s*";
        static final String SPREADSHEET =
                "Upload the file as customs gave it; if only the spreadsheet is left, save its"
                        + " sheet as \"CSV UTF-8\" and upload that.";
        static final String ARCHIVE =
                "Take the file out of the archive and upload that; compressed with gzip, if it has to be.";
        static final String DOWNLOAD = "Download the file again from %s: something else came in its place.";
    }
}
