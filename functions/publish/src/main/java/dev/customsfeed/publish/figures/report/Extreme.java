package dev.customsfeed.publish.figures.report;

import dev.customsfeed.publish.figures.trade.Amount;
import java.math.BigDecimal;
import java.time.YearMonth;
import java.util.Locale;
import java.util.Optional;

/**
 * The highest or the lowest of the last twelve months; of equal ones the newest.
 *
 * @param period which month
 * @param netWeightGrams how much it was
 * @param changeSincePct the change from then to the report's month, in percent; empty where it was zero then
 * @param direction where that change went
 * @param alike how many of the twelve months are as high or as low, itself included
 */
public record Extreme(
        YearMonth period, long netWeightGrams, Optional<BigDecimal> changeSincePct, Direction direction, int alike) {

    /** How much it was in whole kilograms, as it is published. */
    public long netWeightKg() {
        return Amount.whole(netWeightGrams);
    }

    /** Where a change goes. */
    public enum Direction {
        UP,
        DOWN,
        UNCHANGED;

        /** From {@code then} to {@code now}. */
        static Direction of(long then, long now) {
            return now > then ? UP : now < then ? DOWN : UNCHANGED;
        }

        /** The name in reports, e.g. {@code up}. */
        public String id() {
            return name().toLowerCase(Locale.ROOT);
        }
    }
}
