package dev.customsfeed.publish.words.language;

import dev.customsfeed.publish.figures.report.Figures;
import dev.customsfeed.publish.figures.report.ProductReport;
import java.util.List;

/** What one language says in an article on products. */
public interface ProductPhrases {

    /** Level, change, share and unit value of a product's month, which has trade; without the share if it is the only product. */
    String productMonth(ProductReport product, boolean only);

    /** That there was no trade in a product. */
    String productWithoutTrade(ProductReport product);

    /** Level and change of a product since January. */
    String productYearToDate(Figures product);

    /** Level and change of products that take little of the total; also since January if {@code cumulative}. */
    String smallerProducts(List<ProductReport> products, boolean cumulative);

    /** The heading over the products. */
    String productsHeading();
}
