package dev.customsfeed.publish.figures.value;

import dev.customsfeed.publish.figures.Fraction;
import dev.customsfeed.publish.figures.trade.Amount;
import dev.customsfeed.publish.figures.trade.Partner;
import dev.customsfeed.publish.figures.trade.ProductTrade;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Optional;

/**
 * Net weights of a month that the source made up from values, by dividing them by one unit value. They show themselves: where five or
 * more partners of at least a tonne, more than half of those, have one unit value within 0.01%, nobody sold at it. Unit values of such
 * a month say nothing.
 *
 * <p>A rule of this project's own. That offices fill in quantities by standard unit values is known (for UN Comtrade see Reister and
 * Muryawan, Quantity and Weight Data in UN Comtrade, 2009); which of a month's are filled in, not every file says. Five partners, and
 * more than half, so that two or three who buy by one contract are not taken for it; from a tonne on, since the smaller a weight, the
 * more its rounding to whole kilograms moves the unit value.
 *
 * @param partners how many have the one unit value
 * @param of how many partners have at least a tonne
 */
public record ImputedQuantities(int partners, int of) {

    private static final int AT_LEAST = 5;
    private static final long GRAMS_PER_TONNE = 1_000_000;
    private static final Fraction WITHIN = Fraction.of(10_001, 10_000);
    /** A double is right to more digits than this leaves. */
    private static final double SURELY_WITHIN = 1.00011;

    /** What those who took part in a month of a trade give away; empty if nothing. */
    public static Optional<ImputedQuantities> in(ProductTrade trade, YearMonth month) {
        return in(trade.everyone().stream()
                .filter(Partner::isSomebody)
                .map(partner -> Amount.of(trade.of(partner, month)))
                .toList());
    }

    /** What the amounts of a month's partners give away; empty if nothing. */
    public static Optional<ImputedQuantities> in(Collection<Amount> partners) {
        List<Fraction> unitValues = new ArrayList<>();
        int heavy = 0;
        for (Amount amount : partners) {
            if (amount.netWeightGrams().orElse(0) < GRAMS_PER_TONNE) {
                continue;
            }
            heavy++;
            if (amount.valueThousandths().orElse(0) > 0) {
                unitValues.add(Fraction.of(
                        amount.valueThousandths().getAsLong(),
                        amount.netWeightGrams().getAsLong()));
            }
        }
        if (unitValues.size() < AT_LEAST || 2 * unitValues.size() <= heavy || isSurelyNone(unitValues)) {
            return Optional.empty();
        }
        unitValues.sort(null);
        int most = 0;
        int first = 0;
        for (int last = 0; last < unitValues.size(); last++) {
            while (unitValues.get(last).isAbove(unitValues.get(first).times(WITHIN))) {
                first++;
            }
            most = Math.max(most, last - first + 1);
        }
        return most >= AT_LEAST && 2 * most > heavy
                ? Optional.of(new ImputedQuantities(most, heavy))
                : Optional.empty();
    }

    /** Ordinary months, which nearly all are, have no five unit values that are anywhere near each other. */
    private static boolean isSurelyNone(List<Fraction> unitValues) {
        double[] sorted =
                unitValues.stream().mapToDouble(Fraction::toDouble).sorted().toArray();
        for (int i = AT_LEAST - 1; i < sorted.length; i++) {
            if (sorted[i] <= sorted[i - AT_LEAST + 1] * SURELY_WITHIN) {
                return false;
            }
        }
        return true;
    }
}
