package dev.customsfeed.ledger;

import java.util.Collections;
import java.util.Locale;
import java.util.Optional;
import java.util.SortedSet;
import java.util.TreeSet;

/**
 * Why rows of a file have no net weight. A file has one for each reason and unit.
 *
 * @param reason why
 * @param unit the file's own word for the unit that the quantity is in; empty text where it is not the unit that is the reason
 * @param commodities codes that have such rows; empty where more than {@value #MOST_COMMODITIES} have
 */
public record UnknownWeight(Reason reason, String unit, SortedSet<String> commodities) {

    /** More commodities than these are not listed. */
    public static final int MOST_COMMODITIES = 100;

    /** Why a row has no net weight. */
    public enum Reason {
        /** The file has no column of quantities: it was downloaded without them. */
        NO_QUANTITY_COLUMN,
        /** The row gives no quantity. */
        NOT_GIVEN,
        /** The row gives a quantity and does not say in what unit. */
        UNIT_NOT_GIVEN,
        /** The quantity is in a unit that is none of weight, such as pieces. */
        UNIT_NOT_OF_WEIGHT,
        /** The quantity is in a unit that is not known, and may be one of weight. */
        UNIT_UNKNOWN;

        /** Its name as stored, e.g. {@code unit-unknown}. */
        public String id() {
            return name().toLowerCase(Locale.ROOT).replace('_', '-');
        }

        /** The reason of this id; empty where there is none. */
        public static Optional<Reason> of(String id) {
            for (Reason reason : values()) {
                if (reason.id().equals(id)) {
                    return Optional.of(reason);
                }
            }
            return Optional.empty();
        }
    }

    /** Copies what it is given. */
    public UnknownWeight {
        commodities = Collections.unmodifiableSortedSet(new TreeSet<>(commodities));
    }

    /** Whether it may be about rows of a commodity. */
    public boolean concerns(String commodity) {
        return commodities.isEmpty() || commodities.contains(commodity);
    }
}
