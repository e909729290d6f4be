package dev.customsfeed.publish.statistics;

import dev.customsfeed.ledger.Totals;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.Optional;
import java.util.OptionalLong;

/**
 * How much was traded, as far as it is known. Ratios are computed from whole numbers and rounded once, half up (ties away from
 * zero).
 *
 * @param netWeightKg in whole kilograms; empty, which is not zero, where it is not known
 * @param value in whole units of the currency; empty where it is not known
 */
public record Amount(OptionalLong netWeightKg, OptionalLong value) {

    /** Nothing is known. */
    public static final Amount UNKNOWN = new Amount(OptionalLong.empty(), OptionalLong.empty());

    private static final BigDecimal HUNDRED = BigDecimal.valueOf(100);
    private static final BigDecimal KG_PER_TONNE = BigDecimal.valueOf(1000);

    /** What {@code totals} says; empty totals are those of months that are missing. */
    public static Amount of(Optional<Totals> totals) {
        return totals.map(known -> new Amount(known.netWeightKg(), OptionalLong.of(known.value())))
                .orElse(UNKNOWN);
    }

    /** Value by tonne in whole units of the currency; empty where the net weight is zero or one of the two is not known. */
    public OptionalLong unitValuePerTonne() {
        if (value.isEmpty() || netWeightKg.isEmpty() || netWeightKg.getAsLong() == 0) {
            return OptionalLong.empty();
        }
        return OptionalLong.of(BigDecimal.valueOf(value.getAsLong())
                .multiply(KG_PER_TONNE)
                .divide(BigDecimal.valueOf(netWeightKg.getAsLong()), 0, RoundingMode.HALF_UP)
                .longValueExact());
    }

    /** The change of the net weight since {@code base}, in percent of it; empty where one is not known or the base is zero. */
    public Optional<BigDecimal> changePct(Amount base) {
        if (netWeightKg.isEmpty() || base.netWeightKg.isEmpty()) {
            return Optional.empty();
        }
        return percent(
                Math.subtractExact(netWeightKg.getAsLong(), base.netWeightKg.getAsLong()),
                base.netWeightKg.getAsLong());
    }

    /** The share of the net weight in that of {@code whole}, in percent; empty where one is not known or the whole is zero. */
    public Optional<BigDecimal> sharePct(Amount whole) {
        if (netWeightKg.isEmpty() || whole.netWeightKg.isEmpty()) {
            return Optional.empty();
        }
        return percent(netWeightKg.getAsLong(), whole.netWeightKg.getAsLong());
    }

    private static Optional<BigDecimal> percent(long part, long whole) {
        if (whole == 0) {
            return Optional.empty();
        }
        return Optional.of(
                BigDecimal.valueOf(part).multiply(HUNDRED).divide(BigDecimal.valueOf(whole), 2, RoundingMode.HALF_UP));
    }
}
