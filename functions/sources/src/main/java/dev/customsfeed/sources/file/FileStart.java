package dev.customsfeed.sources.file;

import dev.customsfeed.sources.rejection.Problem;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.regex.Pattern;

/**
 * The first bytes of a file, unpacked.
 *
 * @param text one character for each byte, without a byte-order mark of UTF-8
 */
public record FileStart(String text) {

    /** How many bytes are looked at. */
    public static final int LENGTH = 1 << 14;

    private static final int LINES_WITH_TITLES = 20;

    private static final String MARK = "\u00EF\u00BB\u00BF";

    /** Of text in UTF-16 it is what it will be read as, see {@link Utf16}. */
    static FileStart of(byte[] bytes) {
        byte[] read = Utf16.of(bytes).map(utf16 -> utf16.inUtf8(bytes)).orElse(bytes);
        String text = new String(read, StandardCharsets.ISO_8859_1);
        return new FileStart(text.startsWith(MARK) ? text.substring(MARK.length()) : text);
    }

    /** The first line without its end, or all that was looked at where no line ends in it. */
    public String firstLine() {
        int end = 0;
        while (end < text.length() && text.charAt(end) != '\n' && text.charAt(end) != '\r') {
            end++;
        }
        return text.substring(0, end);
    }

    /** Of comma, semicolon and tab the one that the first line has most of: what parts the columns of a table with nothing above its header. */
    public char separator() {
        String header = firstLine();
        char best = ',';
        for (char other : new char[] {';', '\t'}) {
            if (count(header, other) > count(header, best)) {
                best = other;
            }
        }
        return best;
    }

    private static long count(String text, char sign) {
        return text.chars().filter(one -> one == sign).count();
    }

    /**
     * Whether one of the first lines is the header of a table, above which people put titles.
     *
     * @param separators that may part its columns
     * @param isHeader by the names of the columns, without quotes and spaces around them
     */
    public boolean hasHeader(String separators, Predicate<List<String>> isHeader) {
        return text.lines().limit(LINES_WITH_TITLES).anyMatch(line -> separators
                .chars()
                .anyMatch(separator -> isHeader.test(names(line, (char) separator))));
    }

    private static List<String> names(String line, char separator) {
        return Arrays.stream(line.split(Pattern.quote(String.valueOf(separator)), -1))
                .map(name -> name.replace("\"", "").strip())
                .toList();
    }

    /**
     * The problem of a file that is JSON where no layout is: an error of a web site is often so.
     *
     * @param encoding of its text
     * @param expected what files of the source are, e.g. {@code a CSV file}
     * @param download where they come from
     * @return empty if it is no JSON
     */
    public Optional<Problem> json(Encoding encoding, String expected, String download) {
        if (firstSign() != '{' && firstSign() != '[') {
            return Optional.empty();
        }
        return Optional.of(Problem.ofLine(
                "other-format",
                1,
                "data in JSON, which begin with "
                        + Problem.quote(encoding.text(firstLine().strip())),
                expected,
                "Download the file again from " + download
                        + ": an answer of the web site, such as an error, came in its place."));
    }

    /** The first sign that is no blank; a blank where there is none. */
    public char firstSign() {
        return text.chars()
                .filter(sign -> sign > ' ')
                .mapToObj(sign -> (char) sign)
                .findFirst()
                .orElse(' ');
    }
}
