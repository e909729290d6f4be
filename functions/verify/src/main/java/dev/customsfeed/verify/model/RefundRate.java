package dev.customsfeed.verify.model;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.Optional;

/**
 * The share of the price that tax is refunded at.
 *
 * @param at where it stands
 * @param prefix of the commodity codes, 4 to 10 digits
 * @param percent the rate
 * @param from the first day of export that it holds for
 * @param to the last; empty where there is no end yet
 */
public record RefundRate(FileLine at, String prefix, BigDecimal percent, LocalDate from, Optional<LocalDate> to)
        implements Row {

    /** Whether it is the rate of a commodity that was exported on that day. */
    public boolean holdsFor(String hs, LocalDate exportedOn) {
        return hs.startsWith(prefix) && !exportedOn.isBefore(from) && !exportedOn.isAfter(to.orElse(exportedOn));
    }
}
