package dev.customsfeed.verify.rules;

import java.math.BigDecimal;
import java.math.RoundingMode;

/** Exact amounts and quantities as texts. */
final class Money {

    private Money() {}

    /** To the cent, half up. */
    static BigDecimal cents(BigDecimal amount) {
        return amount.setScale(2, RoundingMode.HALF_UP);
    }

    static String text(BigDecimal amount) {
        return cents(amount).toPlainString();
    }

    /** The share of {@code amount} that {@code part} of {@code whole} is, to the cent, half up; all of it at most. */
    static BigDecimal share(BigDecimal amount, BigDecimal part, BigDecimal whole) {
        return part.compareTo(whole) >= 0
                ? cents(amount)
                : amount.multiply(part).divide(whole, 2, RoundingMode.HALF_UP);
    }

    /** A quantity without zeros that say nothing. */
    static String quantity(BigDecimal quantity) {
        return quantity.signum() == 0 ? "0" : quantity.stripTrailingZeros().toPlainString();
    }
}
