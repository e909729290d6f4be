package dev.customsfeed.publish.report;

import dev.customsfeed.publish.statistics.Amount;
import dev.customsfeed.publish.statistics.Reading;
import java.math.BigDecimal;
import java.util.Optional;

/**
 * A month.
 *
 * @param amount how much
 * @param momPct change on the month before, in percent
 * @param yoyPct change on the same month a year before, in percent
 * @param estimatedPct how much of the net weight the source itself estimated, in percent; empty where that is nothing
 */
public record MonthFigure(
        Amount amount, Optional<BigDecimal> momPct, Optional<BigDecimal> yoyPct, Optional<BigDecimal> estimatedPct) {

    /** Nothing is known. */
    static final MonthFigure UNKNOWN =
            new MonthFigure(Amount.UNKNOWN, Optional.empty(), Optional.empty(), Optional.empty());

    static MonthFigure of(Reading reading) {
        return new MonthFigure(reading.amount(), reading.momPct(), reading.yoyPct(), reading.estimatedPct());
    }
}
