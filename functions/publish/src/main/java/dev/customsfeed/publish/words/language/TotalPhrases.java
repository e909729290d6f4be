package dev.customsfeed.publish.words.language;

import dev.customsfeed.ledger.feed.Product;
import dev.customsfeed.publish.figures.report.Figures.Inside;
import dev.customsfeed.publish.figures.report.Gap;
import dev.customsfeed.publish.figures.report.ProductReport;
import dev.customsfeed.publish.figures.report.Telling;
import dev.customsfeed.publish.figures.trade.Comparison;
import dev.customsfeed.publish.figures.trade.WeightReason;
import java.math.BigDecimal;
import java.util.List;
import java.util.Optional;
import java.util.SortedSet;

/** What one language says in an article on the total of all products and what it is of. */
public interface TotalPhrases {

    /** The headline, with the total of the month, whether it was {@code revised}, and of the year so far where that is known. */
    String title(boolean revised);

    /** The headline of a month whose total is not known: because of these products; one of the lists may be empty. */
    String titleOfIncomplete(List<Product> unreported, List<ProductReport> weightless);

    /** Level and change of the month's total. */
    String totalMonth();

    /** That the month's total is not known: because of these products; one of the lists may be empty. */
    String incomplete(List<Product> unreported, List<ProductReport> weightless);

    /** That a figure of the headline is not known, and why. */
    String gap(Gap gap);

    /** Level and change of the total since January. */
    String totalYearToDate();

    /** What the total of the month was worth, and a tonne of it {@code withUnitValue}, with their changes. */
    String totalValue(boolean withUnitValue);

    /** What the total since January was worth, and a tonne of it {@code withUnitValue}, with their changes. */
    String valueYearToDate(boolean withUnitValue);

    /** Where the month's total stands by the months before; one of the two is there. */
    String standing(Standing standing);

    /** The changes that are the most telling, at least one. */
    String telling(List<TellingChange> changes);

    /** The heading over the year so far. */
    String yearHeading();

    /** That the figures are told by value, since net weights are not known: why; for no reason where nobody knows. */
    String byValue(SortedSet<WeightReason> why);

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

    /**
     * A change that is telling.
     *
     * @param product of which product; empty for all together
     * @param measure of what
     * @param comparison since when
     * @param changePct by how much, in percent
     */
    record TellingChange(
            Optional<Product> product, Telling.Measure measure, Comparison comparison, BigDecimal changePct) {

        /** What changed. */
        public Subject subject() {
            return new Subject(product, measure);
        }
    }

    /**
     * What a telling change is of. Two products may have the same name, so subjects are not told apart by their words.
     *
     * @param product of which product; empty for all together
     * @param measure of what
     */
    record Subject(Optional<Product> product, Telling.Measure measure) {}
}
