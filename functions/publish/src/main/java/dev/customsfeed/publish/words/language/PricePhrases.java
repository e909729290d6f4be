package dev.customsfeed.publish.words.language;

import dev.customsfeed.publish.figures.report.PriceReport;
import dev.customsfeed.publish.figures.report.ProductReport;

/** What one language says in an article on prices that were uploaded, beside unit values of customs. */
public interface PricePhrases {

    /**
     * How far the month's unit value of a product lies from a price: of one that may not be published the direction and the class alone,
     * and no number that it could be computed from; and by how many months unit values have followed it, where that is known.
     *
     * @param price the product's, of which the gap is known
     */
    String price(ProductReport product, PriceReport price);

    /** The heading over prices. */
    String pricesHeading();
}
