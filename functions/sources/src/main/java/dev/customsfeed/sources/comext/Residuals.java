package dev.customsfeed.sources.comext;

import dev.customsfeed.sources.codes.Code;
import dev.customsfeed.sources.csv.CsvLine;
import dev.customsfeed.sources.layout.Row;
import java.util.Set;

/**
 * Codes of secret trade: the digits that are not secret, and then letters in place of the others, as in {@code 8104XXXX}. A row of
 * such counts, as a commodity of its own.
 */
final class Residuals {

    private static final Set<Integer> LENGTHS = Set.of(2, 4, 6, 8);

    private long lastCode = Code.INVALID;
    private String lastPrefix = "";

    /**
     * Takes a field as the commodity of a row, if it is such a code.
     *
     * @param length of all codes
     * @return whether it is one
     */
    boolean isOne(CsvLine line, int field, int length, Row row) {
        long code = line.code(field);
        if (code == Code.INVALID) {
            return false;
        }
        if (code != lastCode) {
            String text = line.raw(field);
            if (text.length() != length || !isResidual(text)) {
                return false;
            }
            lastCode = code;
            lastPrefix = prefix(text);
        }
        row.commodity(code).residual(lastPrefix);
        return true;
    }

    /** Whether a code is one of secret trade. */
    static boolean isResidual(String code) {
        boolean letters = false;
        for (int i = 0; i < code.length(); i++) {
            char sign = code.charAt(i);
            boolean letter = sign >= 'A' && sign <= 'Z';
            if (!letter && (sign < '0' || sign > '9')) {
                return false;
            }
            letters |= letter;
        }
        return letters && LENGTHS.contains(code.length());
    }

    /** The digits before the first letter. */
    static String prefix(String code) {
        int end = 0;
        while (end < code.length() && code.charAt(end) >= '0' && code.charAt(end) <= '9') {
            end++;
        }
        return code.substring(0, end);
    }
}
