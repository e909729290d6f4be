package dev.customsfeed.sources.csv;

import dev.customsfeed.sources.codes.Code;
import dev.customsfeed.sources.file.Encoding;
import java.math.BigDecimal;
import java.util.Arrays;

/**
 * The fields of one line, not decoded, in a buffer that the next line is read into: no text is made of a field that only
 * has to be a number. Spaces around a field do not belong to it. Fields are numbered from 0.
 */
public final class CsvLine {

    /** The largest number before the point: thousandths of it fit a {@code long}. */
    public static final long LARGEST = Long.MAX_VALUE / 1_000 - 1;

    private static final int THOUSAND = 1_000;

    private final Encoding encoding;
    private final int maxFieldLength;
    private final int[] starts;
    private final int[] ends;
    private final boolean[] passedOver;
    private final boolean[] mayBeZeroByte;
    private char[] own = new char[1024];
    private char[] text = own;
    private long line;
    private int fieldCount;
    private boolean blank;
    private boolean watchesZeroBytes;
    private boolean pointsMayPartThousands;
    private boolean namesReadings;
    private boolean zeroBytes;
    private int zeroByteField;
    private int longField;
    private int longFieldLength;

    /**
     * @param encoding of the raw characters that are added
     * @param maxFieldLength in characters, once decoded
     * @param maxFields how many are kept
     */
    public CsvLine(Encoding encoding, int maxFieldLength, int maxFields) {
        this.encoding = encoding;
        this.maxFieldLength = maxFieldLength;
        starts = new int[maxFields];
        ends = new int[maxFields];
        passedOver = new boolean[maxFields];
        mayBeZeroByte = new boolean[maxFields];
    }

    /** Keeps nothing but the length of this field from the next line on. */
    public void passOver(int field) {
        passedOver[field] = true;
    }

    /** Looks for zero bytes in each field from the next line on. */
    public void watchZeroBytes() {
        watchesZeroBytes = true;
    }

    /**
     * Begins the next line: it has no fields yet.
     *
     * @param startingLine from 1
     */
    public void begin(long startingLine) {
        begin(startingLine, own);
    }

    /**
     * Begins the next line, whose fields lie in {@code buffer}.
     *
     * @param startingLine from 1
     */
    void begin(long startingLine, char[] buffer) {
        text = buffer;
        line = startingLine;
        fieldCount = 0;
        blank = true;
        longField = -1;
        zeroBytes = false;
        zeroByteField = -1;
    }

    /** Adds a field that lies between two places of the buffer, behind those that were added before. */
    void add(int from, int to) {
        int field = fieldCount++;
        if (to - from > maxFieldLength || watchesZeroBytes) {
            lookAt(field, text, from, to - from);
        }
        if (field < starts.length && !passedOver[field]) {
            int first = from;
            int end = to;
            while (first < end && isSpace(text[first])) {
                first++;
            }
            while (end > first && isSpace(text[end - 1])) {
                end--;
            }
            blank &= first == end && !zeroBytes;
            starts[field] = first;
            ends[field] = end;
        } else {
            blank = blank && isBlank(text, from, to - from) && !zeroBytes;
            if (field < starts.length) {
                starts[field] = from;
                ends[field] = from;
            }
        }
    }

    /** Moves the fields that are kept to the front of the buffer; how much of it they take. */
    int moveToFront() {
        int kept = Math.min(fieldCount, starts.length);
        if (kept == 0) {
            return 0;
        }
        int from = starts[0];
        int length = ends[kept - 1] - from;
        System.arraycopy(text, from, text, 0, length);
        for (int i = 0; i < kept; i++) {
            starts[i] -= from;
            ends[i] -= from;
        }
        return length;
    }

    /** Says that the buffer was copied to a larger one. */
    void moveTo(char[] buffer) {
        text = buffer;
    }

    /** Adds a field that a parser found elsewhere: raw characters, one for each byte of the file. */
    public void add(char[] buffer, int offset, int length) {
        int field = fieldCount++;
        if (length > maxFieldLength || watchesZeroBytes) {
            lookAt(field, buffer, offset, length);
        }
        if (field >= starts.length) {
            blank &= isBlank(buffer, offset, length) && !zeroBytes;
        } else if (passedOver[field]) {
            blank = blank && isBlank(buffer, offset, length) && !zeroBytes;
            keep(field, buffer, offset, 0);
        } else {
            int from = offset;
            int to = offset + length;
            while (from < to && isSpace(buffer[from])) {
                from++;
            }
            while (to > from && isSpace(buffer[to - 1])) {
                to--;
            }
            blank &= from == to && !zeroBytes;
            keep(field, buffer, from, to - from);
        }
    }

    private void keep(int field, char[] buffer, int from, int length) {
        int start = field == 0 ? 0 : ends[field - 1];
        int end = start + length;
        if (end > text.length) {
            own = Arrays.copyOf(text, Math.max(end, 2 * text.length));
            text = own;
        }
        System.arraycopy(buffer, from, text, start, length);
        starts[field] = start;
        ends[field] = end;
    }

