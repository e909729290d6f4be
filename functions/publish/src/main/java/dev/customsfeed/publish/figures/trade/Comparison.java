package dev.customsfeed.publish.figures.trade;

import java.math.BigDecimal;
import java.util.Optional;

/** What a month, or the year so far, is held against. */
public enum Comparison {
    /** The month, against the month before. */
    MONTH_ON_MONTH,
    /** The month, against the same month a year before. */
    YEAR_ON_YEAR,
    /** January to the month, against the same months a year before. */
    CUMULATIVE;

    /** What is compared. */
    public Amount now(Reading reading) {
        return Amount.of(this == CUMULATIVE ? reading.ytd() : reading.month());
    }

    /** What it is held against. */
    public Amount base(Reading reading) {
        return Amount.of(
                switch (this) {
                    case MONTH_ON_MONTH -> reading.monthBefore();
                    case YEAR_ON_YEAR -> reading.yearBefore();
                    case CUMULATIVE -> reading.ytdYearBefore();
                });
    }

    /** The change of the net weight, in percent of the base. */
    public Optional<BigDecimal> changePct(Reading reading) {
        return now(reading).changePct(base(reading));
    }
}
