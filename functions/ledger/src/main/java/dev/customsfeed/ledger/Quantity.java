package dev.customsfeed.ledger;

/**
 * A quantity as reported.
 *
 * @param thousandths thousandths of the {@code unit}
 * @param unit the customs office's own word for the unit, e.g. {@code Kilogram} or 千克
 */
public record Quantity(long thousandths, String unit) {}