    private static boolean isBlank(char[] buffer, int offset, int length) {
        for (int i = offset; i < offset + length; i++) {
            if (!isSpace(buffer[i])) {
                return false;
            }
        }
        return true;
    }

    /** What few fields are looked at for: whether they are too long, or have a zero byte. */
    private void lookAt(int field, char[] buffer, int offset, int length) {
        if (length > maxFieldLength && longField < 0) {
            longFieldLength = encoding.text(new String(buffer, offset, length)).length();
            longField = longFieldLength > maxFieldLength ? field : -1;
        }
        if (watchesZeroBytes) {
            lookForZeroBytes(field, buffer, offset, length);
        }
    }

    private void lookForZeroBytes(int field, char[] buffer, int offset, int length) {
        for (int i = offset; i < offset + length; i++) {
            if (buffer[i] == 0) {
                zeroBytes = true;
                if (zeroByteField < 0 && (length > 1 || field >= starts.length || !mayBeZeroByte[field])) {
                    zeroByteField = field;
                }
            }
        }
    }

    /** Says that this field may be one zero byte, which then is nothing. */
    public void mayBeZeroByte(int field) {
        mayBeZeroByte[field] = true;
    }

    /** The first field with a zero byte where none may be, if {@linkplain #watchZeroBytes looked for}; -1 if there is none. */
    public int zeroByteField() {
        return zeroByteField;
    }

    /** The line that the row starts on, from 1. */
    public long line() {
        return line;
    }

    /** How many fields the row has, those beyond the limit included, which are not kept. */
    public int fieldCount() {
        return fieldCount;
    }

    /** Whether the line has nothing on it but commas and spaces: spreadsheets write such for rows that nobody filled. */
    public boolean isBlank() {
        return blank;
    }

    /** The first field that is longer than the limit; -1 if none is. */
    public int longField() {
        return longField;
    }

    /** How long {@link #longField} is. */
    public int longFieldLength() {
        return longFieldLength;
    }

    /** How many characters a field may have. */
    public int maxFieldLength() {
        return maxFieldLength;
    }

    /** How many raw characters the field has. */
    public int length(int field) {
        return ends[field] - starts[field];
    }

    /** Whether the field has no character. */
    public boolean isEmpty(int field) {
        return starts[field] == ends[field];
    }

    /** The field as text. */
    public String text(int field) {
        return decoded(raw(field));
    }

    /** The text that stands behind raw characters of the same file. */
    public String decoded(String raw) {
        return encoding.text(raw);
    }

    /** The raw characters that stand for a text in the same file: the other way round than {@link #decoded}. */
    public String encoded(String decoded) {
        return encoding.raw(decoded);
    }

    /** The field as it stands in the file, one character for each byte. */
    public String raw(int field) {
        return new String(text, starts[field], ends[field] - starts[field]);
    }

    /** Whether the field is {@code raw}, one character for each byte. */
    public boolean is(int field, String raw) {
        return raw.length() == ends[field] - starts[field] && startsWith(field, raw);
    }

    /** Whether the field begins with {@code raw}, one character for each byte. */
    public boolean startsWith(int field, String raw) {
        int start = starts[field];
        if (raw.length() > ends[field] - start) {
            return false;
        }
        for (int i = 0; i < raw.length(); i++) {
            if (text[start + i] != raw.charAt(i)) {
                return false;
            }
        }
        return true;
    }

    /** Whether two fields are the same. */
    public boolean isSame(int field, int other) {
        return Arrays.equals(text, starts[field], ends[field], text, starts[other], ends[other]);
    }

