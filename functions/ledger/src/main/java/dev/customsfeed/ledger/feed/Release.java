package dev.customsfeed.ledger.feed;

import java.time.LocalDate;
import java.time.YearMonth;

/**
 * An entry of the release calendar.
 *
 * @param period the month
 * @param date the day on which the customs office publishes it
 */
public record Release(YearMonth period, LocalDate date) {}
