package dev.customsfeed.publish.figures.value;

import dev.customsfeed.ledger.Totals;
import dev.customsfeed.publish.figures.Finding;
import dev.customsfeed.publish.figures.Fraction;
import dev.customsfeed.publish.figures.LargestRemainder;
import dev.customsfeed.publish.figures.Reason;
import dev.customsfeed.publish.figures.trade.Amount;
import java.math.BigDecimal;
import java.math.BigInteger;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;

/**
 * What a change of value is made of, in units of the currency with two decimals; the three add up to the change exactly, each being
 * rounded by {@linkplain LargestRemainder largest remainder}.
 *
 * <p>Of parts i (products of the total, partners of a product) with quantity q and value v before (0) and now (1), p = v / q,
 * Q = sum of q, P = sum of v / Q:
 *
 * <pre>
 * volume = (Q1 - Q0) P0
 * mix    = sum(q1 p0') - Q1 P0
 * price  = sum(q1 (p1 - p0'))
 * </pre>
 *
 * <p>where p0' is the unit value before, and of a part that had no trade before that of now: what is new has no price to compare with.
 * The volume is thus counted at the unit value before, and prices are compared at the quantities of now (as in a Paasche index).
 *
 * <p>They are the sales-quantity, sales-mix and selling-price variances of cost accounting (Horngren, Datar and Rajan, Cost Accounting: A
 * Managerial Emphasis), of revenue, and with the period before where a budget stands there. What is new to the trade, and falls into
 * the mix, is a rule of this project's own.
 *
 * @param change by how much the value changed
 * @param volume what more or less quantity alone would have changed
 * @param mix what the shift between dearer and cheaper parts changed
 * @param price what the unit values of the parts themselves changed
 */
public record ValueChange(BigDecimal change, BigDecimal volume, BigDecimal mix, BigDecimal price) {

    private static final int DECIMALS = 2;

    /**
     * A part of the whole.
     *
     * @param before how much of it there was
     * @param now how much of it there is
     */
    public record Part(Amount before, Amount now) {

        private boolean isKnown() {
            return isKnown(before) && isKnown(now);
        }

        private static boolean isKnown(Amount amount) {
            return amount.netWeightGrams().isPresent()
                    && amount.valueThousandths().isPresent();
        }

        private boolean hasValueWithoutWeight() {
            return quantity(before) == 0 && value(before) != 0 || quantity(now) == 0 && value(now) != 0;
        }
    }

    /**
     * The change of all {@code parts} together.
     *
     * @return {@link Reason.WithoutWeight} if a part has a value and no net weight, or one that is not known; {@link Reason.NoBase} if
     *     there was nothing before
     * @throws ArithmeticException if a sum does not fit a {@code long}
     */
    public static Finding<ValueChange> of(List<Part> parts) {
        if (parts.stream().anyMatch(part -> !part.isKnown() || part.hasValueWithoutWeight())) {
            return Finding.none(new Reason.WithoutWeight());
        }
        long quantityBefore = 0;
        long quantityNow = 0;
        long valueBefore = 0;
        long valueNow = 0;
        for (Part part : parts) {
            quantityBefore = Math.addExact(quantityBefore, quantity(part.before));
            quantityNow = Math.addExact(quantityNow, quantity(part.now));
            valueBefore = Math.addExact(valueBefore, value(part.before));
            valueNow = Math.addExact(valueNow, value(part.now));
        }
        if (quantityBefore == 0) {
            return Finding.none(new Reason.NoBase());
        }
        Fraction before = Fraction.of(valueBefore);
        Fraction now = Fraction.of(valueNow);
        Fraction atOneUnitValue = before.times(Fraction.of(quantityNow, quantityBefore));
        Function<Fraction, List<BigDecimal>> split = atUnitValuesBefore -> LargestRemainder.round(
                List.of(
                        inUnits(atOneUnitValue.minus(before)),
                        inUnits(atUnitValuesBefore.minus(atOneUnitValue)),
                        inUnits(now.minus(atUnitValuesBefore))),
                DECIMALS);
        List<BigDecimal> rounded = AtUnitValuesBefore.bounds(parts)
                .map(bounds -> List.of(split.apply(bounds.low()), split.apply(bounds.high())))
                .filter(both -> both.get(0).equals(both.get(1)))
                .map(both -> both.get(0))
                .orElseGet(() -> split.apply(AtUnitValuesBefore.exactly(parts)));
        return Finding.found(new ValueChange(
                inUnits(Fraction.of(Math.subtractExact(valueNow, valueBefore))).rounded(DECIMALS),
                rounded.get(0),
                rounded.get(1),
                rounded.get(2)));
    }

