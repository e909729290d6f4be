package dev.customsfeed.publish.article;

import dev.customsfeed.publish.report.CycleFigure;
import dev.customsfeed.publish.report.Extreme;
import dev.customsfeed.publish.report.MonthFigure;
import dev.customsfeed.publish.report.MonthReport;
import dev.customsfeed.publish.report.RegionFigure;
import dev.customsfeed.publish.report.YearToDate;
import dev.customsfeed.trade.feed.PolicyEvent;
import dev.customsfeed.trade.feed.Product;
import java.math.BigDecimal;
import java.util.List;
import java.util.Optional;

/**
 * The words of one language. Which sentences an article has is decided by {@link ArticleWriter}: it asks only for those whose
 * figures are known, so that net weights here are always present.
 */
interface Phrases {

    /** The BCP 47 tag of the language. */
    String language();

    /** What stands between two sentences. */
    String sentenceSeparator();

    /** The headline, with the total where it is known. */
    String title(MonthReport report);

    /** Level and change of a month of the total. */
    String totalMonth(MonthReport report, MonthFigure month);

    /** Level and change of the total since January. */
    String totalYearToDate(MonthReport report, YearToDate ytd);

    /** What the total of the month was worth, and a tonne of it. */
    String totalValue(MonthReport report, long value, long unitValuePerTonne);

    /** The highest and the lowest of twelve months and the direction since. */
    String extremes(MonthReport report, Extreme peak, Extreme trough);

    /** Level, change and share of a product's month. */
    String productMonth(MonthReport report, Product product, MonthFigure month, Optional<BigDecimal> sharePct);

    /** That there was no trade in a product. */
    String productWithoutTrade(MonthReport report, Product product);

    /** Level and change of a product since January. */
    String productYearToDate(MonthReport report, YearToDate ytd);

    /** What a tonne of the product was worth. */
    String unitValue(MonthReport report, long unitValuePerTonne);

    /** A half-year or quarter that ended with the month, after the one before it; both with their change on the one before. */
    String cycleTurn(CycleFigure latest, CycleFigure before);

    /** The largest regions in the month; the European Union where it has a share. */
    String regions(
            MonthReport report, Product product, List<RegionFigure> largest, Optional<RegionFigure> europeanUnion);

    /** The largest partners, {@code cumulative} since January or else of the month. */
    String largestPartners(MonthReport report, boolean cumulative, List<PartnerStanding> largest);

    /** Who grew most and who fell most among the partners that matter; one of the lists may be empty. */
    String movers(List<PartnerStanding> growing, List<PartnerStanding> falling);

    /** A policy event. */
    String event(PolicyEvent event);

    /** That the figures are made of samples. */
    String sample();

    /** The heading over the products. */
    String productsHeading();

    /** The heading over the partners. */
    String partnersHeading(MonthReport report);

    /** The heading over the policy events. */
    String eventsHeading();

    /** The heading over what is missing or revised. */
    String notesHeading();
}
