package dev.customsfeed.verify.model;

/** One line of an uploaded file, as it says it. */
public sealed interface Row
        permits Declaration, Refund, Certificate, CertificateUse, ListedParty, ControlledCode, RefundRate {

    /** Where it stands. */
    FileLine at();
}
