package dev.customsfeed.publish.words.language;

import dev.customsfeed.ledger.feed.Product;
import dev.customsfeed.publish.figures.report.CycleFigure;
import dev.customsfeed.publish.figures.report.Drivers;
import dev.customsfeed.publish.figures.report.Extreme;
import dev.customsfeed.publish.figures.trade.Partner;

/** What one language says in an article on what moved: drivers, half-years and quarters, peak and trough. */
public interface MovementPhrases {

    /** Which products drove a change of the total. */
    String productDrivers(Drivers<Product> drivers);

    /** Which partners drove a change of the total. */
    String partnerDrivers(Drivers<Partner> drivers);

    /** A half-year or quarter that ended with the month, after the one before it; both with their change on the one before. */
    String cycles(CycleFigure latest, CycleFigure before);

    /** The highest and the lowest of twelve months and where the month stands by them. */
    String extremes(Extreme peak, Extreme trough);

    /** The heading over what drove the change. */
    String driversHeading();
}
