package dev.customsfeed.publish.words.language;

import dev.customsfeed.publish.figures.report.ProductReport;
import java.util.List;

/** What one language says in an article on products. */
public interface ProductPhrases {

    /** Level, change and share of a product's month, which has trade, and where it stands by the months before. */
    String productMonth(ProductReport product);

    /** That there was no trade in a product. */
    String productWithoutTrade(ProductReport product);

    /** Level and change of a product since January; with its value and unit value, the latter {@code withUnitValue}. */
    String productYearToDate(ProductReport product, boolean withUnitValue);

    /** Level and change of the month of products that take little of the total. */
    String smallerProducts(List<ProductReport> products);

    /** Level and change since January of products that take little of the total. */
    String smallerProductsYearToDate(List<ProductReport> products);

    /** The heading over the products of the month. */
    String productsHeading();
}
