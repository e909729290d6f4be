package dev.customsfeed.verify.rules;

import dev.customsfeed.verify.model.DeclarationItem;
import java.math.BigDecimal;

/**
 * The balance of one declared item, in its unit.
 *
 * @param item which
 * @param unit of all quantities
 * @param declared what was declared
 * @param returned what valid certificates say comes back
 * @param refunded what tax was refunded for
 * @param repaid what tax was repaid for, by valid certificates
 * @param comparable whether all valid certificates are in the declaration's unit; else quantities say nothing
 */
public record Balance(
        DeclarationItem item,
        String unit,
        BigDecimal declared,
        BigDecimal returned,
        BigDecimal refunded,
        BigDecimal repaid,
        boolean comparable) {

    /** What is left of the declared quantity once what came back and what is refunded and not repaid are taken off. */
    public BigDecimal remaining() {
        return declared.subtract(returned).subtract(refunded.subtract(repaid).max(BigDecimal.ZERO));
    }
}
