package dev.customsfeed.publish.figures.trade;

import dev.customsfeed.ledger.Scope;
import java.util.Collection;
import java.util.Collections;
import java.util.SortedSet;

/**
 * Whose trade a figure is. Figures of one coverage can be added up and held against each other; those of two cannot.
 *
 * @param scope all that customs reported, or a part that files were limited to
 * @param unreported of a group of reporters, the members that have not reported: the figure is that of the others
 */
public record Coverage(Scope scope, SortedSet<String> unreported) {

    /** Everything. */
    public static final Coverage WHOLE = new Coverage(Scope.WHOLE, Collections.emptySortedSet());

    /** Whether it is what customs reported of everybody, although members of a group may lack. */
    public boolean isOfAllParts() {
        return scope.isWhole();
    }

    /**
     * Whether it has trade under {@code codes}: all of it, or some if that is {@code enough}. What it does not have is not known, which is
     * not zero.
     *
     * @param dimension what the codes are of, e.g. {@code partner} or {@code regime}
     * @param codes the source's codes of one partner, or of one customs regime or province
     */
    public boolean has(String dimension, Collection<String> codes, boolean enough) {
        if (scope instanceof Scope.PartOf part) {
            return part.dimension().id().equals(dimension) ? codes.stream().anyMatch(part.values()::contains) : enough;
        }
        return true;
    }

    /** Whether nothing is left out. */
    public boolean isWhole() {
        return scope.isWhole() && unreported.isEmpty();
    }
}
