package dev.customsfeed.verify.model;

import java.math.BigDecimal;
import java.time.LocalDate;

/**
 * One item of an export declaration.
 *
 * @param at where it stands
 * @param item which
 * @param enterprise who declared: a social credit code or customs' own, in capitals
 * @param hs the commodity code, 10 digits
 * @param quantity the statutory quantity, greater than zero
 * @param unit of the quantity, by the name that all its spellings share
 * @param value in {@code currency}
 * @param currency ISO 4217
 * @param exportedOn the day of export
 * @param regime customs regime, four digits; empty if not said
 * @param cancelled whether customs has cancelled it
 * @param consignee who receives the goods; empty if not said
 * @param destination where they arrive; empty if not said
 * @param finalDestination where they end; empty if not said
 */
public record Declaration(
        FileLine at,
        DeclarationItem item,
        String enterprise,
        String hs,
        BigDecimal quantity,
        String unit,
        BigDecimal value,
        String currency,
        LocalDate exportedOn,
        String regime,
        boolean cancelled,
        String consignee,
        String destination,
        String finalDestination)
        implements Row {

    /** What two lots have in common that nothing but their numbers tells apart. */
    public String lot() {
        return String.join(
                "|",
                enterprise,
                hs,
                quantity.stripTrailingZeros().toPlainString(),
                unit,
                value.stripTrailingZeros().toPlainString(),
                currency,
                exportedOn.toString());
    }
}
