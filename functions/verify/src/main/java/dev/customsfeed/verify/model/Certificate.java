package dev.customsfeed.verify.model;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.Optional;

/**
 * A Certificate of Tax Repaid/Not Refunded on Exported Goods (出口货物已补税/未退税证明).
 *
 * @param at where it stands
 * @param number its number
 * @param item the declaration item that it is about
 * @param enterprise whose goods: a social credit code or customs' own, in capitals
 * @param purpose what it is for
 * @param repaid whether it says that the tax was repaid; else, that it was not refunded
 * @param hs the commodity code, 10 digits
 * @param quantity that it is about, greater than zero
 * @param unit of the quantity, by the name that all its spellings share
 * @param repaidAmount what was repaid, in {@code currency}; zero where nothing was
 * @param currency ISO 4217
 * @param paymentNo number of the payment slip; empty if not said
 * @param taxAuthority who issued it; empty if not said
 * @param issuedOn the day on which it was issued
 * @param voidedOn the day on which it became void; empty while it is valid
 */
public record Certificate(
        FileLine at,
        String number,
        DeclarationItem item,
        String enterprise,
        Purpose purpose,
        boolean repaid,
        String hs,
        BigDecimal quantity,
        String unit,
        BigDecimal repaidAmount,
        String currency,
        String paymentNo,
        String taxAuthority,
        LocalDate issuedOn,
        Optional<LocalDate> voidedOn)
        implements Row {

    /** What a certificate is for. */
    public enum Purpose {
        /** The goods come back. */
        RETURN,
        /** The declaration is amended. */
        AMEND,
        /** The declaration is cancelled. */
        CANCEL
    }

    /** Whether it is not void. */
    public boolean valid() {
        return voidedOn.isEmpty();
    }
}
