package dev.customsfeed.ledger;

import java.math.BigDecimal;

/** Thousandths as decimal numbers, without trailing zeros, so that whole numbers look whole. */
public final class Decimal {

    private static final int DIGITS = 3;
    private static final int THOUSAND = 1_000;

    private Decimal() {}

    /** The number that {@code thousandths} are. */
    public static String text(long thousandths) {
        long whole = thousandths / THOUSAND;
        int rest = (int) Math.abs(thousandths % THOUSAND);
        if (rest == 0) {
            return Long.toString(whole);
        }
        StringBuilder text = new StringBuilder(24);
        if (thousandths < 0 && whole == 0) {
            text.append('-');
        }
        text.append(whole).append('.').append((char) ('0' + rest / 100));
        if (rest % 100 != 0) {
            text.append((char) ('0' + rest / 10 % 10));
        }
        if (rest % 10 != 0) {
            text.append((char) ('0' + rest % 10));
        }
        return text.toString();
    }

    /**
     * Reads a decimal number.
     *
     * @throws ArithmeticException if it has more than three decimals or does not fit a {@code long} of thousandths
     */
    public static long thousandths(String number) {
        int point = number.indexOf('.');
        int decimals = point < 0 ? 0 : number.length() - point - 1;
        if (number.length() > 15 || decimals > DIGITS || number.indexOf('E') >= 0 || number.indexOf('e') >= 0) {
            return new BigDecimal(number).movePointRight(DIGITS).longValueExact();
        }
        long digits = 0;
        boolean negative = number.charAt(0) == '-';
        for (int i = negative ? 1 : 0; i < number.length(); i++) {
            if (i != point) {
                digits = digits * 10 + Character.digit(number.charAt(i), 10);
            }
        }
        for (int i = decimals; i < DIGITS; i++) {
            digits *= 10;
        }
        return negative ? -digits : digits;
    }
}
