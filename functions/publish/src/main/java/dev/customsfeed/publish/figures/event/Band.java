package dev.customsfeed.publish.figures.event;

import dev.customsfeed.publish.figures.Fraction;

/**
 * Between what nine out of ten other dates lie.
 *
 * @param low the 5th percentile
 * @param high the 95th percentile
 */
public record Band(Fraction low, Fraction high) {

    /** Whether {@code figure} is neither below nor above. */
    public boolean contains(Fraction figure) {
        return !figure.isBelow(low) && !figure.isAbove(high);
    }
}
