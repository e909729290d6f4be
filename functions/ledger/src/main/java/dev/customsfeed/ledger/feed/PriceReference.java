package dev.customsfeed.ledger.feed;

/**
 * A price that the unit value of a product is held against. What it is quoted in, and with which tax, its files declare.
 *
 * @param id the price's name, as in {@code incoming/price/id=mg-ingot/}
 * @param product the id of the product
 * @param name what people call it
 */
public record PriceReference(String id, String product, LocalizedText name) {}
