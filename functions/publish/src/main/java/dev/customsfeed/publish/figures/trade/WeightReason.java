package dev.customsfeed.publish.figures.trade;

import dev.customsfeed.ledger.UnknownWeight.Reason;
import java.util.Comparator;

/**
 * Why a net weight is not known.
 *
 * @param reason why
 * @param unit the files' own word for the unit that quantities are in; empty text where it is not the unit that is the reason
 */
public record WeightReason(Reason reason, String unit) implements Comparable<WeightReason> {

    private static final Comparator<WeightReason> ORDER =
            Comparator.comparing(WeightReason::reason).thenComparing(WeightReason::unit);

    @Override
    public int compareTo(WeightReason other) {
        return ORDER.compare(this, other);
    }
}
