package dev.customsfeed.sources.rejection;

import java.util.Locale;
import java.util.regex.Pattern;

/**
 * One thing that is wrong with a customs file, in words that the analyst who uploaded it understands.
 *
 * @param code short name of the rule, e.g. {@code bad-number}
 * @param line line of the file, from 1 (the header's); 0 where it is not about a line
 * @param column column of the table, from 1; 0 where it is not about a column
 * @param columnName the column's header as the file has it; in a feed definition, the JSON pointer (RFC 6901) to the place; empty where
 *     it is about neither
 * @param found what stands there
 * @param expected what should
 * @param advice what to do about it
 */
public record Problem(
        String code, long line, int column, String columnName, String found, String expected, String advice) {

    /** Longer findings are cut: the report is read by people. */
    private static final int QUOTED_LENGTH = 80;

    /** All separators but the space, and all that controls or formats. */
    private static final Pattern INVISIBLE = Pattern.compile("[\\p{Z}\\p{C}&&[^ ]]");

    /** About the whole file or its key. */
    public static Problem ofFile(String code, String found, String expected, String advice) {
        return new Problem(code, 0, 0, "", found, expected, advice);
    }

    /** About a whole line. */
    public static Problem ofLine(String code, long line, String found, String expected, String advice) {
        return new Problem(code, line, 0, "", found, expected, advice);
    }

    /**
     * A found text in quotes, cut after 80 characters; {@code nothing} where it is empty. Characters that look like none or like
     * a space are named, as in {@code "1<U+00A0>000"}: the text would look right to whoever reads it.
     */
    public static String quote(CharSequence text) {
        if (text.length() == 0) {
            return "nothing";
        }
        return text.length() <= QUOTED_LENGTH
                ? "\"" + visible(text) + "\""
                : "\"" + visible(text.subSequence(0, QUOTED_LENGTH)) + "…\" (" + text.length() + " characters)";
    }

    private static String visible(CharSequence text) {
        return INVISIBLE
                .matcher(text)
                .replaceAll(found ->
                        String.format(Locale.ROOT, "<U+%04X>", found.group().codePointAt(0)));
    }

    @Override
    public String toString() {
        String where = line == 0
                ? columnName.isEmpty() ? "" : "in " + columnName + ": "
                : "line " + line + (column == 0 ? "" : ", column " + column) + ": ";
        return code + ": " + where + "found " + found + ", expected " + expected;
    }
}
