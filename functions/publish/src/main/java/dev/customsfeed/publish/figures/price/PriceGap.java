package dev.customsfeed.publish.figures.price;

import dev.customsfeed.publish.figures.Fraction;
import java.math.BigDecimal;
import java.util.Locale;

/**
 * A price and the unit value of customs, made comparable.
 *
 * <pre>
 * exTax          = price / (1 + tax)
 * inFeedCurrency = exTax / rate       rate: units of the price's currency for one of the feed's
 * gap            = unit value / inFeedCurrency - 1
 * </pre>
 *
 * <p>Of a price that may not be published, only {@link #isAbove()} and {@link #size()} may be: the unit value is public, so that the gap
 * itself would give the price away.
 *
 * @param exTax the price without tax, in its own currency
 * @param inFeedCurrency the same in the feed's currency
 * @param gap by how much the unit value lies above it, relative to it
 */
public record PriceGap(Fraction exTax, Fraction inFeedCurrency, Fraction gap) {

    private static final Fraction HUNDRED = Fraction.of(100);
    private static final Fraction FIVE_PERCENT = Fraction.of(5, 100);
    private static final Fraction FIFTEEN_PERCENT = Fraction.of(15, 100);

    /** How wide a gap is, in three classes. */
    public enum Size {
        /** Less than 5%. */
        UNDER_5,
        /** From 5% to 15%, both included. */
        FROM_5_TO_15,
        /** More than 15%. */
        ABOVE_15;

        /** The name in reports, e.g. {@code from-5-to-15}. */
        public String id() {
            return name().toLowerCase(Locale.ROOT).replace('_', '-');
        }
    }

    /**
     * The gap between a price and a unit value.
     *
     * @param price above zero, with tax, in its own currency by a unit of weight
     * @param taxPct the tax in it, in percent of the price without it; 0 where there is none
     * @param rate above zero: units of the price's currency for one of the feed's
     * @param unitValue in the feed's currency by the same unit of weight
     */
    public static PriceGap of(Fraction price, BigDecimal taxPct, Fraction rate, Fraction unitValue) {
        Fraction exTax = price.dividedBy(Fraction.ONE.plus(Fraction.of(taxPct).dividedBy(HUNDRED)));
        Fraction inFeedCurrency = exTax.dividedBy(rate);
        return new PriceGap(
                exTax, inFeedCurrency, unitValue.dividedBy(inFeedCurrency).minus(Fraction.ONE));
    }

    /** Whether the unit value lies above the price. */
    public boolean isAbove() {
        return gap.signum() > 0;
    }

    /** How wide the gap is. */
    public Size size() {
        Fraction size = gap.abs();
        if (size.isBelow(FIVE_PERCENT)) {
            return Size.UNDER_5;
        }
        return size.isAbove(FIFTEEN_PERCENT) ? Size.ABOVE_15 : Size.FROM_5_TO_15;
    }
}
