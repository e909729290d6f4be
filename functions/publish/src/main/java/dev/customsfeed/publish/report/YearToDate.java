package dev.customsfeed.publish.report;

import dev.customsfeed.publish.statistics.Amount;
import dev.customsfeed.publish.statistics.Reading;
import java.math.BigDecimal;
import java.util.Optional;

/**
 * From January to the month.
 *
 * @param amount how much
 * @param yoyPct change on the same months a year before, in percent
 */
public record YearToDate(Amount amount, Optional<BigDecimal> yoyPct) {

    static YearToDate of(Reading reading) {
        return new YearToDate(reading.ytdAmount(), reading.ytdYoyPct());
    }
}
