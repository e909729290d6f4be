package dev.customsfeed.publish.article;

import java.math.BigDecimal;
import java.math.RoundingMode;

/** Numbers as the trade writes them: three or four digits that count, thousands separated by commas. */
final class Rounded {

    private static final long KG_PER_TONNE = 1000;

    private Rounded() {}

    /**
     * A net weight in tonnes: to the hundred from 10,000 on, to ten from 1,000, to one from 100, with one decimal from 1 on, and
     * in decimals of a kilogram below.
     */
    static String tonnes(long netWeightKg) {
        long step = netWeightKg >= 10_000 * KG_PER_TONNE
                ? 100 * KG_PER_TONNE
                : netWeightKg >= 1_000 * KG_PER_TONNE
                        ? 10 * KG_PER_TONNE
                        : netWeightKg >= 100 * KG_PER_TONNE ? KG_PER_TONNE : netWeightKg >= KG_PER_TONNE ? 100 : 1;
        BigDecimal kg = BigDecimal.valueOf(netWeightKg)
                .divide(BigDecimal.valueOf(step), 0, RoundingMode.HALF_UP)
                .multiply(BigDecimal.valueOf(step));
        return grouped(kg.divide(BigDecimal.valueOf(KG_PER_TONNE)));
    }

    /** A size without sign and trailing zeros, e.g. {@code 5.54%}, {@code 0.5%}. */
    static String percent(BigDecimal percent) {
        return grouped(percent.abs()) + "%";
    }

    /** A whole number. */
    static String whole(long number) {
        return grouped(BigDecimal.valueOf(number));
    }

    /** A sum in millions, with one decimal. */
    static String millions(long number) {
        return grouped(BigDecimal.valueOf(number).movePointLeft(6).setScale(1, RoundingMode.HALF_UP));
    }

    private static String grouped(BigDecimal number) {
        String digits = number.stripTrailingZeros().toPlainString();
        int point = digits.indexOf('.');
        StringBuilder text = new StringBuilder(digits);
        for (int i = (point < 0 ? digits.length() : point) - 3; i > 0; i -= 3) {
            text.insert(i, ',');
        }
        return text.toString();
    }
}
