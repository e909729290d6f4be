package dev.customsfeed.sources.rejection;

import java.math.BigDecimal;

/** Figures as problems and warnings write them. */
public final class Figure {

    private Figure() {}

    /** A figure that is kept in thousandths, with a point where it has decimals, e.g. {@code 1234.5}. */
    public static String ofThousandths(long thousandths) {
        return BigDecimal.valueOf(thousandths, 3).stripTrailingZeros().toPlainString();
    }
}
