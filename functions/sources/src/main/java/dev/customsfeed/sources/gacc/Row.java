package dev.customsfeed.sources.gacc;

import dev.customsfeed.sources.file.Encoding;
import java.util.Arrays;

/**
 * The fields of one line, not decoded, in one buffer that the next line is read into: no text is made of a field that only
 * has to be a number. Spaces around a field do not belong to it. Fields are numbered from 0.
 */
final class Row {

    private final Encoding encoding;
    private final int maxFieldLength;
    private final int[] starts;
    private final int[] ends;
    private final boolean[] passedOver;
    private char[] text = new char[1024];
    private long line;
    private int fieldCount;
    private boolean blank;
    private int longField;
    private int longFieldLength;

    /**
     * @param encoding of the raw characters that are added
     * @param maxFieldLength in characters, once decoded
     * @param maxFields how many are kept
     */
    Row(Encoding encoding, int maxFieldLength, int maxFields) {
        this.encoding = encoding;
        this.maxFieldLength = maxFieldLength;
        starts = new int[maxFields];
        ends = new int[maxFields];
        passedOver = new boolean[maxFields];
    }

    /** Keeps nothing but the length of this field from the next line on. */
    void passOver(int field) {
        passedOver[field] = true;
    }

    void begin(long startingLine) {
        line = startingLine;
        fieldCount = 0;
        blank = true;
        longField = -1;
    }

    void add(char[] buffer, int offset, int length) {
        int field = fieldCount++;
        if (length > maxFieldLength && longField < 0) {
            longFieldLength = encoding.text(new String(buffer, offset, length)).length();
            longField = longFieldLength > maxFieldLength ? field : -1;
        }
        int from = offset;
        int to = offset + length;
        while (from < to && isSpace(buffer[from])) {
            from++;
        }
        while (to > from && isSpace(buffer[to - 1])) {
            to--;
        }
        blank &= from == to;
        if (field >= starts.length) {
            return;
        }
        int start = field == 0 ? 0 : ends[field - 1];
        if (passedOver[field]) {
            starts[field] = start;
            ends[field] = start;
            return;
        }
        int end = start + to - from;
        if (end > text.length) {
            text = Arrays.copyOf(text, Math.max(end, 2 * text.length));
        }
        System.arraycopy(buffer, from, text, start, to - from);
        starts[field] = start;
        ends[field] = end;
    }

    /** The line that the row starts on, from 1. */
    long line() {
        return line;
    }

    /** How many fields the row has, those beyond the limit included, which are not kept. */
    int fieldCount() {
        return fieldCount;
    }

    /** Whether the line has nothing on it but commas and spaces: spreadsheets write such for rows that nobody filled. */
    boolean isBlank() {
        return blank;
    }

    /** The first field that is longer than the limit; -1 if none is. */
    int longField() {
        return longField;
    }

    /** How long {@link #longField} is. */
    int longFieldLength() {
        return longFieldLength;
    }

    /** How many characters a field may have. */
    int maxFieldLength() {
        return maxFieldLength;
    }

    boolean isEmpty(int field) {
        return starts[field] == ends[field];
    }

    String text(int field) {
        return encoding.text(raw(field));
    }

    /** The field as it stands in the file, one character for each byte. */
    String raw(int field) {
        return new String(text, starts[field], ends[field] - starts[field]);
    }

    /** Whether the field is {@code raw}, one character for each byte. */
    boolean is(int field, String raw) {
        int start = starts[field];
        if (raw.length() != ends[field] - start) {
            return false;
        }
        for (int i = 0; i < raw.length(); i++) {
            if (text[start + i] != raw.charAt(i)) {
                return false;
            }
        }
        return true;
    }

    /** The field as a code of exactly {@code length} digits; -1 if it is none. */
    int code(int field, int length) {
        if (ends[field] - starts[field] != length) {
            return -1;
        }
        int code = 0;
        for (int i = starts[field]; i < ends[field]; i++) {
            int digit = text[i] - '0';
            if (digit < 0 || digit > 9) {
                return -1;
            }
            code = code * 10 + digit;
        }
        return code;
    }

    /**
     * The field as a whole number of up to 18 digits; -1 if it is none. Commas may part the thousands and a fraction may
     * follow that is zero. A comma elsewhere is refused: a decimal comma would make the number a hundred times too large.
     */
    long number(int field) {
        long number = 0;
        int digits = 0;
        int digitsSinceComma = -1;
        int i = starts[field];
        int end = ends[field];
        for (; i < end && text[i] != '.'; i++) {
            int digit = text[i] - '0';
            if (digit >= 0 && digit <= 9) {
                number = number * 10 + digit;
                digits++;
                if (digitsSinceComma >= 0) {
                    digitsSinceComma++;
                }
            } else if (text[i] == ',' && (digitsSinceComma < 0 ? digits >= 1 && digits <= 3 : digitsSinceComma == 3)) {
                digitsSinceComma = 0;
            } else {
                return -1;
            }
        }
        boolean partedRight = digitsSinceComma < 0 || digitsSinceComma == 3;
        return digits >= 1 && digits <= 18 && partedRight && isZeroFraction(i, end) ? number : -1;
    }

    private boolean isZeroFraction(int point, int end) {
        for (int i = point + 1; i < end; i++) {
            if (text[i] != '0') {
                return false;
            }
        }
        return point == end || point + 1 < end;
    }

    private static boolean isSpace(char c) {
        return c <= ' ';
    }
}
