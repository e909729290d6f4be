package dev.customsfeed.publish.words.language;

import dev.customsfeed.ledger.feed.Product;
import dev.customsfeed.publish.figures.course.Shape;
import dev.customsfeed.publish.figures.course.Stability;
import dev.customsfeed.publish.figures.course.TwelveMonths;
import dev.customsfeed.publish.figures.report.CycleFigure;
import dev.customsfeed.publish.figures.report.Extreme;
import java.math.BigDecimal;
import java.util.List;
import java.util.Optional;

/** What one language says in an article on the course of months. */
public interface CoursePhrases {

    /** The heading over the course: of the twelve months that end with the report's. */
    String courseHeading();

    /** Twelve months together with their change; those of the total, or nothing, and of products. */
    String twelveMonths(Optional<TwelveMonths> total, List<Of<TwelveMonths>> products);

    /** Whether the change of twelve months said the same three and six months ago. */
    String stability(Stability stability);

    /** The shapes of series; of the total where there is no product. */
    String shapes(List<Of<Shape>> shapes);

    /**
     * Half-years or quarters: one that ended with the month after the one before it, both with their change on the one before. Of the
     * total, or nothing, and of products.
     */
    String cycles(Optional<Pair> total, List<Of<Pair>> products);

    /** The highest and the lowest of twelve months; of the total, or nothing, with where the month stands by them, and of products. */
    String extremes(Optional<Extremes> total, List<Of<Extremes>> products);

    /**
     * Something of a product.
     *
     * @param product which; empty for the total
     * @param what what is told of it
     * @param <T> what is told
     */
    record Of<T>(Optional<Product> product, T what) {}

    /**
     * Two half-years or quarters in a row.
     *
     * @param latest the one that ended with the month
     * @param before the one before it
     */
    record Pair(CycleFigure latest, CycleFigure before) {

        /** Whether both pairs moved in the same direction, one after the other. */
        public boolean goesAs(Pair other) {
            return change(before).signum() == change(other.before).signum()
                    && change(latest).signum() == change(other.latest).signum();
        }

        /** The change of one of the two on the one before it, in percent: of others nobody tells. */
        public static BigDecimal change(CycleFigure one) {
            return one.prevPct().orElseThrow();
        }
    }

    /**
     * The highest and the lowest month.
     *
     * @param peak the highest
     * @param trough the lowest, less than the peak
     */
    record Extremes(Extreme peak, Extreme trough) {}
}
