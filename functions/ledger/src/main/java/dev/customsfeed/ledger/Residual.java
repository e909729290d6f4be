package dev.customsfeed.ledger;

import java.time.YearMonth;

/**
 * Trade that a source reports under no commodity of its own, to keep a secret: goods that a file does not list may be in it.
 *
 * @param reporter who reported it
 * @param flow exports or imports
 * @param month the month
 * @param prefix the leading digits that are not secret, e.g. {@code 8104} for {@code 8104XXXX}; may be empty
 */
public record Residual(String reporter, Flow flow, YearMonth month, String prefix) {

    /** Whether trade in {@code commodity} may be in it. */
    public boolean mayHold(String commodity) {
        return commodity.startsWith(prefix);
    }
}
