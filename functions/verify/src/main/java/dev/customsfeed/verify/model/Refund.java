package dev.customsfeed.verify.model;

import java.math.BigDecimal;
import java.time.LocalDate;

/**
 * What became of the refund of a declaration item's tax, or of a part of it.
 *
 * @param at where it stands
 * @param item of which declaration item
 * @param quantity that tax is refunded for, in the declaration's unit
 * @param amount of the refund
 * @param currency ISO 4217
 * @param state what became of it
 * @param on the day on which it did
 */
public record Refund(
        FileLine at,
        DeclarationItem item,
        BigDecimal quantity,
        BigDecimal amount,
        String currency,
        State state,
        LocalDate on)
        implements Row {

    /** What can become of a refund. */
    public enum State {
        /** The exporter asked for it. */
        CLAIMED,
        /** It was paid. */
        PAID,
        /** What had been paid was taken back. */
        REVERSED
    }
}
