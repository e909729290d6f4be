package dev.customsfeed.sources.file;

import java.nio.charset.Charset;
import java.nio.charset.CharsetDecoder;
import java.nio.charset.CodingErrorAction;
import java.nio.charset.StandardCharsets;

/** The encodings that customs files come in. */
public enum Encoding {
    UTF_8("UTF-8", StandardCharsets.UTF_8, 0),
    UTF_8_WITH_MARK("UTF-8 with byte-order mark", StandardCharsets.UTF_8, 3, 0xEF, 0xBB, 0xBF),
    /** What the customs portal itself writes. */
    GB18030("GB18030", Charset.forName("GB18030"), 0),
    GB18030_WITH_MARK("GB18030 with byte-order mark", Charset.forName("GB18030"), 4, 0x84, 0x31, 0x95, 0x33),
    /** What files of codes and figures alone are written in. */
    ASCII("ASCII", StandardCharsets.US_ASCII, 0),
    /** The same, as spreadsheets save it. */
    ASCII_WITH_MARK("ASCII with byte-order mark", StandardCharsets.US_ASCII, 3, 0xEF, 0xBB, 0xBF),
    /** What Western offices write once a name has an accent. */
    WINDOWS_1252("Windows-1252", Charset.forName("windows-1252"), 0);

    private final String label;
    private final Charset charset;
    private final int markLength;
    private final int[] mark;

    Encoding(String label, Charset charset, int markLength, int... mark) {
        this.label = label;
        this.charset = charset;
        this.markLength = markLength;
        this.mark = mark;
    }

    /** The name that reports use. */
    public String label() {
        return label;
    }

    /**
     * Text as {@link CustomsFile#rawReader} gives it.
     *
     * @return one character for each byte
     */
    public String raw(String text) {
        return new String(text.getBytes(charset), StandardCharsets.ISO_8859_1);
    }

    /** The text that stands behind {@code raw}, which {@link CustomsFile#rawReader} gave. */
    public String text(String raw) {
        return new String(raw.getBytes(StandardCharsets.ISO_8859_1), charset);
    }

    /** Whether bytes beyond ASCII are no text in it. */
    boolean isAscii() {
        return charset.equals(StandardCharsets.US_ASCII);
    }

    /** The name without a word on marks. */
    String charsetName() {
        return charset.name();
    }

    /** Whether a file that begins with {@code start} has the byte-order mark of this encoding. */
    boolean marks(byte[] start) {
        return PackedFile.startsWith(start, mark);
    }

    /** How many bytes stand before the text. */
    int markLength() {
        return markLength;
    }

    /** A decoder that reports what it cannot decode and never replaces it. */
    CharsetDecoder strictDecoder() {
        return charset.newDecoder()
                .onMalformedInput(CodingErrorAction.REPORT)
                .onUnmappableCharacter(CodingErrorAction.REPORT);
    }
}