    /** The field as a code of exactly {@code length} digits; -1 if it is none. */
    public int code(int field, int length) {
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

    /** The field, four digits, a hyphen and two digits, as a number of six digits; -1 if it is none. */
    public int yearAndMonth(int field) {
        int start = starts[field];
        if (ends[field] - start != 7 || text[start + 4] != '-') {
            return -1;
        }
        int number = 0;
        for (int i = start; i < ends[field]; i++) {
            int digit = text[i] - '0';
            if (i != start + 4 && (digit < 0 || digit > 9)) {
                return -1;
            }
            number = i == start + 4 ? number : number * 10 + digit;
        }
        return number;
    }

    /** The field as the number of a code of digits alone, see {@link Code}; {@link Code#INVALID} if it is none. */
    public long codeOfDigits(int field) {
        return Code.ofDigits(text, starts[field], ends[field]);
    }

    /** The field as the number of a code, see {@link Code}; {@link Code#INVALID} if it is none. */
    public long code(int field) {
        return Code.of(text, starts[field], ends[field]);
    }

    /**
     * A number that tells what stands in the field, mixed with that of other fields: two lists of texts have the same by chance
     * once in 2^64.
     *
     * @param with the number of the fields before; 0 for none
     */
    public long mixed(int field, long with) {
        long mixed = (with ^ ends[field] - starts[field]) * 0x9E3779B97F4A7C15L;
        for (int i = starts[field]; i < ends[field]; i++) {
            mixed = (mixed ^ text[i]) * 0xC2B2AE3D27D4EB4FL;
        }
        return mixed ^ mixed >>> 29;
    }

    /** Whether the first sign of the field is a digit. */
    public boolean beginsWithDigit(int field) {
        return starts[field] < ends[field] && text[starts[field]] >= '0' && text[starts[field]] <= '9';
    }

    /** Whether the field is {@code length} digits. */
    public boolean isDigits(int field, int length) {
        if (ends[field] - starts[field] != length) {
            return false;
        }
        for (int i = starts[field]; i < ends[field]; i++) {
            if (text[i] < '0' || text[i] > '9') {
                return false;
            }
        }
        return true;
    }

    /**
     * The field as a whole number, in thousandths; -1 if it is none, or larger than {@value #LARGEST}. Commas may part the thousands
     * and a fraction may follow that is zero. A comma elsewhere, or behind a zero, is rejected: a decimal comma would make the number
     * a hundred times too large. So are three zeros behind a point where they may be thousands.
     */
    public long whole(int field) {
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
            } else if (text[i] == ','
                    && (digitsSinceComma < 0
                            ? digits >= 1 && digits <= 3 && text[starts[field]] != '0'
                            : digitsSinceComma == 3)) {
                digitsSinceComma = 0;
            } else {
                return -1;
            }
        }
        boolean partedRight = digitsSinceComma < 0 || digitsSinceComma == 3;
        boolean mayBeThousands = end - i == 4 && digits <= 3 && digitsSinceComma < 0 && text[starts[field]] != '0';
        return digits >= 1
                        && digits <= 18
                        && number <= LARGEST
                        && partedRight
                        && isZeroFraction(i, end)
                        && !mayBeThousands
                ? number * THOUSAND
                : -1;
    }

    private boolean isZeroFraction(int point, int end) {
        for (int i = point + 1; i < end; i++) {
            if (text[i] != '0') {
                return false;
            }
        }
        return point == end || point + 1 < end;
    }

    /**
     * Takes a number whose point {@linkplain #mayPartThousands may part thousands} for none from the next line on: the office writes
     * whole numbers, or somebody has saved the table as those do who part thousands so.
     */
    public void doubtPoints() {
        pointsMayPartThousands = true;
    }

    /** Names both {@linkplain #readings} of a number with a comma, which is none here. */
    public void nameReadings() {
        namesReadings = true;
    }

    /**
     * What the number in a field may be, to be told behind what was found.
     *
     * @return empty text where there are no two readings of it
     */
    public String readings(int field) {
        boolean comma = (namesReadings || pointsMayPartThousands) && mayPartThousands(field, ',');
        if (!comma && !(pointsMayPartThousands && mayPartThousands(field, '.'))) {
            return "";
        }
        String number = raw(field).replace(',', '.');
        return ", which is " + new BigDecimal(number).stripTrailingZeros().toPlainString() + " or "
                + number.replace(".", "");
    }

    /**
     * Whether the field is a number whose only point may part thousands as well as decimals: one to three digits that do not begin
     * with a zero, a point and three more.
     */
    public boolean mayPartThousands(int field) {
        return mayPartThousands(field, '.');
    }

    private boolean mayPartThousands(int field, char sign) {
        int start = starts[field];
        int point = ends[field] - 4;
        if (point <= start || point > start + 3 || text[point] != sign || text[start] == '0') {
            return false;
        }
        for (int i = start; i < ends[field]; i++) {
            if (i != point && (text[i] < '0' || text[i] > '9')) {
                return false;
            }
        }
        return true;
    }

    /**
     * The field as a decimal number with a point and without thousands separators, in thousandths; -1 if it is none, has more than
     * three decimals that are not zero, is larger than {@value #LARGEST}, or has a point that {@linkplain #doubtPoints is doubted}.
     */
    public long thousandths(int field) {
        return pointsMayPartThousands && mayPartThousands(field) ? -1 : thousandths(field, '.');
    }

    /**
     * The field as {@link #thousandths(int)} reads it, with another sign before the decimals, which is doubted by nobody.
     *
     * @param decimalMark a comma, as in {@code 1234,5}
     */
    public long thousandths(int field, char decimalMark) {
        long number = 0;
        int digits = 0;
        int i = starts[field];
        int end = ends[field];
        for (; i < end && text[i] != decimalMark; i++) {
            int digit = text[i] - '0';
            if (digit < 0 || digit > 9 || ++digits > 18) {
                return -1;
            }
            number = number * 10 + digit;
        }
        if (digits == 0 || number > LARGEST || i + 1 == end) {
            return -1;
        }
        number *= THOUSAND;
        int scale = THOUSAND;
        for (i++; i < end; i++) {
            int digit = text[i] - '0';
            if (digit < 0 || digit > 9 || scale == 1 && digit != 0) {
                return -1;
            }
            if (scale > 1) {
                scale /= 10;
                number += (long) digit * scale;
            }
        }
        return number >= 0 ? number : -1;
    }

    private static boolean isSpace(char c) {
        return c <= ' ';
    }
}
