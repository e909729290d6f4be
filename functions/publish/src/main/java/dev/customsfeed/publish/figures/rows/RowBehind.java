package dev.customsfeed.publish.figures.rows;

import dev.customsfeed.ledger.CustomsRecord;
import dev.customsfeed.ledger.ObjectVersion;
import dev.customsfeed.ledger.feed.Product;
import dev.customsfeed.publish.figures.trade.Partner;

/**
 * A row that a figure adds up from.
 *
 * @param product the product that its commodity belongs to
 * @param file the file version that it stands in
 * @param row the row as reported
 * @param partner who its partner code stands for
 */
public record RowBehind(Product product, ObjectVersion file, CustomsRecord row, Partner partner) {}
