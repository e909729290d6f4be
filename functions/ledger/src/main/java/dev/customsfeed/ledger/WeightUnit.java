package dev.customsfeed.ledger;

import java.math.BigDecimal;
import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;

/** A unit of weight that prices are quoted by. */
public enum WeightUnit {
    /** The tonne. */
    T("1000"),
    /** The kilogram. */
    KG("1"),
    /** The avoirdupois pound, by the international agreement of 1959. */
    LB("0.45359237");

    private final BigDecimal kilograms;

    WeightUnit(String kilograms) {
        this.kilograms = new BigDecimal(kilograms);
    }

    /** As keys spell it, e.g. {@code t}. */
    public String id() {
        return name().toLowerCase(Locale.ROOT);
    }

    /** How many kilograms it is. */
    public BigDecimal kilograms() {
        return kilograms;
    }

    /** The unit of this id. */
    public static Optional<WeightUnit> of(String id) {
        return Arrays.stream(values()).filter(unit -> unit.id().equals(id)).findFirst();
    }
}
