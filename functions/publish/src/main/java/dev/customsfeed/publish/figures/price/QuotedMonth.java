package dev.customsfeed.publish.figures.price;

import dev.customsfeed.ledger.Quoted;
import dev.customsfeed.publish.figures.Finding;

/**
 * What counts of a price or rate in a month.
 *
 * @param quoted what the month's file declares
 * @param average the mean of its observations, or why there is none
 */
public record QuotedMonth(Quoted quoted, Finding<MonthlyAverage> average) {}
