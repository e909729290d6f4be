package dev.customsfeed.publish.words.language;

import dev.customsfeed.ledger.feed.Product;
import dev.customsfeed.publish.figures.report.Drivers;
import dev.customsfeed.publish.figures.trade.Partner;

/** What one language says in an article on what drove a change. */
public interface MovementPhrases {

    /** Which products drove a change of the total. */
    String productDrivers(Drivers<Product> drivers);

    /** Which partners drove a change of the total. */
    String partnerDrivers(Drivers<Partner> drivers);

    /** What percentage points are, said once in an article that has any. */
    String pointsExplained();

    /** The heading over what drove the change. */
    String driversHeading();
}
