package dev.customsfeed.sources.codes;

/**
 * Codes of customs offices as numbers: up to eleven digits, capital letters, points and hyphens in one {@code long}, so that rows by
 * the million can be compared and summed without an object for each. The length of a code is part of its number: {@code 01} is not
 * {@code 1}.
 */
public final class Code {

    /** No code at all: the number of the empty text. */
    public static final long NONE = 0;

    /** What {@link #of} answers where a text is no code. */
    public static final long INVALID = -1;

    /** The longest code. */
    public static final int MAX_LENGTH = 11;

    // Numbering in base 40 with digits from 1 on: no two texts of different length have the same number.
    private static final int BASE = 40;
    private static final int LETTERS = 26;
    private static final String SIGNS = "0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZ-._";
    private static final int FIRST_LETTER = SIGNS.indexOf('A');
    private static final byte[] DIGITS = new byte[128];

    static {
        for (int i = 0; i < SIGNS.length(); i++) {
            DIGITS[SIGNS.charAt(i)] = (byte) (i + 1);
        }
    }

    private Code() {}

    /**
     * The number of the code in {@code buffer} from {@code from} to before {@code to}.
     *
     * @return {@link #INVALID} if it is longer than {@value #MAX_LENGTH} or has another sign
     */
    public static long of(char[] buffer, int from, int to) {
        if (to - from > MAX_LENGTH) {
            return INVALID;
        }
        long code = NONE;
        for (int i = from; i < to; i++) {
            char sign = buffer[i];
            int digit = sign < 128 ? DIGITS[sign] : 0;
            if (digit == 0) {
                return INVALID;
            }
            code = code * BASE + digit;
        }
        return code;
    }

    /**
     * The number of the code of digits alone in {@code buffer} from {@code from} to before {@code to}.
     *
     * @return {@link #INVALID} if it is empty, longer than {@value #MAX_LENGTH}, or has another sign
     */
    public static long ofDigits(char[] buffer, int from, int to) {
        if (to - from > MAX_LENGTH || from == to) {
            return INVALID;
        }
        long code = NONE;
        for (int i = from; i < to; i++) {
            int digit = buffer[i] - '0';
            if (digit < 0 || digit > 9) {
                return INVALID;
            }
            code = code * BASE + digit + 1;
        }
        return code;
    }

    /**
     * The number of a code.
     *
     * @return {@link #INVALID} if it is longer than {@value #MAX_LENGTH} or has another sign
     */
    public static long of(String text) {
        char[] signs = text.toCharArray();
        return of(signs, 0, signs.length);
    }

    /** The code that has this number. */
    public static String text(long code) {
        char[] signs = new char[MAX_LENGTH];
        int at = signs.length;
        for (long left = code; left > 0; left = (left - 1) / BASE) {
            signs[--at] = SIGNS.charAt((int) ((left - 1) % BASE));
        }
        return new String(signs, at, signs.length - at);
    }

    /** Whether the code is {@code length} capital letters. */
    public static boolean isLetters(long code, int length) {
        int letters = 0;
        for (long left = code; left > 0; left = (left - 1) / BASE) {
            long letter = (left - 1) % BASE - FIRST_LETTER;
            if (letter < 0 || letter >= LETTERS) {
                return false;
            }
            letters++;
        }
        return letters == length;
    }

    /** How many signs the code has that has this number. */
    public static int length(long code) {
        int length = 0;
        for (long left = code; left > 0; left = (left - 1) / BASE) {
            length++;
        }
        return length;
    }
}