    /**
     * What the quantities of now are worth at the unit values before, in thousandths: sum(q1 p0').
     *
     * <p>As a fraction it has a denominator as long as those of all parts together. Between two bounds it needs plain numbers alone, and
     * they are enough if it makes no difference which of them is taken: with a larger sum the rounded mix is never smaller and the rounded
     * price never larger, so that what is the same at both bounds is the same between them.
     *
     * @param low it is not below this
     * @param high and not above this
     */
    private record AtUnitValuesBefore(Fraction low, Fraction high) {

        private static final int BITS = 31;

        static Fraction exactly(List<Part> parts) {
            // Not summed as fractions one by one: what is not compared need not be carried along with every step.
            BigInteger numerator = BigInteger.ZERO;
            BigInteger denominator = BigInteger.ONE;
            for (Part part : parts) {
                if (quantity(part.before) == 0) {
                    numerator =
                            numerator.add(BigInteger.valueOf(value(part.now)).multiply(denominator));
                } else if (quantity(part.now) != 0) {
                    BigInteger before = BigInteger.valueOf(quantity(part.before));
                    numerator = numerator
                            .multiply(before)
                            .add(BigInteger.valueOf(quantity(part.now))
                                    .multiply(BigInteger.valueOf(value(part.before)))
                                    .multiply(denominator));
                    denominator = denominator.multiply(before);
                }
            }
            return new Fraction(numerator, denominator);
        }

        /** Empty where quantities are so large, or so fine, that it takes longer numbers. */
        static Optional<AtUnitValuesBefore> bounds(List<Part> parts) {
            long whole = 0;
            // In so many bits behind the point, each rounded down.
            long rest = 0;
            int rounded = 0;
            for (Part part : parts) {
                long before = quantity(part.before);
                long now = quantity(part.now);
                if (before % Totals.THOUSAND != 0 || now % Totals.THOUSAND != 0) {
                    return Optional.empty();
                }
                before /= Totals.THOUSAND;
                now /= Totals.THOUSAND;
                if (before > Integer.MAX_VALUE || now > Integer.MAX_VALUE) {
                    return Optional.empty();
                }
                long worth = value(part.now);
                if (before != 0) {
                    // q1 v0 / q0 with v0 = a q0 + b and q1 b = c q0 + d.
                    long ofRest = now * (value(part.before) % before);
                    long high = Math.multiplyHigh(now, value(part.before) / before);
                    long atWhole = now * (value(part.before) / before);
                    if (high != 0 || atWhole < 0) {
                        return Optional.empty();
                    }
                    worth = atWhole + ofRest / before;
                    rest = Math.addExact(rest, (ofRest % before << BITS) / before);
                    rounded++;
                }
                if (worth < 0 || whole + worth < 0) {
                    return Optional.empty();
                }
                whole += worth;
            }
            BigInteger low = BigInteger.valueOf(whole).shiftLeft(BITS).add(BigInteger.valueOf(rest));
            BigInteger one = BigInteger.ONE.shiftLeft(BITS);
            return Optional.of(new AtUnitValuesBefore(
                    new Fraction(low, one), new Fraction(low.add(BigInteger.valueOf(rounded)), one)));
        }
    }

    private static Fraction inUnits(Fraction thousandths) {
        return thousandths.times(Fraction.of(1, Totals.THOUSAND));
    }

    private static long quantity(Amount amount) {
        return amount.netWeightGrams().orElseThrow();
    }

    private static long value(Amount amount) {
        return amount.valueThousandths().orElseThrow();
    }
}
