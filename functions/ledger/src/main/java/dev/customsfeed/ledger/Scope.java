package dev.customsfeed.ledger;

import java.util.SortedSet;

/** What a month's figures are about. Only figures of one scope can be compared. */
public sealed interface Scope {

    /** All that customs reported. */
    Scope WHOLE = new Whole();

    /** All that customs reported: partners, provinces and regimes, as far as the files tell them apart. */
    record Whole() implements Scope {}

    /**
     * No more than what files said that had been limited to parts.
     *
     * @param dimension what they were limited by
     * @param values the source's codes that they were limited to
     */
    record PartOf(Part.Dimension dimension, SortedSet<String> values) implements Scope {}

    /** Whether nothing is left out. */
    default boolean isWhole() {
        return this instanceof Whole;
    }
}
