package dev.customsfeed.sources.layout;

/** The weights of a row of which both quantities are in a unit of weight: they are two words on one thing. */
public final class TwoWeights {

    private TwoWeights() {}

    /**
     * Whether they contradict each other: they differ by more than one of the larger unit, which is as much as rounding or cutting
     * the figures makes.
     *
     * @param grams of the one
     * @param unitGrams what one of its units weighs; 0 for less than a gram
     * @param otherGrams of the other
     * @param otherUnitGrams what one of its units weighs; 0 for less than a gram
     */
    public static boolean contradict(long grams, long unitGrams, long otherGrams, long otherUnitGrams) {
        return Math.abs(grams - otherGrams) > Math.max(1, Math.max(unitGrams, otherUnitGrams));
    }
}
