package dev.customsfeed.publish.words.language;

import dev.customsfeed.ledger.feed.Product;
import dev.customsfeed.publish.figures.report.PartnerStanding;
import dev.customsfeed.publish.figures.report.RegionFigure;
import dev.customsfeed.publish.figures.trade.Partner;
import java.time.YearMonth;
import java.util.List;
import java.util.NavigableSet;
import java.util.Optional;

/** What one language says in an article on partners and regions. */
public interface PartnerPhrases {

    /** With whom a part of the trade was, in the month; that in {@code product}, or in all of them. */
    String partnersOfPart(Optional<Product> product, List<PartnerStanding> partners);

    /** That files of these months do not tell partners. */
    String partnersMissing(NavigableSet<YearMonth> months);

    /** The largest regions of the total's month; the European Union where it has a share. */
    String regions(List<RegionFigure> largest, Optional<RegionFigure> europeanUnion);

    /** The largest regions of a product's month; the European Union where it has a share. */
    String regions(Product product, List<RegionFigure> largest, Optional<RegionFigure> europeanUnion);

    /**
     * The largest partners, of the time that the part of the article speaks of.
     *
     * @param only whether the one partner there is had all of the trade
     */
    String largestPartners(List<PartnerStanding> largest, boolean only);

    /**
     * Who grew most and who fell most, by what they contribute to the product's change on a year before; one of the lists may
     * be empty. All have a contribution.
     */
    String movers(List<PartnerStanding> growing, List<PartnerStanding> falling);

    /** The largest partner of each product that takes little of the total. */
    String smallerProductsPartners(List<LargestPartner> largest);

    /** That no code list names these partners. */
    String unknownPartners(List<Partner> partners);

    /** The heading over the partners of the month. */
    String partnersHeading();

    /**
     * The largest partner of a product.
     *
     * @param product which
     * @param partner who
     */
    record LargestPartner(Product product, PartnerStanding partner) {}
}
