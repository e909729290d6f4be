package dev.customsfeed.publish.figures.event;

import dev.customsfeed.publish.figures.Fraction;
import java.util.List;

/**
 * What is ordinary: the same figure at other dates, where nothing happened that is known of (a placebo test, see Abadie, Diamond and
 * Hainmueller 2010; the p value counts the event itself, as Phipson and Smyth 2010 have it, and so is never zero).
 */
final class Ordinary {

    /** With fewer other dates no p value of 5% is possible. */
    static final int LEAST_DATES = 19;

    private static final int TWENTIETH = 20;

    private final List<Fraction> sorted;

    /** @param elsewhere the figure at each other date */
    Ordinary(List<Fraction> elsewhere) {
        this.sorted = elsewhere.stream().sorted().toList();
    }

    int dates() {
        return sorted.size();
    }

    boolean isEnough() {
        return dates() >= LEAST_DATES;
    }

    /**
     * The bounds of the ordinary: the 5th and 95th percentile, by rank (n + 1) / 20 rounded down, from below and from above. So a figure
     * lies beyond one exactly if its p value is 5% or less.
     */
    Band band() {
        int rank = (dates() + 1) / TWENTIETH;
        return new Band(sorted.get(rank - 1), sorted.get(dates() - rank));
    }

    /** (1 + how many are at least as large) / (1 + n). */
    Fraction shareAtLeast(Fraction figure) {
        return share(sorted.stream().filter(other -> !other.isBelow(figure)).count());
    }

    /** (1 + how many are at least as small) / (1 + n). */
    Fraction shareAtMost(Fraction figure) {
        return share(sorted.stream().filter(other -> !other.isAbove(figure)).count());
    }

    private Fraction share(long extreme) {
        return Fraction.of(1 + extreme, 1L + dates());
    }
}
