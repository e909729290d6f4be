package dev.customsfeed.publish.words.language;

import dev.customsfeed.ledger.feed.Product;
import dev.customsfeed.publish.figures.report.Analysis;
import dev.customsfeed.publish.figures.report.ProductReport;
import dev.customsfeed.publish.figures.trade.Comparison;
import dev.customsfeed.publish.figures.value.ImputedQuantities;
import dev.customsfeed.publish.figures.value.ValueChange;

/** What one language says in an article on value, unit value and what a change of value is made of. */
public interface ValuePhrases {

    /** The heading over the values of the month. */
    String valuesHeading();

    /** What the change of the total's value is made of: volume, the mix of products (of the one product, of partners) and price. */
    String parts(ValueChange change, Comparison since, boolean only);

    /** Value and unit value of a product's month with their changes; without the unit value where quantities were made up. */
    String product(ProductReport product);

    /** That the source made up a product's quantities, so that unit values say nothing; without the product if it is the only one. */
    String imputed(Product product, ImputedQuantities found, boolean only);

    /** A unit value that is to be checked: whose, by how much, in kilograms. */
    String toCheck(Product product, Analysis.ToCheck check);
}
