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
 */
public record MonthFigure(Amount amount, Optional<BigDecimal> momPct, Optional<BigDecimal> yoyPct) {

    static MonthFigure of(Reading reading) {
        return new MonthFigure(reading.amount(), reading.momPct(), reading.yoyPct());
    }
}
