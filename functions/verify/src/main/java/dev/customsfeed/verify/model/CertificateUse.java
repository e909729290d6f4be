package dev.customsfeed.verify.model;

import java.math.BigDecimal;
import java.time.LocalDate;

/**
 * How a certificate was used at clearance.
 *
 * @param at where it stands
 * @param certificate the certificate's number
 * @param imported the item of the import declaration that it was used for
 * @param quantity that came in, greater than zero
 * @param unit of the quantity, by the name that all its spellings share
 * @param usedOn the day of use
 */
public record CertificateUse(
        FileLine at, String certificate, DeclarationItem imported, BigDecimal quantity, String unit, LocalDate usedOn)
        implements Row {}
