package dev.customsfeed.publish.article;

import dev.customsfeed.ledger.feed.PolicyEvent;
import dev.customsfeed.ledger.feed.Product;
import dev.customsfeed.publish.report.CycleFigure;
import dev.customsfeed.publish.report.Extreme;
import dev.customsfeed.publish.report.Figures;
import dev.customsfeed.publish.report.Figures.Inside;
import dev.customsfeed.publish.report.NetRevision;
import dev.customsfeed.publish.report.ProductReport;
import dev.customsfeed.publish.report.RegionFigure;
import dev.customsfeed.publish.statistics.Amount;
import dev.customsfeed.publish.statistics.Partner;
import java.math.BigDecimal;
import java.time.YearMonth;
import java.util.List;
import java.util.NavigableSet;
import java.util.Optional;

/**
 * The words of one language on one report. Which sentences an article has is decided by {@link ArticleWriter}: it asks only for
 * those whose figures are known, so that net weights here are always present.
 */
interface Phrases {

    /** What stands between two sentences. */
    String sentenceSeparator();

    /** The headline, with the total of the month, whether it was {@code revised}, and of the year so far where that is known. */
    String title(boolean revised);

    /** The headline of a month whose total is not known: because of these products; one of the lists may be empty. */
    String titleOfIncomplete(List<Product> unreported, List<Product> weightless);

    /** Level and change of the month's total. */
    String totalMonth();

    /** That the month's total is not known: because of these products; one of the lists may be empty. */
    String incomplete(List<Product> unreported, List<Product> weightless);

    /** That a figure of the headline is not known, and why. */
    String gap(Gap gap);

    /**
     * That amounts of the month were revised, in short.
     *
     * @param more whether there are others
     * @param only whether the feed has no other product
     */
    String revised(List<NetRevision> revisions, boolean more, boolean only);

    /** Level and change of the total since January. */
    String totalYearToDate();

    /** What the total of the month was worth, and a tonne of it; both are known. */
    String totalValue(Amount month);

    /** What the values include. */
    String valuation();

    /** How much of the month's net weight the source itself estimated. */
    String estimated(BigDecimal percent);

    /** Which members of the group have not reported the month. */
    String membersMissing();

    /** What the members of the group traded with each other. */
    String amongMembers(Inside inside);

    /** That no file has the whole month. */
    String noWhole();

    /** With whom a part of the trade was, in the month; that in {@code product}, or in all of them. */
    String partnersOfPart(Optional<Product> product, List<PartnerStanding> partners);

    /** That files of these months do not tell partners. */
    String partnersMissing(NavigableSet<YearMonth> months);

    /** Which products drove a change of the total. */
    String productDrivers(Drivers<Product> drivers);

    /** Which partners drove a change of the total. */
    String partnerDrivers(Drivers<Partner> drivers);

    /** A half-year or quarter that ended with the month, after the one before it; both with their change on the one before. */
    String cycles(CycleFigure latest, CycleFigure before);

    /** The highest and the lowest of twelve months and where the month stands by them. */
    String extremes(Extreme peak, Extreme trough);

    /** Level, change, share and unit value of a product's month, which has trade; without the share if it is the only product. */
    String productMonth(ProductReport product, boolean only);

    /** That there was no trade in a product. */
    String productWithoutTrade(ProductReport product);

    /** Level and change of a product since January. */
    String productYearToDate(Figures product);

    /** Level and change of products that take little of the total; also since January if {@code cumulative}. */
    String smallerProducts(List<ProductReport> products, boolean cumulative);

    /** The largest regions of the total's month; the European Union where it has a share. */
    String regions(List<RegionFigure> largest, Optional<RegionFigure> europeanUnion);

    /** The largest regions of a product's month; the European Union where it has a share. */
    String regions(Product product, List<RegionFigure> largest, Optional<RegionFigure> europeanUnion);

    /** The largest partners, {@code cumulative} since January or else of the month. */
    String largestPartners(boolean cumulative, List<PartnerStanding> largest);

    /**
     * Who grew most and who fell most, by what they contribute to the product's change on a year before, {@code cumulative} since
     * January or else of the month; one of the lists may be empty. All have a contribution.
     */
    String movers(boolean cumulative, List<PartnerStanding> growing, List<PartnerStanding> falling);

    /** The largest partner of each product that takes little of the total. */
    String smallerProductsPartners(boolean cumulative, List<LargestPartner> largest);

    /** A policy event; one that came {@code later} than the month's figures may have been out is marked. */
    String event(PolicyEvent event, boolean later);

    /** That files of the month do not list these products, so that it is not known whether there was trade. */
    String notListed(List<Product> products);

    /** That customs does not report all net weights of these products. */
    String weightless(List<Product> products);

    /** That these codes stand for partners that no code list names. */
    String unknownPartners(List<String> codes);

    /** What was revised, from what to what, when and how; without the product if it is the {@code only} one. */
    String revision(NetRevision revision, boolean only);

    /** That earlier months of the year were revised, and the cumulative figures with them. */
    String revisedBefore(NavigableSet<YearMonth> months);

    /** That a file of the month was not taken. */
    String rejected();

    /** That the figures are made of samples. */
    String sample();

    /** The heading over what drove the change. */
    String driversHeading();

    /** The heading over the products. */
    String productsHeading();

    /** The heading over the partners. */
    String partnersHeading();

    /** The heading over the policy events. */
    String eventsHeading();

    /** The heading over what is missing or revised. */
    String notesHeading();

    /**
     * The largest partner of a product.
     *
     * @param product which
     * @param partner who
     */
    record LargestPartner(Product product, PartnerStanding partner) {}
}
