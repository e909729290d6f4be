package dev.customsfeed.sources.uscensus;

import dev.customsfeed.ledger.UnknownWeight.Reason;
import dev.customsfeed.sources.codes.CodeTable;
import java.math.BigDecimal;
import java.util.HashMap;
import java.util.Map;
import java.util.Objects;

/**
 * A unit of quantity of the schedules B and HTS, of which {@code units.csv} has those that are common.
 *
 * @param code as the office writes it, e.g. {@code KG}
 * @param micrograms that one of it weighs; 0 where it is not one of net weight, such as kilograms of content
 * @param isKnown whether the list has it
 */
record Unit(String code, long micrograms, boolean isKnown) {

    /** Beside a row that has no quantity. */
    static final Unit NONE = new Unit("", 0, false);

    private static final int DECIMALS = 6;
    private static final long GRAM = 1_000_000;
    private static final int THOUSAND = 1_000;

    private static final Map<String, Unit> ALL = new HashMap<>();

    static {
        CodeTable.read(Unit.class, "units.csv", "unit", "grams", "of").forEach(unit -> {
            BigDecimal grams = new BigDecimal(unit.get(1).isEmpty() ? "0" : unit.get(1));
            ALL.put(
                    unit.get(0),
                    new Unit(unit.get(0), grams.movePointRight(DECIMALS).longValueExact(), true));
        });
    }

    /** The unit of this code, in the list or not. */
    static Unit of(String code) {
        return ALL.containsKey(code) ? Objects.requireNonNull(ALL.get(code)) : new Unit(code, 0, false);
    }

    /** Whether quantities in it are net weights. */
    boolean isOfWeight() {
        return micrograms > 0;
    }

    /** Why a quantity in it, which is not of weight, tells no net weight. */
    Reason whyNoWeight() {
        return isKnown ? Reason.UNIT_NOT_OF_WEIGHT : Reason.UNIT_UNKNOWN;
    }

    /** Whole grams of one; 0 for less than a gram. */
    long grams() {
        return micrograms / GRAM;
    }

    /**
     * Whole grams of an amount.
     *
     * @param thousandths of the unit, so few that tonnes of them fit a {@code long} in grams
     */
    long gramsOf(long thousandths) {
        return micrograms >= THOUSAND * GRAM
                ? thousandths * (micrograms / GRAM / THOUSAND)
                : thousandths * (micrograms / THOUSAND) / GRAM;
    }

    /** What an amount has beyond whole grams, in nanograms. */
    long nanogramsOf(long thousandths) {
        return micrograms >= THOUSAND * GRAM ? 0 : thousandths * (micrograms / THOUSAND) % GRAM * THOUSAND;
    }
}
